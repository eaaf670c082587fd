"""What the list can be narrowed to: by status and family of scenarios, with counts, and by everything a chip says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from claimdesk.core.records.cases import CaseRow, CaseStatus
from claimdesk.core.records.money import Money
from claimdesk.ui.widgets.times import local_day

ALL_OPEN = "open"
STATUSES = (ALL_OPEN, CaseStatus.ACTION.value, CaseStatus.WAITING_BUYER.value, CaseStatus.WAITING_PLATFORM.value,
            CaseStatus.WAITING_CARRIER.value, CaseStatus.CLOSED.value)  # fmt: skip
FAMILIES = ("claims", "not_received", "not_as_described", "returns", "chargebacks", "feedback", "service")
FAMILY = "family:"
DUE = ("overdue", "today", "week")
OPENED = ("7", "30", "90")  # days
AMOUNTS = ("50", "100", "500")  # in the currency of the order

STATUS_ICONS = {
    ALL_OPEN: "tray", "action": "hourglass-medium", "waiting_buyer": "chat-circle-text", "waiting_platform": "scales",
    "waiting_carrier": "truck", "closed": "archive",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """What the list shows: a status or family, words, and what the chips say; all narrow together."""

    saved: str = ALL_OPEN
    text: str = ""
    platforms: tuple[str, ...] = ()
    scenarios: tuple[str, ...] = ()
    shops: tuple[int, ...] = ()
    due: str = ""  # one of DUE
    opened: str = ""  # one of OPENED: within so many days
    amount: str = ""  # one of AMOUNTS: at risk, at least

    @property
    def besides(self) -> bool:
        """Whether more narrows it than the status or family."""
        return self != CaseQuery(saved=self.saved)


@dataclass(frozen=True, slots=True)
class Clock:
    """The hour it is, and the zone by which the shop counts its days."""

    now: datetime
    zone: str


def fits_saved(row: CaseRow, saved: str, families: Mapping[str, str]) -> bool:
    """Whether a case belongs to a saved filter; `families` maps scenario ids to their family."""
    if saved == ALL_OPEN:
        return row.status is not CaseStatus.CLOSED
    if saved.startswith(FAMILY):
        return row.status is not CaseStatus.CLOSED and families.get(row.scenario, "") == saved.removeprefix(FAMILY)
    return row.status.value == saved


def fits(row: CaseRow, query: CaseQuery, families: Mapping[str, str], clock: Clock) -> bool:
    """Whether a case is shown."""
    if not fits_saved(row, query.saved, families):
        return False
    if query.platforms and row.platform not in query.platforms:
        return False
    if query.scenarios and row.scenario not in query.scenarios:
        return False
    if query.shops and row.shop_id not in query.shops:
        return False
    if not (_fits_due(row, query.due, clock) and _fits_opened(row, query.opened, clock)):
        return False
    if query.amount and not (row.amount_minor and Money(row.amount_minor, row.currency).decimal() >= int(query.amount)):
        return False
    return all(word in searched(row) for word in query.text.lower().split())


def _fits_due(row: CaseRow, due: str, clock: Clock) -> bool:
    if not due:
        return True
    if row.next_deadline is None:
        return False
    if due == "overdue":
        return row.next_deadline.safe < clock.now
    days = (local_day(row.next_deadline.safe, clock.zone) - local_day(clock.now, clock.zone)).days
    return days <= (0 if due == "today" else 6)


def _fits_opened(row: CaseRow, opened: str, clock: Clock) -> bool:
    return not opened or row.opened_at >= clock.now - timedelta(days=int(opened))


def searched(row: CaseRow) -> str:
    """The words of a case that the search looks at."""
    parts = (row.ref, row.order_no, row.buyer_name, row.item, row.title.en, row.title.zh, row.scenario, row.marketplace)
    return " ".join(parts).lower()


def counts(rows: tuple[CaseRow, ...], families: Mapping[str, str]) -> dict[str, int]:
    """How many cases each saved filter has; families without any are left out."""
    result = {saved: sum(fits_saved(row, saved, families) for row in rows) for saved in STATUSES}
    for family in FAMILIES:
        number = sum(fits_saved(row, FAMILY + family, families) for row in rows)
        if number:
            result[FAMILY + family] = number
    return result


def by_deadline(rows: tuple[CaseRow, ...]) -> tuple[CaseRow, ...]:
    """Next safe deadline first; cases without one after them, closed ones by their end."""
    far = "9999"

    def key(row: CaseRow) -> tuple[bool, str, str, int]:
        due = row.next_deadline.safe.isoformat() if row.next_deadline else far
        closed = row.closed_at.isoformat() if row.closed_at else ""
        return row.status is CaseStatus.CLOSED, due, "".join(chr(0x10FFFF - ord(c)) for c in closed), -row.id

    return tuple(sorted(rows, key=key))


SORTS: dict[str, Callable[[CaseRow], object]] = {
    "case": lambda row: row.id,
    "scenario": lambda row: (row.title.en, row.id),
    "status": lambda row: (list(CaseStatus).index(row.status), row.id),
    "step": lambda row: (row.steps_done / row.steps_total if row.steps_total else 0, row.id),
    "amount": lambda row: (row.currency, row.amount_minor or 0, row.id),
    "platform": lambda row: (row.platform, row.marketplace, row.id),
}


def ordered(rows: tuple[CaseRow, ...], sort: str, *, descending: bool) -> tuple[CaseRow, ...]:
    """Rows by a column; `deadline` is the order of what is due."""
    if sort not in SORTS:
        due = by_deadline(rows)
        return tuple(reversed(due)) if descending else due
    return tuple(sorted(rows, key=SORTS[sort], reverse=descending))  # type: ignore[arg-type]
