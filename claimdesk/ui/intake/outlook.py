"""What taking a notice will do, and what it did, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from claimdesk.ui.widgets import times

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.intake.reading import Offer, TakenBack


class OutlookWords(QObject):
    """Sentences and buttons in the language shown now."""

    def __init__(self, ctx: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx

    def before(self, offer: Offer | None, scenario: str) -> tuple[str, str, bool]:
        """What Enter does, the word on its button, and whether it can be done; `scenario` is the chosen one's title."""
        text, opens = self._ctx.text, self.tr("Open case")
        if offer is None or offer.order is None:
            return (self.tr("Choose the order, or keep the mail until it is here.") if offer else ""), opens, False
        if offer.reading.payer_asked:
            return self.tr("Say first who pays the claim."), opens, False
        if offer.reading.open_case is not None and offer.outcome is not None:
            return (self.tr("Records “{0}” as the outcome of {1} and closes it.").format(text(offer.outcome), offer.case_ref),
                    self.tr("Record the outcome"), True)  # fmt: skip
        if offer.reading.open_case is not None and offer.case_title is not None:
            return (self.tr("Updates {0}, {1}.").format(offer.case_ref, text(offer.case_title)),
                    self.tr("Update {0}").format(offer.case_ref), True)  # fmt: skip
        if not scenario:
            return self.tr("Choose a scenario."), opens, False
        return self._opening(offer, scenario), opens, True

    def _opening(self, offer: Offer, scenario: str) -> str:
        if offer.outcome is not None:
            outcome = self._ctx.text(offer.outcome)
            return self.tr("Opens a case “{0}” and records “{1}” as its outcome.").format(scenario, outcome)
        sent = offer.reading.notice.sent_at
        since = times.moment_text(sent, self._ctx.language, zone=self._ctx.home) if sent else ""
        if since:
            return self.tr("Opens a case “{0}”; its clock runs from {1}.").format(scenario, since)
        return self.tr("Opens a case “{0}”.").format(scenario)

    def keeping(self, offer: Offer) -> str:
        """The word on the button that keeps the mail without a case."""
        return self.tr("Only keep the message") if offer.order is not None else self.tr("Keep without an order")

    def taken(self, done: TakenBack) -> str:
        """What happened to the case."""
        said = {
            "opened": self.tr("{0} was opened: {1}"),
            "updated": self.tr("{0} was updated: {1}"),
        }.get(done.what, self.tr("The outcome of {0} is recorded: {1}"))
        return said.format(done.ref, self._ctx.text(done.title))

    def too_late(self, done: TakenBack) -> str:
        """Why taking back does nothing any more."""
        return self.tr("More has happened in {0} since. Take it back there, step by step.").format(done.ref)

    def kept(self, order_no: str) -> str:
        """Where the mail is kept; no number, no order yet."""
        if order_no:
            return self.tr("The message is kept with order {0}.").format(order_no)
        return self.tr("The message is kept. It waits under Tools, Messages without an order.")
