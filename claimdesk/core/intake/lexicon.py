"""The words of each language as compiled expressions, and which language a text is in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from claimdesk.core.intake.folding import fold_pattern
from claimdesk.core.intake.schema import LanguageFile, Words
from claimdesk.core.knowledge.shipped import read_knowledge, shipped_files
from claimdesk.core.records.problems import Problem

_GAP: Final = "[^.!?。\\n]{0,45}?"
_KANA: Final = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_WORD: Final = re.compile(r"[a-z]+")
_UNSPACED: Final = frozenset({"zh", "ja"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language, compiled: lists of the file as one expression each."""

    language: str
    common: frozenset[str]
    concepts: Mapping[str, re.Pattern[str]]
    reasons: Mapping[str, re.Pattern[str]]
    lists: Mapping[str, re.Pattern[str]]
    numbers: Mapping[str, int]
    negation_reach: int

    @property
    def unspaced(self) -> bool:
        """Whether the language is written without blanks between words."""
        return self.language in _UNSPACED


def compiled(patterns: Words, language: str) -> re.Pattern[str]:
    """Any of some expressions of a language; none matches nothing. Raises Problem `knowledge_faulty` for a broken one."""
    if not patterns:
        return re.compile(r"(?!)")
    start = "" if language in _UNSPACED else r"(?<![a-z])"
    joined = "|".join(fold_pattern(pattern).replace("~", _GAP) for pattern in patterns)
    try:
        return re.compile(f"{start}(?:{joined})")
    except re.error as error:
        raise Problem("knowledge_faulty", file=f"{language}.toml", key=patterns[0], reason=str(error)) from error


@cache
def lexicons() -> Mapping[str, Lexicon]:
    """Every language of `resources/intake/languages/`. Raises Problem `knowledge_faulty`."""
    files = (read_knowledge(path, LanguageFile) for path in shipped_files("resources", "intake", "languages"))
    return {file.language: _lexicon(file) for file in files}


def _lexicon(file: LanguageFile) -> Lexicon:
    lists = {name: value for name, value in file if isinstance(value, tuple) and name != "common"}
    return Lexicon(
        language=file.language,
        common=frozenset(fold_pattern(word) for word in file.common),
        concepts={name: compiled(words, file.language) for name, words in file.concepts.items()},
        reasons={name: compiled(words, file.language) for name, words in file.reasons.items()},
        lists={name: compiled(words, file.language) for name, words in lists.items()},
        negation_reach=file.negation_reach,
        numbers={fold_pattern(word): number for word, number in file.numbers.items()},
    )


@cache
def _common(languages: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    return {name: lexicons()[name].common for name in languages}


def language_of(folded: str, among: tuple[str, ...] = ()) -> str:
    """The language of a folded text: kana Japanese, Chinese characters Chinese, else by its commonest words.

    Empty when nothing tells. `among` narrows the choice of languages with Latin letters.
    """
    sample = folded[:8_000]
    letters = sum(1 for c in sample if c.isalpha())
    if len(_KANA.findall(sample)) * 12 > letters and letters:
        return "ja"
    if len(_HAN.findall(sample)) * 6 > letters and letters:
        return "zh"
    words = _WORD.findall(sample)
    names = among or tuple(name for name in lexicons() if name not in _UNSPACED)
    scores = {name: sum(word in common for word in words) for name, common in _common(names).items()}
    best = max(scores, key=lambda name: scores[name], default="")
    return best if best and scores[best] else ""
