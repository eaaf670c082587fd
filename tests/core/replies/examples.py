"""Values to write a letter with: an example of each, as the reply's language writes days and amounts."""

from __future__ import annotations

from datetime import date

from claimdesk.core.records.money import Money
from claimdesk.core.replies.names import value_names
from claimdesk.core.replies.replies import Replies
from claimdesk.core.replies.schema import Template
from claimdesk.core.replies.writing import day_text, money_text

PLATFORMS = ("amazon", "ebay", "dhgate", "aliexpress", "walmart", "etsy", "shopify")


def example_values(platform: str, language: str) -> dict[str, str | None]:
    """Examples of every value, days and amounts written as Babel writes them in the language."""
    day, amount = date(2026, 11, 8), Money(4999, "EUR")
    written = {"date": day_text(day, language, year=day.year), "money": money_text(amount, language)}
    values: dict[str, str | None] = {}
    for name, value in value_names().items():
        values[name] = written.get(value.kind) or value.sample.en
        values[f"{name}@zh"] = value.sample.zh
    return values | {"platform_id": platform}


def only_asked(replies: Replies, template: Template, platform: str, language: str) -> dict[str, str | None]:
    """Only the values without which the letter has gaps."""
    known, values = example_values(platform, language), dict[str, str | None](platform_id=platform)
    for _ in range(3):
        values |= {name: known[name] for name in replies.draft(template.id, values, language).missing}
    return values
