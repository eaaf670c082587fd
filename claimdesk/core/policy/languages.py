"""Which language a message is written in, as far as a check needs to know."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HAN_RUN = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff，。、；：！？（）“”\s]*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_OTHER_SCRIPT = re.compile(r"[\u3040-\u30ff\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f\u1100-\u11ff\uac00-\ud7af]")
_KANA = re.compile(r"[\u3040-\u30ff]")
# The commonest short words of each language that no other one on the list shares.
_COMMON = {
    "en": "the and you your is are was for with this that have has will we our been from please not of to it on by if dear "
    "hello days package out sorry friend can",
    "de": "der die das und ist nicht sie wir ihr ihre ihnen mit für auf ein eine wurde haben bitte zu den dem von im guten heute",
    "fr": "le les des est vous nous votre pour avec une pas que dans sur merci colis à été avez au du et je bonjour demain",
    "es": "el los las es usted su para con una por que del pedido gracias muy está hemos se lo y al hola fue hoy tres",
    "it": "il gli che è non per con una della del suo ordine grazie abbiamo stato le di si lo e al",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_ALSO = {"jp": "ja", "mx": "es", "br": "pt", "us": "en", "uk": "en", "cn": "zh"}  # countries taken for languages
_LATIN = re.compile(r"[a-zà-öø-ÿ]+")


def other_language(text: str, language: str, fewest: int) -> bool:
    """Whether the text is plainly in another language than the one it should be in; short texts never are."""
    wanted = _ALSO.get(language[:2], language[:2])
    words = _LATIN.findall(text.lower())
    if wanted == "zh":
        han = len(_HAN.findall(text))
        return (len(words) >= fewest and han < len(words)) or len(_OTHER_SCRIPT.findall(text)) > max(han, fewest)
    if wanted == "ja":
        return len(words) >= fewest and not _KANA.search(text)
    if not wanted or len(words) < fewest:
        return False
    counts = {code: sum(word in common for word in words) for code, common in _WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    # In a language that is not on the list as many words as in any other may be its own.
    enough = 2 if wanted in _WORDS and not counts[wanted] else 3
    return best != wanted and counts[best] >= enough and counts[best] >= 2 * counts.get(wanted, 0) + 1


def foreign_spans(text: str, known: Iterable[str], fewest: int) -> Iterable[tuple[int, int]]:
    """Runs of Chinese characters that are no known name or word of the order."""
    names = tuple(known)
    for match in _HAN_RUN.finditer(text):
        run = match.group().strip("，。、；：！？（）“” \n")
        if len(re.findall(r"[\u3400-\u9fff]", run)) >= fewest and not any(run in name for name in names):
            yield match.start(), match.start() + len(match.group().rstrip())
