"""Work that must not hold up the window: lanes of one thread each, one outcome per job, delivered to its owner."""

from __future__ import annotations

from claimdesk.ui.jobs.inline import InlineJobs
from claimdesk.ui.jobs.runner import Job, Jobs

__all__ = ["InlineJobs", "Job", "Jobs"]
