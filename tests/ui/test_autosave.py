"""What is typed is kept after a pause, and also while somebody types without one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from claimdesk.ui import autosave
from claimdesk.ui.autosave import AutosaveTimer
from claimdesk.ui.tour.hands import breathe


@pytest.fixture
def kept(qapp) -> list[int]:
    return []


def test_a_pause_keeps_what_was_typed(kept: list[int]) -> None:
    owner = QObject()
    timer = AutosaveTimer(lambda: kept.append(1), owner)
    timer.touch()
    breathe(100)
    assert kept == []
    breathe(autosave.QUIET + 200)
    assert kept == [1] and not timer.isActive()


def test_typing_without_a_pause_is_kept_too(kept: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "LONGEST", 600)
    owner = QObject()
    timer = AutosaveTimer(lambda: kept.append(1), owner)
    for _ in range(40):  # 1.6 s and more without a moment of quiet
        timer.touch()
        breathe(40)
    assert len(kept) >= 2
