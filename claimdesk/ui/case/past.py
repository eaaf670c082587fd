"""Reads what a case has behind it: contacts, the thread, the buyer's claims and similar cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from claimdesk.core.records.orders import OrderFilter
from claimdesk.ui.context import Changes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from claimdesk.core.cases.claimants import Claimant
    from claimdesk.core.cases.prior_contact import PriorContact
    from claimdesk.core.cases.similar import Similar
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.desk import Desk
    from claimdesk.ui.case.context_pane import ContextPane
    from claimdesk.ui.context import WindowContext


@dataclass(frozen=True, slots=True)
class CasePast:
    """All that the right pane shows of the past of one case."""

    case_id: int
    contact: PriorContact
    similar: Similar
    claimant: Claimant


def read_past(desk: Desk, case_id: int, order_id: int) -> CasePast:
    """The past of a case. Raises Problem `case_unknown`, `order_unknown`."""
    return CasePast(
        case_id, desk.contacts.of_order(order_id), desk.similar.of_case(case_id), desk.claimants.of_order(order_id)
    )


class Past(QObject):
    """Reads on the reading lane, once for each state of a case, and shows it in the pane; does what the pane asks."""

    def __init__(self, ctx: WindowContext, pane: ContextPane, screen: QWidget) -> None:
        super().__init__(screen)
        self._ctx, self._pane, self._screen = ctx, pane, screen
        self._key: tuple[int, int, str] | None = None
        self._order_id = 0
        pane.case_asked.connect(ctx.open_case)
        pane.other_order_asked.connect(self.open_order)
        pane.contact_asked.connect(self.note_contact)

    def forget(self) -> None:
        """Read again the next time, for something else than the case has changed."""
        self._key = None

    def read(self, view: CaseView) -> None:
        """Read the past of a case, unless that was done for this state of it."""
        key = (view.case.id, view.row.events, self._ctx.language)
        desk, case_id, order_id = self._ctx.desk, view.case.id, view.order.id
        if desk is None or key == self._key:
            return
        self._key, self._order_id = key, order_id

        def show(past: CasePast) -> None:
            if self._key is not None and self._key[0] == past.case_id:
                self._pane.show_past(past, view)

        self._ctx.jobs.run(
            lambda task: read_past(desk, case_id, order_id), owner=self, done=show, failed=lambda error: self.forget(),
            lane="reading",
        )  # fmt: skip

    def note_contact(self) -> None:
        """Note what was said outside the platform's messages."""
        desk, order_id = self._ctx.desk, self._order_id
        if desk is None or not order_id:
            return
        from claimdesk.ui.case.contact_dialog import ContactDialog, NotedContact  # at first use

        def take(noted: NotedContact) -> None:
            now = self._ctx.now()
            self._ctx.jobs.run(
                lambda task: desk.messages.note_contact(
                    order_id, noted.speaker, noted.channel, noted.contact, noted.text, noted.when, now
                ),
                owner=self,
                done=lambda _: self._ctx.changed.emit(Changes(cases=True)),
            )

        ContactDialog(self._ctx, take, self._screen).open()

    def open_order(self, order_id: int) -> None:
        """Show another order in the list."""
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(
                lambda task: desk.orders.order(order_id), owner=self, lane="reading",
                done=lambda order: self._ctx.show_orders.emit(OrderFilter(text=order.order_no)),
            )  # fmt: skip
