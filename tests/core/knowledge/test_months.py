"""Names of months: all of them in a column of dates, only unmistakable ones between other words."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from babel import Locale
from pydantic import ValidationError

from claimdesk.core.intake.dates import months_in_text as read_by_notices
from claimdesk.core.knowledge.months import MonthFile, months, months_in_text
from claimdesk.core.knowledge.shipped import shipped

_FILE = tomllib.loads((shipped("resources") / "languages" / "months.toml").read_text("utf-8"))


def test_words_of_other_languages_are_no_months_in_a_text() -> None:
    words = {"des", "sie", "mac", "lis", "dis", "nop"}
    assert words <= months().keys()
    assert not words & months_in_text().keys()
    assert read_by_notices is months_in_text


def test_every_language_has_its_twelve_months() -> None:
    assert [months()[name] for name in ("ม.ค", "พ.ค", "ธ.ค", "agu", "ogos", "mart", "déc")] == [1, 5, 12, 8, 8, 3, 12]
    assert set(months_in_text().values()) == set(range(1, 13))


@pytest.mark.parametrize("language", sorted(_FILE["names"]))
def test_every_printed_form_of_a_month_is_known(language: str) -> None:
    printed = Locale(language).months
    forms = [(number, name) for use in ("format", "stand-alone") for width in ("wide", "abbreviated")
             for number, name in printed[use][width].items()]  # fmt: skip
    assert [(n, name) for n, name in forms if months(language).get(name.casefold().rstrip(".")) != n] == []


@pytest.mark.parametrize(
    "change",
    [
        {"source": ""},
        {"checked": "never"},
        {"running_text": ["xx"]},
        {"names": {**_FILE["names"], "xx": [["mars"], *_FILE["names"]["fr"][1:]]}},
        {"names": {**_FILE["names"], "xx": [["Jan"], *_FILE["names"]["en"][1:]]}},
    ],
    ids=["no source", "no day", "unknown language", "two months of one name", "not in lower case"],
)
def test_a_faulty_file_is_refused(change: dict[str, Any]) -> None:
    assert MonthFile.model_validate(_FILE)
    with pytest.raises(ValidationError):
        MonthFile.model_validate({**_FILE, **change})
