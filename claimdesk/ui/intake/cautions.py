"""What is to be known before a notice is taken: warnings below each other, and the question who pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.widgets.buttons import PlainButton
from claimdesk.ui.widgets.empty import MessageBar
from claimdesk.ui.widgets.tall import empty_layout

if TYPE_CHECKING:
    from claimdesk.core.intake.notices import Reading
    from claimdesk.ui.context import WindowContext

GRAVE = frozenset({"sender_lookalike", "authentication_failed"})


class Cautions(QVBoxLayout):
    """Signal: `payer_said`, "seller" or "platform"."""

    payer_said = Signal(str)

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__()
        self._ctx = ctx
        self.setSpacing(6)

    def show_reading(self, reading: Reading) -> None:
        """Warn of what the reading found."""
        empty_layout(self)
        desk, notice = self._ctx.desk, reading.notice
        if notice.kind == "none":
            self.addWidget(MessageBar(self.tr(
                "This is none of the notices that ClaimDesk knows. Nothing is filled in from it but what stands below."), "accent"))  # fmt: skip
        for caution in notice.warnings if desk is not None else ():
            words = self._ctx.text(desk.wording.text(caution.code, caution.params)) if desk is not None else ""
            bar = MessageBar(words, "danger" if caution.code in GRAVE else "warn")
            bar.setObjectName(f"intakeWarning-{caution.code}")
            self.addWidget(bar)
        if reading.payer_asked:
            self.addWidget(self._payer_buttons())

    def _payer_buttons(self) -> QWidget:
        """The two answers to the question that the mail leaves open."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for payer, words in (("seller", self.tr("We pay")), ("platform", self.tr("The platform pays"))):
            button = PlainButton(words)
            button.setObjectName(f"intakePayer-{payer}")
            button.clicked.connect(lambda _=False, said=payer: self.payer_said.emit(said))
            line.addWidget(button)
        line.addStretch(1)
        return row
