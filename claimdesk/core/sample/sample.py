"""The sample shop: `resources/sample/` with its dates moved to now, brought in by the ordinary import."""

from __future__ import annotations

import re
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped
from claimdesk.core.sample.messages import keep_messages

if TYPE_CHECKING:
    from claimdesk.core.cases.cases import Cases
    from claimdesk.core.importing.imports import Imports
    from claimdesk.core.messages.messages import Messages
    from claimdesk.core.orders.orders import Orders
    from claimdesk.core.shop.shop import Shop

# `{-13}` is a day, `{-13 20:15}` an instant in UTC, both counted from today; `{+2}` lies ahead.
_RELATIVE = re.compile(r"\{([+-]\d+)(?: (\d\d):(\d\d))?\}")


class _SampleAnswer(Knowledge):
    step: str
    option: str
    after_hours: float


class _SampleCase(Knowledge):
    order: str
    scenario: str
    opened_hours_ago: float = Field(ge=0)
    answers: tuple[_SampleAnswer, ...] = ()
    followed: tuple[str, ...] = ()  # what its outcome started and was done a day later


class _SampleCases(Knowledge):
    cases: tuple[_SampleCase, ...]


class Sample:
    """Fills an empty data folder with a shop to look at."""

    def __init__(self, imports: Imports, orders: Orders, cases: Cases, shop: Shop, messages: Messages) -> None:
        self._imports, self._orders, self._cases, self._shop = imports, orders, cases, shop
        self._messages = messages

    def fill(self, now: datetime) -> int:
        """Import the sample orders and open their cases, all dated before `now`; how many cases there are.

        Raises Problem when the import cannot be done.
        """
        with tempfile.TemporaryDirectory(prefix="claimdesk-sample-", ignore_cleanup_errors=True) as folder:
            self._imports.run([sample_orders(Path(folder), now)], at=now)
        return self.open_cases(now)

    def open_cases(self, now: datetime) -> int:
        """Open the sample's cases on its orders, which are imported already; how many there are."""
        self._shop.set_all({"shop.name": "Northlight Home", "shop.signature": "Lin, Northlight Home", "sample": True})
        cases = read_knowledge(shipped("resources") / "sample" / "cases.toml", _SampleCases).cases
        keep_messages(self._messages, self._orders, now)
        for case in sorted(cases, key=lambda case: -case.opened_hours_ago):
            self._open(case, now)
        return len(cases)

    def _open(self, case: _SampleCase, now: datetime) -> None:
        opened = now - timedelta(hours=case.opened_hours_ago)
        case_id = self._cases.open(self._orders.find(case.order)[0].id, case.scenario, opened)
        at = opened
        for answer in case.answers:
            at = opened + timedelta(hours=answer.after_hours)
            self._cases.answer(case_id, answer.step, answer.option, at)
        for follow in case.followed:
            self._cases.finish_follow(case_id, follow, at + timedelta(days=1))


def sample_orders(folder: Path, now: datetime) -> Path:
    """The sample's order file, written into a folder with its dates moved to end at `now`."""

    def moved(match: re.Match[str]) -> str:
        day = (now + timedelta(days=int(match[1]))).date()
        if match[2] is None:
            return day.isoformat()
        instant = datetime(day.year, day.month, day.day, int(match[2]), int(match[3]), tzinfo=UTC)
        return min(instant, now).strftime("%Y-%m-%dT%H:%M:%SZ")

    text = (shipped("resources") / "sample" / "orders.csv").read_text("utf-8")
    target = folder / "Northlight Home orders.csv"
    target.write_text(_RELATIVE.sub(moved, text), "utf-8", newline="\n")
    return target
