"""Templates are text and bare names; whatever else is in them is refused without being run."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from claimdesk.core.knowledge.shipped import shipped
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.facts import Fact, Facts
from claimdesk.core.records.orders import Order, OrderLine, Shipment
from claimdesk.core.records.problems import Problem
from claimdesk.core.replies.rendering import render
from claimdesk.core.replies.replies import Replies
from claimdesk.core.replies.syntax import pieces
from claimdesk.core.replies.variables import order_values
from claimdesk.core.replies.writing import first_name

REPLIES = Replies.load()

REFUSED = [
    "{{ range(10**9) }}", "{{ 'a' * 10**9 }}", "{{ 9**(9**9) }}", "{{ ''.__class__ }}", "{{ x.y }}", "{{ x['y'] }}",
    "{{ x|upper }}", "{{ x|center(10**9) }}", "{{ x() }}", "{{ 'a'.format() }}", "{{ '%s' % x }}", "{{ x ~ y }}", "{{ x + y }}",
    "{{ x if y else z }}", "{{ [x] }}", "{{ {'a': x} }}", "{{ 1 }}", "{{ 'text' }}", "{{ not x }}", "{{ x == y }}", "{{ -x }}",
    "{{ self }}{% for i in range(9) %}{% endfor %}", "{% for i in range(99999) %}{% for j in range(99999) %}x{% endfor %}{% endfor %}",
    "{% set x = 1 %}", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "{% include 'x' %}", "{% import 'os' as x %}",
    "{% extends 'x' %}", "{% raw %}{{ x }}{% endraw %}", "{# hidden #}", "{{ cycler('a') }}", "{{ lipsum() }}", "{{ joiner() }}",
    "{{ namespace() }}", "{{ dict() }}", "{{ _x }}", "{{ __builtins__ }}", "{{ x", "{{ }}", "{{ x y }}", "{{ x!r }}",
    "{{ " + "(" * 3_000 + "x" + ")" * 3_000 + " }}", "{{ " + "-" * 5_000 + "x }}", "{{ x " + "|e" * 2_000 + " }}",
    "{% if x %}y{% endif %}", "a" * 8_001, "{{ x }}" * 401,
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED, ids=range(len(REFUSED)))
def test_everything_else_is_refused_at_once(text: str) -> None:
    started = time.thread_time()
    with pytest.raises(Problem) as problem:
        pieces(text)
    assert problem.value.code == "template_faulty"
    assert problem.value.params["reason"]
    assert time.thread_time() - started < 0.2


def test_values_are_inserted_as_text_with_their_place() -> None:
    filled = render("Order {{ order_id }} by {{ carrier }}.", {"order_id": "{{ 7*7 }}", "carrier": "A\x00\u202eB"})
    assert filled.text == "Order {{ 7*7 }} by AB."
    assert [filled.text[s.start : s.end] for s in filled.spans] == ["{{ 7*7 }}", "AB"]
    assert filled.missing == ()


def test_missing_names_are_collected_once() -> None:
    filled = render("{{ a }} {{ b }} {{ a }} {{ c }}", {"a": None, "b": "  ", "c": "x"})
    assert filled.missing == ("a", "b")
    assert filled.text == "{{ a }} {{ b }} {{ a }} x"


def test_output_is_bounded() -> None:
    assert len(render("{{ a }}" * 400, {"a": "x" * 10_000}).text) <= 20_000


def test_no_blank_between_two_chinese_characters() -> None:
    assert render("我于 {{ a }} 为您", {"a": "11 月 17 日"}).text == "我于 11 月 17 日为您"
    assert render("由 {{ a }} 发出", {"a": "DHL"}).text == "由 DHL 发出"


def test_what_is_missing_is_asked_for_in_place() -> None:
    draft = REPLIES.draft("B_LOST", {"order_id": "1", "carrier": "DHL"}, "en")
    assert draft.missing == ("tracking_no",)
    asked = {fill.name: fill for fill in draft.fill_ins}
    assert asked["tracking_no"].ask == Bilingual("Tracking number", "运单号")
    assert asked["replacement_eta"].kind == "date"
    assert [p.id for p in draft.paragraphs].count("resend") == 0
    filled = REPLIES.draft(
        "B_LOST",
        {"order_id": "1", "carrier": "DHL", "region": "US"},
        "en",
        {"replacement_eta": "2026-12-02", "tracking_no": "9"},
    )
    assert "December 2" in filled.text
    assert "12 月 2 日" in filled.gloss
    assert filled.missing == ()


def test_unknown_languages_become_english_and_unknown_templates_a_problem() -> None:
    assert REPLIES.draft("B_ACK_24H", {}, "nl").language == "en"
    assert REPLIES.draft("B_ACK_24H", {}, "zh").paragraphs[0].text == "您好："
    with pytest.raises(Problem) as problem:
        REPLIES.draft("B_NONE", {}, "en")
    assert problem.value.code == "template_unknown"


def test_a_faulty_own_template_is_named_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "B_BAD.toml").write_text("id = 'B_BAD'\n", "utf-8")
    folder = shipped("templates") / "replies" / "buyer"
    lost = (folder / "B_LOST.toml").read_text("utf-8")
    (tmp_path / "B_LOST.toml").write_text(lost.replace("{{ carrier }}", "{{ carrier.x }}"), "utf-8")
    (tmp_path / "B_ACK_24H.toml").write_text(
        (folder / "B_ACK_24H.toml").read_text("utf-8").replace("I am looking into it now", "I am on it"), "utf-8"
    )
    replies = Replies.load(tmp_path)
    assert {fault.code for fault in replies.faults} == {"knowledge_faulty", "template_faulty"}
    assert "I am on it" in replies.draft("B_ACK_24H", {}, "en").text
    assert "{{ carrier }}, and" in replies.draft("B_LOST", {}, "en").text


@dataclass(frozen=True)
class _Shop:
    name: str = "Northlight Home"
    signature: str = ""
    zone: str = "Asia/Shanghai"
    return_route: str = ""


def _order() -> Order:
    return Order(
        id=1, platform="amazon", order_no="112-4098217-3356201", marketplace="amazon.com", buyer_name="WHITFIELD, DANA",
        currency="USD", total_minor=4999, deliver_by=datetime(2026, 11, 15, 7, 59, tzinfo=UTC), purchased_at=date(2025, 12, 30),
        lines=(OrderLine(1, title="Clamp desk lamp, 12 W, dimmable, black", quantity=2),),
        shipments=(Shipment(carrier="UPS"), Shipment(carrier="YunExpress", tracking_no="YT1", shipped_at=date(2026, 10, 31))),
    )  # fmt: skip


def test_values_are_written_for_the_reader() -> None:
    because = Bilingual("", "")
    facts = Facts(
        {n: Fact(n, v, because) for n, v in {"region": "US", "tracking": "transit", "claim_at": "nonsense"}.items()}
    )
    values = order_values(_order(), facts, _Shop(), "en", datetime(2026, 11, 17, 6, 0, tzinfo=UTC))
    assert values["buyer_first_name"] == "Dana"
    assert values["carrier"] == "YunExpress"
    assert values["item"] == "Clamp desk lamp"
    assert values["amount"] == "$49.99"
    assert values["edd_max"] == "November 14", "the last minute of the 14th in Seattle"
    assert values["edd_max@zh"] == "11 月 14 日"
    assert values["order_date"] == "December 30, 2025"
    assert values["promise_date"] == "November 17", "it is still the 16th there"
    assert values["tracking_status"] is None, "no scan shows it"
    assert values["signature"] == "Northlight Home"
    assert values["filed_at"] is None
    assert values["quantity"] == "2"


def test_a_bare_order_gives_none_and_never_fails() -> None:
    values = order_values(
        Order(1, "", ""), Facts({}), _Shop("", "", "nowhere/nowhere"), "ja", datetime(2026, 1, 1, tzinfo=UTC)
    )
    assert values["order_id"] is None
    assert values["amount"] is None
    assert values["promise_date"]


@pytest.mark.parametrize(
    "name, first",
    [("Dana Whitfield", "Dana"), ("D***", None), ("Mr. john smith", "John"), ("Lamps GmbH", None), ("J. Doe", None), ("王伟", "王伟"),
     ("", None), ("buyer_123", None), ("Jean-Luc Picard", "Jean-Luc"), ("Amazon Customer", None), ("O'Neil", "O'Neil")],
)  # fmt: skip
def test_greets_by_first_name_only_where_there_is_one(name: str, first: str | None) -> None:
    assert first_name(name) == first
