"""Spelling slips: words that are no words but one slip away from a common one, and what was probably meant.

English, German, French, Spanish and Italian, the languages of replies that pyspellchecker has a dictionary for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract, extractOne
from spellchecker import SpellChecker

from claimdesk.core.knowledge.shipped import shipped
from claimdesk.core.policy.inflection import inflected
from claimdesk.core.policy.message import Message

LANGUAGES = ("en", "de", "fr", "es", "it")
_MOST_WORDS = 1_500
_COMMON_WORDS = 15_000
_SUGGESTED = 5
_SENTENCE = 4  # words
_LONG_NOUN = 7  # a German noun has a capital, as a name has; a shorter one is taken for a name
_ELIDING = ("fr", "it")  # l'adresse, dell'ordine: what stands after the apostrophe is the word


@cache
def _dictionary(language: str) -> SpellChecker:
    checker = SpellChecker(language=language, distance=1)
    checker.word_frequency.load_words(_trade_words("") + _trade_words(language))
    return checker


@cache
def _trade_words(language: str) -> tuple[str, ...]:
    """The words of the trade in one language; those that every language uses stand in the file without one."""
    path = shipped("resources") / "policy" / (f"trade_words.{language}.txt" if language else "trade_words.txt")
    return tuple(path.read_text("utf-8").split()) if path.is_file() else ()


def misspelt(message: Message) -> list[tuple[int, int]]:
    """Where words stand that are no words; names, codes, what is known of the order and own words are passed over.

    Nothing in a language without a dictionary.
    """
    language = message.language[:2]
    if language not in LANGUAGES:
        return []
    return [
        (start, end)
        for start, end in _words(message, language)
        if (plain := message.text[start:end].replace("’", "'").lower()) not in message.spelt_right
        and _slip(plain.removesuffix("'s"), language)
    ]


def _words(message: Message, language: str) -> Iterator[tuple[int, int]]:
    """Words of three letters and more that are written like words rather than like names or codes."""
    for match in message.latin_words[:_MOST_WORDS]:
        word, (start, end) = match.group().replace("’", "'"), match.span()
        if _touches(message.text, (start, end)) or (language in _ELIDING and message.text[end : end + 1] in ("'", "’")):
            continue
        if language in _ELIDING and "'" in word:
            start += word.index("'") + 1
            word = word.split("'", 1)[1]
        noun = language == "de" and len(word) >= _LONG_NOUN and word[1:].islower()
        if len(word) < 3 or not (word.islower() or noun or _opens(message.text, start)):
            continue
        if word.isascii() or language != "en":
            yield start, end


def suggestions(word: str, language: str) -> tuple[str, ...]:
    """Up to five words that a misspelt one was probably meant to be, the likeliest first, capital as typed."""
    if language[:2] not in LANGUAGES or not word:
        return ()
    found = _suggested(word.replace("’", "'").lower(), language[:2])
    return tuple(one.capitalize() for one in found) if word[:1].isupper() else found


@cache
def _suggested(plain: str, language: str) -> tuple[str, ...]:
    tail = "'s" if language == "en" and plain.endswith("'s") else ""
    plain = plain.removesuffix("'s") if tail else plain
    near = extract(plain, _common(language), scorer=OSA.distance, score_cutoff=_allowed(plain), limit=40)
    trade = set(_trade_words(language))
    # The words stand in order of use: of two that are equally near the word of the trade comes first, then the commoner.
    ordered = sorted(near, key=lambda one: (one[1], one[0][0] != plain[0], one[0] not in trade, one[2]))
    return tuple(word + tail for word, _, _ in ordered[:_SUGGESTED])


def _opens(text: str, start: int) -> bool:
    """Whether a word begins a sentence, so that its capital does not make it a name."""
    before = text[:start].rstrip()[-1:]
    line = text[start:].split("\n", 1)[0]
    first = (
        text[max(0, start - 1) : start] == "\n" and len(line.split()) >= _SENTENCE
    )  # fewer are a name below a letter
    return (before in ".!?" or first) and text[start + 1 : start + 2].islower()


def _touches(text: str, span: tuple[int, int]) -> bool:
    """Whether a word is part of a code, an address or a path."""
    before, after = text[max(0, span[0] - 1) : span[0]], text[span[1] : span[1] + 1]
    return (before in set("@/_#.0123456789{") - {""} and before != "") or (
        after in set("@/_0123456789}") - {""} and after != ""
    )


@cache
def _common(language: str) -> tuple[str, ...]:
    """The words people use most, the ones a slip is most likely meant to be, the commonest first."""
    frequency = _dictionary(language).word_frequency
    used = sorted((w for w in frequency if len(w) > 3), key=lambda w: -frequency[w])[:_COMMON_WORDS]
    trade = _trade_words("") if language == "en" else _trade_words(language)
    return tuple(dict.fromkeys((*used, *(word for word in trade if len(word) > 3))))


def _allowed(word: str) -> int:
    return 2 if len(word) >= 6 else 1


@cache
def _slip(word: str, language: str) -> bool:
    """Whether a word is unknown and one slip (two in a long word) away from a common one."""
    checker = _dictionary(language)
    if "'" in word or inflected(word, language, checker.__contains__):
        return False
    return extractOne(word, _common(language), scorer=OSA.distance, score_cutoff=_allowed(word)) is not None
