"""Forms of words that a dictionary of base forms does not list: Spanish and Italian verbs with their endings.

The Spanish dictionary knows verbs by their infinitive and nouns in the singular; the Italian one knows few verbs
with a pronoun joined on. A form counts as known when the base it would come from is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

_CLITICS = {
    "es": ("me", "te", "se", "lo", "la", "le", "los", "las", "les", "nos"),
    "it": ("mi", "ti", "si", "ci", "vi", "lo", "la", "li", "le", "ne", "gli"),
}
_ENDINGS = {
    "on_infinitive": "é ás á emos án ía ías íamos ían",
    "on_stem": "o as a amos an es e emos en imos é aste ó aron í iste ió ieron aba abas ábamos aban ía ías íamos ían "
    "ado ada ados adas ido ida idos idas ando iendo ara iera ase iese aran ieran",
}
_ON_INFINITIVE, _ON_STEM = (tuple(endings.split()) for endings in _ENDINGS.values())
_INFINITIVES = ("ar", "er", "ir")
_SHORTEST = 3  # letters of a stem


def inflected(word: str, language: str, known: Callable[[str], bool]) -> bool:
    """Whether a word is known as it stands or as a form of a known one."""
    return known(word) or any(known(base) for base in _bases(word, language))


def _bases(word: str, language: str) -> Iterator[str]:
    for clitic in _CLITICS.get(language, ()):
        stem = word.removesuffix(clitic)
        if stem != word and stem.endswith("r") and len(stem) >= _SHORTEST:
            yield stem if language == "es" else stem + "e"
    if language == "es":
        yield from _spanish(word)


def _spanish(word: str) -> Iterator[str]:
    for plural in ("es", "s"):
        if word.endswith(plural) and len(word) - len(plural) >= _SHORTEST:
            yield word[: -len(plural)]
    if word.endswith(("a", "as")):
        yield word.rstrip("s")[:-1] + "o"
    for ending in _ON_INFINITIVE:
        stem = word.removesuffix(ending)
        if stem != word and stem.endswith(_INFINITIVES):
            yield stem
    for ending in _ON_STEM:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield from (stem + infinitive for infinitive in _INFINITIVES)
