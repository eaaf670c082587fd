"""The steps rail: what was answered, where the case stands, what is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from claimdesk.ui.case.rail_paint import ROW, RailDelegate
from claimdesk.ui.case.rail_rows import CHECK, HEAD, RailRow, rail_rows
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import month_text

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.ui.context import WindowContext

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _RailModel(QAbstractListModel):
    """The rows; heads cannot be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[RailRow, ...] = ()

    def show(self, rows: tuple[RailRow, ...]) -> None:
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.number} {row.title}".strip() if row.kind != HEAD else row.phase
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.title}\n{row.detail}".strip() or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.rows[index.row()]
        if row.kind == HEAD:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _RailList(QListView):
    """Opens a step by click or Enter."""

    chosen = Signal(str)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        elif event.text().isdigit() or event.text().isalpha():
            event.ignore()  # digits answer the question in the middle
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The step worked on stays in sight when the foot or the window takes room."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if isinstance(row, RailRow) and row.opens:
            self.chosen.emit(row.step_id)


class StepsRail(QFrame):
    """Phases and steps, with the scenario at the foot. `chosen(step id)` when a step that can be opened is picked.

    `change_asked` when the case should go on with another scenario.
    """

    chosen = Signal(str)
    change_asked = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._second: dict[str, str] = {}
        self.setObjectName("stepsRail")
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.setFixedWidth(252)
        self._model = _RailModel(self)
        self._list = _RailList(self)
        self._list.setObjectName("stepsList")
        self._list.setModel(self._model)
        self._list.setItemDelegate(RailDelegate(self.phase_words, self._second_line, self))
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.chosen.connect(self.chosen)
        self._build_foot()

    def _build_foot(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 12)
        layout.setSpacing(0)
        layout.addWidget(self._list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 0, 18, 0)
        foot.setSpacing(0)
        line = QFrame()
        line.setProperty("frame", "line")
        self._label, self._scenario, self._version = (
            Plain("", role="secondary", ink="text3"), Plain("", role="control", wrap=True), Plain("", role="secondary", ink="text3", wrap=True),
        )  # fmt: skip
        foot.addWidget(line)
        foot.addSpacing(10)
        self.change = LinkButton("")
        self.change.setObjectName("changeScenario")
        self.change.clicked.connect(self.change_asked)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._label)
        head.addStretch(1)
        head.addWidget(self.change)
        foot.addLayout(head)
        for label in (self._scenario, self._version):
            foot.addWidget(label)
        layout.addLayout(foot)

    def show_case(self, view: CaseView, shown: str, notes: dict[str, str]) -> None:
        """Show a case; `notes` are second lines for steps that have more to say than their answer."""
        self._second = notes
        self._model.show(rail_rows(view, shown, self._ctx.language))
        self._list.doItemsLayout()
        scenario = view.scenario
        self._list.setAccessibleName(self.tr("Steps"))
        self._label.setText(self.tr("Scenario"))
        self.change.setText(self.tr("Change"))
        self.change.setAccessibleName(self.tr("Change scenario"))
        self.change.setToolTip(self.tr("Go on with another scenario; answers, evidence and clocks are kept"))
        self.change.updateGeometry()
        self.change.setVisible(view.case.closed_at is None)
        self._scenario.setText(scenario.title.get(self._ctx.language))
        month = month_text(scenario.checked, self._ctx.language)
        self._version.setText(self.tr("Playbook {0}, checked {1}").format(scenario.version, month))
        self._reveal(shown)

    def show_second_line(self, step_id: str, words: str) -> None:
        """Say something else under one step, while it is worked on."""
        if self._second.get(step_id) != words:
            self._second[step_id] = words
            self._list.doItemsLayout()
            self._list.viewport().update()
            self._reveal(step_id)

    def _reveal(self, step_id: str) -> None:
        for at, row in enumerate(self._model.rows):
            if row.step_id == step_id:
                index = self._model.index(at)
                self._list.setCurrentIndex(index)
                self._list.scrollTo(index)

    def _second_line(self, row: RailRow) -> str:
        if row.kind == CHECK:
            return self.tr("Check again: {0}").format(row.detail) if row.detail else self.tr("Check again")
        return self._second.get(row.step_id) or row.detail

    def phase_words(self, phase: str) -> str:
        """What a phase is called."""
        return {
            "understand": self.tr("Understand"),
            "collect": self.tr("Collect"),
            "decide": self.tr("Decide"),
            "act": self.tr("Act"),
            "follow_up": self.tr("Follow up"),
        }.get(phase, phase)

    def sizeHint(self) -> QSize:
        return QSize(252, 400)
