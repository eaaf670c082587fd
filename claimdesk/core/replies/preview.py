"""A template as it would go out: for an order's values, for a rich example, or for a case that knows almost nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.replies import Draft, Finding
from claimdesk.core.replies.faults import faults
from claimdesk.core.replies.names import platform_title, value_names
from claimdesk.core.replies.replies import Replies
from claimdesk.core.replies.schema import Template
from claimdesk.core.replies.waiting import only_waits
from claimdesk.core.replies.writing import day_text, money_text, typed_money

Example = Literal["rich", "bare"]


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft and what the message rules say about it; `passed` counts the rules that found nothing.

    `draft` is None while the text has faults that keep it from being filled.
    """

    draft: Draft | None
    findings: tuple[Finding, ...] = ()
    passed: int = 0
    faults: tuple[Problem, ...] = ()


def preview(
    replies: Replies, policy: Policy, template: Template, values: Mapping[str, str | None], language: str
) -> Preview:
    """The template filled and checked, whatever it says; places that wait for a value are no findings."""
    wrong = faults(template)
    try:
        draft = replies.render(template, values, language)
    except Problem:
        return Preview(None, faults=wrong)
    platform = values.get("platform_id") or ""
    known = {name: value for name, value in values.items() if value and "@" not in name}
    findings = policy.check(
        draft.text, audience=template.audience, platform=platform, language=draft.language, known=known
    )
    rules = policy.applying(platform, template.audience)
    open_ = tuple(f for f in findings if not only_waits(f, draft.fill_ins, draft.missing, rules))
    broken = {finding.rule for finding in open_}
    passed = sum(rule.id not in broken for rule in rules)
    return Preview(draft, open_, passed, wrong)


def example_values(template: Template, example: Example, language: str, today: date) -> dict[str, str | None]:
    """Values of an example on the first platform the template is for: everything, or the order's number alone."""
    platform = next((name for name in template.platforms if name != "all"), "amazon")
    values: dict[str, str | None] = {"platform_id": platform, "region": "US", "currency": "USD", "fulfilment": "seller"}
    names = value_names()
    if example == "bare":
        number = names["order_id"].sample.en
        return values | {"order_id": number, "platform": platform_title(platform)}
    for name, value in names.items():
        values.setdefault(name, value.sample.get(language))
        values[f"{name}@zh"] = value.sample.zh
        values[f"{name}@en"] = value.sample.en
    values["platform"] = platform_title(platform)
    for field in template.fields:
        if field.name not in names:
            values[field.name] = _field_sample(field.kind, field.ask.get(language), language, today)
            values[f"{field.name}@zh"] = _field_sample(field.kind, field.ask.zh, "zh", today)
    return values


def _field_sample(kind: str, asked: str, language: str, today: date) -> str | None:
    if kind == "date":
        return day_text(today, language, region="US", year=today.year)
    if kind == "money":
        return money_text(typed_money("12.50", "USD"), language, region="US")
    return f"[{asked}]"
