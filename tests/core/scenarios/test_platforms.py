"""Every scenario on every platform it names: walked, drafted, and without a word about another platform's things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from claimdesk.core.deadlines.deadlines import Deadlines
from claimdesk.core.policy.limits import Limits
from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.replies import Audience, Draft, Severity
from claimdesk.core.replies.names import value_names
from claimdesk.core.replies.replies import Replies
from claimdesk.core.scenarios.loader import Scenarios
from claimdesk.core.scenarios.platform_words import platform_words
from claimdesk.core.scenarios.schema import Step
from claimdesk.core.scenarios.walk import PathStep, walk
from tests.core.scenarios.exploring import Facts, answered, explore, platforms_like, situations

SCENARIOS = Scenarios.load()
EVERY = [(scenario.id, platform) for scenario in SCENARIOS.all() for platform in scenario.platforms]

# What is one platform's own: a text that says it anywhere else is about another platform's things.
OWN = {
    "amazon": r"Amazon|亚马逊|A-to-z|Seller Central|SAFE-T|Buy Shipping|Claims Protect|Late Delivery Risk"
    r"|order defect rate|defect rate|缺陷率|Manage Orders|Guided Refund|FBA|绩效 →",
    "ebay": r"\beBay\b|Seller Hub|Money Back Guarantee",
    "etsy": r"\bEtsy\b|Shop Manager",
    "walmart": r"Walmart|沃尔玛|Customer Care",
    "shopify": r"Shopify",
    "dhgate": r"DHgate|敦煌|商户后台",
    "aliexpress": r"AliExpress|速卖通",
    "tiktok": r"TikTok",
    "temu": r"\bTemu\b",
    "shopee": r"Shopee",
    "lazada": r"Lazada",
}
# Only these two count defects.
COUNTED = ("amazon", "ebay")


def others(platform: str) -> re.Pattern[str]:
    words = [pattern for key, pattern in OWN.items() if key != platform]
    if platform not in COUNTED:
        words.append(r"\bdefects?\b|计缺陷|计入缺陷")
    return re.compile("|".join(words))


def texts(place: PathStep) -> Iterator[tuple[str, Bilingual]]:
    """Every text that the window shows at a step: what is not offered here is not shown."""
    step = place.step
    yield from (("title", step.title), ("ask", step.ask), ("why", step.why))
    yield from (("do", line) for line in (*step.do, *step.dont))
    if step.paste_where:
        yield "paste_where", step.paste_where
    if step.source:
        yield "source", Bilingual(step.source, step.source)
    for option in place.options:
        yield option.id, option.label
        if option.leads:
            yield option.id, option.leads
        if option.because:
            yield option.id, option.because
    yield from ((f"{option} disabled", why) for option, why in place.disabled.items())


Way = tuple[Facts, tuple[tuple[str, str], ...]]


@cache
def ways(scenario_id: str, platform: str) -> tuple[Way, ...]:
    """For every step in every state that can be reached on platforms like this one, facts and answers that lead there."""
    scenario = SCENARIOS.get(scenario_id, platform)
    found: dict[object, Way] = {}
    for given in situations(scenario):
        if "platform" in given and platform not in platforms_like(scenario, str(given["platform"])):
            continue
        for walked, chosen in explore(scenario, {**given, "platform": platform}):
            place = walked.at(walked.current or "")
            if place is not None:
                key = (place.step.id, tuple(option.id for option in place.options), tuple(place.disabled))
                found.setdefault(key, (given, chosen))
    return tuple(found.values())


@cache
def places(scenario_id: str, platform: str) -> tuple[PathStep, ...]:
    """Every step in every state that can be reached on a platform."""
    scenario = SCENARIOS.get(scenario_id, platform)
    found = []
    for given, chosen in ways(scenario_id, platforms_like(scenario, platform)[0]):
        walked = walk(scenario, {**given, "platform": platform}, answered(*chosen))
        place = walked.at(walked.current or "")
        assert place is not None
        found.append(place)
    return tuple(found)


@pytest.mark.parametrize("scenario_id, platform", EVERY)
def test_no_text_speaks_of_another_platforms_things(scenario_id: str, platform: str) -> None:
    wrong = others(platform)
    found = [
        (place.step.id, where, text.get(language))
        for place in places(scenario_id, platform)
        for where, text in texts(place)
        for language in ("en", "zh")
        if wrong.search(text.get(language)) or "{" in re.sub(r"\{\w+\}", "", text.get(language))
    ]
    assert found == []
    assert len(places(scenario_id, platform)) > 2


@pytest.mark.parametrize("scenario_id, platform", EVERY)
def test_what_is_quoted_is_filled_in_and_reads_as_a_sentence(scenario_id: str, platform: str) -> None:
    names = platform_words().names()
    for place in places(scenario_id, platform):
        for where, text in texts(place):
            left = {name for said in (text.en, text.zh) for name in re.findall(r"\{(\w+)\}", said)}
            assert not left & names, (place.step.id, where, left)
            assert text.en.strip() and text.zh.strip(), (place.step.id, where)
            assert not re.search(
                r"  |\s$|^\s|\.\.|。。|，。|, \.|^[a-z](?!Bay)", text.en + "\n" + text.zh, re.MULTILINE
            )
            assert not re.search(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]", text.zh), text.zh


@cache
def replies() -> Replies:
    return Replies.load()


@cache
def policy() -> Policy:
    return Policy.load()


def drafts(step: Step, platform: str) -> Iterator[Draft]:
    """Each draft that a message step offers on a platform, with every value filled in."""
    samples = {name: known.sample.en for name, known in value_names().items()}
    values: dict[str, str | None] = {
        **samples, "platform": platform_words().of(platform)["platform"].en, "platform_id": platform,
    }  # fmt: skip
    for template in replies().for_step(step.templates, platform):
        yield replies().draft(template.id, values, "en", {f.name: samples.get(f.name, "ten") for f in template.fields
                                                          if f.kind == "text"})  # fmt: skip


@pytest.mark.parametrize("scenario_id, platform", EVERY)
def test_every_message_is_drafted_within_the_platforms_limit_and_passes_the_check(
    scenario_id: str, platform: str
) -> None:
    wrong, limits = others(platform), Limits.load()
    steps = {place.step.id: place.step for place in places(scenario_id, platform) if place.step.kind == "message"}
    for step in steps.values():
        found = list(drafts(step, platform))
        assert found, step.id
        for draft in found:
            assert draft.audience is step.audience
            assert not draft.missing, (step.id, draft.template, draft.missing)
            said = draft.text + draft.gloss
            assert not wrong.search(said.replace("order defect rate", "")), (step.id, draft.template, said)
            assert len(draft.text) <= (limits.characters(platform, Audience(draft.audience)) or len(draft.text))
            heard = policy().check(draft.text, audience=draft.audience, platform=platform, language="en", known={})
            blocks = [one.rule for one in heard if one.severity is Severity.BLOCK]
            assert blocks == [], (step.id, draft.template, draft.text)


@pytest.mark.parametrize("scenario_id, platform", EVERY)
def test_clocks_are_the_platforms_own(scenario_id: str, platform: str) -> None:
    """A rule runs only where it is of that platform, of the law, of the payment, or the shop's own."""
    rules = {rule.id: rule for rule in Deadlines.load().all()}
    for use in SCENARIOS.get(scenario_id, platform).clocks:
        rule = rules.get(use.rule.get(platform, use.rule.get("default", "")))
        if rule is not None:
            assert rule.platform in (platform, "own", "law", "paypal"), (use.id, rule.id)


def test_each_platform_has_words_of_its_own() -> None:
    named = {platform for _, platform in EVERY} - {"other"}
    assert named == set(platform_words().titles())
