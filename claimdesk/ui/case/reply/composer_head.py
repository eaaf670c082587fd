"""The head of the paired grid: which language goes out and how long it is, and whether every paragraph has its meaning."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from claimdesk.ui.case.reply.writing import PAIRED, Writing
from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import fill, text_width

_LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "it": "Italiano", "ja": "日本語"}

_BESIDE = 28 + 3 * 8 + 2  # margins and gaps of a half


class ComposerHead(QFrame):
    """Two titles on a ground that is round at the top."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(32)
        self._count = 0
        self._left, self._left_aside = Plain("", "chip"), Plain("", "secondary", elide=True)
        self.count = Plain("", "secondary")
        self.count.setObjectName("characterCount")
        self._right, self._right_aside = Plain("", "chip"), Plain("", "secondary", elide=True)
        self._paired_icon, self.paired = Icon("check-circle", "ok", 14), Plain("", "secondary", "ok")
        self.paired.setObjectName("pairedCount")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        halves: tuple[tuple[QWidget, ...], ...] = (
            (self._left, self._left_aside, self.count),
            (self._right, self._right_aside, self._paired_icon, self.paired),
        )
        for parts in halves:
            half = QWidget()
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # as wide as the other
            inner = QHBoxLayout(half)
            inner.setContentsMargins(14, 0, 14, 0)
            inner.setSpacing(8)
            for at, part in enumerate(parts):
                inner.addWidget(part, int(at == 1))
            row.addWidget(half, 1)

    def show_writing(self, writing: Writing, *, writable: bool) -> None:
        """The titles, the length against the platform's limit, and how many paragraphs are paired."""
        self._left.setText(language_words(writing.draft.language))
        self._left_aside.setText(self.tr("to send"))
        self._right.setText(self.tr("Chinese meaning"))
        length, limit = len(writing.text), writing.draft.limit
        self.count.setText(f"{length:,} / {limit:,}" if limit else f"{length:,}")
        over = limit and length > limit
        near = limit and length >= 0.9 * limit
        self.count.set_ink("danger" if over else "warn" if near else "text2")
        lines = [line for line in writing.lines if line.text.strip()]
        paired = bool(lines) and all(line.meaning == PAIRED and line.gloss.strip() for line in lines)
        self._count = len(lines)
        for part in (self.paired, self._paired_icon):
            part.setVisible(paired and writable)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """How many paragraphs are paired, in as many words as the half has room for."""
        count = self._count
        words = self.tr("1 paragraph paired") if count == 1 else self.tr("{0} paragraphs paired").format(count)
        beside = self._right.sizeHint().width() + self._paired_icon.sizeHint().width() + _BESIDE
        fits = beside + text_width(words, role_font("secondary")) <= self.width() / 2
        self.paired.setText(words if fits else self.tr("{0} paired").format(count))
        self.paired.setToolTip("" if fits else words)
        aside = self.tr("for you to read")
        room = self.width() / 2 - beside - self.paired.sizeHint().width() * (not self.paired.isHidden())
        self._right_aside.setText(aside if text_width(aside, role_font("secondary")) <= room else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.setClipRect(box)
        fill(painter, box.adjusted(0, 0, 0, 8), active().color("surface2"), 7)
        painter.fillRect(QRectF(box.width() / 2, 0, 1, box.height()), active().color("line"))
        painter.end()


def language_words(language: str) -> str:
    """What a reply language is called."""
    if language == "en":
        return QCoreApplication.translate("Composer", "English")
    return _LANGUAGES.get(language, language)
