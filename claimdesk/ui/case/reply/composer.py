"""The paired grid of a draft: paragraphs, what is asked in place, one issue at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.replies import FillIn, Finding, Paragraph, Severity, Value
from claimdesk.ui.case.reply.categories import category_words
from claimdesk.ui.case.reply.composer_head import ComposerHead, language_words
from claimdesk.ui.case.reply.fill_row import FillRow
from claimdesk.ui.case.reply.inserting import add_paragraph, corrected, put_value, remove_paragraph
from claimdesk.ui.case.reply.issue_card import IssueCard
from claimdesk.ui.case.reply.paragraph_row import ParagraphRow
from claimdesk.ui.case.reply.rewording import removable, reworded, wording_of
from claimdesk.ui.case.reply.writing import Line as WrittenLine
from claimdesk.ui.case.reply.writing import Writing, by_line, meant, regained, typed
from claimdesk.ui.widgets.cards import Line

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext


class Composer(QFrame):
    """Shows a `Writing` and changes it.

    `changed` when words were changed, `filled(name, value)` when a missing value was given, `kept(finding, reason)`
    when a finding is accepted, `word_kept(word)` when a word that looks misspelt is right, `moved` when the cursor
    enters another paragraph.
    """

    changed = Signal()
    filled = Signal(str, str)
    kept = Signal(object, str)
    word_kept = Signal(str)
    moved = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._writing: Writing | None = None
        self._writable = True
        self._findings: tuple[Finding, ...] = ()
        self._current: tuple[str, str] = ("", "")  # rule and excerpt of the issue whose card is open
        self._template_shown = ""
        self._at = ""  # id of the paragraph the cursor was in last
        self._rows: dict[str, ParagraphRow] = {}
        self._fills: dict[str, FillRow] = {}
        self._asked: tuple[str, ...] = ()  # names of the values asked for, from top to bottom
        self._card = IssueCard(self)
        self._card.hide()
        self._card.used.connect(self.use_suggestion)
        self._card.kept.connect(self._keep)
        self.setProperty("frame", "card")
        self.head = ComposerHead()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(Line())

    # showing

    def show_writing(self, writing: Writing, *, writable: bool) -> None:
        """Show a draft; fields of paragraphs that stay keep cursor and undo."""
        other = self._writing is None or self._writing.draft.template != writing.draft.template
        self._writing, self._writable = writing, writable
        if other:
            self._findings, self._current = (), ("", "")
        self._arrange_rows()
        self._show_lines()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Underline these findings of the whole text; those accepted are left out."""
        if self._writing is None:
            return
        before = {(f.rule, f.excerpt) for f in self._findings}
        self._findings = tuple(f for f in findings if (f.rule, f.excerpt) not in self._writing.accepted)
        known = {(f.rule, f.excerpt) for f in self._findings}
        opened, errors = self.current_finding, [f for f in self._ordered() if f.severity is Severity.BLOCK]
        came = next((f for f in errors if (f.rule, f.excerpt) not in before), None)
        if came is not None and opened is not None and opened.severity is not Severity.BLOCK:
            self._current = (came.rule, came.excerpt)  # what stops the copy is shown before what only may be doubted
        elif self._current not in known:
            first = next(iter(self._ordered()), None)
            self._current = (first.rule, first.excerpt) if first is not None else ("", "")
        self._show_lines()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Findings shown: neither fixed nor accepted."""
        return self._findings

    @property
    def current_finding(self) -> Finding | None:
        """The finding whose card is open, with positions in the whole text."""
        return next((f for f in self._findings if (f.rule, f.excerpt) == self._current), None)

    def row(self, line_id: str) -> ParagraphRow | None:
        """A paragraph's row."""
        return self._rows.get(line_id)

    def focus_first(self) -> None:
        """The first value to fill in, or the first paragraph."""
        if not self._focus_next_fill() and self._writing and self._writing.lines:
            self._rows[self._writing.lines[0].id].english.setFocus()

    def _focus_next_fill(self) -> bool:
        """The next value that nobody has given; the cursor stays when there is none."""
        # What is asked counts, not what is seen: rows of a draft that has just come are not painted yet.
        fill = next((self._fills[name] for name in self._asked if self._fills[name].waits), None)
        if fill is not None:
            fill.field.setFocus()
        return fill is not None

    def go_to_issue(self, by: int) -> None:
        """Open the next or previous issue; values to fill in come first."""
        if self._writing is None:
            return
        empty = [name for name in self._writing.missing if name in self._fills]
        if empty:
            focused = next(
                (at for at, name in enumerate(empty) if self._fills[name].field.hasFocus()), -1 if by > 0 else 0
            )
            if not self._findings or 0 <= focused + by < len(empty):
                self._fills[empty[(focused + by) % len(empty)]].field.setFocus()
                return
        ordered = self._ordered()
        if not ordered:
            return
        keys = [(f.rule, f.excerpt) for f in ordered]
        at = keys.index(self._current) if self._current in keys else (-1 if by > 0 else 0)
        self._current = keys[(at + by) % len(keys)]
        self._show_lines()
        self._reveal()

    def use_suggestion(self) -> None:
        """Put the suggested wording in place of the sentence, in both languages, or leave the sentence out."""
        finding = self.current_finding
        if finding is None or self._writing is None or not self._writable:
            return
        wording = wording_of(finding, self._writing.draft.language) or (
            Bilingual("", "") if removable(finding) else None
        )
        if wording is None and not finding.suggestions:
            return
        for line, found in zip(self._writing.lines, by_line(self._writing, self._findings), strict=True):
            for local in found:
                if (local.rule, local.excerpt) == self._current:
                    if wording is not None:
                        reworded(line, local.start, local.end, wording)
                    else:
                        corrected(line, local.start, local.end, finding.suggestions[0])
                    self._current = ("", "")
                    self._rows[line.id].english.replace_text(line.text)
                    self._show_lines()
                    self.changed.emit()
                    return

    # putting in

    @property
    def current_line(self) -> WrittenLine | None:
        """The paragraph the cursor is in, or was in last."""
        return self._line(self._at)

    def put_paragraph(self, paragraph: Paragraph | None) -> None:
        """A new paragraph below the one the cursor is in, empty or from another letter; the cursor goes there."""
        if self._writing is None or not self._writable:
            return
        line = add_paragraph(self._writing, self._at, paragraph)
        self._show_changed(line.id)

    def put_value(self, value: Value) -> None:
        """A value, or the place that waits for it, where the cursor is."""
        if self._writing is None or not self._writable or not self._writing.lines:
            return
        line = self.current_line or self._writing.lines[-1]
        editor = self._rows[line.id].english
        start, end = editor.selected() if line.id == self._at else (len(line.text), len(line.text))
        stop = put_value(line, value, start, end)
        editor.replace_text(line.text)
        self._show_changed(line.id)
        editor.select(stop, stop)

    def remove_current(self) -> None:
        """Take out the paragraph the cursor is in, if it is one of the operator's own."""
        if self._writing is not None and self._writable and remove_paragraph(self._writing, self._at):
            self._show_changed("")

    def _show_changed(self, line_id: str) -> None:
        self._arrange_rows()
        self._show_lines()
        if line_id:
            self._rows[line_id].english.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    # changing

    def _on_edited(self, line_id: str, text: str) -> None:
        line = self._line(line_id)
        if line is not None and self._writing is not None and text != line.text:
            typed(line, text)
            regained(line, self._writing.names)
            self._show_lines()
            self.changed.emit()

    def _on_meant(self, line_id: str, gloss: str) -> None:
        line = self._line(line_id)
        if line is not None and gloss != line.gloss:
            meant(line, gloss)
            self._show_lines()
            self.changed.emit()

    def _on_entered(self, line_id: str) -> None:
        """The first issue of the paragraph the cursor is in opens its card."""
        if self._writing is None:
            return
        self._at = line_id
        self.moved.emit()
        ids = [line.id for line in self._writing.lines]
        found = by_line(self._writing, self._findings)[ids.index(line_id)] if line_id in ids else []
        keys = [(f.rule, f.excerpt) for f in found]
        if keys and self._current not in keys:
            self._current = keys[0]
            self._show_lines()

    def _on_crossed(self, line_id: str, by: int) -> None:
        if self._writing is None:
            return
        ids = [line.id for line in self._writing.lines]
        at = ids.index(line_id) + by
        if 0 <= at < len(ids):
            self._rows[ids[at]].english.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, reason: str) -> None:
        finding = self.current_finding
        if finding is not None:
            self.kept.emit(finding, reason)

    # arranging

    def _line(self, line_id: str) -> WrittenLine | None:
        lines = self._writing.lines if self._writing else []
        return next((line for line in lines if line.id == line_id), None)

    def _ordered(self) -> list[Finding]:
        """Findings in the order of the text, hints last."""
        return sorted(self._findings, key=lambda f: (f.severity is Severity.HINT, f.start))

    def _arrange_rows(self) -> None:
        """A row for each paragraph; those that stay keep their fields, with cursor and undo."""
        ids = [line.id for line in self._writing.lines] if self._writing else []
        if ids == list(self._rows):
            return
        self._card.setParent(self)
        for asked in self._fills.values():
            asked.setParent(self)
        for line_id, old in list(self._rows.items()):
            self._column.removeWidget(old)
            if line_id not in ids or self._template_shown != self._template:
                old.hide()
                old.deleteLater()
                del self._rows[line_id]
        self._template_shown = self._template
        self._rows = {line_id: self._rows.get(line_id) or self._new_row(line_id) for line_id in ids}
        for line_id, row in self._rows.items():
            row.last = line_id == ids[-1]
            self._column.addWidget(row)
        if self._at not in self._rows:
            self._at = ""

    @property
    def _template(self) -> str:
        return self._writing.draft.template if self._writing else ""

    def _new_row(self, line_id: str) -> ParagraphRow:
        row = ParagraphRow(line_id, self)
        row.edited.connect(self._on_edited)
        row.meant.connect(self._on_meant)
        row.entered.connect(self._on_entered)
        row.crossed.connect(self._on_crossed)
        row.word_kept.connect(self.word_kept)
        return row

    def _show_lines(self) -> None:
        writing = self._writing
        if writing is None:
            return
        asked, labels = self._asked_by_line(writing), writing.labels(self._ctx.language)
        meanings = writing.labels("zh")
        self._asked = tuple(ask.name for line in writing.lines for ask in asked.get(line.id, ()))
        for line, found in zip(writing.lines, by_line(writing, self._findings), strict=True):
            row = self._rows[line.id]
            row.show_line(line, found, labels, meanings, writable=self._writable)
            below: list[FillRow | IssueCard] = [self._fill_row(ask) for ask in asked.get(line.id, [])]
            local = next((f for f in found if (f.rule, f.excerpt) == self._current), None)
            if local is not None and self._writable:
                self._card.show_finding(
                    local, category_words(local.category), self._ctx.language, writing.draft.language
                )
                below.append(self._card)
            row.show_below(below)
        if not self._current[0]:
            self._card.hide()
        self.head.show_writing(writing, writable=self._writable)

    def _asked_by_line(self, writing: Writing) -> dict[str, list[FillIn]]:
        """Each value that is asked for, under the first paragraph that uses it."""
        result: dict[str, list[FillIn]] = {}
        if not self._writable:
            return result
        for ask in writing.fill_ins():
            for line in writing.lines:
                if ask.name in line.missing or ask.name in {span.name for span in line.spans}:
                    result.setdefault(line.id, []).append(ask)
                    break
        return result

    def _fill_row(self, ask: FillIn) -> FillRow:
        if ask.name not in self._fills:
            self._fills[ask.name] = FillRow(ask.name, self)
            self._fills[ask.name].filled.connect(self.filled)
            self._fills[ask.name].entered.connect(self._focus_next_fill)
        value = self._writing.fills.get(ask.key or ask.name, ask.value) if self._writing else ask.value
        other = language_words(self._writing.draft.language) if self._writing and "@" in ask.key else ""
        self._fills[ask.name].show_ask(ask, value, self._ctx.language, other)
        return self._fills[ask.name]

    def _reveal(self) -> None:
        if self._writing is None:
            return
        for line, found in zip(self._writing.lines, by_line(self._writing, self._findings), strict=True):
            for local in found:
                if (local.rule, local.excerpt) == self._current:
                    self._rows[line.id].english.select(local.start, local.end)
                    return
