"""What somebody else said, quoted in a letter: evidence, and not the words of the one who writes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimdesk.core.policy.expressions import compiled
from claimdesk.core.policy.folding import MASK, Folded

# Curly and straight double quotation marks are one after folding, and so are single ones, which between letters are apostrophes;
# those of German open with „.
_QUOTED = re.compile(
    r""""([^"]{2,600})"|«([^«»]{2,600})»|„([^„"]{2,600})"|「([^「」]{2,300})」|『([^『』]{2,300})』"""
    r"""|(?<!\w)'((?:[^'\n]|(?<=\w)'(?=\w)){2,300})'(?!\w)"""
)
_WORD = re.compile(r"[a-z]{1,40}|[\u3040-\u30ff\u3400-\u9fff]{2}")
_WORDS = 3  # one or two words in quotation marks are the writer's irony rather than a quotation
_BEFORE = 60
_AS_WRITTEN = re.compile(
    r"""["“„”]([^"“”„\n]{2,120})["”“]|«([^«»\n]{2,120})»|[「『《]([^「」『』《》\n]{2,120})[」』》]|‘([^‘’\n]{2,120})’"""
)


def quotations(folded: Folded) -> Iterator[tuple[int, int]]:
    """Where the folded text quotes: several words, or fewer straight after a word of saying."""
    for match in _QUOTED.finditer(folded.text):
        inside = match.group(match.lastindex or 0)
        before = folded.text[max(0, match.start() - _BEFORE) : match.start()]
        if len(_WORD.findall(inside)) >= _WORDS or compiled("<m_said>").search(before):
            yield match.span(match.lastindex or 0)


def without_quotations(folded: Folded) -> Folded:
    """The same text with what it quotes blanked by a character that no rule matches."""
    text = folded.text
    for start, end in quotations(folded):
        text = text[:start] + MASK * (end - start) + text[end:]
    return Folded(text, folded.starts, folded.ends)


def spoken_of(text: str, span: tuple[int, int]) -> bool:
    """Whether a field of a text as it was written is spoken of rather than left empty: it stands in a quotation with more, or is a line."""
    for match in _AS_WRITTEN.finditer(text):
        start, end = match.span(match.lastindex or 0)
        if start <= span[0] and span[1] <= end:
            more = text[start : span[0]] + text[span[1] : end]
            return sum(map(str.isalpha, more)) > 1 or not text[slice(*span)].strip("_")
    return False
