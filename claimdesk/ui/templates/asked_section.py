"""The fields of a template: what is asked for in place when it is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.cards import Section
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import elided
from claimdesk.ui.widgets.tall import empty_layout


class AskedSection(Section):
    """`opened(name)` to change a field, empty to add one."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, gap=6)
        self.setObjectName("template-asked")
        self.add = LinkButton()
        self.add.setObjectName("add-field")
        self.add.clicked.connect(lambda: self.opened.emit(""))
        self.head.addWidget(self.add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.body.addLayout(self._rows)

    def retranslate(self) -> None:
        """Every word in the language shown."""
        self.set_title(self.tr("Asked for when it is used"))
        self.add.setText(self.tr("Add"))
        self.add.setAccessibleName(self.tr("Add a field to fill in"))
        self.add.updateGeometry()

    def show_fields(self, fields: Sequence[Mapping[str, Any]], language: str) -> None:
        """One row for each; a click opens it."""
        empty_layout(self._rows)
        kinds = {"date": self.tr("day"), "money": self.tr("amount"), "text": self.tr("text")}
        for field in fields:
            words = str(field["ask"]["zh" if language == "zh" else "en"])
            kind = kinds.get(str(field.get("kind", "text")), "")
            row = LinkButton(
                elided(self.tr("{words} ({kind})").format(words=words, kind=kind), role_font("control"), 232),
                "brackets-curly",
            )
            row.setObjectName(f"field-{field['name']}")
            row.setToolTip(words)
            row.setAccessibleName(words)
            row.clicked.connect(lambda _=False, name=str(field["name"]): self.opened.emit(name))
            self._rows.addWidget(row)
        if not fields:
            self._rows.addWidget(
                Plain(self.tr("Nothing: everything comes from the order and the case."), "table", "text2", wrap=True)
            )
