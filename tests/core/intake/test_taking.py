"""From a notice to its case: decisions without a case, several orders, who pays, mailboxes, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.records.problems import Problem
from tests.core.desks import desk_with

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
_ORDER = {
    "marketplace": "amazon.com", "status": "shipped", "fulfilment": "seller", "purchased_at": "2026-10-20T10:00:00Z",
    "ship_by": "2026-10-22", "deliver_by": "2026-11-08", "buyer_name": "Ada Wong", "currency": "USD",
    "total_minor": 5860, "lines": [{"title": "Brass lamp", "sku": "LAMP", "quantity": 1}],
    "shipments": [{"carrier": "UPS", "tracking_no": "1Z9", "shipped_at": "2026-10-21T10:00:00Z"}],
}  # fmt: skip
ONE, TWO = "111-0000001-0000001", "111-0000002-0000002"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_with(tmp_path / "shop", {**_ORDER, "order_no": ONE}, {**_ORDER, "order_no": TWO}) as opened:
        yield opened


def mail(text: str, subject: str = "A-to-z Guarantee claim", day: int = 21) -> str:
    return (
        f"From: Amazon.com <atoz-guarantee-no-reply@amazon.com>\nSubject: {subject}\n"
        f"Date: Sat, {day} Nov 2026 09:30:00 +0000\n\n{text}\n"
    )


CLAIM = mail(
    f"The buyer of order {ONE} has filed an A-to-z Guarantee claim for $58.60. Reason: item not received.", day=19
)
GRANTED = mail(f"We granted the A-to-z claim on order {ONE} and debited $58.60 from your account. It counts in your Order Defect Rate.")  # fmt: skip
DENIED = mail(f"We have denied the A-to-z Guarantee claim on order {TWO}.")
UNSAID = mail(f"The A-to-z Guarantee claim on order {ONE} was granted for $58.60.")


def box(*mails: str) -> bytes:
    return b"".join(b"From amazon@example Sat Nov 21 09:30:00 2026\n" + one.encode() + b"\n" for one in mails)


def test_a_decision_without_a_case_opens_one_and_records_its_outcome(desk: Desk) -> None:
    taken = desk.notices.take(desk.notices.read(GRANTED, NOW), NOW)
    case = desk.cases.case(taken.case_id)
    assert taken.what == "opened_decided"
    assert (case.outcome, case.odr, case.closed_at is not None) == ("granted_seller", "counts", True)
    assert case.opened_at == datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def test_a_decision_ends_the_case_that_the_claim_opened(desk: Desk) -> None:
    opened = desk.notices.take(desk.notices.read(CLAIM, NOW), NOW)
    decided = desk.notices.take(desk.notices.read(GRANTED, NOW), NOW)
    assert (opened.what, decided.what, opened.case_id) == ("opened", "decided", decided.case_id)
    assert desk.cases.case(opened.case_id).outcome == "granted_seller"


def test_a_claim_that_is_amended_goes_to_the_open_case(desk: Desk) -> None:
    opened = desk.notices.take(desk.notices.read(CLAIM, NOW), NOW)
    amended = mail(f"The buyer has updated the A-to-z claim filed on order {ONE}: the claimed amount is now $30.00. Reason: damaged.", day=20)  # fmt: skip
    reading = desk.notices.read(amended, NOW)
    assert reading.open_case == opened.case_id
    taken = desk.notices.take(reading, NOW)
    assert (taken.what, taken.case_id) == ("updated", opened.case_id)
    assert [event.data["amount_minor"] for event in desk.cases.case(taken.case_id).notices] == [5860, 3000]


def test_an_opened_case_is_taken_out_again_unless_more_has_happened(desk: Desk) -> None:
    taken = desk.notices.take(desk.notices.read(CLAIM, NOW), NOW)
    events = len(desk.cases.events(taken.case_id))
    desk.cases.note(taken.case_id, "called the carrier", NOW)
    assert not desk.cases.take_back_opening(taken.case_id, events)
    desk.cases.case(taken.case_id)
    assert desk.cases.take_back_opening(taken.case_id, events + 1)
    with pytest.raises(Problem) as problem:
        desk.cases.case(taken.case_id)
    assert problem.value.code == "case_unknown"
    assert desk.search.find("Ada", NOW).groups[0].kind == "order", "the search has forgotten the case"


def test_a_mail_that_names_several_orders_asks_which(desk: Desk) -> None:
    reading = desk.notices.read(mail(f"The A-to-z Guarantee claims on orders {ONE} and {TWO} were denied."), NOW)
    assert [order.order_no for order in reading.choices] == [ONE, TWO]
    assert (reading.orders, reading.is_clear) == ((), False)
    with pytest.raises(Problem) as problem:
        desk.notices.take(reading, NOW)
    assert problem.value.code == "notice_without_order"
    about = desk.notices.about(reading.notice, reading.choices[1].id, NOW)
    taken = desk.notices.take(about, NOW)
    assert desk.cases.case(taken.case_id).order_id == reading.choices[1].id


def test_only_orders_that_are_here_are_asked_about(desk: Desk) -> None:
    reading = desk.notices.read(mail(f"Claim on order {TWO} denied. Similar: order 113-9999999-9999999."), NOW)
    assert [order.order_no for order in reading.orders] == [TWO]


def test_who_pays_is_asked_where_the_mail_does_not_say(desk: Desk) -> None:
    reading = desk.notices.read(UNSAID, NOW)
    assert reading.payer_asked and not reading.is_clear
    with pytest.raises(Problem) as problem:
        desk.notices.take(reading, NOW)
    assert problem.value.code == "notice_payer_unknown"
    said = desk.notices.with_payer(reading, "platform")
    assert (said.notice.kind, said.payer_asked) == ("granted_amazon", False)
    taken = desk.notices.take(said, NOW)
    assert desk.cases.case(taken.case_id).outcome == "granted_platform"


def test_a_mailbox_gives_each_mail_as_it_came(desk: Desk) -> None:
    letters = desk.notices.letters(box(CLAIM, DENIED, GRANTED))
    readings = [desk.notices.read(letter, NOW) for letter in letters]
    assert [reading.notice.kind for reading in readings] == ["claim_filed", "denied", "granted_seller"]
    assert all(reading.is_clear for reading in readings)
    assert [caution.code for reading in readings for caution in reading.notice.warnings] == []


def test_a_large_mailbox_is_read_where_a_large_mail_is_not(desk: Desk) -> None:
    heavy = mail("x" * 76 + "\n" + ("y" * 76 + "\n") * 150_000)
    assert len(desk.notices.letters(box(heavy, heavy))) == 2
    with pytest.raises(Problem) as problem:
        desk.notices.letters(heavy + heavy)
    assert problem.value.code == "mail_too_large"
