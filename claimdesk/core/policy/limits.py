"""How long a message may be on each platform (`resources/policy/limits.toml`)."""

from __future__ import annotations

from datetime import date
from typing import Self

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped
from claimdesk.core.records.replies import Audience


class Limit(Knowledge):
    """One platform's limit in characters for one audience, with where it was read."""

    platform: str
    audience: Audience
    characters: int
    source: str
    checked: date


class LimitFile(Knowledge):
    """All known limits."""

    limits: tuple[Limit, ...]


class Limits:
    """Answers how many characters a message may have."""

    def __init__(self, limits: tuple[Limit, ...]) -> None:
        self._characters = {(limit.platform, limit.audience): limit.characters for limit in limits}

    @classmethod
    def load(cls) -> Self:
        """The shipped limits. Raises Problem `knowledge_faulty`."""
        return cls(read_knowledge(shipped("resources") / "policy" / "limits.toml", LimitFile).limits)

    def characters(self, platform: str, audience: Audience) -> int:
        """Characters a message may have, 0 where the platform names no limit that could be confirmed."""
        return self._characters.get((platform, audience), 0)
