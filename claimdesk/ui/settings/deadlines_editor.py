"""One deadline rule: what it says and where that is from, and the owner's own ends with their reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from claimdesk.ui.settings.deadlines_words import UNITS, RuleWords, ShownRule
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.cards import Card, Line
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import ScrollPane, TallPage
from claimdesk.ui.widgets.times import moment_text

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext

_MOST = 99_999


class SpanField(QWidget):
    """An amount and its unit."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amount = QLineEdit()
        self.amount.setObjectName(f"{name}-amount")
        self.amount.setValidator(QIntValidator(1, _MOST, self.amount))
        self.amount.setFixedWidth(64)
        self.unit = QComboBox()
        self.unit.setObjectName(f"{name}-unit")
        for unit in UNITS:
            self.unit.addItem(unit, unit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.amount)
        row.addWidget(self.unit, 1)
        self.amount.textChanged.connect(lambda _: self.changed.emit())
        self.unit.currentIndexChanged.connect(lambda _: self.changed.emit())

    @property
    def value(self) -> tuple[int, str]:
        """Amount and unit; 0 where nothing is typed."""
        typed = self.amount.text().strip()
        return int(typed) if typed.isdecimal() else 0, str(self.unit.currentData())

    def show_span(self, amount: int, unit: str) -> None:
        """Show a length."""
        self.amount.setText(str(amount))
        self.unit.setCurrentIndex(max(0, self.unit.findData(unit)))

    def name(self, words: str, units: RuleWords) -> None:
        """What the fields are called."""
        self.amount.setAccessibleName(words)
        self.unit.setAccessibleName(words)
        for at in range(self.unit.count()):
            self.unit.setItemText(at, units.unit(str(self.unit.itemData(at))))


class _AsTallAsItsPage(ScrollPane):
    """Takes the height of its page where there is room, and scrolls where there is less."""

    def __init__(self, page: TallPage) -> None:
        super().__init__()
        self._page = page
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(page)
        page.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(200, self._page.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 80)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A page of another height asks for another place."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)


class RuleEditor(Card):
    """`changed(rule id, safe, outer, reason)` with (amount, unit) pairs; `reset(rule id)`."""

    changed = Signal(str, tuple, tuple, str)
    reset = Signal(str)

    def __init__(self, ctx: WindowContext, words: RuleWords, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=14, gap=2)
        self._ctx, self._words = ctx, words
        self._shown: ShownRule | None = None
        self._fresh = True
        self.setObjectName("ruleEditor")
        self._title, self._id = Plain("", "section", wrap=True), Plain("", "secondary", "text3", wrap=True)
        self._verify = Chip("", "warn", "warning")
        self._facts = QGridLayout()
        self._rows = [(Plain("", "table", "text3"), Plain("", "table", wrap=True)) for _ in range(7)]
        self._own_title, self._own_hint = Plain("", "strong"), Plain("", "secondary", "text2", wrap=True)
        self._own_hint.setObjectName("ruleHint")
        self._labels = [Plain("", "table", "text2") for _ in range(3)]
        self.safe, self.outer = SpanField("rule-safe"), SpanField("rule-outer")
        self.reason = QLineEdit()
        self.reason.setObjectName("rule-reason")
        self.reason.setMaxLength(300)
        self.keep_button, self.reset_button = PrimaryButton(""), PlainButton("", "arrow-counter-clockwise")
        self.keep_button.setObjectName("rule-keep")
        self.reset_button.setObjectName("rule-reset")
        self._edit, self._foot, self._page = QWidget(), QWidget(), TallPage()
        self._arrange()
        for field in (self.safe, self.outer):
            field.changed.connect(self._check)
        self.reason.textChanged.connect(lambda _: self._check())
        self.reason.returnPressed.connect(self._keep)
        self.keep_button.clicked.connect(self._keep)
        self.reset_button.clicked.connect(self._reset)

    def _arrange(self) -> None:
        inside = QVBoxLayout(self._page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        inside.addWidget(self._title)
        inside.addWidget(self._id)
        inside.addWidget(self._verify)
        inside.addSpacing(8)
        self._facts.setHorizontalSpacing(8)
        self._facts.setVerticalSpacing(3)
        self._facts.setColumnMinimumWidth(0, 78)
        self._facts.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(self._rows):
            self._facts.addWidget(name, at, 0)
            self._facts.addWidget(value, at, 1)
        inside.addLayout(self._facts)
        inside.addSpacing(8)
        inside.addWidget(Line())
        inside.addSpacing(8)
        inside.addWidget(self._own_title)
        inside.addWidget(self._own_hint)
        inside.addSpacing(8)
        form = QGridLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(6)
        form.setColumnMinimumWidth(0, 84)
        form.setColumnStretch(1, 1)
        for at, (label, field) in enumerate(zip(self._labels, (self.safe, self.outer, self.reason), strict=True)):
            form.addWidget(label, at, 0)
            form.addWidget(field, at, 1)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 8, 0, 0)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.reset_button)
        foot.addWidget(self.keep_button)
        self._edit.setLayout(form)
        inside.addWidget(self._edit)
        inside.addStretch(1)
        self._scroll = _AsTallAsItsPage(self._page)
        self.body.addWidget(self._scroll)
        self.body.addWidget(self._foot)

    @property
    def rule_id(self) -> str:
        """The rule shown."""
        return self._shown.rule.id if self._shown else ""

    def show_rule(self, shown: ShownRule, platform: str) -> None:
        """Show a rule; what was typed for another one, or before it was changed, is dropped."""
        before = self._shown
        self._fresh = before is None or (before.rule.id, before.own) != (shown.rule.id, shown.own)
        self._shown = shown
        text, words, rule = self._ctx.text, self._words, shown.rule
        self._title.setText(text(rule.title))
        self._id.setText(f"{rule.id} · {platform} · {words.where(rule)}")
        self._verify.set(self.tr("please verify"))
        self._verify.setVisible(rule.confidence == "low")
        facts = [
            (self.tr("Counts from"), text(rule.trigger)),
            (self.tr("Safe"), words.safe(shown.shipped)),
            (self.tr("Latest"), words.outer(shown.shipped)),
            (self.tr("Note"), text(rule.note) if rule.note else ""),
            (self.tr("Source"), rule.source),
            (self.tr("Checked"), f"{rule.checked.isoformat()}, {self._confidence(rule.confidence)}"),
            (self.tr("Alarm"), self.tr("none, it is only shown") if rule.watch else ""),
        ]
        for (name, value), (title, said) in zip(self._rows, facts, strict=True):
            name.setText(title)
            value.setText(said)
            name.setVisible(bool(said))
            value.setVisible(bool(said))
        self._show_own(shown)

    def _confidence(self, confidence: str) -> str:
        return {
            "high": self.tr("confidence high"), "medium": self.tr("confidence medium"), "low": self.tr("confidence low"),
        }.get(confidence, confidence)  # fmt: skip

    def _show_own(self, shown: ShownRule) -> None:
        own = shown.own
        self._own_title.setText(self.tr("Your own ends"))
        for label, words in zip(self._labels, (self.tr("Safe"), self.tr("Latest"), self.tr("Reason")), strict=True):
            label.setText(words)
        self.safe.name(self.tr("Safe"), self._words)
        self.outer.name(self.tr("Latest"), self._words)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Such as: told by the account manager"))
        self.keep_button.setText(self.tr("Use these"))
        self.reset_button.setText(self.tr("Reset"))
        for button in (self.keep_button, self.reset_button):
            button.updateGeometry()
        self._edit.setVisible(shown.editable)
        self._foot.setVisible(shown.editable)
        self.reset_button.setEnabled(own is not None)
        if not shown.editable:
            self._own_hint.setText(
                self.tr("This rule counts from several dates, or ends on a printed day; it cannot be set here.")
            )
            return
        if own is not None:
            when = moment_text(own.at, self._ctx.language, zone=self._ctx.home, year=True)
            self._own_hint.setText(self.tr("Set by you on {0}. Alarms and lists go by it.").format(when))
        else:
            self._own_hint.setText(
                self.tr("Set other ends where you know better; they hold in every region. Reset brings the rule back.")
            )
        if not self._fresh:
            return
        safe, outer = shown.rule.safe, shown.rule.outer or shown.rule.safe
        self.safe.show_span(safe.amount, safe.unit)
        self.outer.show_span(outer.amount, outer.unit)
        self.reason.setText(own.reason if own else "")
        self._check()

    def _check(self) -> None:
        own = self._shown.own if self._shown else None
        said = (self.safe.value, self.outer.value, self.reason.text().strip())
        kept = (
            None if own is None else ((own.safe.amount, own.safe.unit), (own.outer.amount, own.outer.unit), own.reason)
        )
        self.keep_button.setEnabled(bool(said[2]) and min(said[0][0], said[1][0]) > 0 and said != kept)

    def _keep(self) -> None:
        if self._shown is not None and self.keep_button.isEnabled():
            self.changed.emit(self.rule_id, self.safe.value, self.outer.value, self.reason.text().strip())

    def _reset(self) -> None:
        if self._shown is not None and self._shown.own is not None:
            self.reset.emit(self.rule_id)
