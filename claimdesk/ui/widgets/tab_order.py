"""Tab order by place: parts of a screen one after another, whatever was built last."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_MOST = 5_000


def in_order(parts: Iterable[QWidget]) -> None:
    """Let Tab go through these parts in this order; within a part the order stays as it is.

    A part inside a later one keeps its own place: the later one stands for what else is in it.
    """
    parts = tuple(parts)
    if not parts:
        return
    chain = _chain(parts[0].window())
    places = {widget: at for widget in chain if (at := _place(widget, parts)) is not None}
    members = sorted(places, key=lambda widget: places[widget])
    for before, after in pairwise(members):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def where_it_stands(holder: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab come to these parts of a widget where that stands in its window, however late they were made."""
    policy = holder.focusPolicy()
    holder.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt gives no place after what takes no focus
    before = holder
    for part in parts:
        QWidget.setTabOrder(before, part)
        before = part
    holder.setFocusPolicy(policy)


def _place(widget: QWidget, parts: tuple[QWidget, ...]) -> int | None:
    """The innermost of the parts that holds a widget."""
    each: QWidget | None = widget
    while each is not None:
        if each in parts:
            return parts.index(each)
        each = each.parentWidget()
    return None


def _chain(window: QWidget) -> list[QWidget]:
    """Everything in the window that Tab stops at, in its present order."""
    found: list[QWidget] = []
    each = window.nextInFocusChain()
    for _ in range(_MOST):
        if each is None or each is window:
            break
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(each)
        each = each.nextInFocusChain()
    return found
