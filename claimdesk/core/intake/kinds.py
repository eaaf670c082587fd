"""Which kind of notice the sentences of a mail make, who pays, and what it does to the metric."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from claimdesk.core.intake.meaning import Hit, Meaning, kinds_file
from claimdesk.core.intake.schema import KindRule

_LEADING: Final = 320  # characters after the subject that open a mail
_DECIDED: Final = frozenset({
    "granted", "denied", "withdrawn", "refunded", "cancelled", "appeal_granted", "appeal_denied", "chargeback",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something read, and the folded characters of the mail that say it."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class KindFound:
    """A kind with its weight and words."""

    kind: str
    weight: int
    evidence: Evidence


def kind_of(meanings: Sequence[Meaning], marks: frozenset[str], subject_end: int) -> KindFound | None:
    """The strongest kind that a mail's sentences speak of; `marks` are things known otherwise (`order_number`)."""
    everywhere = marks | _everywhere(meanings)
    best: KindFound | None = None
    for meaning in meanings:
        for rule in kinds_file().rules:
            found = _applies(rule, meaning, everywhere, subject_end)
            if found and (best is None or found.weight > best.weight):
                best = found
    return best


def _everywhere(meanings: Iterable[Meaning]) -> frozenset[str]:
    return frozenset(name for meaning in meanings for name in meaning.hits if meaning.said(name))


def _applies(rule: KindRule, meaning: Meaning, everywhere: frozenset[str], subject_end: int) -> KindFound | None:
    sentence = meaning.sentence
    if rule.leading and sentence.start > subject_end + _LEADING:
        return None
    if not everywhere.issuperset(rule.with_) or not everywhere.isdisjoint(rule.absent):
        return None
    hits: list[Hit] = []
    for concept in rule.all:
        hit = meaning.said(concept)
        if hit is None:
            return None
        hits.append(hit)
    if any(meaning.said(concept) for concept in rule.without):
        return None
    weight = rule.weight + (kinds_file().subject_bonus + rule.subject_extra if sentence.in_subject else 0)
    return KindFound(rule.kind, weight, _evidence(rule.kind, meaning, hits))


def _evidence(value: str, meaning: Meaning, hits: Sequence[Hit]) -> Evidence:
    """From the first to the last of some hits, whole words."""
    text = meaning.sentence.text
    start, end = min(hit.start for hit in hits), max(hit.end for hit in hits)
    if not meaning.lexicon.unspaced:
        while start > 0 and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum():
            end += 1
    return Evidence(value, meaning.sentence.start + start, meaning.sentence.start + end)


def payer_of(meanings: Sequence[Meaning]) -> Evidence | None:
    """Who paid a granted claim: `seller` or `platform`; None when the mail does not say."""
    platform: Evidence | None = None
    seller: Evidence | None = None
    for meaning in meanings:
        spared = meaning.said("not:debit")
        covered, debited = meaning.said("cover"), meaning.said("debit")
        if spared and not debited:
            platform = platform or _evidence("platform", meaning, [spared])
        if covered and not (debited and _overlap(covered, debited)):
            platform = platform or _evidence("platform", meaning, [covered])
        if debited and not (covered and _overlap(covered, debited)):
            seller = seller or _evidence("seller", meaning, [debited])
        if meaning.said("not:cover"):
            seller = seller or _evidence("seller", meaning, [h for h in meaning.hits["cover"] if h.denied])
    return seller or platform


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def metric_effect(meanings: Sequence[Meaning], kind: str) -> Evidence | None:
    """`counts` or `not_counted` when the mail says so as a fact about this claim; None otherwise."""
    found: list[Evidence] = []
    for meaning in meanings:
        metric = meaning.said("metric")
        if metric is None or (meaning.said("generic") and kind not in _DECIDED):
            continue
        effect = _effect(meaning)
        if effect:
            found.append(_evidence(effect[0], meaning, [metric, effect[1]]))
    spared = next((e for e in found if e.value == "not_counted"), None)
    return spared or next(iter(found), None)


def _effect(meaning: Meaning) -> tuple[str, Hit] | None:
    for name, value in (("not:count", "not_counted"), ("exclude", "not_counted"), ("count", "counts"),
                        ("unmoved", "not_counted"),
                        ("not:exclude", "counts")):  # fmt: skip
        hit = meaning.said(name)
        if hit is not None:
            return value, hit
    return None
