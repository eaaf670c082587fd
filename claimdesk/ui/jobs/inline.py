"""Jobs that run where they are asked for, so that a test sees the outcome at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from claimdesk.core.records.problems import Cancelled
from claimdesk.core.records.tasks import Task
from claimdesk.ui.jobs.runner import Job, Jobs

T = TypeVar("T")


class InlineJobs(Jobs):
    """The interface of `Jobs` without a thread: `run` returns after the outcome was delivered."""

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
        job_id = next(self._ids)
        job = Job(job_id, lane, title, owner, Task(), done, failed, progress, cancelled, keeps)
        job.task.progress = lambda step, total: self._on_stepped(job_id, step, total)
        self._running[job_id] = job
        self.started.emit(job)
        result: Any = None
        trouble: Exception | None = None
        try:
            if job.task.stop.is_set():
                raise Cancelled
            result = work(job.task)
        except Exception as error:  # noqa: BLE001  # as on a lane, every failure is an outcome
            trouble = error
        self._on_finished(job_id, result, trouble)
        return job
