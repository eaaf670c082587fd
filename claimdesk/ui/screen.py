"""What all screens share: the context, live language, refresh by what changed, and the actions of the menus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from claimdesk.ui.context import Changes, WindowContext
from claimdesk.ui.widgets.toast import ToastBand


class Screen(QWidget):
    """One place of the window.

    Subclasses build widgets in `__init__`, set every text in `retranslate` by literal `self.tr("…")`, and load what
    they show in `refresh`, which is called when the desk is ready, when the screen is shown after something changed,
    and at once for changes while it is visible.
    """

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._waits_for_keys = False  # shown, and nothing here has been given the keys yet
        self._by_itself: QWidget | None = None  # what Qt gave the focus when the screen was shown

    def refresh(self, changes: Changes) -> None:
        """Load again what these changes touch; `ctx.desk` may still be None."""

    def retranslate(self) -> None:
        """Set every text in the language shown now."""

    def selected_order(self) -> int:
        """The order that New case should start from; 0 for none."""
        return 0

    def keys_go_to(self) -> QWidget | None:
        """What the keys work on when the screen comes to the front for the first time; None leaves that to Tab order."""
        return None

    def give_keys(self) -> None:
        """Let the keys work on `keys_go_to` once it can be seen, unless somebody has put the focus elsewhere by then."""
        target, focus = self.keys_go_to(), QApplication.focusWidget()
        if not self._waits_for_keys or target is None or not target.isVisible():
            return
        self._waits_for_keys = False
        if focus is None or focus is self._by_itself or focus.isAncestorOf(self):
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:  # never left with the focus on something
            QTimer.singleShot(0, self, self._arrive)

    def _arrive(self) -> None:
        focus = QApplication.focusWidget()
        self._by_itself = focus if focus is not None and self.isAncestorOf(focus) else None
        self._waits_for_keys = True
        self.give_keys()

    def focus_search(self) -> None:
        """Put the cursor into this screen's search."""
        for field in self.findChildren(QLineEdit):
            if field.property("search") and field.isVisibleTo(self):
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                field.selectAll()
                return

    def toast_band(self) -> ToastBand | None:
        """Where a note may stand without covering a control; None where nothing stands above the window's foot."""
        return None

    def paste(self) -> bool:
        """Take what was copied, where the screen has a use for it; False leaves it to be read as a notice."""
        return False

    def undo(self) -> bool:
        """Take back the last change made here; False when there is nothing."""
        return False

    def redo(self) -> bool:
        """Put back what was taken back last; False when there is nothing."""
        return False

    def menu_actions(self) -> tuple[QAction, ...]:
        """Actions that the Case menu shows while this screen is in front."""
        return ()

    def panes_of(self) -> tuple[QWidget, ...]:
        """The panes that F6 walks, in order; those that cannot be seen are passed over."""
        return (self,)

    def toggle_context(self) -> None:
        """Show or hide the right pane, where there is one."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
