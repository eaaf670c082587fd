"""Patience at the real window."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from claimdesk.ui.tour.hands import breathe

PATIENCE = 20.0  # seconds


def settle() -> None:
    """Let what was just done show."""
    breathe(30)


def wait(until: Callable[[], object]) -> None:
    """Let the window work until something is true."""
    end = monotonic() + PATIENCE
    while not until():
        assert monotonic() < end
        breathe(10)
