"""What the Case menu holds, with its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from claimdesk.ui.case.reply.ahead import next_message

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.ui.case.screen import CaseScreen


class CaseActions(QObject):
    """One QAction each, in the menu and, for its key, on the screen."""

    def __init__(self, screen: CaseScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.previous = self._add("previous", screen.go_back, "Alt+Left")
        self.next = self._add("next", screen.go_forward, "Alt+Right")
        self.skip = self._add("skip", screen.centre.skip)
        self.note = self._add("note", screen.add_note, "Ctrl+Shift+N")
        self.reply = self._add("reply", screen.go_to_reply, "Ctrl+R")
        self.copy = self._add("copy", lambda: self._in_message("copy_english"), "Ctrl+Shift+C")
        self.sent = self._add("sent", lambda: self._in_message("mark_sent"), "Ctrl+Return", "Ctrl+Enter")
        self.use = self._add("use", lambda: self._in_composer("use_suggestion"), "Alt+Return", "Alt+Enter")
        self.next_issue = self._add("next-issue", lambda: self._go_to_issue(1), "F8")
        self.previous_issue = self._add("previous-issue", lambda: self._go_to_issue(-1), "Shift+F8")
        self.insert = self._add("insert", lambda: self._in_message("open_insert"), "Ctrl+J")
        self.dossier = self._add("dossier", screen.dossier.make, "Ctrl+Shift+D")
        self.close = self._add("close", self._close_or_reopen)

    def all(self) -> tuple[QAction, ...]:
        """The actions of the menu, in its order."""
        return (
            self.next,
            self.previous,
            self.skip,
            self.reply,
            self.note,
            self.copy,
            self.sent,
            self.insert,
            self.next_issue,
            self.dossier,
            self.close,
        )

    def retranslate(self) -> None:
        """Texts in the language shown."""
        self.next.setText(self.tr("Next step"))
        self.previous.setText(self.tr("Previous step"))
        self.skip.setText(self.tr("Skip this step"))
        self.reply.setText(self.tr("Go to the reply"))
        self.note.setText(self.tr("Add note"))
        self.copy.setText(self.tr("Copy English"))
        self.sent.setText(self.tr("Mark as sent"))
        self.use.setText(self.tr("Use suggestion"))
        self.next_issue.setText(self.tr("Next issue"))
        self.insert.setText(self.tr("Insert into the message"))
        self.previous_issue.setText(self.tr("Previous issue"))
        self.dossier.setText(self.tr("Dossier"))
        self.close.setText(self.tr("Reopen case") if self._screen.session.closed else self.tr("Close case"))

    def show_state(self, view: CaseView, message: bool) -> None:
        """Switch on what can be done now."""
        for action in (self.copy, self.sent, self.use, self.insert, self.next_issue, self.previous_issue):
            action.setEnabled(message and view.case.closed_at is None)
        self.reply.setEnabled(view.case.closed_at is None and next_message(view.walk) is not None)
        self.skip.setEnabled(self._screen.centre.may_skip)
        self.retranslate()

    def _add(self, name: str, work: Callable[[], object], *keys: str) -> QAction:
        action = QAction(self._screen)
        action.setObjectName(f"case-{name}")
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda *_: work())
        self._screen.addAction(action)
        return action

    def _in_message(self, name: str) -> None:
        body = self._screen.message_body()
        if body is not None:
            getattr(body, name)()

    def _in_composer(self, name: str) -> None:
        body = self._screen.message_body()
        if body is not None:
            getattr(body.composer, name)()

    def _go_to_issue(self, by: int) -> None:
        body = self._screen.message_body()
        if body is not None:
            body.composer.go_to_issue(by)

    def _close_or_reopen(self) -> None:
        if self._screen.session.closed:
            self._screen.changes.reopen()
        else:
            self._screen.changes.close()
