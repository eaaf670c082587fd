"""F6 and Shift+F6: from pane to pane, round and round, to where each was left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_BY_KEY = Qt.FocusReason.ShortcutFocusReason


def walk(panes: Sequence[QWidget], by: int) -> None:
    """Put the focus into the next pane (`by` 1) or the one before (-1); panes without anything to focus are passed over."""
    reachable = [pane for pane in panes if pane.isVisible() and _first(pane) is not None]
    if not reachable:
        return
    focus = QApplication.focusWidget()
    here = next((at for at, pane in enumerate(reachable) if focus is not None and _holds(pane, focus)), None)
    at = (0 if by > 0 else len(reachable) - 1) if here is None else (here + by) % len(reachable)
    pane = reachable[at]
    left = pane.focusWidget()  # what had the focus when it was left
    target = left if left is not None and _takes(left) else _first(pane)
    if target is not None:
        target.setFocus(_BY_KEY)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _takes(widget: QWidget) -> bool:
    return (
        widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
    )


def _first(pane: QWidget) -> QWidget | None:
    """The first thing in Tab order that a pane holds: a control before a scroll area that only scrolls."""
    if _takes(pane) and not pane.findChildren(QWidget):
        return pane
    found: list[QWidget] = []
    each = pane
    for _ in range(2_000):
        if _takes(each) and _holds(pane, each):
            found.append(each)
        following = each.nextInFocusChain()
        if following is None or following is pane:
            break
        each = following
    controls = [widget for widget in found if widget is not pane and not isinstance(widget, QScrollArea)]
    return next(iter(controls or found), None)
