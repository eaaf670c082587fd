"""What every kind of step in the middle shares: it shows one place of the walk and says what the foot may do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.scenarios.walk import PathStep
    from claimdesk.ui.case.session import CaseSession
    from claimdesk.ui.context import WindowContext


@dataclass(frozen=True, slots=True)
class FootAction:
    """A button of the foot. `name` is its object name; the primary one is also what Enter does on plain steps."""

    name: str
    text: str
    run: Callable[[], None]
    icon: str = ""
    keys: str = ""
    primary: bool = False
    ghost: bool = False
    enabled: bool = True


class StepBody(QWidget):
    """One kind of step.

    `foot_changed` when its buttons or note changed; `answered(option, text)` when the step is done, or
    `finished_by(change)` when more than an answer is written; `next_asked` moves on without an answer;
    `second_line(words)` is what the rail says under the step meanwhile.
    """

    foot_changed = Signal()
    answered = Signal(str, str)
    finished_by = Signal(object)
    next_asked = Signal()
    told = Signal(str)  # a note above the foot
    reveal_asked = Signal(object)  # a widget of the step that should be in sight
    second_line = Signal(str)
    reply_asked = Signal()  # the next message, although it lies ahead
    thread_asked = Signal()  # the messages of the order, in the right pane
    way_asked = Signal(str)  # what follows from the outcome and is done in another scenario

    may_skip = True
    enter_continues = True

    @property
    def crowded(self) -> bool:
        """Whether the foot has no room for Skip beside the step's own buttons and note."""
        return False

    def __init__(self, ctx: WindowContext, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.session = session
        self.view: CaseView | None = None
        self.place: PathStep | None = None

    def show_step(self, view: CaseView, place: PathStep) -> None:
        """Show a step. Called again after every change; what is being typed must survive it."""
        self.view, self.place = view, place

    def tools(self) -> QWidget | None:
        """Buttons beside the headline, for kinds that have some."""
        return None

    def foot_note(self) -> tuple[str, str]:
        """A short remark left of the buttons, and its tone (a colour role)."""
        return "", "text3"

    def foot_actions(self) -> tuple[FootAction, ...]:
        """Buttons at the right of the foot, the primary one last."""
        return (self.continue_action(),)

    def continue_action(self, text: str = "", enabled: bool = True) -> FootAction:
        """The plain Continue."""
        return FootAction("continueButton", text or self.tr("Continue"), self.proceed, keys="↵", primary=True,
                          enabled=enabled)  # fmt: skip

    def proceed(self) -> None:
        """Do what the primary button does."""
        self.answered.emit("done", "")

    def take_digit(self, digit: int) -> bool:
        """A digit was pressed while no text field had the focus; True when it chose something."""
        return False

    def leave(self) -> None:
        """Another step or case is about to be shown: keep what was typed."""

    def focus_first(self) -> None:
        """Put the focus on the step's first control."""
        self.setFocus()
