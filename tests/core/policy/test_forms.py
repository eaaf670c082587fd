"""The forms of numbers and statements are refused when a pattern cannot do what its check needs."""

from __future__ import annotations

import pytest

from claimdesk.core.policy.forms import Form, _compiled, form, said
from claimdesk.core.records.problems import Problem


@pytest.mark.parametrize("pattern", [r"exhibit \d", r"(?P<other>\d)", r"(?P<number>\d) (?P<number>\d)", "(?P<number>["])
def test_a_pattern_without_the_groups_of_its_form_is_refused(pattern: str) -> None:
    with pytest.raises(Problem, match="knowledge_faulty"):
        _compiled("numbers.toml", "exhibit", (Form(language="en", pattern=pattern),))


@pytest.mark.parametrize("text, number", [("see Exhibit No. 4", "4"), ("见附件 7", "7")])
def test_each_language_tells_the_same_groups(text: str, number: str) -> None:
    match = form("exhibit").search(text)
    assert match and said(match, "number") == number
