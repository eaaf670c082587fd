"""What a rule offers to write instead keeps the rules itself, and stands in both languages."""

from __future__ import annotations

import re

import pytest

from claimdesk.core.policy.policy import Policy
from claimdesk.core.policy.schema import PolicyRule
from claimdesk.core.records.replies import Audience, Severity

POLICY = Policy.load()
_QUOTED = re.compile(r"“([^“”]+)”")
# Rules whose breach is put right by another sentence; the others by a fact, a file or a shorter text.
BY_WORDS = {
    "RV-01", "RV-02", "RV-03", "RV-04", "RV-05", "RV-07", "EB-01", "CL-01", "CL-01P", "CL-03", "PR-01", "PR-02",
    "PR-03", "PR-04", "PR-05", "OP-01", "RT-01", "RT-02", "RT-02F", "RT-03", "RT-04", "RT-06", "PM-04", "PM-05",
    "PM-06", "SH-01", "SH-02", "AP-06", "AP-07", "AP-13", "AP-13R", "AP-13S", "RL-01", "RL-02", "RL-03", "RL-04",
    "RL-05", "RL-07", "RL-09", "RL-10", "AE-01", "AP-04", "AP-08", "AP-08M", "AP-10", "AP-11", "AP-12S", "AP-13C",
    "AP-13D", "AP-13E", "AP-13F", "AP-13K", "AP-13M", "AP-13P", "AP-13T", "AP-13W", "AP-15", "CB-01", "CL-02",
    "FM-07", "FM-07L", "PH-02", "PH-02P", "PM-01", "PM-01W", "PR-06", "PR-07", "RT-05", "SH-03", "SH-04", "TN-03V",
    "TN-04", "RL-06", "RL-08", "RL-11", "RL-12", "RL-13", "RL-15", "TN-01", "TN-03", "RV-08", "AP-09", "AP-12",
}  # fmt: skip
RULES = [rule for rule in POLICY.rules() if rule.id in BY_WORDS]


def test_every_such_rule_is_there() -> None:
    assert {rule.id for rule in RULES} == BY_WORDS


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_wording_stands_in_both_languages_and_breaks_no_rule(rule: PolicyRule) -> None:
    english, chinese = _QUOTED.search(rule.fix.en), _QUOTED.search(rule.fix.zh)
    assert english is not None and chinese is not None
    assert english[1].endswith(".") and chinese[1].endswith("。"), "a whole sentence"
    for audience in (Audience.BUYER, Audience.PLATFORM):
        if rule.audience not in (audience, "both"):
            continue
        for platform in {"amazon", *rule.platforms} - {"all"}:
            assert _wrong(english[1], audience, platform, "en") == []
            assert _wrong(chinese[1], audience, platform, "zh") == []


def _wrong(text: str, audience: Audience, platform: str, language: str) -> list[tuple[str, str]]:
    """What a sentence breaks; a single one is no complete letter, so that what a letter must hold does not count."""
    found = POLICY.check(text, audience=audience, platform=platform, language=language, known={})
    wrong = [f for f in found if f.severity is not Severity.HINT and f.category not in ("completeness", "length")]
    return [(f.rule, f.excerpt) for f in wrong]
