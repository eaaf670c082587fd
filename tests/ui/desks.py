"""A desk of plain records for tests of the frame."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.cases import CaseRow, CaseStatus
from claimdesk.core.records.orders import OrderFilter, OrderPage, OrderRow, OrderStatus
from claimdesk.core.records.search import Marked, MarkedBoth, SearchGroup, SearchHit, SearchResult
from claimdesk.core.replies.replies import Replies
from claimdesk.core.reporting.overview import Asked, Claims, Overview
from claimdesk.core.shop.shop import ShopProfile

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)


def case_row(number: int, status: CaseStatus = CaseStatus.ACTION) -> CaseRow:
    return CaseRow(
        id=number, ref=f"C-{number:04d}", order_id=number, order_no=f"112-44{number:05d}", platform="amazon",
        marketplace="amazon.com", buyer_name="Dana Whitfield", item="Clamp desk lamp", scenario="S05",
        title=Bilingual("Not received, late", "未收到货，已超期"), status=status, outcome="",
        opened_at=NOW - timedelta(days=number), closed_at=None, next_deadline=None, steps_done=2, steps_total=7,
        amount_minor=4999, currency="USD", events=4,
    )  # fmt: skip


def order_row(number: int) -> OrderRow:
    return OrderRow(
        id=number, platform="amazon", marketplace="amazon.com", order_no=f"112-44{number:05d}", purchased_at=NOW,
        buyer_name="Dana Whitfield", item="Clamp desk lamp 12 W", quantity=1, line_count=1, currency="USD",
        total_minor=4999, status=OrderStatus.SHIPPED, deliver_by=None, delivered_at=None, open_cases=0,
    )  # fmt: skip


def _marked(text: str, wanted: str) -> MarkedBoth:
    at = text.casefold().find(wanted.casefold())
    shown = Marked(text, ((at, at + len(wanted)),) if at >= 0 else ())
    return MarkedBoth(shown, shown)


class PlainDesk:
    """Answers what the frame, Settings, Templates and Reports ask."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.profile = ShopProfile("Northlight Home", "Lin")
        self.asked: list[OrderFilter] = []
        self.workbooks: list[dict[str, Any]] = []
        self.closed = False
        self.searched: list[str] = []
        self.found_beside: tuple[SearchGroup, ...] = ()
        self.cases_held = [case_row(1), case_row(2), case_row(3, CaseStatus.CLOSED)]
        self.wording = Wording.load()
        self.replies = Replies.load()
        self.shop = SimpleNamespace(profile=lambda: self.profile, set_profile=self._set_profile)
        self.orders = SimpleNamespace(
            count=lambda: 128_462, facets=lambda: [("amazon", "amazon.com", 9)], page=self._page
        )
        self.cases = SimpleNamespace(
            today=lambda now: SimpleNamespace(overdue=self.cases_held[:1], today=self.cases_held[1:2]),
            rows=lambda now, **_: tuple(self.cases_held),
        )
        places = SimpleNamespace(get=lambda *_: SimpleNamespace(zone="America/Los_Angeles"))
        self.deadlines = SimpleNamespace(marketplaces=places)
        self.imports = SimpleNamespace(
            batches=lambda: (SimpleNamespace(imported_at=NOW - timedelta(hours=5), rows=1_204, undone_at=None),)
        )
        self.reports = SimpleNamespace(workbook=self._workbook)
        self.overviews = SimpleNamespace(of=self._overview)
        self.search = SimpleNamespace(find=self._find)

    def close(self) -> None:
        self.closed = True

    def _set_profile(self, profile: ShopProfile) -> None:
        self.profile = profile

    def _find(self, text: str, now: datetime, each: int = 6) -> SearchResult:
        """Every case and order held, whatever is asked for, the words of the question marked."""
        self.searched.append(text)
        cases = tuple(
            SearchHit("case", row.id, row.ref, _marked(f"{row.ref}  {row.title.en}", text),
                      _marked("left with the neighbour, asked for lamp", text), "note", row.amount_minor, row.currency)
            for row in self.cases_held
        )  # fmt: skip
        rows = self.orders.page(OrderFilter(text=text)).rows
        orders = tuple(SearchHit("order", row.id, row.order_no, _marked(row.order_no, text), _marked(row.item, text)) for row in rows)  # fmt: skip
        groups = (SearchGroup("case", cases), SearchGroup("order", orders, bool(orders), 1_204), *self.found_beside)
        return SearchResult(text, tuple(group for group in groups if group.hits))

    def _page(self, wanted: OrderFilter, **_: object) -> OrderPage:
        self.asked.append(wanted)
        return OrderPage(2, (order_row(1), order_row(2)))

    def _overview(self, asked: Asked, now: datetime) -> Overview:
        return Overview(2, Claims(claims=3, running=2), None, (), (), ())

    def _workbook(self, path: Path, now: datetime, **given: Any) -> SimpleNamespace:
        self.workbooks.append(given)
        path.write_bytes(b"PK")
        return SimpleNamespace(file=path, rows=5, cleaned=0)
