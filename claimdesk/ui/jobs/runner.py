"""Jobs on lanes of one thread: `database` writes in order, `reading` answers the screens, `files` makes long files."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

from claimdesk.core.records.problems import Cancelled
from claimdesk.core.records.tasks import Task

T = TypeVar("T")
LANES = ("database", "reading", "files")
_PROGRESS_GAP = 0.1  # seconds: at most ten reports a second reach the window


@dataclass(eq=False)
class Job:
    """One piece of work under way; `cancel()` asks it to stop, and what it did is rolled back."""

    id: int
    lane: str
    title: str
    owner: QObject
    task: Task
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    progress: Callable[[int, int], None] | None
    cancelled: Callable[[], None] | None
    keeps: bool = False
    runnable: QRunnable | None = field(default=None, repr=False)

    def cancel(self) -> None:
        self.task.stop.set()


class _Work(QRunnable):
    """Runs one job on a lane and reports once. No QObject: those belong to the main thread."""

    def __init__(
        self, job_id: int, work: Callable[[Task], Any], task: Task, report: Callable[[int, Any, Exception | None], None]
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._id = job_id
        self._work = work
        self._task = task
        self._report = report

    def run(self) -> None:
        try:
            if self._task.stop.is_set():
                raise Cancelled
            result = self._work(self._task)
        except Exception as error:  # noqa: BLE001  # every failure is an outcome and reaches the owner
            self._report(self._id, None, error)
        else:
            self._report(self._id, result, None)


class Jobs(QObject):
    """Runs work off the main thread.

    `started`, `progressed` and `ended` tell the status bar; `unhandled` gets the failures that no caller asked for.
    """

    started = Signal(object)  # Job
    progressed = Signal(object, int, int)  # Job, done, total (0 when unknown)
    ended = Signal(object)  # Job
    unhandled = Signal(object)  # Exception
    _finished = Signal(int, object, object)
    _stepped = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = count(1)
        self._running: dict[int, Job] = {}
        self._pools: dict[str, QThreadPool] = {}
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._on_stepped, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Task], T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
        lane: str = "database",
        title: str = "",
        cancelled: Callable[[], None] | None = None,
        keeps: bool = False,
    ) -> Job:
        """Start `work(task)` on a lane.

        Exactly one of `done`, `failed`, `cancelled` is called, on the main thread, and none once `owner` is gone.
        A job with a `title` is named in the status bar while it runs. One that `keeps` what somebody typed is short,
        and is still carried out when the window closes.
        """
        job_id = next(self._ids)
        job = Job(job_id, lane, title, owner, Task(self._reporter(job_id)), done, failed, progress, cancelled, keeps)
        runnable = _Work(job_id, work, job.task, self._finished.emit)
        job.runnable = runnable  # a reference, or Python frees it while the pool runs it
        self._running[job_id] = job
        self.started.emit(job)
        self._pool(lane).start(runnable)
        return job

    def running(self, lane: str = "") -> tuple[Job, ...]:
        """What is under way or queued, oldest first."""
        return tuple(job for job in self._running.values() if not lane or job.lane == lane)

    def shut_down(self, milliseconds: int = 10_000) -> bool:
        """Ask everything to stop and wait; False when something did not end in time. Nothing is delivered after."""
        for job in self._running.values():
            if not job.keeps:
                job.cancel()
        waited_for = {job.lane for job in self._running.values() if job.keeps}
        for lane, pool in self._pools.items():
            if lane not in waited_for:
                pool.clear()
        ended = all(pool.waitForDone(milliseconds) for pool in self._pools.values())
        self._running.clear()
        return ended

    def settle(self, *lanes: str, milliseconds: int = 10_000) -> bool:
        """From another lane: wait until these have nothing under way; False when something did not end in time."""
        return all(self._pools[lane].waitForDone(milliseconds) for lane in lanes if lane in self._pools)

    def _pool(self, lane: str) -> QThreadPool:
        if lane not in LANES:
            raise ValueError(lane)
        if lane not in self._pools:
            pool = QThreadPool(self)
            pool.setMaxThreadCount(1)
            pool.setExpiryTimeout(-1)  # the same thread to the end: a database connection belongs to it
            self._pools[lane] = pool
        return self._pools[lane]

    def _reporter(self, job_id: int) -> Callable[[int, int], None]:
        last = 0.0

        def report(done: int, total: int) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _PROGRESS_GAP or (total and done >= total):
                last = now
                self._stepped.emit(job_id, done, total)

        return report

    @Slot(int, int, int)
    def _on_stepped(self, job_id: int, done: int, total: int) -> None:
        job = self._running.get(job_id)
        if job is None:
            return
        self.progressed.emit(job, done, total)
        if job.progress is not None and isValid(job.owner) and not job.task.stop.is_set():
            job.progress(done, total)

    @Slot(int, object, object)
    def _on_finished(self, job_id: int, result: Any, error: Exception | None) -> None:
        job = self._running.pop(job_id, None)
        if job is None:
            return
        self.ended.emit(job)
        self._deliver(job, result, error)

    def _deliver(self, job: Job, result: Any, error: Exception | None) -> None:
        if not isValid(job.owner):
            return
        if isinstance(error, Cancelled):
            if job.cancelled is not None:
                job.cancelled()
        elif error is None:
            job.done(result)
        elif job.failed is not None:
            job.failed(error)
        else:
            self.unhandled.emit(error)
