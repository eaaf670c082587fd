"""One finding of the message check: how grave, what it is about, why, what to write, and who says so."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimdesk.core.records.replies import Finding, Severity
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import LinkButton, PlainButton
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import fill, outline

# Icon, colour of its words, colour of its border.
LOOKS = {
    Severity.BLOCK: ("x-circle-fill", "danger", "dangerline"),
    Severity.WARN: ("warning-fill", "warn", "warnline"),
    Severity.HINT: ("info", "text2", "line2"),
}


_WORDS = 3  # other spellings offered; the likeliest come first


class FindingRow(QAbstractButton):
    """A click shows where in the text it is. `respelt(word)` and `word_kept` answer a word that looks misspelt."""

    respelt = Signal(str)
    word_kept = Signal()

    def __init__(self, finding: Finding, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self.setObjectName("findingRow")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # as narrow as the words wrap
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, True)
        icon, ink, _ = LOOKS[finding.severity]
        excerpt = " ".join(finding.excerpt.split())
        name = f"“{excerpt}”" if excerpt else self._severity_words(finding.severity)
        self.setAccessibleName(f"{self._severity_words(finding.severity)}: {excerpt}. {finding.why.get(language)}")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Plain(name, "strong", ink, wrap=True))
        words.addWidget(Plain(finding.why.get(language), "table", wrap=True))
        if finding.fix.get(language):
            words.addWidget(Plain(finding.fix.get(language), "table", "text2", wrap=True))
        if finding.source:
            words.addWidget(Plain(self.tr("Source: {0}").format(finding.source), "secondary", "text3", wrap=True))
        if finding.category == "spelling":
            words.addSpacing(4)
            words.addLayout(self._other_words(finding))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 10)
        row.setSpacing(10)
        row.addWidget(Icon(icon, ink, 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for label in self.findChildren(Plain):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, True)

    def _other_words(self, finding: Finding) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for word in finding.suggestions[:_WORDS]:
            button = PlainButton(word, small=True)
            button.setObjectName("otherWord")
            button.setAccessibleName(self.tr("Use “{0}”").format(word))
            button.clicked.connect(lambda _=False, one=word: self.respelt.emit(one))
            row.addWidget(button)
        keep = LinkButton(self.tr("Add to my words"))
        keep.setObjectName("keepWord")
        keep.clicked.connect(self.word_kept)
        row.addWidget(keep)
        row.addStretch(1)
        return row

    def _severity_words(self, severity: Severity) -> str:
        return {
            Severity.BLOCK: self.tr("Error"), Severity.WARN: self.tr("Warning"), Severity.HINT: self.tr("Hint"),
        }[severity]  # fmt: skip

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        fill(painter, box, theme.color("hover" if self.underMouse() else "surface"), 6)
        line = "accent" if self.hasFocus() else LOOKS[self._finding.severity][2]
        outline(painter, box, theme.color(line), 6)
        painter.end()
