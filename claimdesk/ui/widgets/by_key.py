"""Whether the focus came by key, which is when its ring is drawn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
_WALKED = _KEYS[:3]
_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def came_by_key(event: QFocusEvent) -> bool:
    """Whether Tab, a shortcut or a program brought the focus; a click does not count."""
    return event.reason() in _KEYS


def walked_here(event: QFocusEvent, before: bool) -> bool:
    """For what has no border of its own, such as a list: whether Tab or a shortcut brought the focus.

    A list that a program gives the keys to looks as it always does. A window or a menu that gives the focus back
    leaves it as it was `before`.
    """
    if event.reason() in _BACK:
        return before
    return event.reason() in _WALKED
