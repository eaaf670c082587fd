"""The right pane: clocks, order, timeline, buyer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from claimdesk.ui.case.clock_card import ClockCard
from claimdesk.ui.case.follow_card import FollowCard
from claimdesk.ui.case.order_card import BuyerCard, OrderCard
from claimdesk.ui.case.timeline_card import TimelineCard

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.records.orders import OrderRow
    from claimdesk.ui.context import WindowContext


class ContextPane(QScrollArea):
    """What is known besides the step. `order_asked`, `noted(text)`, `left` when the note was given up."""

    order_asked = Signal()
    noted = Signal(str)
    left = Signal()
    notice_asked = Signal(int)  # id of the event

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: tuple[OrderRow, ...] | None = None
        self._order_id = 0
        self.setObjectName("contextPane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("ground", "bg")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.clock = ClockCard(ctx)
        self.follow = FollowCard(ctx, ctx.settings)
        self.order = OrderCard(ctx, ctx.settings)
        self.timeline = TimelineCard(ctx, ctx.settings)
        self.buyer = BuyerCard(ctx, ctx.settings)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for card in (self.clock, self.follow, self.order, self.timeline, self.buyer):
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(page)
        self.order.open_asked.connect(self.order_asked)
        self.timeline.noted.connect(self.noted)
        self.timeline.left.connect(self.left)
        self.timeline.notice_asked.connect(self.notice_asked)

    def show_case(self, view: CaseView) -> None:
        """Show what belongs to a case."""
        if view.order.id != self._order_id:
            self._order_id, self._history = view.order.id, None
        self.clock.show_case(view)
        self.follow.show_case(view)
        self.order.show_order(view.order)
        self.timeline.show_case(view)
        self.buyer.show_buyer(view.order, self._history)

    def show_history(self, view: CaseView, history: tuple[OrderRow, ...]) -> None:
        """The buyer's other orders, once they were read."""
        self._history = history
        self.buyer.show_buyer(view.order, history)
