"""The first run: a place to drop files, three starts, which files are known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.cases.words import CaseWords
from claimdesk.ui.today.defect_card import Gauge
from claimdesk.ui.today.illustration import Illustration
from claimdesk.ui.today.start_steps import StartSteps
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import empty_layout

if TYPE_CHECKING:
    from claimdesk.core.health.defect_rates import DefectLimit
    from claimdesk.core.records.imports import FormatInfo
    from claimdesk.ui.context import WindowContext


_TALL = 720  # px from which everything has room


class DropArea(QFrame):
    """`dropped(paths)`, `asked` for a choice of files, `pasted` for what was copied."""

    dropped = Signal(list)
    asked = Signal()
    pasted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dropArea")
        self.setProperty("frame", "drop")
        self.setAcceptDrops(True)
        self._title = Plain("", "pane")
        self._words = Plain("", "body", "text2")
        self._choose = PrimaryButton("", "folder-open", "Ctrl O")
        self._choose.setObjectName("chooseFiles")
        self._choose.clicked.connect(self.asked)
        self._paste = PlainButton("", "clipboard-text", "Ctrl V")
        self._paste.setObjectName("pasteTable")
        self._paste.clicked.connect(self.pasted)
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch(1)
        self._picture = Illustration()
        for widget in (self._picture, self._title, self._words):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.insertSpacing(2, 4)
        column.addSpacing(10)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._paste)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)

    def show_picture(self, shown: bool) -> None:
        """With or without the picture of what happens."""
        self._picture.setVisible(shown)

    def retranslate(self) -> None:
        """Texts in the language shown."""
        self._title.setText(self.tr("Drop your order files here"))
        self._words.setText(self.tr("Excel, CSV and tab-separated text; Chinese encodings and columns are recognised"))
        self._choose.setText(self.tr("Choose files"))
        self._paste.setText(self.tr("Paste a table"))
        for button in (self._choose, self._paste):
            button.updateGeometry()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)


class FirstRun(QWidget):
    """`sample_asked` when the sample shop is wanted; everything else goes by the context's signals."""

    sample_asked = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("firstRun")
        self._ctx = ctx
        self._words_of = CaseWords(ctx, self)
        self._formats: tuple[FormatInfo, ...] = ()
        self._title, self._words = Plain("", "title"), Plain("", "body", "text2")
        self._sample = PlainButton("", "sparkle")
        self._sample.setObjectName("sampleButton")
        self._sample.clicked.connect(self.sample_asked)
        self.drop = DropArea()
        self.drop.dropped.connect(ctx.import_files)
        self.drop.pasted.connect(ctx.paste)
        self.drop.asked.connect(lambda: ctx.show_screen.emit("import"))
        self.steps = StartSteps()
        self.steps.import_asked.connect(lambda: ctx.show_screen.emit("import"))
        self.steps.export_asked.connect(lambda: ctx.show_guide.emit("exporting"))
        self.steps.profile_asked.connect(lambda: ctx.show_screen.emit("settings"))
        self.steps.case_asked.connect(lambda: ctx.new_case.emit(0))
        self._known_title = Plain("", "section")
        self._known = QVBoxLayout()
        self._known.setSpacing(0)
        self._rate_title, self._rate_words = Plain("", "section"), Plain("", "table", "text2", wrap=True)
        self._gauges = QVBoxLayout()
        self._gauges.setSpacing(0)
        self._limits: tuple[DefectLimit, ...] = ()
        self._offline_title, self._offline = Plain("", "section"), Plain("", "table", "text2", wrap=True)
        self._restore_title, self._restore_words = Plain("", "section"), Plain("", "table", "text2", wrap=True)
        self.restore = PlainButton("", "clock-counter-clockwise")
        self.restore.setObjectName("firstRestore")
        self.restore.clicked.connect(ctx.choose_backup)
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 18, 24, 18)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._words)
        head.addLayout(words)
        head.addStretch(1)
        head.addWidget(self._sample)
        left = QVBoxLayout()
        left.setSpacing(20)
        left.addWidget(self.drop, 1)
        left.addWidget(self.steps)
        self._right = right = QVBoxLayout()
        right.addWidget(self._known_card())
        self._rates = self._rate_card()
        right.addWidget(self._rates)
        right.addWidget(self._restore_card())
        right.addWidget(self._offline_card())
        right.addStretch(1)
        side = QWidget()
        side.setFixedWidth(388)
        side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 20)
        row.setSpacing(20)
        row.addLayout(left, 1)
        row.addWidget(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row, 1)

    def _known_card(self) -> QWidget:
        card = Card(padding=0)
        card.body.setContentsMargins(20, 14, 20, 16)
        card.body.addWidget(self._known_title)
        card.body.addSpacing(6)
        card.body.addLayout(self._known)
        return card

    def _rate_card(self) -> QWidget:
        card = Card(padding=0)
        card.setObjectName("firstRates")
        card.body.setContentsMargins(20, 14, 20, 10)
        card.body.addWidget(self._rate_title)
        card.body.addWidget(self._rate_words)
        card.body.addSpacing(4)
        card.body.addLayout(self._gauges)
        return card

    def _restore_card(self) -> QWidget:
        card = Card(padding=0)
        card.body.setContentsMargins(20, 14, 20, 16)
        card.body.addWidget(self._restore_title)
        card.body.addSpacing(4)
        card.body.addWidget(self._restore_words)
        card.body.addSpacing(10)
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addStretch(1)
        card.body.addLayout(row)
        card.setVisible(self._ctx.keeping is not None)
        return card

    def _offline_card(self) -> QWidget:
        card = Card(padding=0)
        card.body.setContentsMargins(20, 14, 20, 16)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Icon("cloud-slash", "text3", 16))
        row.addWidget(self._offline_title)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addSpacing(4)
        card.body.addWidget(self._offline)
        return card

    def show_formats(self, formats: tuple[FormatInfo, ...]) -> None:
        """The files that are recognised without mapping."""
        self._formats = formats
        self._show_known()

    def show_limits(self, limits: tuple[DefectLimit, ...]) -> None:
        """The platforms whose defect rate will be watched."""
        if limits == self._limits:
            return
        self._limits = limits
        empty_layout(self._gauges)
        for limit in limits:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            name = Plain(self._words_of.platform(limit.platform), "table", "text2")
            name.setFixedWidth(84)
            line.addWidget(name)
            line.addWidget(Gauge(None), 1)
            self._gauges.addWidget(row)

    def show_sample(self, offered: bool) -> None:
        """Offer the sample shop, or not."""
        self._sample.setVisible(offered)

    def retranslate(self) -> None:
        """Texts in the language shown."""
        self._title.setText(self.tr("Welcome to ClaimDesk"))
        self._words.setText(self.tr("Once your orders are here, this page lists the deadline of every claim, return and "
                                    "chargeback, and what to do next."))  # fmt: skip
        self._sample.setText(self.tr("Look around with sample data"))
        self._sample.updateGeometry()
        self.drop.retranslate()
        self.steps.retranslate()
        self._known_title.setText(self.tr("Files recognised as they are"))
        self._rate_title.setText(self.tr("Order defect rate"))
        self._rate_words.setText(self.tr("Counted from your orders, against the limit of the platform"))
        limits, self._limits = self._limits, ()
        self.show_limits(limits)
        self._restore_title.setText(self.tr("Restore from a backup"))
        self._restore_words.setText(self.tr("A new computer, or installed anew? A backup brings back every order, case and "
                                            "template."))  # fmt: skip
        self.restore.setText(self.tr("Choose a backup"))
        self.restore.updateGeometry()
        self._offline_title.setText(self.tr("Entirely offline"))
        self._offline.setText(self.tr("Your data lies in one folder on this computer. Nothing is uploaded, and no account "
                                      "is needed."))  # fmt: skip
        self._show_known()

    def _show_known(self) -> None:
        empty_layout(self._known)
        for words in self._known_words():
            self._known.addWidget(_line("check", "ok", words, "text"))
        other = self.tr("Other tables: columns are matched by their headings, and you check them")
        self._known.addWidget(_line("plus", "text3", other, "text2"))

    def _known_words(self) -> list[str]:
        """The platform with most kinds of reports, those with several, those with one, ERP programs."""
        language = self._ctx.language
        by_platform: dict[str, list[str]] = {}
        for known in self._formats:
            by_platform.setdefault(known.platform, []).append(known.title.get(language))
        erp = by_platform.pop("erp", [])
        several = sorted((-len(titles), platform) for platform, titles in by_platform.items() if len(titles) > 1)
        single = [
            self._words_of.platform(platform) if platform != "other" else titles[0]
            for platform, titles in by_platform.items() if len(titles) == 1
        ]  # fmt: skip
        comma, lines = self.tr(", "), []
        if several:
            most, platform = several[0]
            lines.append(self.tr("{0}, {1} kinds of reports").format(self._words_of.platform(platform), -most))
        if several[1:]:
            names = comma.join(self._words_of.platform(platform) for _, platform in several[1:])
            lines.append(self.tr("{0}: up to {1} kinds each").format(names, -several[1][0]))
        return lines + [comma.join(titles) for titles in (single, erp) if titles]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window what only looks ahead makes room for what helps to begin."""
        super().resizeEvent(event)
        tall = self.height() >= _TALL
        self._rates.setVisible(tall)
        self._right.setSpacing(16 if tall else 10)
        self.drop.show_picture(tall)


def _line(icon: str, ink: str, words: str, tone: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 3, 0, 3)
    row.setSpacing(10)
    row.addWidget(Icon(icon, ink, 18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Plain(words, "body", tone, wrap=True), 1)
    return line
