"""What can be put into a draft: paragraphs of one's own or of another letter, values, places to fill in.

No widget in here; the menu offers it and the composer shows what came of it.
"""

from __future__ import annotations

from claimdesk.core.records.replies import Paragraph, Span, Value
from claimdesk.ui.case.reply.writing import DIFFERS, NONE, PAIRED, Line, Writing, put_after, shifted, typed

_OWN = "own"


def add_paragraph(writing: Writing, after: str, paragraph: Paragraph | None = None) -> Line:
    """A new paragraph below the one with the id `after` (at the end when there is none such): empty, or another letter's."""
    ids = {line.id for line in writing.lines}
    number = next(n for n in range(1, len(ids) + 2) if f"{_OWN}{n}" not in ids)
    line = Line(f"{_OWN}{number}", "", "", "", meaning=NONE)
    if paragraph is not None:
        line.text, line.gloss, line.spans, line.missing = (
            paragraph.text, paragraph.gloss, paragraph.spans, paragraph.missing
        )  # fmt: skip
        line.meaning, line.meant_for = PAIRED if paragraph.gloss.strip() else NONE, paragraph.text
    after = after if after in ids or not writing.lines else writing.lines[-1].id
    put_after(writing.lines, line, after)
    return line


def remove_paragraph(writing: Writing, line_id: str) -> bool:
    """Take a paragraph of one's own out; those of the template stay, and go unsent when they are empty."""
    own = next((line for line in writing.lines if line.id == line_id and line.after is not None), None)
    if own is None:
        return False
    writing.lines.remove(own)
    for line in writing.lines:
        if line.after == line_id:
            line.after = own.after
    return True


def put_value(line: Line, value: Value, at: int, end: int) -> int:
    """Put a value, or the place that waits for it, in place of the characters `at` to `end`; gives where it ends.

    A meaning that was written before gets the value at its end, and the mark that it may differ.
    """
    at, end = max(0, min(at, len(line.text))), max(0, min(end, len(line.text)))
    words = value.text or "{{ " + value.name + " }}"
    lead = " " if at and not line.text[at - 1].isspace() and line.text[at - 1] not in "([“" else ""
    text = line.text[:at] + lead + words + line.text[end:]
    kept = shifted(line.spans, line.text, text)
    start = at + len(lead)
    paired = line.meaning == PAIRED and bool(line.gloss.strip())
    typed(line, text)
    line.spans = tuple(
        sorted((*(s for s in kept if s.end <= start or s.start >= start + len(words)),
                Span(start, start + len(words), value.name)), key=lambda span: span.start)
    )  # fmt: skip
    if not value.text and value.name not in line.missing:
        line.missing = (*line.missing, value.name)
    if paired:
        line.meaning = DIFFERS
    return start + len(words)


def corrected(line: Line, start: int, end: int, word: str) -> None:
    """Put the right spelling in place of a slip; what the paragraph means stays as it is."""
    meaning = line.meaning
    typed(line, line.text[:start] + word + line.text[end:])
    line.meaning = meaning
    if meaning == PAIRED:
        line.meant_for = line.text
