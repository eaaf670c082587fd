"""The walk, step by step, on a small scenario; and its ways, counted."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.scenarios.loader import Scenarios
from claimdesk.core.scenarios.paths import count_paths
from claimdesk.core.scenarios.router import suggest
from claimdesk.core.scenarios.schema import Scenario
from claimdesk.core.scenarios.telling import told
from claimdesk.core.scenarios.walk import walk
from tests.core.scenarios.exploring import answered, situations
from tests.core.scenarios.writing import GOOD, with_change

SMALL = Scenario.model_validate(tomllib.loads(GOOD))


def states(*chosen: tuple[str, str], **facts: object) -> list[tuple[str, str, str]]:
    found = walk(SMALL, facts, answered(*chosen))  # type: ignore[arg-type]
    return [(place.step.id, place.state, place.answer) for place in found.path]


def test_the_first_step_is_current_and_the_rest_is_guessed() -> None:
    assert states() == [("ask", "current", ""), ("write", "ahead", ""), ("end", "ahead", "")]
    assert states(refunded=True) == [("ask", "current", ""), ("end", "ahead", "")]


def test_a_prefilled_option_says_why() -> None:
    place = walk(SMALL, {"tracking": "delivered", "delivered_at": "2026-11-10T20:00:00Z"}, {}).path[0]
    assert place.prefill == "yes"
    assert place.because == Bilingual("Delivered on 10 Nov.", "11 月 10 日 签收。")
    assert walk(SMALL, {}, {}).path[0].prefill == ""


def test_a_jump_leaves_steps_out() -> None:
    assert states(("ask", "no")) == [("ask", "done", "no"), ("end", "current", "")]


def test_an_answer_that_leaves_ends_the_path() -> None:
    found = walk(SMALL, {}, answered(("ask", "else")))
    assert (found.goes, found.current, len(found.path)) == ("S03", None, 1)


def test_only_deeds_can_be_skipped() -> None:
    assert states(("ask", "yes"), ("write", "skipped"))[1:] == [("write", "done", "skipped"), ("end", "current", "")]
    assert states(("ask", "skipped"))[0] == ("ask", "current", "")


def test_an_answer_the_file_no_longer_offers_is_asked_again() -> None:
    assert states(("ask", "perhaps"), ("write", "done"))[:2] == [("ask", "current", ""), ("write", "ahead", "")]


def test_a_question_keeps_its_answer_from_another_scenario_and_a_deed_does_not() -> None:
    given = {
        name: replace(answer, scenario="S05") for name, answer in answered(("ask", "yes"), ("write", "done")).items()
    }
    found = walk(SMALL, {}, given)
    assert [(place.step.id, place.state) for place in found.path][:2] == [("ask", "done"), ("write", "current")]


def test_an_answer_from_another_scenario_never_leaves() -> None:
    given = {name: replace(answer, scenario="S05") for name, answer in answered(("ask", "else")).items()}
    found = walk(SMALL, {}, given)
    assert (found.goes, found.current) == ("", "ask")


def test_check_again_is_shown_with_the_answer() -> None:
    given = {name: replace(answer, check_again=True) for name, answer in answered(("ask", "yes")).items()}
    assert [place.check_again for place in walk(SMALL, {}, given).path] == [True, False, False]


def test_a_forbidden_option_says_why_and_is_not_preselected() -> None:
    text = with_change(
        'next = "end"', 'next = "end"\n[steps.options.forbidden]\n"refunded" = { en = "Paid", zh = "已退" }'
    )
    text = text.replace("prefill = \"tracking == 'delivered'\"", 'when = "not refunded"')
    place = walk(Scenario.model_validate(tomllib.loads(text)), {"refunded": True}, {}).path[0]
    assert [option.id for option in place.options] == ["no", "else"]
    assert place.disabled == {"no": Bilingual("Paid", "已退")}


def test_a_done_step_proves_what_later_conditions_see() -> None:
    text = with_change('when = "not refunded"', "proves = { refunded = \"ask == 'yes'\" }")
    text += (
        'when = "refunded"\n[[steps.options]]\nid = "open"\nlabel = { en = "Open", zh = "未定" }\noutcome = "denied"\n'
    )
    made = Scenario.model_validate(tomllib.loads(text))

    def offered(*chosen: tuple[str, str]) -> list[str]:
        return [option.id for option in walk(made, {"refunded": False}, answered(*chosen)).path[-1].options]

    assert offered(("ask", "yes"), ("write", "done")) == ["well", "open"]
    assert offered(("ask", "yes"), ("write", "skipped")) == ["open"]
    assert offered(("ask", "no")) == ["open"]


@pytest.mark.parametrize(
    "value, english, chinese",
    [
        (None, "on an unknown date", "于 未知日期"),
        ("2026-02-03", "on 3 Feb", "于 2 月 3 日"),
        ("2026-02-03T23:00:00Z", "on 3 Feb", "于 2 月 3 日"),
        ("2026-99-99", "on 2026-99-99", "于 2026-99-99"),
        (12, "on 12", "于 12"),
        ("{tracking}", "on {tracking}", "于 {tracking}"),
    ],
)
def test_facts_are_told_as_people_write_them(value: str | int | None, english: str, chinese: str) -> None:
    assert told(Bilingual("on {day}", "于 {day}"), {"day": value}) == Bilingual(english, chinese)


def test_the_router_puts_the_best_first_and_only_where_the_platform_fits() -> None:
    scenarios = Scenarios.load().all()
    facts = {
        "tracking": "delivered",
        "issue": "inr",
        "delivered_at": "2026-11-10",
        "refunded": False,
        "cancelled": False,
    }
    found = suggest(scenarios, facts, "amazon")
    assert found[0].scenario.id == "S03"
    assert "10 Nov" in found[0].because[0].en
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert suggest(scenarios, facts, "nowhere") == ()


def test_ways_of_the_small_scenario_are_counted() -> None:
    # yes-write-well, yes-well (refunded), no-well, else
    assert count_paths(SMALL) == 4


@pytest.mark.parametrize("scenario_id", ["S04", "S05", "S06"])
def test_ways_are_counted_as_the_walk_goes_them(scenario_id: str) -> None:
    scenario = Scenarios.load().get(scenario_id)
    ways: set[tuple[tuple[str, str], ...]] = set()
    for facts in situations(scenario):
        waiting: list[tuple[tuple[str, str], ...]] = [()]
        while waiting:
            chosen = waiting.pop()
            found = walk(scenario, facts, answered(*chosen))
            place = found.at(found.current) if found.current else None
            if place is None:
                ways.add(chosen)
            else:
                waiting += [(*chosen, (place.step.id, o.id)) for o in place.options if o.id not in place.disabled]
    assert count_paths(scenario) == len(ways)


def test_counting_stops_at_a_million() -> None:
    step = SMALL.steps[0].model_copy(update={"options": SMALL.steps[0].options[:2]})
    many = [step.model_copy(update={"id": f"q{i}", "options": tuple(o.model_copy(update={"next": ""}) for o in step.options)}) for i in range(40)]  # fmt: skip
    assert count_paths(SMALL.model_copy(update={"steps": (*many, SMALL.steps[-1])})) == 1_000_000
