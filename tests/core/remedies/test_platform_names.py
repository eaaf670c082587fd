"""What an assumption is called on each platform: no case reads another platform's words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claimdesk.core.cases.outcomes import Outcomes
from claimdesk.core.records.orders import Order
from claimdesk.core.remedies.remedies import Remedies

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
ELSEWHERE = ("ebay", "etsy", "shopify", "dhgate", "aliexpress", "temu", "shopee", "lazada", "other")


def names(remedies: Remedies, platform: str) -> dict[str, str]:
    found = remedies.assumptions(
        Order(1, platform, "1", currency="USD", total_minor=5000), {"platform": platform}, {}, NOW
    )
    said = {name: f"{item.label.en} {item.label.zh}" for name, item in found.items.items()}
    risk = found.items["defect"].risk
    return said | {"risk": f"{risk.en} {risk.zh}" if risk else ""}


def test_amazon_and_ebay_have_their_own_names(remedies: Remedies) -> None:
    amazon, ebay = names(remedies, "amazon"), names(remedies, "ebay")
    assert amazon["referral"].startswith("Referral fee ")
    assert "ODR" in amazon["defect"] and amazon["risk"] == "Risk of losing, with ODR 败诉风险（含 ODR）"
    assert ebay["risk"] == "Risk of losing, with the defect 败诉风险（含缺陷）"
    assert ebay["referral"].startswith("Final value fee ")


@pytest.mark.parametrize("platform", ELSEWHERE)
def test_amazons_order_defect_rate_and_referral_fee_stay_on_amazon(remedies: Remedies, platform: str) -> None:
    told = " ".join(names(remedies, platform).values())
    assert "ODR" not in told and "Risk of losing" in told
    assert "Referral fee" not in told


def test_what_follows_anywhere_names_no_page_of_amazon() -> None:
    for use in Outcomes.load().follow():
        if use.rule.get("default"):
            assert "account health" not in use.why.en.lower(), use.id
            assert "账户状况" not in use.why.zh, use.id
