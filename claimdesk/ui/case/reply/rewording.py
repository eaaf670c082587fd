"""Other words in place of a sentence that a rule speaks against, in both languages.

No widget in here; the issue card offers it and the composer shows what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.replies import Finding
from claimdesk.ui.case.reply.writing import DIFFERS, NONE, PAIRED, Line, typed

# a full stop inside a number or an address ends no sentence
_SENTENCE = re.compile(r"\S.*?(?:[.!?]+(?=\s|$)|[。！？]+|$)\s*", re.DOTALL)
_QUOTED = re.compile(r"[“「]([^“”「」]+)[”」]")
_SAYS_TOO_MUCH = frozenset({
    "incentive", "review_change", "positive_only", "review_gating", "contact", "link", "off_platform", "marketing",
    "threat", "condition", "tone",
})  # fmt: skip


def wording_of(finding: Finding, letter: str = "en") -> Bilingual | None:
    """The words a finding suggests to write instead: what its advice quotes, in both languages; None for bare advice.

    Advice quotes English: a letter in another language gets none of it.
    """
    english, chinese = _QUOTED.search(finding.fix.en), _QUOTED.search(finding.fix.zh)
    return Bilingual(english.group(1), chinese.group(1)) if english and chinese and letter == "en" else None


def removable(finding: Finding) -> bool:
    """Whether leaving out the sentence heals the finding: it says too much, not too little."""
    return finding.end > finding.start and finding.category in _SAYS_TOO_MUCH


def reworded(line: Line, start: int, end: int, wording: Bilingual) -> None:
    """Put other words in place of the sentence around a finding, in both languages; empty words leave it out.

    Sentences whose meaning stands in the same place keep it; where the two sides do not correspond sentence by
    sentence the meaning cannot be told apart and is marked instead.
    """
    places = [match.span() for match in _SENTENCE.finditer(line.text) if match.group().strip()]
    first, last = _touched(places, start, end)
    found = _meaning(line, first, last, wording)
    typed(line, _replaced(line.text, places, first, last, wording.en))
    if found is None:
        return
    line.gloss, line.meant_for, whole = found
    if whole:
        line.meaning, line.meant_for = PAIRED, line.text
    else:
        line.meaning = DIFFERS if line.gloss else NONE


def _meaning(line: Line, first: int, last: int, wording: Bilingual) -> tuple[str, str, bool] | None:
    """The meaning with other words for these sentences, the text it is for, and whether that is all of the text.

    None where the meaning has other sentences than the text it was written for.
    """
    texts = _sentences(line.text)
    if first == 0 and last >= len(texts) - 1:
        return wording.zh, wording.en, True
    told, glosses = _sentences(line.meant_for if line.gloss.strip() else ""), _sentences(line.gloss)
    if len(told) != len(glosses):
        return None
    pairs: list[tuple[str, str]] = []
    whole = True
    for text_at, told_at in _aligned(told, texts):
        if text_at is not None and first <= text_at <= last:
            pairs += [(wording.en, wording.zh)] if text_at == first and wording.en else []
        elif told_at is not None:
            pairs.append((told[told_at], glosses[told_at]))
            whole = whole and text_at is not None and told[told_at] == texts[text_at]
        else:
            whole = False
    return "".join(gloss for _, gloss in pairs), " ".join(text for text, _ in pairs), whole


def _aligned(told: list[str], texts: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """Which sentence of the text (first) corresponds to which of those told before (second); what went is left out."""
    for tag, i, i_end, j, j_end in SequenceMatcher(None, told, texts, autojunk=False).get_opcodes():
        if tag == "delete":
            continue
        for at in range(max(i_end - i, j_end - j)):
            yield (j + at if j + at < j_end else None), (i + at if i + at < i_end else None)


def _sentences(text: str) -> list[str]:
    return [found.strip() for found in _SENTENCE.findall(text) if found.strip()]


def _touched(sentences: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    hit = [i for i, (first, last) in enumerate(sentences) if first < max(end, start + 1) and last > start]
    return (hit[0], hit[-1]) if hit else (0, len(sentences) - 1)


def _replaced(text: str, sentences: list[tuple[int, int]], first: int, last: int, wording: str) -> str:
    if not sentences:
        return wording
    start, end = sentences[first][0], sentences[last][1]
    gap = text[start:end][len(text[start:end].rstrip()) :] if wording else ""
    return (text[:start] + wording + gap + text[end:]).rstrip()
