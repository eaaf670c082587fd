"""What is wrong under a paragraph: the reason, a safer wording in both languages, Use this or Keep mine."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.core.records.replies import Finding, Severity
from claimdesk.ui.case.reply.rewording import removable, wording_of
from claimdesk.ui.case.typing_field import TypingField
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import fill, outline

_LOOK = {
    Severity.BLOCK: ("x-circle-fill", "danger", "dangerline"),
    Severity.WARN: ("warning-fill", "warn", "warnline"),
    Severity.HINT: ("info", "text2", "line2"),
}


class IssueCard(QFrame):
    """`used` when the suggestion is taken, `kept(reason)` when the operator keeps her own words."""

    used = Signal()
    kept = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("issueCard")
        self._finding: Finding | None = None
        self._icon = Icon("x-circle-fill", "danger", 18)
        self._title = Plain("", "strong", wrap=True)
        self._why = Plain("", "table", wrap=True)
        self._label = Plain("", "table", "text2")
        self._wording = Plain("", "table", wrap=True)
        self._meaning = Plain("", "table", "text2", wrap=True)
        self._use = PrimaryButton("", "", "Alt ↵", small=True)
        self._use.setObjectName("useSuggestion")
        self._use.clicked.connect(self.used)
        self._keep = PlainButton("", small=True)
        self._keep.setObjectName("keepMine")
        self._keep.clicked.connect(self._on_keep)
        self._reason = TypingField()
        self._reason.setObjectName("keepReason")
        self._reason.setProperty("small", True)
        self._reason.returnPressed.connect(self._on_keep)
        self._arrange()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._why)
        words.addSpacing(2)
        words.addWidget(self._label)
        words.addWidget(self._wording)
        words.addWidget(self._meaning)
        words.addWidget(self._reason)
        buttons = QVBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self._use)
        buttons.addWidget(self._keep)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 10)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(buttons)

    @property
    def finding(self) -> Finding | None:
        """The finding shown."""
        return self._finding

    def show_finding(self, finding: Finding, title: str, language: str, letter: str) -> None:
        """Show one finding of a letter in the language `letter`."""
        fresh = self._finding is None or (self._finding.rule, self._finding.excerpt) != (finding.rule, finding.excerpt)
        self._finding = finding
        icon, ink, _ = _LOOK[finding.severity]
        self._icon.set(icon, ink)
        self._title.setText(title)
        self._title.set_ink(ink)
        self._why.setText(finding.why.get(language))
        wording = wording_of(finding, letter)
        self._label.setText(self.tr("Suggested:"))
        instead = ", ".join(finding.suggestions)
        self._wording.setText(wording.en if wording else instead or finding.fix.get(language))
        self._meaning.setText(wording.zh if wording else "")
        self._use.setText(
            self.tr("Use this")
            if wording
            else self.tr("Use “{0}”").format(finding.suggestions[0])
            if instead
            else self.tr("Leave it out")
        )
        self._keep.setText(self.tr("Keep mine"))
        self._reason.setPlaceholderText(self.tr("Why it is right here (kept in the timeline)"))
        self._meaning.setVisible(wording is not None)
        self._use.setVisible(wording is not None or bool(instead) or removable(finding))
        if fresh:
            self._reason.clear()
            self._reason.hide()
        width = max(self._use.sizeHint().width(), self._keep.sizeHint().width(), 108)
        self._use.setFixedWidth(width)
        self._keep.setFixedWidth(width)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = _LOOK[self._finding.severity][2] if self._finding else "line"
        fill(painter, QRectF(self.rect()), active().color("surface"), 6)
        outline(painter, QRectF(self.rect()), active().color(line), 6)
        painter.end()

    def _on_keep(self) -> None:
        """An error asks for a reason first; anything less is kept at once."""
        if self._finding is None:
            return
        if self._finding.severity is not Severity.BLOCK:
            self.kept.emit(self._reason.text().strip())
        elif self._reason.isHidden():
            self._reason.show()
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._reason.text().strip():
            self.kept.emit(self._reason.text().strip())
