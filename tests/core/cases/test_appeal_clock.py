"""An appeal counts from the decision that was read, and what its notice says is not asked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from claimdesk.core.desk import Desk
from tests.core.cases.conftest import ORDERS
from tests.core.storage.filling import add_orders

OPENED = datetime(2026, 11, 1, 17, 0, tzinfo=UTC)
DECIDED = OPENED + timedelta(days=14)
EBAY = "24-14934-00001"


def letter(subject: str, text: str, sent: datetime) -> str:
    return (f"From: eBay <ebay@ebay.com>\nSubject: {subject}\nDate: {sent:%a, %d %b %Y %H:%M:%S +0000}\n\n"
            f"{text} Order number: {EBAY}.\n")  # fmt: skip


def decided_case(desk: Desk) -> int:
    """A case on eBay, opened by a request and decided against the shop two weeks later."""
    add_orders(desk.store, {**ORDERS[1], "order_no": EBAY, "platform": "ebay", "marketplace": "ebay.com"})
    request = letter(
        "Item not received", "Your buyer opened a request because they haven't received their item.", OPENED
    )
    case = desk.notices.take(desk.notices.read(request, OPENED), OPENED).case_id
    decision = letter("We've made a decision on the case", "The buyer asked us to step in. We reviewed the case and decided "
                      "in favor of the buyer. We refunded $58.60 to the buyer and you are responsible for reimbursing eBay.",
                      DECIDED)  # fmt: skip
    taken = desk.notices.take(desk.notices.read(decision, DECIDED), DECIDED)
    assert (taken.case_id, taken.what) == (case, "decided")
    desk.cases.reopen(case, DECIDED)
    desk.cases.change_scenario(case, "S17", DECIDED)
    return case


def test_the_clock_of_an_appeal_starts_with_the_decision(desk: Desk) -> None:
    case = decided_case(desk)
    clock = next(c for c in desk.cases.view(case, DECIDED).deadlines if c.clock == "appeal")
    assert clock.started_at == DECIDED
    assert clock.safe == DECIDED + timedelta(days=27)


def test_whether_there_is_time_is_read_from_the_decision(desk: Desk) -> None:
    case = decided_case(desk)
    assert desk.cases.view(case, DECIDED + timedelta(days=3)).walk.at("days").prefill == "yes"
    assert desk.cases.view(case, DECIDED + timedelta(days=40)).walk.at("days").prefill == ""
