"""One window over one data folder, whatever happened to the one before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from claimdesk.ui.shell.seat import Seat, SeatQuestion, seated

ROOT = Path(__file__).resolve().parents[2]


def start(folder: Path, home: Path) -> subprocess.Popen[bytes]:
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(home), "HOME": str(home)}
    return subprocess.Popen(
        [sys.executable, "-m", "claimdesk", "--data-dir", str(folder)], cwd=ROOT, env=around,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def wait_for(what, seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_of_five_starts_one_stays_and_after_a_kill_the_next_gets_in(qapp, tmp_path: Path) -> None:
    folder, home = tmp_path / "data", tmp_path / "home"
    home.mkdir()
    several = [start(folder, home) for _ in range(5)]
    try:
        wait_for(lambda: sum(one.poll() is None for one in several) == 1)
        assert [one.returncode for one in several if one.poll() is not None] == [0] * 4
        owner = next(one for one in several if one.poll() is None)
        time.sleep(0.5)
        assert owner.poll() is None
        wait_for((folder / "claimdesk.db").exists)
        owner.send_signal(signal.SIGKILL)
        owner.wait()
        assert Seat(folder).take()
    finally:
        for one in several:
            one.kill()
            one.wait()


def test_a_second_start_calls_the_first_to_the_front(qtbot, tmp_path: Path) -> None:
    first, second = Seat(tmp_path), Seat(tmp_path)
    assert first.take()
    assert not second.take()
    with qtbot.waitSignal(first.called):
        assert not second.call(patience=0)  # the first has not looked yet
    assert not (tmp_path / ".window.call").exists()
    first.leave()
    assert second.take()
    second.leave()


class Asked:
    """Stands for the question, with an answer."""

    def __init__(self, anyway: bool) -> None:
        self.anyway = anyway
        self.said: list[str] = []

    def __call__(self, question: SeatQuestion) -> int:
        self.said.append(question.informativeText())
        button = question.anyway if self.anyway else question.defaultButton()
        button.click()
        return 0


@pytest.mark.parametrize("lock", [b"garbage", b"4711\nclaimdesk\nanother-computer\n\n\n", b""])
@pytest.mark.parametrize("anyway", [True, False])
def test_a_lock_of_nobody_who_answers_never_shuts_out(
    qtbot, monkeypatch, tmp_path: Path, lock: bytes, anyway: bool
) -> None:
    (tmp_path / ".window.lock").write_bytes(lock)
    asked = Asked(anyway)
    monkeypatch.setattr(QMessageBox, "exec", lambda question: asked(question))  # noqa: PLW0108  # to be bound as a method
    monkeypatch.setattr(Seat, "call", lambda self, patience=0.1: False)
    found = seated(tmp_path)
    if not asked.said:  # Qt itself saw that nobody holds it
        assert found is not None
    else:
        assert (found is not None) is anyway
        assert str(tmp_path) in asked.said[0]
    if found is not None:
        assert not Seat(tmp_path).take()
        found.leave()


def test_a_folder_that_cannot_hold_a_lock_is_no_reason_not_to_start(qtbot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    assert seated(tmp_path / "file" / "data") is not None
