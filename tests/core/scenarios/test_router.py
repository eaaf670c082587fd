"""Sixty-six situations as shops meet them, and the scenario that must come first, by the order of the catalogue.

Chargeback, then a granted claim, then an open claim by its type, then a return, then what a message asks, then what
the order alone tells.
"""

from __future__ import annotations

import pytest

from claimdesk.core.records.facts import FactValue
from claimdesk.core.scenarios.loader import Scenarios
from tests.core.scenarios.exploring import FACTS

SCENARIOS = Scenarios.load()
# An order on its way, in time, of which nobody has heard anything.
QUIET: dict[str, FactValue] = {
    "platform": "amazon", "region": "US", "fulfilment": "seller", "status": "shipped", "tracking": "transit",
    "has_tracking": True, "window": "in_time", "days_late": -3, "days_since_shipped": 6, "days_since_scan": 2,
    "shipped_at": "2026-11-10T08:00:00Z", "deliver_by": "2026-11-20", "delivered_at": None, "issue": None, "claim": None,
    "chargeback": None, "refunded": False, "cancelled": False, "cancel_requested": False, "return_state": None,
    "shipped_on_time": True, "delivered_on_time": None, "lines": 1, "messages_sent": 0, "evidence_files": 0,
}  # fmt: skip
Facts = dict[str, FactValue]
ARRIVED: Facts = {
    "status": "delivered", "tracking": "delivered", "delivered_at": "2026-11-12", "delivered_on_time": True,
}  # fmt: skip
LATE: Facts = {"window": "late", "days_late": 4}
STALE: Facts = {**LATE, "days_since_scan": 14}
OPEN, ASKED, GRANTED = ({"claim": state} for state in ("open", "info_request", "granted"))
INR, SNAD, RETURN, CANCEL = ({"issue": issue} for issue in ("inr", "snad", "return", "cancel"))
UNSENT: Facts = {"status": "unshipped", "tracking": "none", "has_tracking": False, "days_since_scan": None}

SITUATIONS: list[tuple[str, Facts, str]] = [
    # a chargeback before everything
    ("chargeback on a delivered order", {**ARRIVED, "chargeback": True}, "S19"),
    ("chargeback beside a granted claim", {**ARRIVED, **GRANTED, "chargeback": True}, "S19"),
    ("chargeback after a refund", {**ARRIVED, "chargeback": True, "refunded": True}, "S19"),
    ("chargeback in a Shopify shop", {**ARRIVED, "platform": "shopify", "chargeback": True}, "S19"),
    ("eBay payment dispute, not received", {**LATE, **INR, "platform": "ebay", "chargeback": True}, "S19"),
    # a granted claim
    ("claim granted, not received", {**ARRIVED, **INR, **GRANTED}, "S17"),
    ("claim granted, quality", {**ARRIVED, **SNAD, **GRANTED}, "S17"),
    ("claim granted, reason not read", {**ARRIVED, **GRANTED}, "S17"),
    ("eBay case closed for the buyer", {**ARRIVED, **SNAD, **GRANTED, "platform": "ebay"}, "S17"),
    ("claim granted on a late parcel", {**LATE, **INR, **GRANTED}, "S17"),
    # an open claim, by its type: not received
    ("claim, shown as delivered", {**ARRIVED, **INR, **OPEN}, "S03"),
    ("question from Amazon, shown as delivered", {**ARRIVED, **INR, **ASKED}, "S03"),
    ("claim before the delivery date", {**INR, **OPEN}, "S04"),
    ("claim after the delivery date", {**LATE, **INR, **OPEN}, "S05"),
    ("claim after the date, no tracking number", {**LATE, **INR, **OPEN, **UNSENT, "status": "shipped"}, "S05"),
    ("claim, no scan for two weeks", {**STALE, **INR, **OPEN}, "S06"),
    ("claim, parcel damaged by the carrier", {**INR, **OPEN, "tracking": "exception"}, "S06"),
    ("claim, parcel refused and returning", {**LATE, **INR, **OPEN, "tracking": "returning"}, "S06"),
    ("claim, held at customs", {**LATE, **INR, **OPEN, "tracking": "customs"}, "S07"),
    ("claim on DHgate after the date", {**LATE, **INR, **OPEN, "platform": "dhgate"}, "S05"),
    # an open claim: quality
    ("quality claim, delivered", {**ARRIVED, **SNAD, **OPEN}, "S01"),
    ("quality claim, the export tells no delivery", {**SNAD, **OPEN}, "S01"),
    ("quality claim with a question", {**ARRIVED, **SNAD, **ASKED}, "S01"),
    ("claim after a cancellation request", {**ARRIVED, **SNAD, **OPEN, "cancel_requested": True}, "S08"),
    ("claim after a message to cancel", {**ARRIVED, **CANCEL, **OPEN}, "S08"),
    ("claim on a refunded order", {**ARRIVED, **SNAD, **OPEN, "refunded": True}, "S15"),
    ("not-received claim on a refunded order", {**ARRIVED, **INR, **OPEN, "refunded": True}, "S15"),
    ("claim of a missing part", {**ARRIVED, **OPEN, "issue": "partial"}, "S10"),
    ("claim, refund not received, return in the house", {**ARRIVED, **OPEN, "issue": "refund_status",
                                                        "return_state": "received", "status": "returned"}, "S14"),
    ("claim, refund not received, return agreed", {**ARRIVED, **OPEN, "issue": "refund_status",
                                                  "return_state": "authorised"}, "S13"),
    ("claim on an order with bad feedback", {**ARRIVED, **OPEN, "issue": "feedback"}, "S21"),
    ("claim of which only the filing was read", {**ARRIVED, **OPEN}, "S21"),
    ("AliExpress dispute, reason not read", {**ARRIVED, **OPEN, "platform": "aliexpress"}, "S21"),
    # returns
    ("return asked for in time", {**ARRIVED, **RETURN, "return_state": "requested", "days_late": -3}, "S11"),
    ("return asked for three weeks after", {**ARRIVED, **RETURN, "return_state": "requested", "days_late": 21}, "S11"),
    ("return asked for two months after", {**ARRIVED, **RETURN, "return_state": "requested", "days_late": 60}, "S12"),
    ("return authorised, nothing scanned", {**ARRIVED, **RETURN, "return_state": "authorised"}, "S13"),
    ("return authorised long after the date", {**ARRIVED, **RETURN, "return_state": "authorised", "days_late": 45}, "S13"),
    ("return on its way", {**RETURN, "return_state": "authorised", "tracking": "returning"}, "S13"),
    ("return arrived", {**ARRIVED, **RETURN, "return_state": "received", "status": "returned"}, "S14"),
    ("marked as returned, no refund", {"status": "returned", "tracking": "returning"}, "S14"),
    ("eBay return asked for", {**ARRIVED, **RETURN, "platform": "ebay"}, "S11"),
    # messages
    ("where is it, in time", {**INR}, "S04"),
    ("where is it, label only", {**INR, "tracking": "label", "days_since_scan": None}, "S04"),
    ("where is it, no date promised", {**INR, "window": "unknown", "deliver_by": None, "days_late": None}, "S04"),
    ("where is it, late", {**INR, **LATE}, "S05"),
    ("where is it, shown as delivered", {**INR, **ARRIVED}, "S03"),
    ("where is it, no scan for two weeks", {**INR, **STALE}, "S06"),
    ("where is it, exception in time", {**INR, "tracking": "exception"}, "S06"),
    ("where is it, at customs in time", {**INR, "tracking": "customs"}, "S07"),
    ("where is it, Etsy, late", {**INR, **LATE, "platform": "etsy"}, "S05"),
    ("it is broken", {**ARRIVED, **SNAD}, "S09"),
    ("it is the wrong colour, no delivery known", {**SNAD}, "S09"),
    ("broken after four months", {**ARRIVED, **SNAD, "days_late": 120}, "S12"),
    ("a part is missing", {**ARRIVED, "issue": "partial"}, "S10"),
    ("please cancel, not sent", {**UNSENT, **CANCEL}, "S20"),
    ("the import marks a cancellation, not sent", {**UNSENT, "cancel_requested": True}, "S20"),
    ("please cancel, already sent", {**CANCEL}, "S20"),
    ("bad feedback", {**ARRIVED, "issue": "feedback"}, "S16"),
    ("where is my refund, refunded", {**ARRIVED, "issue": "refund_status", "refunded": True}, "S15"),
    ("where is my refund, not refunded", {**ARRIVED, "issue": "refund_status"}, "S14"),
    # the order alone
    ("late and nobody has written", {**LATE}, "S05"),
    ("tracking reports an exception", {"tracking": "exception"}, "S06"),
    ("not sent yet", {**UNSENT}, "S20"),
    ("where is it, never sent though it is past its day", {**UNSENT, **INR, "window": "unknown", "shipped_at": None,
     "shipped_on_time": False}, "S05"),
    ("DHgate order not paid", {**UNSENT, "platform": "dhgate", "status": "pending"}, "V01"),
    ("refunded, nobody has written", {**ARRIVED, "status": "refunded", "refunded": True}, "S15"),
]  # fmt: skip


@pytest.mark.parametrize("facts, first", [pytest.param(f, first, id=name) for name, f, first in SITUATIONS])
def test_the_first_scenario_is_the_one_of_the_catalogue(facts: Facts, first: str) -> None:
    known = {**QUIET, **facts}
    assert known.keys() <= FACTS
    found = SCENARIOS.suggest(known, str(known["platform"]))
    assert found, "nothing is suggested"
    assert found[0].scenario.id == first, [(one.scenario.id, one.score) for one in found]
    assert all(because.en and "{" not in because.en + because.zh for one in found for because in one.because)


def test_every_scenario_but_one_can_come_first_or_be_offered() -> None:
    """V02 is a service of its own; S02 and S18 stand behind others until their answers tell."""
    first = {first for _, _, first in SITUATIONS}
    offered = {
        one.scenario.id
        for _, facts, _ in SITUATIONS
        for one in SCENARIOS.suggest({**QUIET, **facts}, str({**QUIET, **facts}["platform"]))
    }
    everyone = {scenario.id for scenario in SCENARIOS.all()}
    assert everyone - first == {"S02", "S18", "V02"}
    assert {"S02", "S18"} <= offered
    shipped = {**QUIET, "platform": "dhgate"}
    assert "V02" in {one.scenario.id for one in SCENARIOS.suggest(shipped, "dhgate")}
