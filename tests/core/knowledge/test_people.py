"""Titles and words that are no names: from their file, which says where it is from."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from pydantic import ValidationError

from claimdesk.core.knowledge.people import PeopleFile, not_names, titles
from claimdesk.core.knowledge.shipped import shipped
from claimdesk.core.replies.writing import first_name

_FILE = tomllib.loads((shipped("resources") / "languages" / "people.toml").read_text("utf-8"))


@pytest.mark.parametrize("title", sorted(titles()))
def test_a_title_is_no_first_name(title: str) -> None:
    assert first_name(f"{title.title()}. Dana Whitfield") == "Dana"
    assert first_name(f"{title.upper()} Dana Whitfield") == "Dana"


@pytest.mark.parametrize("word", sorted(not_names()))
def test_nobody_is_greeted_by_a_word_that_is_no_name(word: str) -> None:
    assert first_name(f"Whitfield {word.title()}") is None
    assert first_name(f"Whitfield{word} Dana") == f"Whitfield{word}"


@pytest.mark.parametrize(
    "change", [{"source": ""}, {"checked": "never"}, {"titles": {"en": ["Mr"]}}, {"titles": {"en": ["mr."]}}]
)
def test_a_faulty_file_is_refused(change: dict[str, Any]) -> None:
    assert PeopleFile.model_validate(_FILE)
    with pytest.raises(ValidationError):
        PeopleFile.model_validate({**_FILE, **change})
