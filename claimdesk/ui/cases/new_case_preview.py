"""The right side of the New-case dialog: purpose, order, first deadline, steps; or the search for the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimdesk.ui.cases.new_case_reading import Choice
from claimdesk.ui.cases.order_pick import OrderPick
from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets import times
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import paint_text
from claimdesk.ui.widgets.tall import TallPage, empty_layout, scrolled
from claimdesk.ui.widgets.times import month_text

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext

WIDTH = 356
NAME_WIDTH = 84


class StepLines(QWidget):
    """Numbered steps, 24 px each."""

    LINE = 24

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, steps: tuple[str, ...]) -> None:
        """Show these steps."""
        self._steps = steps
        self.setAccessibleName("; ".join(steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.LINE * len(self._steps))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, words in enumerate(self._steps):
            top = at * self.LINE
            painter.setPen(QPen(theme.color("line2"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(0.75, top + 3.75, 16.5, 16.5)
            painter.drawEllipse(ring)
            paint_text(
                painter, ring, str(at + 1), theme.color("text3"), role_font("badge"), Qt.AlignmentFlag.AlignHCenter
            )
            paint_text(
                painter, QRectF(28, top, self.width() - 28, self.LINE), words, theme.color("text"), role_font("table")
            )
        painter.end()


class ScenarioPreview(QWidget):
    """Signal: `order_chosen(id)` when an order was picked."""

    order_chosen = Signal(int)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.setProperty("ground", "bg")
        self._ctx = ctx
        self._choice: Choice | None = None
        self._scenario = ""
        self._kept = False
        self._title, self._purpose = Plain("", "section", wrap=True), Plain("", "table", "text2", wrap=True)
        self._card = Card(padding=0)
        self._facts = QGridLayout()
        self.other = LinkButton()
        self.pick = OrderPick(ctx, "newCaseOrder")
        self._steps_title, self._steps = Plain("", "strong"), StepLines()
        self._note_icon, self._note = Icon("info", "text3", 15), Plain("", "table", "text2", wrap=True)
        self._lay_out()
        self.pick.order_chosen.connect(self._choose)
        self.other.clicked.connect(self._pick_another)

    def _lay_out(self) -> None:
        page = TallPage()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacing(4)
        column.addWidget(self._purpose)
        column.addSpacing(12)
        self._facts.setContentsMargins(12, 10, 12, 10)
        self._facts.setHorizontalSpacing(8)
        self._facts.setVerticalSpacing(2)
        self._facts.setColumnMinimumWidth(0, NAME_WIDTH)
        self._facts.setColumnStretch(1, 1)
        self._card.body.addLayout(self._facts)
        column.addWidget(self._card)
        column.addSpacing(4)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.pick)
        column.addSpacing(10)
        column.addWidget(self._steps_title)
        column.addSpacing(4)
        column.addWidget(self._steps)
        column.addSpacing(12)
        note = QHBoxLayout()
        note.setSpacing(8)
        note.addWidget(self._note_icon, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._note, 1)
        column.addLayout(note)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(page))

    # what it shows

    def keep_order(self) -> None:
        """Offer no other order: the case has its own."""
        self._kept = True
        self.retranslate()

    def show_choice(self, choice: Choice) -> None:
        """Show the order, or the search for it."""
        self._choice = choice
        self.pick.setVisible(choice.order is None and not self._kept)
        if choice.order is None:
            self.pick.offer()
        self.retranslate()

    def show_scenario(self, scenario: str) -> None:
        """Show what a scenario is for and what it takes."""
        self._scenario = scenario
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.other.setText(self.tr("Choose another order"))
        self.pick.retranslate()
        self.pick.title.setText(self.tr("For which order?"))
        self.pick.none.setText(self.tr("No order fits. Import the file that holds it first."))
        choice = self._choice
        self._card.setVisible(choice is not None and choice.order is not None)
        self.other.setVisible(choice is not None and choice.order is not None and not self._kept)
        scenario = choice.scenario(self._scenario) if choice is not None else None
        for widget in (self._title, self._purpose, self._steps_title, self._steps, self._note_icon, self._note):
            widget.setVisible(scenario is not None)
        if choice is not None and choice.order is not None:
            self._write_order(choice)
        if scenario is None:
            return
        text = self._ctx.text
        self._title.setText(text(scenario.title))
        self._purpose.setText(text(scenario.purpose))
        steps = tuple(text(step.title) for step in scenario.steps if not step.when)
        self._steps_title.setText(self.tr("{count} steps").format(count=len(steps)))
        self._steps.set(steps)
        self._note.setText(
            self.tr("Rules checked {month}. The scenario can be changed later; what you filled in is kept.").format(
                month=month_text(scenario.checked, self._ctx.language)
            )
        )

    def _write_order(self, choice: Choice) -> None:
        order = choice.order
        if order is None:
            return
        due = choice.deadlines.get(self._scenario)
        when = ""
        if due is not None:
            when = times.due_text(due.safe, self._ctx.now(), self._ctx.language, zone=self._ctx.home)
            comma = "，" if self._ctx.language.startswith("zh") else ", "
            action = self._ctx.text(due.action)
            when = when[:1].upper() + when[1:] + comma + action[:1].lower() + action[1:]
        empty_layout(self._facts)
        rows = [
            (self.tr("Order"), order.order_no, "table", ""),
            (self.tr("Buyer"), order.buyer_name or order.ship_name or order.buyer_username, "table", ""),
            (self.tr("At risk"), times.money_text(order.total_minor, order.currency), "table", ""),
            (self.tr("First deadline"), when, "strong", "warn"),
        ]
        for at, (name, value, role, ink) in enumerate(row for row in rows if row[1]):
            self._facts.addWidget(Plain(name, "table", "text3"), at, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(Plain(value, role, ink, wrap=True), at, 1)

    # the order

    def _pick_another(self) -> None:
        self.pick.show()
        self.pick.offer()
        self.pick.search.setFocus()

    def _choose(self, order_id: int) -> None:
        self.pick.hide()
        self.order_chosen.emit(order_id)
