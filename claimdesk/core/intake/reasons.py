"""Why the buyer complains, as a code."""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.core.intake.kinds import Evidence
from claimdesk.core.intake.meaning import Meaning

# Reasons that say more come first; "damaged" and the like are kinds of "not as described".
_ORDER = (
    "unauthorised", "refund_missing", "not_received", "wrong_item", "empty_or_missing", "damaged", "defective",
    "not_as_described", "cancel", "better_price", "changed_mind", "late",
)  # fmt: skip


_FIELD = 20  # characters before a label, and between it and its colon

# "Your order defect rate" and "we lack documents" speak of other things than of why the buyer complains.
_ELSEWHERE = ("metric", "info", "strong_info")


def reason_in(meanings: Sequence[Meaning], *, cancelling: bool = True) -> Evidence | None:
    """The first reason that the mail names beside the words for a reason, else the most telling one anywhere.

    `cancelling` False takes "cancelled" and "no refund" for how a claim ended rather than for the buyer's reason.
    """
    best: tuple[int, int, Evidence] | None = None
    stated = False
    for meaning in meanings:
        text = meaning.sentence.text
        label = meaning.lexicon.lists["reason_label"].search(text)
        labelled = label is not None
        if not labelled and any(meaning.hits.get(name) for name in _ELSEWHERE):
            continue
        for rank, name in enumerate(_ORDER):
            if not cancelling and (name == "cancel" or (name == "refund_missing" and not labelled)):
                continue
            match = meaning.lexicon.reasons[name].search(text)
            if match is None:
                continue
            weight = (40 if labelled else 0) + (12 if meaning.sentence.in_subject else 0) - rank
            if label and not stated and _is_field(text, label.start(), label.end()):
                weight += 20  # the reason that the form states, before what the buyer adds below it
            start = meaning.sentence.start
            if best is None or weight > best[0]:
                best = (weight, rank, Evidence(name, *_whole(meaning, start + match.start(), start + match.end())))
        stated = stated or (label is not None and _is_field(text, label.start(), label.end()))
    return best[2] if best else None


def _is_field(text: str, start: int, end: int) -> bool:
    """Whether a label stands at the beginning of a line of a form: "Return reason: …"."""
    return start <= _FIELD and ":" in text[end : end + _FIELD]


def _whole(meaning: Meaning, start: int, end: int) -> tuple[int, int]:
    """The match with the rest of its last word."""
    text, offset = meaning.sentence.text, meaning.sentence.start
    if not meaning.lexicon.unspaced:
        while end - offset < len(text) and text[end - offset].isalnum():
            end += 1
    return start, end
