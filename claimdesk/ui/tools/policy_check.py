"""The message check on any text: who it is for, where and in which language; what is wrong, why, and what to write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from claimdesk.core.records.replies import Audience, Finding, Severity
from claimdesk.ui.cases.words import CaseWords
from claimdesk.ui.tokens import active
from claimdesk.ui.tools.finding_row import LOOKS, FindingRow
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.fields import Segments
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import TallPage, empty_layout, scrolled

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.ui.context import WindowContext

_AFTER = 250  # ms after the last key
_SHOWN = 60  # cards; whoever has more mends these first


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the check."""

    text: str
    audience: Audience
    platform: str
    language: str


def check(desk: Desk, asked: Asked) -> tuple[tuple[Finding, ...], int]:
    """What the rules say, and how many are switched off; nothing of an empty text, which is not a message yet."""
    off = len(desk.policy.off_here(asked.platform, asked.audience))
    if not asked.text.strip():
        return (), off
    return desk.policy.check(asked.text, audience=asked.audience, platform=asked.platform, language=asked.language), off


class PolicyCheckDialog(QDialog):
    """May stay open beside the work. Nothing typed here is kept."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._words = CaseWords(ctx, self)
        self._found: tuple[Finding, ...] = ()
        self._of: Asked | None = None
        self._off = 0  # rules that the owner has switched off
        self.setObjectName("policyCheck")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        self.resize(980, 640)
        self._title, self._hint = Plain("", "pane"), Plain("", "body", "text2", wrap=True)
        self.audience = Segments()
        self.audience.setObjectName("checkAudience")
        self.platform, self.language = QComboBox(), QComboBox()
        self.platform.setObjectName("checkPlatform")
        self.language.setObjectName("checkLanguage")
        self.text = QPlainTextEdit()
        self.text.setObjectName("checkText")
        self.text.setTabChangesFocus(True)
        self._summary = Plain("", "strong")
        self._summary.setObjectName("checkSummary")
        self._page = TallPage()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self.copy_findings, self.copy_text = PlainButton("", "copy"), PlainButton("", "copy")
        self.copy_findings.setObjectName("copyFindings")
        self.copy_text.setObjectName("copyText")
        self.close_button = PrimaryButton("")
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_AFTER)
        self._arrange()
        self._fill()
        self._connect()
        self.retranslate()
        self.text.setFocus()

    def _arrange(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(10)
        for widget in (self.audience, self.platform, self.language):
            choices.addWidget(widget)
        choices.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(choices)
        left.addWidget(self.text, 1)
        right = QVBoxLayout()
        right.setSpacing(10)
        self._summary.setFixedHeight(30)
        right.addWidget(self._summary)
        right.addWidget(scrolled(self._page), 1)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addLayout(left, 5)
        body.addLayout(right, 4)
        top = QVBoxLayout()
        top.setContentsMargins(24, 18, 16, 12)
        top.setSpacing(4)
        top.addWidget(self._title)
        top.addWidget(self._hint)
        top.addSpacing(8)
        top.addLayout(body, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(8)
        foot.addWidget(self.copy_text)
        foot.addWidget(self.copy_findings)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top, 1)
        column.addWidget(Line())
        column.addLayout(foot)

    def _fill(self) -> None:
        desk = self._ctx.desk
        places = desk.deadlines.marketplaces.all() if desk is not None else ()
        for platform in dict.fromkeys(place.platform for place in places):
            self.platform.addItem(platform, platform)
        languages = dict.fromkeys(("en", "zh", *(place.language for place in places)))
        for language in languages:
            self.language.addItem(language, language)

    def _connect(self) -> None:
        self._wait.timeout.connect(self._check)
        self.text.textChanged.connect(self._wait.start)
        self.audience.chosen.connect(lambda _: self._check())
        self.platform.activated.connect(lambda _: self._check())
        self.language.activated.connect(lambda _: self._check())
        self.copy_findings.clicked.connect(self._copy_findings)
        self.copy_text.clicked.connect(lambda: self._copy(self.text.toPlainText()))
        self.close_button.clicked.connect(self.accept)

    def changeEvent(self, event: QEvent) -> None:
        """Another language, or another look."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._underline()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.setWindowTitle(self.tr("Policy check on any text"))
        self._title.setText(self.tr("Policy check on any text"))
        self._hint.setText(
            self.tr("Paste or type a message: every rule of the platform is tried at once. Nothing is kept.")
        )
        self.audience.set_choices((("buyer", self.tr("To the buyer")), ("platform", self.tr("To the platform"))))
        self.audience.set_value(self.audience.value or "buyer")
        self.audience.setAccessibleName(self.tr("Who will read it"))
        self.platform.setAccessibleName(self.tr("Platform"))
        self.language.setAccessibleName(self.tr("Language of the text"))
        for at in range(self.platform.count()):
            self.platform.setItemText(at, self._words.platform(self.platform.itemData(at)))
        for at in range(self.language.count()):
            self.language.setItemText(at, self._language_name(self.language.itemData(at)))
        self.text.setPlaceholderText(self.tr("The message to check"))
        self.text.setAccessibleName(self.tr("The message to check"))
        self.copy_text.setText(self.tr("Copy text"))
        self.copy_findings.setText(self.tr("Copy findings"))
        self.close_button.setText(self.tr("Close"))
        for button in (self.copy_text, self.copy_findings, self.close_button):
            button.updateGeometry()
        self._show(self._found)

    def _language_name(self, code: str) -> str:
        return {
            "en": self.tr("English"), "zh": self.tr("Chinese"), "de": self.tr("German"), "fr": self.tr("French"),
            "es": self.tr("Spanish"), "it": self.tr("Italian"), "ja": self.tr("Japanese"), "nl": self.tr("Dutch"),
            "pt": self.tr("Portuguese"), "pl": self.tr("Polish"), "sv": self.tr("Swedish"), "th": self.tr("Thai"),
            "vi": self.tr("Vietnamese"), "id": self.tr("Indonesian"), "tr": self.tr("Turkish"), "ar": self.tr("Arabic"),
        }.get(code, code)  # fmt: skip

    # checking

    def _check(self) -> None:
        self._wait.stop()
        desk = self._ctx.desk
        if desk is None:
            return
        asked = Asked(self.text.toPlainText(), Audience(self.audience.value), str(self.platform.currentData()),
                      str(self.language.currentData()))  # fmt: skip
        self._of = asked
        self._ctx.jobs.run(lambda _: check(desk, asked), owner=self, done=lambda found: self._take(asked, found),
                           lane="reading")  # fmt: skip

    def _take(self, asked: Asked, found: tuple[tuple[Finding, ...], int]) -> None:
        if asked is self._of:  # a later question is under way otherwise
            self._off = found[1]
            self._show(found[0])

    def _show(self, found: tuple[Finding, ...]) -> None:
        self._found = found
        empty_layout(self._column)
        language = self._ctx.language
        for finding in found[:_SHOWN]:
            row = FindingRow(finding, language)
            row.clicked.connect(lambda _=False, one=finding: self._select(one))
            row.respelt.connect(lambda word, one=finding: self._respell(one, word))
            row.word_kept.connect(lambda one=finding: self._keep_word(one))
            self._column.addWidget(row)
        if len(found) > _SHOWN:
            self._column.addWidget(Plain(self.tr("and {0} more").format(len(found) - _SHOWN), "secondary", "text3"))
        self._column.addStretch(1)
        self._summary.setText(self._summary_words())
        self._summary.set_ink(LOOKS[_worst(found)][1] if found else "text2")
        self.copy_findings.setEnabled(bool(found))
        self.copy_text.setEnabled(bool(self.text.toPlainText().strip()))
        self._underline()

    def _summary_words(self) -> str:
        if not self.text.toPlainText().strip():
            return ""
        if not self._found:
            return self._with_off(self.tr("No rule speaks against it."))
        errors = sum(finding.severity is Severity.BLOCK for finding in self._found)
        warnings = sum(finding.severity is Severity.WARN for finding in self._found)
        return self._with_off(self.tr("Errors: {0}, warnings: {1}, hints: {2}").format(
            errors, warnings, len(self._found) - errors - warnings
        ))  # fmt: skip

    def _with_off(self, words: str) -> str:
        if not self._off:
            return words
        off = self.tr("1 rule is off") if self._off == 1 else self.tr("{0} rules are off").format(self._off)
        return f"{words} · {off}"

    def _cursor(self, finding: Finding) -> QTextCursor:
        # Qt counts in UTF-16 units, the check in characters.
        text = self.text.toPlainText()
        cursor = self.text.textCursor()
        cursor.setPosition(min(_units(text[: finding.start]), _units(text)))
        cursor.setPosition(min(_units(text[: finding.end]), _units(text)), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _underline(self) -> None:
        marks = []
        for finding in self._found[:_SHOWN]:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(finding)
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(active().color(LOOKS[finding.severity][1]))
            mark.format = look
            marks.append(mark)
        self.text.setExtraSelections(marks)

    def _select(self, finding: Finding) -> None:
        self.text.setTextCursor(self._cursor(finding))
        self.text.ensureCursorVisible()
        self.text.setFocus()

    def _respell(self, finding: Finding, word: str) -> None:
        """Another word for a misspelt one; Ctrl+Z in the text takes it back."""
        cursor = self._cursor(finding)
        if cursor.selectedText() == finding.excerpt:  # typed on meanwhile otherwise
            cursor.insertText(word)
            self._check()
        self.text.setFocus()

    def _keep_word(self, finding: Finding) -> None:
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(
                lambda _: desk.policy.add_word(finding.excerpt), owner=self, done=lambda _: self._check()
            )
        self.text.setFocus()

    # copying

    def _copy_findings(self) -> None:
        language = self._ctx.language
        self._copy("\n\n".join(
            "\n".join(part for part in (
                f"{finding.rule}: {finding.excerpt}", finding.why.get(language), finding.fix.get(language),
                self.tr("Source: {0}").format(finding.source) if finding.source else "",
            ) if part)
            for finding in self._found
        ))  # fmt: skip

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)


def _worst(found: tuple[Finding, ...]) -> Severity:
    order = (Severity.BLOCK, Severity.WARN, Severity.HINT)
    return min((finding.severity for finding in found), key=order.index)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
