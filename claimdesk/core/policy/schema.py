"""What a rule file in `resources/policy/` may say."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from claimdesk.core.knowledge.shipped import Knowledge
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.replies import Severity

Category = Literal[
    "incentive", "review_change", "positive_only", "review_gating", "contact", "link", "off_platform", "marketing",
    "threat", "condition", "placeholder", "tone", "spelling", "length", "language", "completeness", "contradiction",
    "frequency", "returns", "shipping",
]  # fmt: skip


class PolicyRule(Knowledge):
    """One rule of the message check.

    `patterns` maps a language (or `any`) to regular expressions over the folded text; `unless` lists expressions
    that, matching around the hit, make it harmless. `check` names a code check instead of patterns.
    """

    id: str
    category: Category
    severity: Severity
    platforms: tuple[str, ...]  # ("all",) or names
    audience: Literal["buyer", "platform", "both"]
    why: Bilingual
    fix: Bilingual
    source: str
    checked: date
    patterns: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    unless: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    check: str = ""


class PolicyFile(Knowledge):
    """The rules of one subject."""

    rules: tuple[PolicyRule, ...]
