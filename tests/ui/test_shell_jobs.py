"""Jobs: one outcome on the main thread, cancel that rolls back, nothing for an owner that is gone."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject

from claimdesk.core.records.problems import Problem
from claimdesk.core.records.tasks import Task
from claimdesk.ui.jobs import InlineJobs, Jobs


@pytest.fixture
def jobs(qapp):
    lanes = Jobs()
    yield lanes
    assert lanes.shut_down(5_000)


class Heard:
    """What came back, and on which thread."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[Exception] = []
        self.cancelled = 0
        self.steps: list[tuple[int, int]] = []
        self.threads: set[int] = set()

    def on_done(self, result: object) -> None:
        self.done.append(result)
        self.threads.add(threading.get_ident())

    def on_failed(self, error: Exception) -> None:
        self.failed.append(error)

    def on_cancelled(self) -> None:
        self.cancelled += 1

    def on_step(self, done: int, total: int) -> None:
        self.steps.append((done, total))


def test_a_result_is_delivered_once_on_the_main_thread(qtbot, jobs) -> None:
    heard, owner, worker = Heard(), QObject(), []

    def work(_: Task) -> int:
        worker.append(threading.get_ident())
        return 42

    jobs.run(work, owner=owner, done=heard.on_done)
    qtbot.waitUntil(lambda: heard.done == [42])
    qtbot.wait(20)
    assert heard.done == [42]
    assert heard.threads == {threading.get_ident()}
    assert worker[0] != threading.get_ident()
    assert jobs.running() == ()


@pytest.mark.parametrize("result", [None, True, False])
def test_results_that_are_singletons_survive_many_rounds(qtbot, jobs, result) -> None:
    heard, owner = Heard(), QObject()
    for _ in range(300):
        jobs.run(lambda _: result, owner=owner, done=heard.on_done)
    qtbot.waitUntil(lambda: len(heard.done) == 300)
    assert set(heard.done) == {result}


def test_a_failure_reaches_its_caller_and_nobody_else(qtbot, jobs) -> None:
    heard, owner, stray = Heard(), QObject(), []
    jobs.unhandled.connect(stray.append)

    def work(_: Task) -> None:
        raise Problem("file_empty")

    jobs.run(work, owner=owner, done=heard.on_done, failed=heard.on_failed)
    qtbot.waitUntil(lambda: len(heard.failed) == 1)
    assert heard.done == []
    assert stray == []


def test_a_failure_nobody_handles_is_told(qtbot, jobs) -> None:
    owner = QObject()

    def work(_: Task) -> None:
        raise Problem("file_empty")

    with qtbot.waitSignal(jobs.unhandled) as told:
        jobs.run(work, owner=owner, done=lambda _: None)
    assert told.args[0].code == "file_empty"


def test_cancel_stops_at_the_next_step(qtbot, jobs) -> None:
    heard, owner, started = Heard(), QObject(), threading.Event()

    def work(task: Task) -> None:
        step = 0
        while True:
            step += 1
            task.step(step, 0)
            started.set()

    job = jobs.run(work, owner=owner, done=heard.on_done, failed=heard.on_failed, cancelled=heard.on_cancelled)
    assert started.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: heard.cancelled == 1)
    assert heard.done == heard.failed == []


def test_cancel_while_it_waits_never_starts_it(qtbot, jobs) -> None:
    heard, owner, gate, ran = Heard(), QObject(), threading.Event(), []
    jobs.run(lambda _: gate.wait(5), owner=owner, done=heard.on_done)
    later = jobs.run(lambda _: ran.append(1), owner=owner, done=heard.on_done, cancelled=heard.on_cancelled)
    later.cancel()
    gate.set()
    qtbot.waitUntil(lambda: heard.cancelled == 1)
    assert ran == []


def test_an_owner_that_is_gone_hears_nothing(qtbot, jobs) -> None:
    heard, owner, gate = Heard(), QObject(), threading.Event()
    jobs.run(lambda _: gate.wait(5), owner=owner, done=heard.on_done)
    owner.deleteLater()
    qtbot.wait(10)
    with qtbot.waitSignal(jobs.ended):
        gate.set()
    assert heard.done == []


def test_a_lane_keeps_its_order_and_its_thread_while_the_other_answers(qtbot, jobs) -> None:
    heard, read, owner, gate, threads = Heard(), Heard(), QObject(), threading.Event(), set()

    def work(number: int) -> int:
        threads.add(threading.get_ident())
        return number

    jobs.run(lambda _: gate.wait(5), owner=owner, done=lambda _: None)
    for number in range(5):
        jobs.run(lambda _, n=number: work(n), owner=owner, done=heard.on_done)
    jobs.run(lambda _: "read", owner=owner, done=read.on_done, lane="reading")
    qtbot.waitUntil(lambda: read.done == ["read"])
    assert heard.done == []
    gate.set()
    qtbot.waitUntil(lambda: heard.done == [0, 1, 2, 3, 4])
    assert len(threads) == 1


def test_progress_is_told_seldom_and_its_end_always(qtbot, jobs) -> None:
    heard, owner = Heard(), QObject()

    def work(task: Task) -> str:
        for step in range(1, 20_001):
            task.step(step, 20_000)
        return "done"

    jobs.run(work, owner=owner, done=heard.on_done, progress=heard.on_step)
    qtbot.waitUntil(lambda: heard.done == ["done"])
    assert heard.steps[-1] == (20_000, 20_000)
    assert len(heard.steps) < 40


def test_closing_stops_what_runs(qtbot, qapp) -> None:
    lanes, heard, owner, started = Jobs(), Heard(), QObject(), threading.Event()

    def work(task: Task) -> None:
        while True:
            task.step(1, 0)
            started.set()

    lanes.run(work, owner=owner, done=heard.on_done, cancelled=heard.on_cancelled)
    assert started.wait(5)
    assert lanes.shut_down(5_000)
    qtbot.wait(10)
    assert heard.cancelled == 0  # nothing is delivered after the end
    assert lanes.running() == ()


def test_what_was_typed_is_kept_even_when_the_window_closes(qtbot, qapp) -> None:
    lanes, heard, owner, started, kept = Jobs(), Heard(), QObject(), threading.Event(), []

    def endless(task: Task) -> None:
        started.set()
        while True:
            task.step(1, 0)

    lanes.run(endless, owner=owner, done=heard.on_done)
    lanes.run(lambda _: kept.append("read"), owner=owner, done=heard.on_done)
    lanes.run(lambda _: kept.append("typed"), owner=owner, done=heard.on_done, keeps=True)
    assert started.wait(5)
    assert lanes.shut_down(5_000)
    assert kept == ["typed"]


def test_an_unknown_lane_is_a_mistake(jobs) -> None:
    with pytest.raises(ValueError, match="nowhere"):
        jobs.run(lambda _: None, owner=QObject(), done=lambda _: None, lane="nowhere")


def test_inline_jobs_deliver_before_they_return(qapp) -> None:
    jobs, heard, owner = InlineJobs(), Heard(), QObject()
    jobs.run(lambda task: task.step(1, 2), owner=owner, done=heard.on_done, progress=heard.on_step)
    assert heard.done == [None]
    assert heard.steps == [(1, 2)]
