"""What the values of a table mean in any file, whatever its format (`resources/tables/values.toml`)."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Annotated, Literal

from pydantic import Field, field_validator

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped

_Words = Annotated[tuple[str, ...], Field(min_length=1)]


class Marketplaces(Knowledge):
    """What stands before the dot in the names of marketplaces that are called by their domain."""

    domains: _Words


class ValueWords(Knowledge):
    """The file: words that stand for sums by language, for who ships, and what each platform's order numbers look like."""

    source: str = Field(min_length=1)
    checked: date
    totals: dict[str, _Words]
    fulfilment: dict[Literal["platform", "seller"], _Words]
    order_numbers: dict[str, str]
    marketplaces: Marketplaces

    @field_validator("order_numbers")
    @classmethod
    def _expressions(cls, numbers: dict[str, str]) -> dict[str, str]:
        for platform, expression in numbers.items():
            try:
                re.compile(expression)
            except re.error as error:
                raise ValueError(f"{platform}: {error}") from error
        return numbers

    @field_validator("totals", "fulfilment")
    @classmethod
    def _lower(cls, words: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        if upper := sorted(word for each in words.values() for word in each if word != word.casefold()):
            raise ValueError(f"not in lower case: {', '.join(upper)}")
        return words


@cache
def _words() -> ValueWords:
    return read_knowledge(shipped("resources") / "tables" / "values.toml", ValueWords)


@cache
def totals() -> frozenset[str]:
    """Words, in lower case, that mark a row of sums in any language. Raises Problem `knowledge_faulty`."""
    return frozenset(word for words in _words().totals.values() for word in words)


@cache
def fulfilments() -> dict[str, str]:
    """What a column says about who ships -> `platform` or `seller`. Raises Problem `knowledge_faulty`."""
    return {word: who for who, words in _words().fulfilment.items() for word in words}


@cache
def order_numbers() -> dict[str, re.Pattern[str]]:
    """Platform -> the shape of the order numbers that it alone writes. Raises Problem `knowledge_faulty`."""
    return {platform: re.compile(expression) for platform, expression in _words().order_numbers.items()}


@cache
def marketplace_domain() -> str:
    """An expression whose group is a marketplace called by its domain (`amazon.co.uk`). Raises `knowledge_faulty`."""
    return rf"((?:{'|'.join(map(re.escape, _words().marketplaces.domains))})\.[a-z.]{{2,6}})"
