"""A letter to the platform says by itself when the buyer was answered, because the case remembers it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimdesk.core.desk import Desk

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
_ORDERS = """\
Platform,Marketplace,Order number,Ordered,Latest delivery,Tracking number,Status,Buyer,Item,Quantity,Order total,Currency
amazon,amazon.com,112-4098217-3356201,2026-10-31,2026-11-11,YT26,delivered,Dana Whitfield,Desk lamp,1,49.99,USD
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.open(tmp_path / "data")
    yield desk
    desk.close()


@pytest.fixture
def case_id(desk: Desk, tmp_path: Path) -> int:
    file = tmp_path / "orders.csv"
    file.write_text(_ORDERS, "utf-8")
    desk.imports.run([file], at=NOW)
    order = desk.orders.find("112-4098217-3356201")[0]
    return desk.cases.open(order.id, "S03", NOW)


def _send(desk: Desk, case_id: int, template: str, step: str, at: datetime) -> None:
    desk.cases.mark_sent(case_id, step, desk.cases.draft(case_id, at, template=template), at)


def test_the_first_message_to_the_buyer_dates_the_answer(desk: Desk, case_id: int) -> None:
    assert "We answered" not in desk.cases.draft(case_id, NOW, template="P_POD").text
    for step, option in [
        ("claim_filed", "yes"), ("protected", "not_protected"), ("first_scan", "yes"), ("proof", "signature"),
        ("place", "same"), ("evidence", "skipped"), ("decide", "hold"),
    ]:  # fmt: skip
        desk.cases.answer(case_id, step, option, NOW)
    _send(desk, case_id, "B_ACK_24H", "reply_buyer", NOW)
    _send(desk, case_id, "P_POD", "reply_pod", NOW + timedelta(days=1))
    _send(desk, case_id, "B_ACK_24H", "reply_buyer", NOW + timedelta(days=2))
    after = desk.cases.draft(case_id, NOW + timedelta(days=3), template="P_POD")
    assert "We answered the buyer's message on November 20" in after.text
    assert "11 月 20 日" in after.gloss

    for _ in range(3):
        desk.cases.undo(case_id, NOW)
    assert "We answered" not in desk.cases.draft(case_id, NOW, template="P_POD").text
