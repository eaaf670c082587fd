"""What a long job gets from its caller: a place to report progress, and a way to be stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from claimdesk.core.records.problems import Cancelled

ProgressSink = Callable[[int, int], None]


def _ignore(done: int, total: int) -> None:
    """Nobody is watching."""


@dataclass(slots=True)
class Task:
    """Progress and cancel of one job; `Task()` is one that nobody watches or stops."""

    progress: ProgressSink = _ignore
    stop: Event = field(default_factory=Event)

    def step(self, done: int, total: int) -> None:
        """Report `done` of `total` (0 when unknown). Raises Cancelled when the operator has stopped the job."""
        if self.stop.is_set():
            raise Cancelled
        self.progress(done, total)
