"""The dialog that opens a case: which scenario, for which order, and what it will take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from claimdesk.ui.cases.new_case_entries import ChoiceWords
from claimdesk.ui.cases.new_case_preview import ScenarioPreview
from claimdesk.ui.cases.new_case_reading import Choice, read_choice
from claimdesk.ui.cases.scenario_list import ScenarioList
from claimdesk.ui.context import Changes
from claimdesk.ui.fonts import role_font
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.card_dialog import CardDialog
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.empty import MessageBar
from claimdesk.ui.widgets.fields import SearchField
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext

SIZE = QSize(944, 692)


class NewCaseDialog(CardDialog):
    """Opens a case by `desk.cases.open` and goes to it. `order_id` 0 asks for the order too."""

    def __init__(self, ctx: WindowContext, order_id: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(SIZE, parent)
        self.setObjectName("new_case")
        self._ctx = ctx
        self._choice: Choice | None = None
        self.search, self._count = SearchField(delay=0), Plain("", "secondary", "text3")
        self.error = MessageBar(kind="danger")
        self._words = ChoiceWords(ctx, self)
        self.list = ScenarioList()
        self.preview = ScenarioPreview(ctx)
        self.go_there = QCheckBox()
        self.cancel, self.create_button = PlainButton("", "", "Esc"), PrimaryButton("", "", "↵")
        self._name_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._load(order_id)
        self.search.setFocus()

    def _name_widgets(self) -> None:
        for widget, name in (
            (self.search, "new_case_search"), (self.list, "new_case_list"), (self.create_button, "new_case_open"),
            (self.cancel, "new_case_cancel"), (self.go_there, "new_case_go"),
        ):  # fmt: skip
            widget.setObjectName(name)

    # layout

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(self._left(), 1)
        body.addWidget(Line(upright=True))
        body.addWidget(self.preview)
        foot = QHBoxLayout()
        foot.addWidget(self.go_there)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.create_button)
        self.arrange(body, foot)
        foot.setContentsMargins(20, 15, 20, 15)
        self.go_there.setChecked(True)

    def _left(self) -> QVBoxLayout:
        inside = QHBoxLayout(self.search)
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addStretch(1)
        inside.addWidget(self._count)
        self.search.setFixedHeight(34)
        left = QVBoxLayout()
        left.setContentsMargins(16, 14, 10, 8)
        left.setSpacing(10)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 6, 0)
        row.addWidget(self.search)
        left.addLayout(row)
        left.addWidget(self.error)
        left.addWidget(self.list, 1)
        self.error.hide()
        return left

    def _connect(self) -> None:
        self.search.searched.connect(self._on_search)
        self.search.installEventFilter(self)
        self.list.chosen_changed.connect(self._show_chosen)
        self.list.doubleClicked.connect(lambda _: self.create_case())
        self.preview.order_chosen.connect(self._load)
        self.cancel.clicked.connect(self.reject)
        self.create_button.clicked.connect(self.create_case)

    # texts

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        super().retranslate()
        self.set_title(self.tr("New case"))
        self.search.setPlaceholderText(self.tr("Search scenarios, such as “chargeback”, “missing part”, “customs”"))
        self.search.setAccessibleName(self.tr("Search scenarios"))
        self.list.setAccessibleName(self.tr("Scenarios"))
        self.go_there.setText(self.tr("Go to the case"))
        self.go_there.setFont(role_font("body"))
        self.cancel.setText(self.tr("Cancel"))
        self.create_button.setText(self.tr("Open case"))
        self.preview.retranslate()
        self._show_entries()

    # what can be chosen

    def _load(self, order_id: int) -> None:
        desk, now = self._ctx.desk, self._ctx.now()
        if desk is None:
            return
        self._ctx.jobs.run(
            lambda task: read_choice(desk, order_id, now),
            owner=self,
            done=self._on_read,
            failed=self._on_failed,
            lane="reading",
        )

    def _on_read(self, choice: Choice) -> None:
        self._choice = choice
        self._show_faults(choice)
        self.preview.show_choice(choice)
        self._show_entries()

    def _show_entries(self) -> None:
        if self._choice is not None:
            self.list.entries.show(self._words.entries(self._choice))
            self._count.setText(self.tr("{count} scenarios").format(count=len(self._choice.scenarios)))

    def _show_faults(self, choice: Choice) -> None:
        """Name the scenario files of the owner that are left out."""
        desk = self._ctx.desk
        if desk is not None and choice.faults:
            self.error.set(self._words.faults(choice, desk), "warn")
            self.error.show()

    def _on_search(self, wanted: str) -> None:
        self.list.entries.search(wanted.strip())
        self._count.setVisible(not wanted)

    @property
    def chosen(self) -> str:
        """The id of the chosen scenario, empty for none."""
        return self.list.chosen.scenario if self.list.chosen is not None else ""

    def _show_chosen(self) -> None:
        self.preview.show_scenario(self.chosen)
        self.create_button.setEnabled(self._choice is not None and self._choice.order is not None and bool(self.chosen))

    # opening

    def create_case(self) -> None:
        """Open the case and, if wanted, go to it."""
        desk, now, choice, scenario = self._ctx.desk, self._ctx.now(), self._choice, self.chosen
        if desk is None or choice is None or choice.order is None or not scenario:
            return
        order_id = choice.order.id
        self.create_button.setEnabled(False)
        self._ctx.jobs.run(
            lambda task: desk.cases.open(order_id, scenario, now),
            owner=self,
            done=self._on_opened,
            failed=self._on_failed,
        )

    def _on_opened(self, case_id: int) -> None:
        ctx, go_there, words = self._ctx, self.go_there.isChecked(), self.tr("The case is open")
        self.accept()
        ctx.changed.emit(Changes(cases=True))
        if go_there:
            ctx.open_case.emit(case_id)
        else:
            ctx.toast.emit(words, None)

    def _on_failed(self, error: Exception) -> None:
        self.error.set(self._ctx.words(error), "danger")
        self.error.show()
        self._show_chosen()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search move through the list; Enter opens."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() == Qt.Key.Key_Escape and not self.search.text():
                self.reject()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the case from anywhere in the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.create_case()
            return
        super().keyPressEvent(event)
