"""Forms of address, and words that stand where a name should (`resources/languages/people.toml`)."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated

from pydantic import Field, field_validator

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped

_Words = Annotated[tuple[str, ...], Field(min_length=1)]


class PeopleFile(Knowledge):
    """Language -> its words, in lower case and without points."""

    source: str = Field(min_length=1)
    checked: date
    titles: dict[str, _Words]
    not_names: dict[str, _Words]

    @field_validator("titles", "not_names")
    @classmethod
    def _plain(cls, words: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        if odd := sorted(word for each in words.values() for word in each if word != word.casefold().strip(" .")):
            raise ValueError(f"not in lower case, or with a point: {', '.join(odd)}")
        return words


@cache
def _file() -> PeopleFile:
    return read_knowledge(shipped("resources") / "languages" / "people.toml", PeopleFile)


@cache
def titles() -> frozenset[str]:
    """Forms of address of every language, in lower case, without their point. Raises Problem `knowledge_faulty`."""
    return frozenset(word for words in _file().titles.values() for word in words)


@cache
def not_names() -> frozenset[str]:
    """Words, in lower case, that no person's name holds. Raises Problem `knowledge_faulty`."""
    return frozenset(word for words in _file().not_names.values() for word in words)
