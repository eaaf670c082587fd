"""The screens of the window, each built at its first visit and told what changed by the time it is in front."""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from claimdesk.ui.context import Changes, WindowContext
from claimdesk.ui.screen import Screen
from claimdesk.ui.shell.places import PLACES
from claimdesk.ui.widgets.empty import EmptyState

EVERYTHING = Changes(orders=True, cases=True, settings=True)
_log = logging.getLogger(__name__)


class Content(QStackedWidget):
    """One screen in front, the others remember that they are behind."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._screens: dict[str, Screen] = {}
        self._faulty: dict[str, EmptyState] = {}
        self._stale: dict[str, Changes] = {}
        self.here = ""  # name of the place in front
        self.setObjectName("content")
        self.setContentsMargins(1, 1, 0, 0)

    def screen_of(self, name: str) -> Screen:
        """The screen of a place, built at the first call. Raises ImportError when it cannot be built."""
        if name not in self._screens:
            screen = PLACES[name].build(self._ctx)
            screen.setObjectName(f"screen-{name}")
            screen.retranslate()
            self._screens[name] = screen
            self.addWidget(screen)
            screen.refresh(EVERYTHING)
        return self._screens[name]

    def built(self, name: str) -> Any:
        """The screen of a place, with what only this one can do; None while it was not or could not be built."""
        return self._screens.get(name)

    @property
    def front(self) -> Screen | None:
        """The screen in front; None where it could not be built."""
        return self._screens.get(self.here)

    def bring(self, name: str) -> None:
        """Bring a place to the front; `catch_up` then tells it what it missed."""
        self.setCurrentWidget(self._page(name))
        self.here = name

    def catch_up(self) -> None:
        """Tell the screen in front what changed while it was not."""
        changes = self._stale.pop(self.here, None)
        if changes is not None and self.front is not None:
            self.front.refresh(changes)

    def tell(self, changes: Changes) -> None:
        """Something changed: the screen in front is told now, the others when they come there."""
        for name, screen in self._screens.items():
            if name == self.here:
                screen.refresh(changes)
            else:
                old = self._stale.get(name, Changes())
                self._stale[name] = Changes(
                    orders=old.orders or changes.orders,
                    cases=old.cases or changes.cases,
                    settings=old.settings or changes.settings,
                )

    def show_desk_problem(self, error: Exception, *, offers_backup: bool = False) -> EmptyState:
        """Say what is safe and what to do in place of every screen; gives the page, whose button closes or restores."""
        pane = EmptyState("database", ink="danger")
        pane.setObjectName("desk-problem")
        button = self.tr("Restore a backup…") if offers_backup else self.tr("Close ClaimDesk")
        pane.set(self.tr("Your data could not be opened."), button, self._ctx.words(error))
        self.addWidget(pane)
        self.setCurrentWidget(pane)
        return pane

    def _page(self, name: str) -> QWidget:
        try:
            return self.screen_of(name)
        except Exception as error:  # noqa: BLE001  # one screen that fails must not take the window with it
            _log.exception("screen %s", name)
            if name not in self._faulty:
                self._faulty[name] = EmptyState("warning-circle", ink="danger")
                self.addWidget(self._faulty[name])
            self._faulty[name].set(
                self.tr("This page could not be opened."),
                "",
                self.tr("Your data is safe. Please restart ClaimDesk. ({reason})").format(reason=error),
            )
            return self._faulty[name]
