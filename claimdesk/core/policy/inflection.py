"""Forms of words that a dictionary of base forms does not list: Spanish and Italian verbs with their endings.

The Spanish dictionary knows verbs by their infinitive and nouns in the singular; the Italian one knows few verbs
with a pronoun joined on. A form counts as known when the base it would come from is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped

_SHORTEST = 3  # letters of a stem


class Inflection(Knowledge):
    """How words of one language end, so that a form leads back to the word a dictionary lists."""

    pronouns: tuple[str, ...]  # joined on to an infinitive that ends in r
    restored: str  # what the infinitive lost before them
    plurals: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    masculine: str = ""  # what stands for the ends of `feminine`
    infinitives: tuple[str, ...] = ()
    on_infinitive: tuple[str, ...] = ()
    on_stem: tuple[str, ...] = ()


class InflectionFile(Knowledge):
    """Language -> how its words end."""

    languages: dict[str, Inflection]


def inflected(word: str, language: str, known: Callable[[str], bool]) -> bool:
    """Whether a word is known as it stands or as a form of a known one."""
    return known(word) or any(known(base) for base in _bases(word, language))


@cache
def _data() -> Mapping[str, Inflection]:
    return read_knowledge(shipped("resources") / "policy" / "inflection.toml", InflectionFile).languages


def _bases(word: str, language: str) -> Iterator[str]:
    forms = _data().get(language)
    if forms is None:
        return
    for pronoun in forms.pronouns:
        stem = word.removesuffix(pronoun)
        if stem != word and stem.endswith("r") and len(stem) >= _SHORTEST:
            yield stem + forms.restored
    for plural in forms.plurals:
        if word.endswith(plural) and len(word) - len(plural) >= _SHORTEST:
            yield word[: -len(plural)]
    for feminine in forms.feminine:
        if word.endswith(feminine):
            yield word.removesuffix(feminine) + forms.masculine
    for ending in forms.on_infinitive:
        stem = word.removesuffix(ending)
        if stem != word and stem.endswith(forms.infinitives):
            yield stem
    for ending in forms.on_stem:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield from (stem + infinitive for infinitive in forms.infinitives)
