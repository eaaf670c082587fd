"""Spelling slips in English messages: only words that are one slip away from a common one are named."""

from __future__ import annotations

from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne
from spellchecker import SpellChecker

from claimdesk.core.knowledge.shipped import shipped
from claimdesk.core.policy.message import Message

_MOST_WORDS = 1_500
_COMMON_WORDS = 15_000


@cache
def _dictionary() -> SpellChecker:
    checker = SpellChecker(language="en", distance=1)
    words = (shipped("resources") / "policy" / "trade_words.txt").read_text("utf-8").split()
    checker.word_frequency.load_words(words)
    return checker


def misspelt(message: Message) -> list[tuple[int, int]]:
    """Where words stand that are no words; names, codes and what is known of the order are passed over."""
    known = message.known_words.lower()
    found = []
    for match in message.latin_words[:_MOST_WORDS]:
        word = match.group().replace("’", "'")
        plain = word.lower()
        if (
            not plain.isascii()
            or len(plain) < 3
            or not (word.islower() or _opens(message.text, match.start()))
            or plain in known
            or _touches(message.text, match.span())
        ):
            continue
        if _slip(plain.removesuffix("'s")):
            found.append(match.span())
    return found


def _opens(text: str, start: int) -> bool:
    """Whether a word begins a sentence, so that its capital does not make it a name."""
    before = text[:start].rstrip()[-1:]
    return (before in ".!?" or text[max(0, start - 1) : start] == "\n") and text[start + 1 : start + 2].islower()


def _touches(text: str, span: tuple[int, int]) -> bool:
    """Whether a word is part of a code, an address or a path."""
    before, after = text[max(0, span[0] - 1) : span[0]], text[span[1] : span[1] + 1]
    return (before in set("@/_#.0123456789{") - {""} and before != "") or (
        after in set("@/_0123456789}") - {""} and after != ""
    )


@cache
def _common() -> tuple[str, ...]:
    """The words people use most, the ones a slip is most likely meant to be."""
    frequency = _dictionary().word_frequency
    return tuple(sorted((w for w in frequency if len(w) > 3), key=lambda w: -frequency[w])[:_COMMON_WORDS])


@cache
def _slip(word: str) -> bool:
    """Whether a word is unknown and one slip (two in a long word) away from a common one."""
    checker = _dictionary()
    if word in checker or "'" in word:
        return False
    allowed = 2 if len(word) >= 6 else 1
    return extractOne(word, _common(), scorer=OSA.distance, score_cutoff=allowed) is not None
