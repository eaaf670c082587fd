"""An instruction: what to do in order, what not to do, where it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from claimdesk.ui.case.hint_line import HintLine
from claimdesk.ui.case.step_body import FootAction, StepBody
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.records.bilingual import Bilingual
    from claimdesk.core.scenarios.walk import PathStep
    from claimdesk.ui.case.session import CaseSession
    from claimdesk.ui.context import WindowContext


class PointList(QWidget):
    """Numbered points, or points with an icon, each wrapping."""

    def __init__(self, icon: str = "", tone: str = "text3", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._shown: tuple[str, ...] = ()

    def show_points(self, points: tuple[str, ...]) -> None:
        """Show these points; nothing at all for none."""
        self.setVisible(bool(points))
        if points == self._shown:
            return
        self._shown = points
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, words in enumerate(points):
            mark: QWidget = (
                Icon(self._icon, self._tone, 16) if self._icon else Plain(f"{row + 1}.", role="strong", ink="text3")
            )
            label = Plain(words, role="body", wrap=True)
            self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, row, 1)


class InstructionBody(StepBody):
    """Something to do outside the program, or a remedy to choose by its text."""

    def __init__(self, ctx: WindowContext, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(ctx, session, parent)
        self.setObjectName("instructionBody")
        self.do_head = Plain("", role="section")
        self.do_list = PointList()
        self.dont_head = Plain("", role="section")
        self.dont_list = PointList("x-circle", "dangersolid")
        self.source = HintLine("book-open", parent=self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 16, 0, 16)
        self.column.setSpacing(8)
        for widget in (self.do_head, self.do_list):
            self.column.addWidget(widget)
        self.column.addSpacing(10)
        for widget in (self.dont_head, self.dont_list):
            self.column.addWidget(widget)
        self.column.addSpacing(10)
        self.column.addWidget(self.source)
        self.column.addStretch(1)

    def show_step(self, view: CaseView, place: PathStep) -> None:
        """The lists of the step."""
        super().show_step(view, place)
        step = place.step
        self.do_head.setText(self.tr("What to do"))
        self.dont_head.setText(self.tr("What not to do"))
        self.do_head.setVisible(bool(step.do))
        self.dont_head.setVisible(bool(step.dont))
        self.do_list.show_points(self._texts(step.do))
        self.dont_list.show_points(self._texts(step.dont))
        self.source.say(self.tr("Source: {0}").format(step.source) if step.source else "")

    def foot_actions(self) -> tuple[FootAction, ...]:
        words = self.tr("Continue") if self._kind == "remedy" else self.tr("Done, continue")
        return (self.continue_action(words, not self.session.closed),)

    @property
    def _kind(self) -> str:
        return self.place.step.kind if self.place else ""

    def _texts(self, points: tuple[Bilingual, ...]) -> tuple[str, ...]:
        return tuple(point.get(self.ctx.language) for point in points)
