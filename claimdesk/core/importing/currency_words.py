"""How tables write currencies: codes, signs and names (`resources/tables/currencies.toml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Annotated, Self

from pydantic import Field, model_validator

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped

_Code = Annotated[str, Field(pattern="^[A-Z]{3}$")]


class CurrencyWords(Knowledge):
    """The file; `signs` in the order in which they are looked for."""

    source: str = Field(min_length=1)
    checked: date
    codes: Annotated[tuple[_Code, ...], Field(min_length=1)]
    without_cents: frozenset[_Code]
    signs: dict[str, _Code]
    names: dict[str, _Code]
    shared: dict[str, dict[str, _Code]]

    @model_validator(mode="after")
    def _no_sign_hidden(self) -> Self:
        signs = list(self.signs)
        hidden = [late for at, late in enumerate(signs) if any(early in late for early in signs[:at])]
        if hidden:
            raise ValueError(f"a sign before these is part of them: {', '.join(hidden)}")
        return self


@cache
def _words() -> CurrencyWords:
    return read_knowledge(shipped("resources") / "tables" / "currencies.toml", CurrencyWords)


@cache
def currency_code() -> re.Pattern[str]:
    """A currency's code inside an amount, as its group. Raises Problem `knowledge_faulty`."""
    return re.compile(rf"(?<![A-Za-z])({'|'.join(_words().codes)})(?![A-Za-z])")


@cache
def currency_signs() -> tuple[tuple[str, str], ...]:
    """Signs of one currency each with its code; the first that an amount holds counts. Raises `knowledge_faulty`."""
    return tuple(_words().signs.items())


def currency_names() -> Mapping[str, str]:
    """What a column calls currencies, in capitals -> code. Raises Problem `knowledge_faulty`."""
    return _words().names


def without_cents() -> frozenset[str]:
    """Currencies that have cents by ISO 4217 and are never written with them. Raises Problem `knowledge_faulty`."""
    return _words().without_cents


def shared_signs(zone: str) -> dict[str, str]:
    """Signs of several currencies -> the one that shops of a zone mean; empty for other zones."""
    return dict(_words().shared.get(zone, {}))
