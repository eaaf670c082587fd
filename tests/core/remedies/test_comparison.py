"""The comparison as a screen shows it: currencies, order, margin, chart, and what the operator changes."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.core.desk import Desk
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.cases import CaseRow, CaseStatus
from claimdesk.core.records.orders import Order, OrderLine, OrderStatus
from claimdesk.core.remedies.assumptions import Exchange, Origin
from claimdesk.core.remedies.comparison import compared
from claimdesk.core.remedies.cost_sheet import SkuCost
from claimdesk.core.remedies.filling import Filling
from claimdesk.core.remedies.history import lost_share
from claimdesk.core.remedies.knowledge import RemedyKnowledge
from claimdesk.core.remedies.own_figures import DEFECTS, PROFIT, RATES
from claimdesk.core.remedies.rules import Rulings
from tests.ui.order_sheets import many, write_sheet

D = Decimal
NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
FACTS = {"platform": "amazon", "tracking": "delivered", "family": "not_as_described"}
LAMP = Order(
    id=1, platform="amazon", order_no="112-4098217-3356201", marketplace="amazon.com", currency="USD",
    status=OrderStatus.DELIVERED, total_minor=5399, tax_minor=400,
    lines=(OrderLine(1, sku="LAMP-B", quantity=1),),
)  # fmt: skip
YEN = Order(
    id=2, platform="amazon", order_no="503-1", marketplace="amazon.co.jp", currency="JPY",
    status=OrderStatus.DELIVERED, total_minor=6800, lines=(OrderLine(1, sku="LAMP-B", quantity=2),),
)  # fmt: skip
# E2 of the worked examples, as the operator would type it
E2 = {
    "unit_cost": D(1200), "reship": D(720), "return_label": D(890), "handling": D(150), "resale": D("0.7"),
    "partial": D("0.25"), "accept": D("0.4"), "defect": D(4000), "labour": D(0), "lose": D("0.75"),
    "risk_keep": D(0), "risk_return": D("0.05"), "risk_resend": D("0.08"), "risk_partial": D("0.10"),
}  # fmt: skip


@pytest.fixture
def lamp(remedies):
    return remedies.compare(FACTS, {}, remedies.assumptions(LAMP, FACTS, {}, NOW).changed(E2))


def test_the_lamp_of_the_worked_examples_from_the_order_to_the_list(lamp) -> None:
    assert [(o.id, o.total_minor) for o in lamp.options] == [
        ("partial", 2331), ("resend", 2592), ("keep", 4399), ("return", 4799), ("contest", 6299),
    ]  # fmt: skip
    assert (lamp.best, lamp.second, lamp.margin_minor) == ("partial", "resend", 261)
    assert lamp.option("partial").offer_minor == 1250
    assert lamp.option("partial").otherwise == "resend"
    assert (lamp.base_minor, lamp.break_even_minor) == (4399, 2082)
    assert lamp.break_even_risk_minor == 2873
    assert lamp.currency == "USD"


def test_under_a_tenth_the_operator_is_asked_to_look_again(remedies, lamp) -> None:
    assert lamp.close is False  # 2.61 of 25.92 is 10.07 %
    nearer = remedies.assumptions(LAMP, FACTS, {}, NOW).changed({**E2, "partial": D("0.26")})
    assert remedies.compare(FACTS, {}, nearer).close is True


def test_the_chart_runs_from_no_chance_to_certainty(lamp) -> None:
    lines = {line.option: line.points for line in lamp.curve}
    assert set(lines) == {"keep", "partial", "resend", "return", "contest"}
    for points in lines.values():
        assert [points[0][0], points[-1][0]] == [0.0, 1.0]
    assert (lines["contest"][0][1], lines["contest"][-1][1]) == (0, 8399)
    assert {minor for _, minor in lines["keep"]} == {4399}
    assert lamp.contest_up_to == pytest.approx(0.2309, abs=1e-3)


@given(st.integers(0, 100))
def test_contest_is_cheapest_just_up_to_the_named_chance(percent: int) -> None:

    knowledge = RemedyKnowledge.load()
    made = _assumptions(knowledge).changed({**E2, "lose": D(percent) / 100})
    found = compared(knowledge.options, made, Rulings({}, {}, ()), D("0.1"))
    assert (found.best == "contest") == (percent / 100 <= found.contest_up_to)


def _assumptions(knowledge):

    return Filling(knowledge, Exchange(knowledge.per_usd), LAMP, {}).done()


def test_what_was_paid_counts_without_tax(remedies) -> None:
    assumed = remedies.assumptions(LAMP, FACTS, {}, NOW)
    assert (assumed.value("revenue"), assumed.items["revenue"].origin) == (D(4999), Origin.ORDER)
    assert assumed.kept_cap == D(500)
    assert assumed.items["referral"].origin is Origin.KNOWN


def test_yen_have_no_cents(remedies) -> None:
    assumed = remedies.assumptions(YEN, FACTS, {}, NOW)
    assert assumed.value("reship") == D(1080)  # 7.20 dollars at 150
    assert assumed.value("defect") == D(6000)
    assert assumed.kept_cap is None
    keep = remedies.compare(FACTS, {}, assumed).option("keep")
    assert keep.total_minor == 5984  # 6800 - 0.8 * 0.15 * 6800


def test_costs_of_the_sku_replace_the_estimates(remedies) -> None:
    remedies.costs.keep([SkuCost("LAMP-B", "CNY", 8640, 5184, None, D("0.12"))])
    assumed = remedies.assumptions(YEN, FACTS, {}, NOW)
    assert assumed.value("unit_cost") == D(3600)  # 86.40 yuan are 12 dollars are 1,800 yen, twice
    assert assumed.value("reship") == D(1080)
    assert assumed.value("referral") == D("0.12")
    assert assumed.items["unit_cost"].origin is Origin.COSTS
    assert assumed.items["return_label"].origin is Origin.ESTIMATE
    assert "unit_cost" not in assumed.estimated


def test_a_line_without_costs_leaves_the_estimate(remedies) -> None:
    remedies.costs.keep([SkuCost("LAMP-B", "USD", 1200)])
    two = Order(
        id=3, platform="amazon", order_no="3", currency="USD", total_minor=9000,
        lines=(OrderLine(1, sku="LAMP-B"), OrderLine(2, sku="SHADE")),
    )  # fmt: skip
    assert remedies.assumptions(two, FACTS, {}, NOW).items["unit_cost"].origin is Origin.ESTIMATE


def test_media_get_the_whole_fee_back(remedies) -> None:
    remedies.costs.keep([SkuCost("LAMP-B", "USD", 1200, media=True)])
    assumed = remedies.assumptions(LAMP, FACTS, {}, NOW)
    assert remedies.compare(FACTS, {}, assumed).option("keep").total_minor == 4249  # 4999 - 0.15 * 4999


def test_the_owners_rate_goes_before_the_rough_one(remedies, shop) -> None:
    shop.set(RATES, {"JPY": "160"})
    assert remedies.assumptions(YEN, FACTS, {}, NOW).value("reship") == D(1152)


def test_the_shops_own_figures_price_the_defect(remedies, shop) -> None:
    """No order in the window: one defect breaks the target, so 0.60 × 20,000 × 0.10."""
    shop.set(PROFIT, {"minor": 2_000_000, "currency": "USD"})
    assumed = remedies.assumptions(LAMP, FACTS, {}, NOW)
    assert (assumed.value("defect"), assumed.items["defect"].origin) == (D(120_000), Origin.SHOP)


def test_defects_are_counted_against_the_orders_of_the_window(tmp_path) -> None:

    desk = Desk.open(tmp_path / "data")
    rows = [{**row, "Platform": "amazon", "Ordered": "2026-11-02"} for row in many(150)]
    desk.imports.run([write_sheet(tmp_path / "orders.csv", rows)], at=NOW)
    desk.shop.set(PROFIT, {"minor": 2_000_000, "currency": "USD"})
    assert desk.remedies.assumptions(LAMP, FACTS, {}, NOW).value("defect") == D(20_000)  # 1 of 150: 0.10
    desk.shop.set(DEFECTS, {"amazon": 1})
    assert desk.remedies.assumptions(LAMP, FACTS, {}, NOW).value("defect") == D(120_000)  # 2 of 150: 0.60
    later = NOW + timedelta(days=90)
    assert desk.remedies.assumptions(LAMP, FACTS, {}, later).value("defect") == D(120_000)  # none in the window
    desk.close()


def test_enough_similar_cases_replace_the_estimate(remedies) -> None:
    few = remedies.assumptions(LAMP, FACTS, {}, NOW, lost_share(2, 7)).items["lose"]
    enough = remedies.assumptions(LAMP, FACTS, {}, NOW, lost_share(4, 14)).items["lose"]
    assert few.origin is Origin.ESTIMATE
    assert (enough.origin, enough.value) == (Origin.HISTORY, D("0.286"))


def test_similar_cases_are_decided_ones_of_the_same_scenario(remedies) -> None:
    def row(id_: int, scenario: str, outcome: str) -> CaseRow:
        return CaseRow(
            id_, f"C-{id_:04d}", 1, "1", "amazon", "amazon.com", "", "", scenario, Bilingual("", ""), CaseStatus.CLOSED,
            outcome, NOW, NOW, None, 1, 1, None, "USD", 1,
        )  # fmt: skip

    rows = [row(1, "S01", "granted_seller"), row(2, "S01", "denied"), row(3, "S01", "solved"),
            row(4, "S02", "granted_seller"), row(5, "S01", "granted_seller")]  # fmt: skip
    found = remedies.similar("S01", rows, but=5)
    assert (found.lost, found.decided) == (1, 2)
    assert remedies.similar("S09", rows) is None


def test_impossible_values_are_not_taken(remedies) -> None:
    assumed = remedies.assumptions(LAMP, FACTS, {}, NOW)
    changed = assumed.changed({"lose": D("1.2"), "unit_cost": D(-1), "defect": D("NaN"), "who": D(1), "reship": D(5)})
    assert changed.edits == {"reship": D(5)}
    assert changed.items["reship"].origin is Origin.YOURS
    assert changed.value("lose") == assumed.value("lose")


def test_what_was_typed_is_kept_and_read_again(remedies) -> None:
    plain = remedies.assumptions(LAMP, FACTS, {}, NOW)
    data = plain.changed({"reship": D("790"), "lose": D("0.29")}).kept()
    assert json.loads(json.dumps(data)) == data
    assert plain.restored(data).edits == {"reship": D(790), "lose": D("0.29")}
    assert remedies.assumptions(YEN, FACTS, {}, NOW).restored(data).edits == {}
    for damaged in (None, {}, {"assumptions": []}, {"assumptions": {"currency": "USD", "values": {"lose": "a"}}}):
        assert plain.restored(damaged).edits == {}


def test_an_order_without_an_amount_costs_nothing_to_refund(remedies) -> None:
    bare = Order(id=9, platform="other", order_no="9")
    assumed = remedies.assumptions(bare, {}, {}, NOW)
    assert assumed.currency == "USD"
    assert assumed.items["revenue"].origin is Origin.ESTIMATE
    assert remedies.compare({}, {}, assumed).option("keep").total_minor == 0
