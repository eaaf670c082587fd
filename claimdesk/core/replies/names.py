"""The names templates may use, with the words people know them by (`templates/replies/values.toml`)."""

from __future__ import annotations

from functools import cache

from claimdesk.core.knowledge.shipped import read_knowledge, shipped
from claimdesk.core.replies.schema import ValueName, ValueNames

CODES = ("platform_id", "region", "fulfilment")  # for conditions, not for texts


@cache
def value_table() -> ValueNames:
    """The shipped table. Raises Problem `knowledge_faulty` when the file is damaged."""
    return read_knowledge(shipped("templates") / "replies" / "values.toml", ValueNames)


@cache
def value_names() -> dict[str, ValueName]:
    """Every known name with its label, kind and sample."""
    return {value.name: value for value in value_table().values}


def platform_title(platform: str) -> str:
    """How a platform is written in a letter (`amazon` → `Amazon`); an unknown one as it is, with a capital."""
    return value_table().platforms.get(platform, platform[:1].upper() + platform[1:])


def tracking_words(tracking: str, language: str) -> str | None:
    """What a parcel is doing, in words that fit "shows the parcel as …".

    None for a state that has none, and in a language nobody has written them in: they are then asked for.
    """
    words = value_table().tracking.get(tracking)
    return words.get(language) if words and language in ("en", "zh") else None
