"""Names of months (`resources/languages/months.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated

from pydantic import Field

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped

_Names = Annotated[tuple[str, ...], Field(min_length=1)]


class MonthFile(Knowledge):
    """Language -> what each of the twelve months is called, in lower case.

    `running_text` are the languages whose names may be looked for between other words.
    """

    running_text: tuple[str, ...]
    names: dict[str, Annotated[tuple[_Names, ...], Field(min_length=12, max_length=12)]]


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
