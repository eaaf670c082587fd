"""The draft as it is being written: paragraphs, what was typed over them, where the values and the findings lie.

No widget in here; the composer shows it and the tests read it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from claimdesk.core.records.replies import Draft, FillIn, Finding, Paragraph, Severity, Span

PAIRED = "paired"  # the meaning belongs to the text
DIFFERS = "differs"  # the text was changed by hand after the meaning was written
NONE = "none"  # nobody has said what it means

_PLACE = re.compile(r"\{\{ (\w+) \}\}")


@dataclass(slots=True)
class Line:
    """One paragraph with its meaning; `template_text` and `template_gloss` are what the template gave, before any edit.

    `meant_for` is the text that the meaning was written for, as far as the text has been changed since.
    """

    id: str
    text: str
    gloss: str
    template_text: str
    spans: tuple[Span, ...] = ()
    missing: tuple[str, ...] = ()
    meaning: str = PAIRED
    meant_for: str = ""
    template_gloss: str = ""
    after: str | None = None  # id of the paragraph that one of the operator's own follows; None: of the template

    @property
    def by_hand(self) -> bool:
        """Whether the text is no longer what the template gives."""
        return self.text != self.template_text


@dataclass(slots=True)
class Writing:
    """A draft with what the operator did to it. `accepted` holds findings kept on purpose as (rule, excerpt)."""

    draft: Draft
    lines: list[Line]
    fills: dict[str, str] = field(default_factory=dict)
    accepted: set[tuple[str, str]] = field(default_factory=set)
    copied_at: str = ""  # ISO instant of the last copy of exactly this text

    @property
    def text(self) -> str:
        """What goes out: the paragraphs that hold anything, separated by an empty line."""
        return "\n\n".join(line.text.strip() for line in self.lines if line.text.strip())

    @property
    def gloss(self) -> str:
        """What it means."""
        return "\n\n".join(line.gloss.strip() for line in self.lines if line.text.strip())

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of values that nobody has given yet, in the order they are met."""
        return tuple(dict.fromkeys(name for line in self.lines for name in line.missing))

    def fill_ins(self) -> tuple[FillIn, ...]:
        """What is asked in place: every missing value, and those that were typed here before."""
        asked = {ask.name for ask in self.draft.fill_ins}
        put_in = (
            FillIn(value.name, value.label, value.kind, "", value.key, value.unread)
            for value in self.draft.values
            if value.name not in asked
        )
        return tuple(
            ask for ask in (*self.draft.fill_ins, *put_in) if ask.name in self.missing or ask.key in self.fills
        )

    @property
    def names(self) -> frozenset[str]:
        """Every value that a place can wait for."""
        return frozenset({ask.name for ask in self.draft.fill_ins} | {value.name for value in self.draft.values})

    def labels(self, language: str) -> dict[str, str]:
        """The words people know each value by, in the language shown."""
        asked = {ask.name: ask.ask.get(language) for ask in self.draft.fill_ins}
        return {value.name: value.label.get(language) for value in self.draft.values} | asked

    def fill_key(self, name: str) -> str:
        """What a value that is typed here is kept under."""
        return next((ask.key for ask in self.fill_ins() if ask.name == name and ask.key), name)

    def to_send(self) -> Draft:
        """The draft as it stands, for the timeline."""
        paragraphs = tuple(
            Paragraph(line.id, line.text.strip(), line.gloss.strip(), missing=line.missing)
            for line in self.lines
            if line.text.strip()
        )
        return replace(self.draft, paragraphs=paragraphs)

    def saved(self) -> dict[str, Any]:
        """What autosave keeps."""
        return {
            "template": self.draft.template,
            "language": self.draft.language,
            "fills": dict(self.fills),
            "accepted": sorted([rule, excerpt] for rule, excerpt in self.accepted),
            "copied_at": self.copied_at,
            "text": self.text,
            "lines": [
                _words_of(line) for line in self.lines if line.after is None and (line.by_hand or line.meaning != PAIRED)
            ],
            "added": [
                {**_words_of(line), "after": line.after, "spans": [[s.start, s.end, s.name] for s in line.spans],
                 "missing": list(line.missing)}
                for line in self.lines if line.after is not None
            ],
        }  # fmt: skip


def begin(draft: Draft, saved: Mapping[str, Any] | None = None) -> Writing:
    """The writing of a draft, with what was saved laid over it where it belongs to the same template and language."""
    lines = [_line(paragraph) for paragraph in draft.paragraphs]
    writing = Writing(draft, lines)
    writing.fills.update((saved or {}).get("fills") or {})  # what was typed for one letter serves the next
    if saved and saved.get("template") == draft.template and saved.get("language") == draft.language:
        writing.accepted = {(rule, excerpt) for rule, excerpt in saved.get("accepted") or ()}
        writing.copied_at = str(saved.get("copied_at") or "")
        _lay_over(lines, saved.get("lines") or ())
        for entry in saved.get("added") or ():
            put_after(lines, _own_line(entry), entry.get("after") or "")
        for line in lines:
            regained(line, writing.names)
    return writing


def refreshed(writing: Writing, draft: Draft) -> Writing:
    """The writing over a draft that was rendered anew, for instance after a value was filled in; edits stay."""
    saved = writing.saved() | {"template": draft.template, "language": draft.language, "copied_at": ""}
    fresh = begin(draft, saved)
    before = {line.id: line for line in writing.lines}
    values = {value.name: value.text for value in draft.values if value.text}
    # A day that was corrected, or typed so that nobody can read it, must not stay as it was in an edited paragraph.
    known = {value.name: value.text for value in writing.draft.values}
    changed = {v.name: v.text or _place(v.name) for v in draft.values if v.text != known.get(v.name, v.text)}
    for line in fresh.lines:
        old = before.get(line.id)
        if old is not None and line.by_hand and line.text == old.text:
            line.text, line.spans = _with_new_values(old, values | _values_of(draft, line.id), changed)
            waits = (span.name for span in line.spans if line.text[span.start : span.end] == _place(span.name))
            line.missing = tuple(dict.fromkeys(waits))
    return fresh


def renewed(writing: Writing, draft: Draft) -> Writing:
    """The writing over what its template has become; while the words are the same, they still count as copied."""
    fresh = refreshed(writing, draft)
    if fresh.text == writing.text:
        fresh.copied_at = writing.copied_at
    return fresh


def typed(line: Line, text: str) -> None:
    """The operator changed the English of a paragraph: values that were typed over are no longer values."""
    line.spans = shifted(line.spans, line.text, text)
    kept = {span.name for span in line.spans}
    line.missing = tuple(name for name in line.missing if name in kept)
    line.text = text
    if not line.by_hand and line.meant_for != text:  # an undo went back behind a rewording
        line.gloss, line.meant_for = line.template_gloss or line.gloss, text
    if not line.by_hand or (line.gloss.strip() and line.meant_for == text):
        line.meaning = PAIRED
    elif line.meaning != NONE:
        line.meaning = DIFFERS if line.gloss.strip() else NONE


def regained(line: Line, names: Collection[str]) -> None:
    """Places for values that stand in a text without being known as such, as after an undo, wait for them again."""
    known = {span.start for span in line.spans}
    for gap in _PLACE.finditer(line.text):
        if gap[1] in names and gap.start() not in known:
            line.spans = tuple(sorted((*line.spans, Span(*gap.span(), gap[1])), key=lambda span: span.start))
            line.missing = tuple(dict.fromkeys((*line.missing, gap[1])))


def meant(line: Line, gloss: str) -> None:
    """The operator wrote what a paragraph means."""
    line.gloss, line.meant_for = gloss, line.text
    line.meaning = PAIRED if gloss.strip() else NONE


def shifted(spans: tuple[Span, ...], before: str, after: str) -> tuple[Span, ...]:
    """Spans of a text after an edit of it: moved by what stands before them, dropped where the edit touched them."""
    limit = min(len(before), len(after))
    head = 0
    while head < limit and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < limit - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    cut = len(before) - tail  # before[head:cut] was replaced
    by = len(after) - len(before)
    kept = []
    for span in spans:
        if span.end <= head:
            kept.append(span)
        elif span.start >= cut:
            kept.append(Span(span.start + by, span.end + by, span.name))
    return tuple(kept)


def by_line(writing: Writing, findings: tuple[Finding, ...]) -> list[list[Finding]]:
    """Findings of the whole text, given to the paragraphs they start in, with positions within the paragraph."""
    result: list[list[Finding]] = [[] for _ in writing.lines]
    offset = 0
    for index, line in enumerate(writing.lines):
        body = line.text.strip()
        if not body:
            continue
        lead = len(line.text) - len(line.text.lstrip())
        end = offset + len(body)
        last = all(not later.text.strip() for later in writing.lines[index + 1 :])
        for finding in findings:
            if offset <= finding.start and (finding.start < end + 2 or last):
                start = min(finding.start - offset, len(body)) + lead
                stop = min(max(finding.end - offset, 0), len(body)) + lead
                result[index].append(replace(finding, start=start, end=max(start, stop)))
        findings = tuple(f for f in findings if f.start >= end + 2)
        offset = end + 2
    return result


def open_findings(writing: Writing, findings: tuple[Finding, ...], severity: Severity) -> tuple[Finding, ...]:
    """Findings of a severity that were not accepted."""
    return tuple(f for f in findings if f.severity is severity and (f.rule, f.excerpt) not in writing.accepted)


def may_copy(writing: Writing, findings: tuple[Finding, ...]) -> bool:
    """Whether the text may leave: nothing missing, no error left that was neither fixed nor accepted."""
    return bool(writing.text) and not writing.missing and not open_findings(writing, findings, Severity.BLOCK)


def _line(paragraph: Paragraph) -> Line:
    return Line(
        paragraph.id, paragraph.text, paragraph.gloss, paragraph.text, paragraph.spans, paragraph.missing,
        PAIRED if paragraph.gloss.strip() else NONE, paragraph.text, paragraph.gloss,
    )  # fmt: skip


def _lay_over(lines: list[Line], saved: Any) -> None:
    known = {line.id: line for line in lines}
    for entry in saved:
        line = known.get(entry.get("id", ""))
        if line is None:
            continue
        text = str(entry.get("text", line.text))
        line.spans = _relocated(line.spans, line.text, text)
        line.missing = tuple(name for name in line.missing if name in {span.name for span in line.spans})
        line.text = text
        line.gloss = str(entry.get("gloss", line.gloss))
        line.meaning = str(entry.get("meaning", line.meaning))
        line.meant_for = str(entry.get("meant_for", line.meant_for))


def _words_of(line: Line) -> dict[str, Any]:
    return {"id": line.id, "text": line.text, "gloss": line.gloss, "meaning": line.meaning,
            "meant_for": line.meant_for}  # fmt: skip


def _own_line(entry: Mapping[str, Any]) -> Line:
    spans = tuple(Span(int(start), int(end), str(name)) for start, end, name in entry.get("spans") or ())
    return Line(
        str(entry.get("id", "")), str(entry.get("text", "")), str(entry.get("gloss", "")), "", spans,
        tuple(entry.get("missing") or ()), str(entry.get("meaning", NONE)), str(entry.get("meant_for") or ""),
        after=str(entry.get("after") or ""),
    )  # fmt: skip


def put_after(lines: list[Line], line: Line, after: str) -> None:
    """Put a paragraph below another one; at the top when that is not there and its id is empty, else at the end."""
    line.after = after
    at = next((index for index, one in enumerate(lines) if one.id == after), -1 if not after else len(lines) - 1)
    lines.insert(at + 1, line)


def _values_of(draft: Draft, line_id: str) -> dict[str, str]:
    fresh = next((p for p in draft.paragraphs if p.id == line_id), None)
    if fresh is None:
        return {}
    return {span.name: fresh.text[span.start : span.end] for span in fresh.spans if span.name not in fresh.missing}


def _place(name: str) -> str:
    """What stands in a text where a value is missing."""
    return "{{ " + name + " }}"


def _with_new_values(old: Line, values: Mapping[str, str], changed: Mapping[str, str]) -> tuple[str, tuple[Span, ...]]:
    """An edited paragraph with the values given since in the places that still wait for them, and those that changed."""
    text, spans, moved = old.text, [], 0
    for span in sorted(old.spans, key=lambda span: span.start):
        start, end = span.start + moved, span.end + moved
        value = values.get(span.name) if span.name in old.missing else changed.get(span.name)
        if value is not None:
            text = text[:start] + value + text[end:]
            moved += len(value) - (end - start)
            end = start + len(value)
        spans.append(Span(start, end, span.name))
    return text, tuple(spans)


def _relocated(spans: tuple[Span, ...], before: str, after: str) -> tuple[Span, ...]:
    """The spans whose words still stand in a text that was rewritten, where they stand there."""
    found = []
    at = 0
    for span in spans:
        words = before[span.start : span.end]
        start = after.find(words, at) if words else -1
        if start >= 0:
            at = start + len(words)
            found.append(Span(start, at, span.name))
    return tuple(found)
