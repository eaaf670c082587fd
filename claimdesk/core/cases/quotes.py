"""The messages that an answer is read from, with the sentences that tell it: what a question shows above its options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimdesk.core.knowledge.conditions import names_in
from claimdesk.core.messages.asking import contact_kinds, sentences_saying
from claimdesk.core.messages.facts import instant
from claimdesk.core.scenarios.telling import quoted

if TYPE_CHECKING:
    from claimdesk.core.records.facts import Facts
    from claimdesk.core.records.messages import StoredMessage
    from claimdesk.core.scenarios.schema import Option
    from claimdesk.core.scenarios.walk import PathStep, Walk

# Which contacts a fact is read from; an answer is only understood beside what was asked.
_TOLD_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "cancel_requested": ("cancel_request",), "asked_cancel_at": ("cancel_request",),
    "cancel_refused_at": ("cancel_declined",), "discount_asked": ("discount_request",),
    "review_threat": ("review_threat",),
}  # fmt: skip
_ANSWERS: Final[Mapping[str, str]] = {
    "offered_return": "return_offer", "plain_refusal": "cancel_declined", "agreed": "cancel_agreed",
}  # fmt: skip
_ASKED_BY: Final = {"cancel_answer": "asked_cancel_at"}


@dataclass(frozen=True, slots=True)
class Quote:
    """A message and where in its text the sentences stand that tell the answer, as (start, end) characters."""

    message: StoredMessage
    marks: tuple[tuple[int, int], ...]


def quotes(path: Walk, facts: Facts) -> dict[str, tuple[Quote, ...]]:
    """For each question that messages answer: those messages, oldest first. Steps without any are left out."""
    found = {place.step.id: _behind(place, facts) for place in path.path if place.prefill}
    return {step: told for step, told in found.items() if told}


def _behind(place: PathStep, facts: Facts) -> tuple[Quote, ...]:
    option = next((one for one in place.options if one.id == place.prefill), None)
    kinds: dict[int, set[str]] = {}
    messages: dict[int, StoredMessage] = {}
    for name in _names(option) if option is not None else ():
        fact = facts.items.get(name)
        if fact is None or fact.value is None or fact.message is None:
            continue
        key = id(fact.message)
        messages[key] = fact.message
        kinds.setdefault(key, set()).update(_kinds(name, str(fact.value)))
    ordered = sorted(messages, key=lambda key: instant(messages[key].when))
    return tuple(Quote(messages[key], sentences_saying(messages[key], kinds[key])) for key in ordered)


def _names(option: Option) -> Iterator[str]:
    texts = (*([option.because] if option.because else ()), *option.because_if.values())
    names = {*names_in(option.prefill), *(name for text in texts for name in quoted(text))}
    yield from sorted(names | {asked for name, asked in _ASKED_BY.items() if name in names})


def _kinds(name: str, value: str) -> tuple[str, ...]:
    if name == "cancel_answer":
        return (_ANSWERS[value],) if value in _ANSWERS else ()
    if name in ("earlier_complaints", "complained_at"):
        return tuple(kind.id for kind in contact_kinds().values() if kind.complaint)
    return _TOLD_BY.get(name, ())
