"""Which texts of a template may say something else since another language of the same paragraph was changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from claimdesk.core.replies.schema import LANGUAGES, Template, TemplateParagraph

Marks = Mapping[str, tuple[str, ...]]  # paragraph id -> languages, in the order of the file format
_LEADING = frozenset({"en", "zh"})


def stale_after(
    before: Template | None, after: Template, marks: Marks, settled: Collection[tuple[str, str]] = ()
) -> dict[str, tuple[str, ...]]:
    """The marks of `after`, which follows `before` with its `marks`.

    A change of English or Chinese makes every other text of the paragraph stale that did not change with it. A change
    of a translation alone makes that translation stale, or heals it when it was. `settled` are (paragraph, language)
    that somebody read and found to fit.
    """
    old = {paragraph.id: paragraph for paragraph in before.paragraphs} if before else {}
    found = {}
    for paragraph in after.paragraphs:
        stale = _of(old.get(paragraph.id), paragraph, set(marks.get(paragraph.id, ())))
        stale -= {language for id_, language in settled if id_ == paragraph.id}
        if stale:
            found[paragraph.id] = tuple(code for code in LANGUAGES if code in stale)
    return found


def _of(old: TemplateParagraph | None, new: TemplateParagraph, stale: set[str]) -> set[str]:
    filled = {code for code in LANGUAGES if new.text(code).strip()}
    if old is None:
        return stale & filled
    changed = {code for code in LANGUAGES if _plain(old.text(code)) != _plain(new.text(code))}
    if changed & _LEADING:
        stale = (stale | filled) - changed
    else:
        stale = (stale - changed) | {code for code in changed if code not in stale}
    return stale & filled


def _plain(text: str) -> str:
    """Text as its meaning goes: blanks and line ends do not count."""
    return " ".join(text.split())
