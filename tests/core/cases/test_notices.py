"""From a mail to the case: opened, brought up to date, decided; what the mail does not say stays unknown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.records.problems import Problem
from tests.core.desks import sample_desk

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
ORDER = "113-7743016-2259804"


def mail(subject: str, text: str, sent: datetime, sender: str = "Amazon <atoz-guarantee-no-reply@amazon.com>") -> bytes:
    when = sent.strftime("%a, %d %b %Y %H:%M:%S +0000")
    return f"From: {sender}\nTo: shop@example.com\nSubject: {subject}\nDate: {when}\n\n{text}\n".encode()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with sample_desk(tmp_path_factory.mktemp("notices") / "data", NOW) as desk:
        yield desk


def test_a_claim_opens_its_case_and_starts_its_clock(desk: Desk) -> None:
    sent = NOW - timedelta(hours=5)
    raw = mail(
        f"A-to-z Guarantee claim filed on order {ORDER}",
        f"Hello,\nA buyer has filed an A-to-z Guarantee claim on order {ORDER} for $21.99. Reason: item not received.",
        sent,
    )
    reading = desk.notices.read(raw, NOW)
    assert (reading.notice.kind, [o.order_no for o in reading.orders]) == ("claim_filed", [ORDER])
    assert reading.suggested[0].scenario.id == "S05"
    taken = desk.notices.take(reading, NOW)
    view = desk.cases.view(taken.case_id, NOW)
    assert taken.what == "opened"
    assert view.case.opened_at == sent
    assert view.facts.values()["claim"] == "open"
    claim = next(step for step in view.walk.path if step.step.id == "claim_filed")
    assert claim.prefill == "yes"
    assert any(entry.kind == "notice_read" for entry in view.timeline)


def test_a_decision_ends_the_open_case_and_can_be_undone(desk: Desk) -> None:
    raw = mail(
        f"Your A-to-z Guarantee claim decision for order {ORDER}",
        f"We have granted the buyer's A-to-z Guarantee claim of $21.99 on order {ORDER}. We have covered the cost of the "
        "refund and have not counted the claim against your Order Defect Rate.",
        NOW,
    )
    taken = desk.notices.take(desk.notices.read(raw, NOW), NOW)
    case = desk.cases.case(taken.case_id)
    assert (taken.what, case.outcome, case.odr) == ("decided", "granted_platform", "not_counted")
    assert desk.cases.undo(taken.case_id, NOW)
    assert desk.cases.case(taken.case_id).outcome == ""


def test_an_unknown_order_changes_nothing(desk: Desk) -> None:
    before = len(desk.cases.rows(NOW))
    raw = mail(
        "A-to-z claim filed on order 111-0000000-0000000", "A claim was filed on order 111-0000000-0000000.", NOW
    )
    reading = desk.notices.read(raw, NOW)
    with pytest.raises(Problem) as raised:
        desk.notices.take(reading, NOW)
    assert raised.value.code == "notice_without_order"
    assert len(desk.cases.rows(NOW)) == before
