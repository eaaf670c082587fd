"""Names of months: all of them in a column of dates, only unmistakable ones between other words."""

from __future__ import annotations

from claimdesk.core.intake.dates import months_in_text as read_by_notices
from claimdesk.core.knowledge.months import months, months_in_text


def test_words_of_other_languages_are_no_months_in_a_text() -> None:
    words = {"des", "sie", "mac", "lis", "dis", "nop"}
    assert words <= months().keys()
    assert not words & months_in_text().keys()
    assert read_by_notices is months_in_text


def test_every_language_has_its_twelve_months() -> None:
    assert [months()[name] for name in ("ม.ค", "พ.ค", "ธ.ค", "agu", "ogos", "mart", "déc")] == [1, 5, 12, 8, 8, 3, 12]
    assert set(months_in_text().values()) == set(range(1, 13))
