"""One paragraph of the draft: what is sent at the left, what it means at the right, below it what is asked or wrong."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.core.records.replies import Finding
from claimdesk.ui.case.reply.editor import Mark, ParagraphEditor
from claimdesk.ui.case.reply.fill_row import FillRow
from claimdesk.ui.case.reply.gaps import GAP, labelled
from claimdesk.ui.case.reply.issue_card import IssueCard
from claimdesk.ui.case.reply.writing import DIFFERS, NONE, Line
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain


class ParagraphRow(QFrame):
    """`edited(id, text)`, `meant(id, gloss)`, `entered(id)`, `crossed(id, ±1)`, `word_kept(word)`."""

    edited = Signal(str, str)
    meant = Signal(str, str)
    entered = Signal(str)
    crossed = Signal(str, int)
    word_kept = Signal(str)

    def __init__(self, line_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line_id = line_id
        self._on = False
        self.last = False
        self.setObjectName(f"paragraph-{line_id}")
        self.english = ParagraphEditor(ink="text")
        self.english.setObjectName(f"english-{line_id}")
        self.chinese = ParagraphEditor(ink="text2")
        self.chinese.setObjectName(f"chinese-{line_id}")
        self._doubt_icon = Icon("warning", "warn", 14)
        self._doubt = Plain("", "table", "warn")
        self._write = LinkButton()
        self._write.setObjectName(f"writeMeaning-{line_id}")
        self._write.clicked.connect(lambda: self.chinese.setFocus(Qt.FocusReason.OtherFocusReason))
        self._extras = QVBoxLayout()
        self._extras.setContentsMargins(10, 2, 10, 10)
        self._extras.setSpacing(8)
        self._below = QWidget()
        self._below.setLayout(self._extras)
        self._below.hide()
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self.english.edited.connect(lambda text: self.edited.emit(self.line_id, text))
        self.chinese.edited.connect(lambda text: self.meant.emit(self.line_id, text))
        for editor in (self.english, self.chinese):
            editor.entered.connect(lambda: self.entered.emit(self.line_id))
        self.english.word_kept.connect(self.word_kept)
        self.english.crossed.connect(lambda by: self.crossed.emit(self.line_id, by))

    def _arrange(self) -> None:
        doubt = QHBoxLayout()
        doubt.setSpacing(6)
        doubt.addWidget(self._doubt_icon)
        doubt.addWidget(self._doubt)
        doubt.addWidget(self._write)
        doubt.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(14, 6, 14, 6)
        right.setSpacing(0)
        right.addLayout(doubt)
        right.addWidget(self.chinese)
        right.addStretch(1)
        left = QVBoxLayout()
        left.setContentsMargins(14, 6, 14, 6)
        left.addWidget(self.english)
        left.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 1)
        grid.setSpacing(0)
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addWidget(self._below, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def show_line(
        self, line: Line, findings: list[Finding], labels: Mapping[str, str], meanings: Mapping[str, str], *,
        writable: bool,
    ) -> None:  # fmt: skip
        """Show a paragraph as it stands, with its open findings.

        `labels` are the words for values nobody has given, `meanings` the Chinese ones for the meaning beside it.
        """
        self.english.show_text(line.text)
        self.chinese.show_text(line.gloss)
        marks = [
            Mark(s.start, s.end, "missing", label=labelled(s.name, labels))
            if s.name in line.missing
            else Mark(s.start, s.end, "value")
            for s in line.spans
        ]
        marks += [
            Mark(f.start, f.end, f.severity.value, f.category == "spelling", f.suggestions)
            for f in findings
            if f.end > f.start
        ]
        self.english.show_marks(tuple(marks))
        self.chinese.show_marks(
            tuple(Mark(*gap.span(), "missing", label=labelled(gap[1], meanings)) for gap in GAP.finditer(line.gloss))
        )
        self.english.setReadOnly(not writable)
        self.chinese.setReadOnly(not writable)
        self.english.setAccessibleName(self.tr("To send"))
        self.chinese.setAccessibleName(self.tr("Meaning"))
        doubt = {DIFFERS: self.tr("Meaning may differ"), NONE: self.tr("Written by hand, no meaning yet")}
        self._doubt.setText(doubt.get(line.meaning, ""))
        self._doubt.setVisible(line.meaning in doubt and writable)
        self._write.setText(self.tr("Write it"))
        self._write.setVisible(line.meaning == NONE and writable)
        self._doubt_icon.setVisible(line.meaning in doubt and writable)

    def show_below(self, widgets: list[FillRow | IssueCard]) -> None:
        """Put what is asked and what is wrong below the pair."""
        items = [self._extras.itemAt(at) for at in range(self._extras.count())]
        present = [item.widget() for item in items if item is not None]
        if present != widgets:
            for old in present:
                if old not in widgets and old is not None:
                    self._extras.removeWidget(old)
            for at, widget in enumerate(widgets):
                self._extras.insertWidget(at, widget)
                widget.show()
        self._below.setVisible(bool(widgets))
        self._on = bool(widgets)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = active()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self._on:
            painter.fillRect(rect, colors.color("accentsoft"))
        painter.setPen(Qt.PenStyle.NoPen)
        pair = rect.height() - (self._below.height() if self._below.isVisible() else 0)
        painter.fillRect(QRectF(rect.width() / 2, 0, 1, pair), colors.color("line"))
        if not self.last:
            painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), colors.color("grid"))
        painter.end()
