"""Above the options of a question: the messages that its likely answer is read from, with the telling words tinted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.core.records.messages import Channel, Speaker
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets import times
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.cards import Card, Line
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import fill
from claimdesk.ui.widgets.tall import empty_layout
from claimdesk.ui.widgets.tinted import Piece, TintedText

if TYPE_CHECKING:
    from claimdesk.core.cases.quotes import Quote
    from claimdesk.ui.context import WindowContext

_SHOWN: Final = 320  # characters of one message; the thread has the rest
_BEFORE: Final = 80  # of those, what may stand before the first telling words
_WHO: Final = 104


class _Head(QWidget):
    """A ground that is round at the top."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(box)
        fill(painter, box.adjusted(0, 0, 0, 8), active().color("surface2"), 7)
        painter.end()


class FoundCard(Card):
    """`thread_asked` when the whole thread is wanted."""

    thread_asked = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self._ctx = ctx
        self.setObjectName("foundInMessages")
        self._title = Plain("", "strong")
        self.open_thread = LinkButton()
        self.open_thread.setObjectName("showThread")
        self.open_thread.clicked.connect(self.thread_asked)
        self._answered = Chip("", "ok", "check")
        self._answered.setObjectName("answeredIn")
        ground = _Head()
        head = QHBoxLayout(ground)
        head.setContentsMargins(14, 7, 12, 7)
        head.setSpacing(8)
        head.addWidget(Icon("chat-text", "text2", 16))
        head.addWidget(self._title)
        head.addWidget(self.open_thread)
        head.addStretch(1)
        head.addWidget(self._answered)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.addWidget(ground)
        self.body.addLayout(self._rows)
        self.hide()

    def show_quotes(self, quotes: Sequence[Quote]) -> None:
        """Show these messages, oldest first; nothing at all where there is none."""
        empty_layout(self._rows)
        self.setVisible(bool(quotes))
        self._title.setText(self.tr("Found in your messages"))
        self.open_thread.setText(self.tr("Show the thread"))
        self.open_thread.updateGeometry()
        for quote in quotes:
            self._rows.addWidget(Line(soft=True))
            self._rows.addWidget(self._row(quote))
        answered = self._answered_words(quotes)
        self._answered.set(answered)
        self._answered.setVisible(bool(answered))

    def _row(self, quote: Quote) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(14, 8, 14, 9)
        line.setSpacing(12)
        said = QWidget()
        said.setFixedWidth(_WHO)
        who = QVBoxLayout(said)
        who.setContentsMargins(0, 0, 0, 0)
        who.setSpacing(0)
        buyer = quote.message.speaker is Speaker.BUYER
        who.addWidget(Plain(self.tr("Buyer") if buyer else self.tr("You"), "strong"))
        who.addWidget(Plain(self._when(quote), "secondary", "text3", wrap=True))
        line.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(TintedText(tuple(pieces(quote))), 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _when(self, quote: Quote) -> str:
        message = quote.message
        if message.at is None and message.channel is Channel.QUOTED:
            return self.tr("no date")
        return times.moment_text(message.when, self._ctx.language, zone=self._ctx.home)

    def _answered_words(self, quotes: Sequence[Quote]) -> str:
        """How long the answer took, where both times are known to the minute."""
        asked = next((q.message for q in quotes if q.message.speaker is Speaker.BUYER), None)
        told = next((q.message for q in quotes if q.message.speaker is Speaker.SHOP), None)
        if asked is None or told is None or not isinstance(asked.at, datetime) or not isinstance(told.at, datetime):
            return ""
        took = told.at - asked.at
        return self.tr("answered in {0}").format(times.span_text(took, self._ctx.language)) if took.days >= 0 else ""


def pieces(quote: Quote) -> Iterator[Piece]:
    """The words of a message in one line, the telling ones marked; a long one is cut around the first of them."""
    text = quote.message.text.rstrip()
    first = quote.marks[0][0] if quote.marks else 0
    start = 0 if first <= _BEFORE else text.rfind(" ", 0, first - _BEFORE // 2) + 1
    stop = min(len(text), start + _SHOWN)
    if start:
        yield Piece("… ")
    at = start
    for begin, end in quote.marks:
        if begin >= stop:
            break
        if begin > at:
            yield Piece(_plain(text[at:begin]))
        yield Piece(_plain(text[begin : min(end, stop)]), "value")
        at = min(end, stop)
    if at < stop:
        yield Piece(_plain(text[at:stop]))
    if stop < len(text):
        yield Piece("…")


def _plain(text: str) -> str:
    return "".join(" " if one.isspace() else one for one in text)
