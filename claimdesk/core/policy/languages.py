"""Which language a message is written in, as far as a check needs to know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped

_HAN_RUN = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff，。、；：！？（）“”\s]*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_OTHER_SCRIPT = re.compile(
    r"[\u0370-\u03ff\u0400-\u04ff\u0590-\u05ff\u0600-\u06ff\u0900-\u097f\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\uac00-\ud7af]"
)
_KANA = re.compile(r"[\u3040-\u30ff]")
_LATIN = re.compile(r"[a-zà-öø-ɏḀ-ỿ]+")
_LETTERS = 2  # of another script, for each word that is asked for
_OTHER_LETTERS = ("ru", "bg", "sr", "ar", "he", "el", "th", "ko", "hi", "fa")  # languages written in them


class LanguagesFile(Knowledge):
    """By what a language is known."""

    meant: dict[str, str]  # country -> the language that is meant by it
    common: dict[str, frozenset[str]]


@cache
def _data() -> LanguagesFile:
    return read_knowledge(shipped("resources") / "policy" / "languages.toml", LanguagesFile)


def other_language(text: str, language: str, fewest: int) -> bool:
    """Whether the text is plainly in another language than the one it should be in; short texts never are."""
    wanted = _data().meant.get(language[:2], language[:2])
    words = _LATIN.findall(text.lower())
    if wanted == "zh":
        han = len(_HAN.findall(text))
        return (len(words) >= fewest and han < len(words)) or len(_OTHER_SCRIPT.findall(text)) > max(han, fewest)
    if wanted == "ja":
        own = len(_KANA.findall(text)) + len(_HAN.findall(text))
        return len(words) >= fewest and (not _KANA.search(text) or len(words) > own / 2)
    if wanted in _OTHER_LETTERS:
        return len(words) >= fewest and not _OTHER_SCRIPT.search(text)
    if not wanted:
        return False
    if len(_OTHER_SCRIPT.findall(text)) > max(_LETTERS * fewest, sum(map(len, words))):
        return True
    if len(words) < fewest:
        return False
    counts = {code: sum(word in common for word in words) for code, common in _data().common.items()}
    best = max(counts, key=lambda code: counts[code])
    # In a language that is not on the list as many words as in any other may be its own.
    enough = 2 if wanted in counts and not counts[wanted] else 3
    return best != wanted and counts[best] >= enough and counts[best] >= 2 * counts.get(wanted, 0) + 1


def foreign_spans(text: str, known: Iterable[str], fewest: int) -> Iterable[tuple[int, int]]:
    """Runs of Chinese characters that are no known name or word of the order."""
    names = tuple(known)
    for match in _HAN_RUN.finditer(text):
        run = match.group().strip("，。、；：！？（）“” \n")
        if len(re.findall(r"[\u3400-\u9fff]", run)) >= fewest and not any(run in name for name in names):
            yield match.start(), match.start() + len(match.group().rstrip())
