"""How often a template was sent and how it went; too few cases say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimdesk.ui.widgets.cards import Section
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.core.cases.template_use import TemplateUse


class UseSection(Section):
    """Sent in 90 days, cases that ended well, steps that offer it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, gap=6)
        self.setObjectName("template-use")
        self._names = [Plain("", "table", "text2") for _ in range(3)]
        self.values = [Plain("", "strong") for _ in range(3)]
        for name, value in zip(self._names, self.values, strict=True):
            row = QWidget()
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(name)
            layout.addStretch(1)
            layout.addWidget(value)
            self.body.addWidget(row)
        self._few = Plain("", "secondary", "text3", wrap=True)
        self.body.addWidget(self._few)

    def retranslate(self) -> None:
        """Every word in the language shown."""
        self.set_title(self.tr("Use"))
        for label, words in zip(
            self._names, (self.tr("Sent in 90 days"), self.tr("Cases that ended well"), self.tr("Steps that offer it")),
            strict=True,
        ):  # fmt: skip
            label.setText(words)

    def show_use(self, use: TemplateUse, fewest: int) -> None:
        """The counts; no rate below `fewest` ended cases."""
        well = self.tr("{well} of {ended}").format(well=use.well, ended=use.ended)
        if use.enough:
            well += f" · {use.rate * 100:.0f} %"
        for label, words in zip(
            self.values, (f"{use.recent:,}", well if use.ended else "–", str(use.steps)), strict=True
        ):
            label.setText(words)
        if use.enough:
            low, high = (f"{share * 100:.0f} %" for share in use.interval)
            self._few.setText(self.tr("The true share lies between {low} and {high}.").format(low=low, high=high))
        else:
            self._few.setText(self.tr("Too few cases to tell a rate: {count} of {fewest} have ended.")
                              .format(count=use.ended, fewest=fewest))  # fmt: skip
