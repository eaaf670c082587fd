"""Reports: what an owner takes to her bookkeeper or opens in Excel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from claimdesk.core.cases.cases import Cases
from claimdesk.core.cases.outcomes import Outcomes
from claimdesk.core.deadlines.marketplaces import Marketplaces
from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.orders.orders import Orders
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.moments import Moment, day_of
from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.records.tasks import Task
from claimdesk.core.reporting.columns import Names, Words
from claimdesk.core.reporting.entries import order_entries
from claimdesk.core.reporting.summary import Period
from claimdesk.core.reporting.workbook import Filled, Voice, save_workbook
from claimdesk.core.shop.shop import Shop
from claimdesk.core.storage.atomic import replace_file
from claimdesk.core.storage.store import Store


@dataclass(frozen=True, slots=True)
class Written:
    """A report as it lies on the disk: `file` may be another name than asked for when the old file was held open.

    `rows` are orders and cases together; `cleaned` counts texts that held characters a workbook cannot hold.
    """

    file: Path
    rows: int
    cleaned: int = 0


class Reports:
    """Writes workbooks of the cases and orders in a data folder."""

    def __init__(self, store: Store, orders: Orders, cases: Cases) -> None:
        self._shop = Shop(store)
        self._orders = orders
        self._cases = cases

    def workbook(
        self,
        path: Path,
        now: datetime,
        *,
        first: date | None = None,
        last: date | None = None,
        language: str = "en",
        task: Task | None = None,
    ) -> Written:
        """An Excel workbook with the sheets Summary, Cases and Orders; both days inclusive, in the shop's zone.

        Instants are shown in the shop's zone, which the summary names. Raises Problem `report_folder_missing`,
        `report_disk_full` or `report_unwritable`, and Cancelled when the task is stopped; a file of that name is
        then still the old one.
        """
        zone = ZoneInfo(self._shop.profile().zone)
        period = Period(first, last, now)
        voice = _voice(language, zone)
        filled: list[Filled] = []

        def write(file: BinaryIO) -> None:
            found = order_entries(self._orders, self._orders.ids(_bought_about(period), now=now))
            orders = (entry for entry in found if _within(entry.order.purchased_at, period, zone))
            cases = [row for row in self._cases.rows(now) if _within(row.opened_at, period, zone)]
            filled.append(save_workbook(file, period, cases, orders, voice, task or Task()))

        written = replace_file(path, write)
        return Written(written, filled[0].rows, filled[0].cleaned)


def _voice(language: str, zone: ZoneInfo) -> Voice:
    wording = Wording.load()
    outcomes = {outcome.id: outcome.title for outcome in Outcomes.load().all()}
    markets = {market.id: market.title for market in Marketplaces.load().all()}

    def words(code: str) -> str:
        return wording.text(code).get(language)

    def named(titles: Mapping[str, Bilingual]) -> Words:
        return lambda name: titles[name].get(language) if name in titles else name

    def platform(name: str) -> str:
        code = f"report_platform_{name}"
        found = words(code)
        return name.capitalize() if found == code else found

    return Voice(language, zone, words, Names(platform, named(markets), named(outcomes)))


def _bought_about(period: Period) -> OrderFilter:
    """The period and a day around it: the filter counts days in UTC, the shop lives in another zone."""
    day = timedelta(days=1)
    return OrderFilter(
        purchased_from=(period.first - day).isoformat() if period.first else "",
        purchased_to=(period.last + day).isoformat() if period.last else "",
    )


def _within(moment: Moment | None, period: Period, zone: ZoneInfo) -> bool:
    """Whether a moment falls into the period by the zone's days; an unknown one only where both ends are open."""
    if moment is None:
        return period.first is None and period.last is None
    day = day_of(moment.astimezone(zone)) if isinstance(moment, datetime) else moment
    return (period.first is None or day >= period.first) and (period.last is None or day <= period.last)
