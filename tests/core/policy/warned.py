"""What the message check warns of or blocks in a text, by category."""

from __future__ import annotations

from functools import cache

from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.replies import Audience, Severity


@cache
def _policy() -> Policy:
    return Policy.load()


def warned(text: str, language: str, audience: Audience = Audience.BUYER, platform: str = "amazon") -> set[str]:
    """The categories that are found in a text; a mere hint is none."""
    found = _policy().check(text, audience=audience, platform=platform, language=language)
    return {finding.category for finding in found if finding.severity is not Severity.HINT}
