"""The foot of the middle: Back, Skip for now, a remark, and what the step offers to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from claimdesk.ui.case.step_body import FootAction
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import GhostButton, PlainButton, PrimaryButton
from claimdesk.ui.widgets.labels import Plain

_TWO_LINES = 34  # px, in the size of a remark


class StepFoot(QFrame):
    """`back_asked` and `skip_asked`; the step's own buttons call what they were given."""

    back_asked = Signal()
    skip_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(56)
        self._back = GhostButton("", "arrow-left")
        self._back.setObjectName("backButton")
        self._back.clicked.connect(self.back_asked)
        self._skip = GhostButton("")
        self._skip.setObjectName("skipButton")
        self._skip.clicked.connect(self.skip_asked)
        self._note = Plain("", "secondary", "text3", wrap=True)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._note.setObjectName("footNote")
        self._buttons: dict[str, PlainButton] = {}
        self._actions: tuple[FootAction, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 1, 24, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._back)
        self._row.addWidget(self._skip)
        self._row.addWidget(self._note, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, active().color("line"))
        painter.end()

    def retranslate(self) -> None:
        """Texts of the fixed buttons."""
        self._back.setText(self.tr("Back"))
        self._skip.setText(self.tr("Skip for now"))

    def show_foot(
        self, *, can_back: bool, can_skip: bool, note: str, tone: str, actions: tuple[FootAction, ...]
    ) -> None:
        """Show what the step offers; buttons with the same names stay, so that the focus stays."""
        self.retranslate()
        self._back.setEnabled(can_back)
        self._skip.setVisible(can_skip)
        self._note.setText(note)
        self._note.set_ink(tone)
        self._note.setAlignment(self._note.alignment().AlignRight | self._note.alignment().AlignVCenter)
        shape = [(action.name, action.primary) for action in actions]
        if shape != [(action.name, action.primary) for action in self._actions]:
            self._rebuild(actions)
        self._actions = actions
        for action in actions:
            button = self._buttons[action.name]
            button.setText(action.text)
            button.setEnabled(action.enabled)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The remark is read whole, in two lines at most: where it would take more, the keys leave their buttons."""
        for keys in (True, False):
            for action in self._actions:
                button = self._buttons[action.name]
                button.set_hint(action.keys if keys else "")
                button.setAccessibleDescription(action.keys)
                button.setToolTip("" if keys else action.keys)
            if not self._note.text() or self._note.heightForWidth(self._room()) <= _TWO_LINES:
                return

    def _room(self) -> int:
        """Width that the fixed buttons and those of the step leave to the remark."""
        margins, gaps = self._row.contentsMargins(), self._row.spacing()
        beside = [self._back, *self._buttons.values()]
        if not self._skip.isHidden():
            beside.append(self._skip)
        taken = sum(button.sizeHint().width() + gaps for button in beside)
        return max(24, self.width() - margins.left() - margins.right() - taken)

    def button(self, name: str) -> PlainButton | None:
        """A button of the step by its name."""
        return self._buttons.get(name)

    def _rebuild(self, actions: tuple[FootAction, ...]) -> None:
        for button in self._buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for action in actions:
            kind = PrimaryButton if action.primary else GhostButton if action.ghost else PlainButton
            button = kind(action.text, action.icon, action.keys)
            button.setObjectName(action.name)
            button.clicked.connect(lambda _=False, name=action.name: self._run(name))
            self._row.addWidget(button)
            self._buttons[action.name] = button

    def _run(self, name: str) -> None:
        for action in self._actions:
            if action.name == name and action.enabled:
                action.run()
                return
