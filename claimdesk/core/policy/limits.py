"""How long a message may be on each platform, and until when a shop may write (`resources/policy/limits.toml`)."""

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


class Window(Knowledge):
    """Until when a platform lets shops write of their own accord: a deadline rule, and the fact it counts from."""

    platform: str
    rule: str
    starts: str
    source: str
    checked: date


class LimitFile(Knowledge):
    """All known limits."""

    limits: tuple[Limit, ...]
    windows: tuple[Window, ...] = ()


class Limits:
    """Answers how many characters a message may have."""

    def __init__(self, limits: tuple[Limit, ...], windows: tuple[Window, ...] = ()) -> None:
        self._characters = {(limit.platform, limit.audience): limit.characters for limit in limits}
        self._windows = {window.platform: window for window in windows}

    @classmethod
    def load(cls) -> Self:
        """The shipped limits. Raises Problem `knowledge_faulty`."""
        file = read_knowledge(shipped("resources") / "policy" / "limits.toml", LimitFile)
        return cls(file.limits, file.windows)

    def characters(self, platform: str, audience: Audience) -> int:
        """Characters a message may have, 0 where the platform names no limit that could be confirmed."""
        return self._characters.get((platform, audience), 0)

    def window(self, platform: str) -> Window | None:
        """Until when a platform lets a shop write unasked; None where it is not known to end."""
        return self._windows.get(platform)
