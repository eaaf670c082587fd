"""Names of months (`resources/languages/months.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Annotated, Self

from pydantic import Field, model_validator

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped

_Names = Annotated[tuple[str, ...], Field(min_length=1)]


class MonthFile(Knowledge):
    """Language -> what each of the twelve months is called, in lower case.

    `running_text` are the languages whose names may be looked for between other words.
    """

    source: str = Field(min_length=1)
    checked: date
    running_text: tuple[str, ...]
    names: dict[str, Annotated[tuple[_Names, ...], Field(min_length=12, max_length=12)]]

    @model_validator(mode="after")
    def _one_month_each(self) -> Self:
        if unknown := sorted(set(self.running_text) - self.names.keys()):
            raise ValueError(f"no names of {', '.join(unknown)}")
        numbers: dict[str, int] = {}
        for language, year in self.names.items():
            for number, name in ((number, name) for number, names in enumerate(year, 1) for name in names):
                if name != name.casefold() or numbers.setdefault(name, number) != number:
                    raise ValueError(f"{language}: {name} is not in lower case, or another month elsewhere")
        return self


@cache
def months(language: str = "") -> Mapping[str, int]:
    """Name in lower case -> 1 to 12, of one language or of all. Raises Problem `knowledge_faulty`."""
    file = read_knowledge(shipped("resources") / "languages" / "months.toml", MonthFile)
    chosen = [file.names[language]] if language else list(file.names.values())
    return {name: number for year in chosen for number, names in enumerate(year, 1) for name in names}


@cache
def months_in_text() -> Mapping[str, int]:
    """As `months()`, without names that are words of other languages (French `des`, German `sie`)."""
    file = read_knowledge(shipped("resources") / "languages" / "months.toml", MonthFile)
    return {name: number for language in file.running_text for name, number in months(language).items()}
