"""The right pane: clocks, order, timeline, buyer, and what lies before the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from claimdesk.ui.case.clock_card import ClockCard
from claimdesk.ui.case.follow_card import FollowCard
from claimdesk.ui.case.order_card import BuyerCard, OrderCard
from claimdesk.ui.case.past_cards import ClaimantBlock, ContactCard, SimilarCard, ThreadCard
from claimdesk.ui.case.timeline_card import TimelineCard
from claimdesk.ui.widgets.tall import TallPage

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.records.orders import OrderRow
    from claimdesk.ui.case.past import CasePast
    from claimdesk.ui.context import WindowContext


class ContextPane(QScrollArea):
    """What is known besides the step. `order_asked`, `noted(text)`, `left` when the note was given up."""

    order_asked = Signal()
    noted = Signal(str)
    left = Signal()
    notice_asked = Signal(int)  # id of the event
    other_order_asked = Signal(int)
    case_asked = Signal(int)
    contact_asked = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: tuple[OrderRow, ...] | None = None
        self._order_id = 0
        self.setObjectName("contextPane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = TallPage()
        page.setProperty("ground", "bg")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.clock = ClockCard(ctx)
        self.follow = FollowCard(ctx, ctx.settings)
        self.order = OrderCard(ctx, ctx.settings)
        self.timeline = TimelineCard(ctx, ctx.settings)
        self.buyer = BuyerCard(ctx, ctx.settings)
        self.contact, self.messages, self.similar = ContactCard(ctx), ThreadCard(ctx), SimilarCard(ctx)
        self.claimant = ClaimantBlock(ctx)
        self.claimant.hide()
        self.buyer.body.addWidget(self.claimant)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for card in (
            self.clock,
            self.follow,
            self.order,
            self.timeline,
            self.buyer,
            self.contact,
            self.messages,
            self.similar,
        ):
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(page)
        self.order.open_asked.connect(self.order_asked)
        self.timeline.noted.connect(self.noted)
        self.timeline.left.connect(self.left)
        self.timeline.notice_asked.connect(self.notice_asked)
        self.contact.order_asked.connect(self.other_order_asked)
        self.contact.note_asked.connect(self.contact_asked)
        self.claimant.order_asked.connect(self.other_order_asked)
        self.claimant.case_asked.connect(self.case_asked)
        self.similar.case_asked.connect(self.case_asked)

    def show_case(self, view: CaseView) -> None:
        """Show what belongs to a case."""
        if view.order.id != self._order_id:
            self._order_id, self._history = view.order.id, None
        self.clock.show_case(view)
        self.follow.show_case(view)
        self.order.show_order(view.order)
        self.timeline.show_case(view)
        self.buyer.show_buyer(view.order, self._history)

    def show_past(self, past: CasePast, view: CaseView) -> None:
        """What lies before the case, once it was read."""
        self.contact.show_past(past.contact, view.case.opened_at)
        self.messages.show_past(past.contact)
        self.claimant.show_past(past.claimant, view.order.id)
        self.similar.show_past(past.similar)

    def show_thread(self) -> None:
        """Unfold the messages and bring their head to the top."""
        self.messages.unfold()
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(self.messages.y()))

    def show_history(self, view: CaseView, history: tuple[OrderRow, ...]) -> None:
        """The buyer's other orders, once they were read."""
        self._history = history
        self.buyer.show_buyer(view.order, history)
