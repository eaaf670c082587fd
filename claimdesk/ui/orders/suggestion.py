"""The scenario that fits an order best, why, and the way into its case; the others below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimdesk.core.records.cases import CaseRow, CaseStatus
from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import LinkButton, SplitButton
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.families import FAMILY_ICONS
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.menus import Menu
from claimdesk.ui.widgets.painting import fill, outline, paint_text
from claimdesk.ui.widgets.tall import empty_layout

if TYPE_CHECKING:
    from claimdesk.core.scenarios.router import Suggested
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.orders.reading import OrderDetails

OTHERS = 3


class ScenarioRow(QAbstractButton):
    """A scenario as a quiet row: icon, title, and a caret that says it leads somewhere."""

    def __init__(self, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setText(title)
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, True)

    def sizeHint(self) -> QSize:
        return QSize(200, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            fill(painter, box.adjusted(-6, 0, 6, 0), theme.color("hover"), 4)
        if self.hasFocus():
            outline(painter, box, theme.color("accent"), 4)
        paint_icon(painter, QRectF(0, 0, 15, 28), self._icon, theme.color("text3"), 15)
        words = QRectF(23, 0, box.width() - 23 - 20, 28)
        paint_text(painter, words, self.text(), theme.color("text2"), role_font("table"))
        paint_icon(painter, QRectF(box.right() - 13, 0, 12, 28), "caret-right", theme.color("text3"), 12)
        painter.end()


class Suggestion(QWidget):
    """What fits the order.

    Signals: `scenario_chosen(id)` opens a case by it, `case_chosen(id)` goes to one that is open, `all_asked`
    shows every scenario.
    """

    scenario_chosen = Signal(str)
    case_chosen = Signal(int)
    all_asked = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._details: OrderDetails | None = None
        self._card = Card(padding=0, look="accent")
        self._overline_icon = Icon("lightbulb", "accenttext", 15)
        self._overline = Plain("", "chip", "accenttext")
        self._title = Plain("", "row", wrap=True)
        self._why = Plain("", "secondary", "text2", wrap=True)
        self.go = SplitButton("", "folder-simple-plus", "Ctrl N")
        self.go.main.setObjectName("orders_open_case")
        self.go.more.setObjectName("orders_open_case_menu")
        self._steps = Plain("", "secondary", "text3")
        self._rows = QVBoxLayout()
        self.all = LinkButton()
        self.all.setObjectName("orders_all_scenarios")
        self._lay_out()
        self.go.main.clicked.connect(self._on_go)
        self.go.more.clicked.connect(self._on_more)
        self.all.clicked.connect(self.all_asked)

    def _lay_out(self) -> None:
        self._card.body.setContentsMargins(13, 11, 13, 11)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._overline_icon)
        head.addWidget(self._overline, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.go)
        foot.addWidget(self._steps)
        foot.addStretch(1)
        body = self._card.body
        body.addLayout(head)
        body.addSpacing(2)
        body.addWidget(self._title)
        body.addSpacing(2)
        body.addWidget(self._why)
        body.addSpacing(10)
        body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._card)
        column.addSpacing(6)
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        column.addSpacing(4)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)

    def show_details(self, details: OrderDetails) -> None:
        """Show what fits this order: the case that is open, else the best scenario."""
        self._details = details
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        details = self._details
        if details is None:
            return
        running = open_case(details.cases)
        if running is not None:
            self._show_case(running)
            others: Sequence[Suggested] = details.suggested[:OTHERS]
        elif details.suggested:
            self._show_best(details.suggested[0])
            others = details.suggested[1 : 1 + OTHERS]
        else:
            self._show_none()
            others = ()
        self._show_others(others)
        self.all.setText(self.tr("All {count} scenarios").format(count=details.scenarios))
        self.all.setVisible(details.scenarios > 0)

    def _show_case(self, running: CaseRow) -> None:
        self._set(
            self.tr("Case {ref} is open").format(ref=running.ref),
            "briefcase",
            self._ctx.text(running.title),
            self._ctx.text(running.next_deadline.action) if running.next_deadline else "",
        )
        self.go.main.setText(self.tr("Continue"))
        self.go.main.set_hint("")
        self._steps.setText(f"{running.steps_done}/{running.steps_total}")

    def _show_best(self, best: Suggested) -> None:
        why = " ".join(self._ctx.text(reason) for reason in best.because)
        self._set(self.tr("Suggested"), "lightbulb", self._ctx.text(best.scenario.title), why)
        self.go.main.setText(self.tr("Open case"))
        self.go.main.set_hint("Ctrl N")
        self._steps.setText(self.tr("{count} steps").format(count=steps_of(best)))

    def _show_none(self) -> None:
        self._set(
            self.tr("No suggestion"),
            "lightbulb",
            self.tr("No scenario stands out"),
            self.tr("The order alone does not say what the buyer wants. Choose what fits the message you got."),
        )
        self.go.main.setText(self.tr("Choose a scenario"))
        self.go.main.set_hint("Ctrl N")
        self._steps.setText("")

    def _set(self, overline: str, icon: str, title: str, why: str) -> None:
        self._overline_icon.set(icon)
        self._overline.setText(overline)
        self._title.setText(title)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.go.updateGeometry()

    def _show_others(self, others: Sequence[Suggested]) -> None:
        empty_layout(self._rows)
        for one in others:
            row = ScenarioRow(self._ctx.text(one.scenario.title), FAMILY_ICONS[one.scenario.family], self)
            row.setToolTip(" ".join(self._ctx.text(reason) for reason in one.because))
            row.clicked.connect(lambda _=False, scenario=one.scenario.id: self.scenario_chosen.emit(scenario))
            self._rows.addWidget(row)

    def _on_go(self) -> None:
        details = self._details
        if details is None:
            return
        running = open_case(details.cases)
        if running is not None:
            self.case_chosen.emit(running.id)
        elif details.suggested:
            self.scenario_chosen.emit(details.suggested[0].scenario.id)
        else:
            self.all_asked.emit()

    def _on_more(self) -> None:
        """The scenarios that fit, and all of them, as a menu under the button."""
        if self._details is None:
            return
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        for one in self._details.suggested:
            action = menu.addAction(self._ctx.text(one.scenario.title))
            action.triggered.connect(lambda _=False, scenario=one.scenario.id: self.scenario_chosen.emit(scenario))
        if self._details.suggested:
            menu.addSeparator()
        menu.addAction(self.tr("All scenarios…")).triggered.connect(self.all_asked)
        menu.popup(self.go.mapToGlobal(self.go.rect().bottomLeft()))


def open_case(cases: Sequence[CaseRow]) -> CaseRow | None:
    """The latest case of the order that is not closed."""
    running = [case for case in cases if case.status != CaseStatus.CLOSED]
    return max(running, key=lambda case: case.id, default=None)


def steps_of(suggested: Suggested) -> int:
    """How many steps the scenario takes when nothing special happens."""
    return sum(1 for step in suggested.scenario.steps if not step.when)
