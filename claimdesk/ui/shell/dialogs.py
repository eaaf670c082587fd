"""The dialogs that the window opens, each imported at its first use so that the frame paints without them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from claimdesk.ui.context import WindowContext


class Dialogs:
    """Opens dialogs over one window. Those that may stay open beside the work come to the front the second time."""

    def __init__(self, ctx: WindowContext, window: QMainWindow) -> None:
        self._ctx, self._window = ctx, window

    def new_case(self, order_id: int) -> None:
        """A case for an order; 0 asks for the order too."""
        from claimdesk.ui.cases.new_case import NewCaseDialog

        NewCaseDialog(self._ctx, order_id, self._window).open()

    def change_scenario(self, case_id: int) -> None:
        """Another scenario for a case."""
        from claimdesk.ui.cases.change_scenario import ChangeScenarioDialog

        ChangeScenarioDialog(self._ctx, case_id, self._window).open()

    def kept_mail(self, data: Mapping[str, Any], order_no: str) -> None:
        """The text of a notice that a case keeps, and what was read from it."""
        from claimdesk.ui.intake.kept_mail import KeptMailDialog

        KeptMailDialog(self._ctx, data, order_no, self._window).open()

    def guides(self, guide: str = "") -> None:
        """The guides; one of them where it is named."""
        from claimdesk.ui.guides.dialog import GuidesDialog

        dialog = self._open_once(GuidesDialog)
        if guide and isinstance(dialog, GuidesDialog):
            dialog.choose(guide)

    def policy_check(self) -> None:
        """The message check on any text."""
        from claimdesk.ui.tools.policy_check import PolicyCheckDialog

        self._open_once(PolicyCheckDialog)

    def unassigned(self) -> None:
        """The messages that wait for their order."""
        from claimdesk.ui.intake.unassigned import UnassignedDialog

        self._open_once(UnassignedDialog)

    def shortcuts(self, actions: Sequence[QAction]) -> None:
        """Every command that has a key."""
        from claimdesk.ui.shell.about import ShortcutsDialog

        ShortcutsDialog(list(actions), self._window).open()

    def about(self) -> None:
        """What this program is."""
        from claimdesk.ui.shell.about import AboutDialog

        AboutDialog(self._window).open()

    def _open_once(self, kind: Callable[[WindowContext, QWidget], QDialog]) -> QDialog | None:
        if self._ctx.desk is None:
            return None
        shown = next((dialog for dialog in self._window.findChildren(QDialog) if type(dialog) is kind), None)
        dialog = shown or kind(self._ctx, self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog
