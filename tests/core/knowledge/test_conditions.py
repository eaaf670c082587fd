"""Conditions mean what Jinja2 says they mean, and hold nothing but comparisons."""

from __future__ import annotations

import random

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment

from claimdesk.core.knowledge.conditions import constants_in, holds, names_in
from claimdesk.core.records.problems import Problem
from claimdesk.core.scenarios.checks import conditions
from claimdesk.core.scenarios.loader import Scenarios

ODD = ("-1 < a", "a < b < 5", "not (a or b)", "a in ('x', 'y') and b not in [1, 2]", "a == none", "a", "a and b == 'x'")
SHIPPED = sorted({text for one in Scenarios.load().all() for _, text in conditions(one) if text})


def test_every_shipped_condition_means_what_jinja_says() -> None:
    rolling = random.Random(7)
    jinja = ImmutableSandboxedEnvironment()
    for text in (*ODD, *SHIPPED):
        told = jinja.compile_expression(text)
        for _ in range(20):
            values = {
                name: rolling.choice([*sorted(named, key=str), None, "other", 3, True, False, ""])
                for name, named in sorted(constants_in(text).items())
            }
            try:
                meant = bool(told(values))
            except TypeError:
                meant = False
            assert holds(text, values) == meant, (text, values)


@pytest.mark.parametrize(
    "text",
    ["a.b", "a|length", "f(1)", "a[0]", "1 +", "{{", "a ~ b", "a if b else c", "a + 1", "a }} x {{ b", "a }}{% if b %}",
     "(" * 5_000 + "a" + ")" * 5_000],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="condition_faulty"):
        holds(text, {})
    with pytest.raises(Problem, match="condition_faulty"):
        names_in(text)


def test_what_a_condition_looks_at() -> None:
    assert names_in("a") == {"a"}
    assert names_in("a == 'x' and (b in ('y', 'z') or not c)") == {"a", "b", "c"}
    assert constants_in("a == 'x' and (b in ('y', 'z') or not c)") == {"a": {"x"}, "b": {"y", "z"}, "c": frozenset()}


def test_what_is_not_there_is_none() -> None:
    assert holds("", {})
    assert holds("a == none", {})
    assert not holds("a > 3", {})
    assert not holds("a < 'x'", {"a": 3})
