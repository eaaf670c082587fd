"""A fill-in field: what is asked for when the template is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from claimdesk.ui.templates.reading import Name
from claimdesk.ui.widgets.labels import Plain


class FieldDialog(QDialog):
    """`decided(field)` with ask, kind and default, and the name it has when it has one; `removed` takes it out."""

    decided = Signal(object)
    removed = Signal()

    def __init__(
        self, field: Mapping[str, Any] | None, names: Sequence[Name], language: str, parent: QWidget
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("template-field")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        self.setWindowTitle(self.tr("Field to fill in"))
        self.setMinimumWidth(480)
        self._field = dict(field) if field is not None else None
        ask = (field or {}).get("ask") or {"en": "", "zh": ""}
        self.english, self.chinese = QLineEdit(str(ask["en"])), QLineEdit(str(ask["zh"]))
        self.english.setObjectName("field-en")
        self.chinese.setObjectName("field-zh")
        self.kind = QComboBox()
        self.kind.setObjectName("field-kind")
        for value, words in (("text", self.tr("Text")), ("date", self.tr("Day")), ("money", self.tr("Amount"))):
            self.kind.addItem(words, value)
        self.kind.setCurrentIndex(max(0, self.kind.findData((field or {}).get("kind", "text"))))
        self.default = QComboBox()
        self.default.setObjectName("field-default")
        self.default.addItem(self.tr("Nothing: ask each time"), "")
        for name in names:
            if not name.asked:
                self.default.addItem(name.label.get(language), name.name)
        self.default.setCurrentIndex(max(0, self.default.findData((field or {}).get("default", ""))))
        self.wrong = Plain("", "table", "danger", wrap=True)
        self.wrong.hide()
        self._arrange()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Asked in English"), self.english), (self.tr("Asked in Chinese"), self.chinese),
            (self.tr("Kind"), self.kind), (self.tr("Filled in from"), self.default),
        )  # fmt: skip
        for at, (words, widget) in enumerate(rows):
            grid.addWidget(Plain(words, "body", "text2"), at, 0)
            grid.addWidget(widget, at, 1)
            widget.setAccessibleName(words)
        grid.setColumnStretch(1, 1)
        buttons = QDialogButtonBox()
        ok = buttons.addButton(self.tr("Done"), QDialogButtonBox.ButtonRole.AcceptRole)
        ok.setObjectName("field-ok")
        ok.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        if self._field is not None:
            remove = buttons.addButton(self.tr("Remove the field"), QDialogButtonBox.ButtonRole.DestructiveRole)
            remove.setObjectName("field-remove")
            remove.clicked.connect(self._on_remove)
        buttons.accepted.connect(self._on_ok)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(grid)
        column.addWidget(self.wrong)
        column.addWidget(buttons)

    def _on_remove(self) -> None:
        self.removed.emit()
        self.accept()

    def _on_ok(self) -> None:
        english, chinese = self.english.text().strip(), self.chinese.text().strip()
        if not english or not chinese:
            self.wrong.setText(self.tr("Write the question in both languages."))
            self.wrong.show()
            (self.english if not english else self.chinese).setFocus()
            return
        self.decided.emit({
            "name": self._field["name"] if self._field else "", "ask": {"en": english, "zh": chinese},
            "kind": self.kind.currentData(), "default": self.default.currentData(),
        })  # fmt: skip
        self.accept()
