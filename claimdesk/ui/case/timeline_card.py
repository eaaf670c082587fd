"""The timeline: what happened to the order and in the case, with a place for notes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from claimdesk.ui.case.fold import Fold
from claimdesk.ui.case.order_card import market_zone
from claimdesk.ui.case.typing_field import TypingField
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import key_hint_width, paint_key_hint
from claimdesk.ui.widgets.times import day_text, local_day, two_clocks

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from claimdesk.core.cases.view import CaseView, TimelineEntry
    from claimdesk.ui.context import WindowContext

_ICONS = {
    "placed": "shopping-cart", "shipped": "truck", "first_scan": "truck", "last_scan": "truck",
    "delivered": "check-circle", "cancelled": "x-circle",
    "opened": "scales", "answered": "check", "noted": "note", "notice_read": "envelope-simple", "evidence_added": "paperclip",
    "evidence_removed": "paperclip", "copied": "copy", "sent": "paper-plane-tilt", "finding_accepted": "warning",
    "clock_overridden": "clock", "scenario_changed": "arrows-left-right", "outcome_recorded": "flag-banner",
    "closed": "archive", "reopened": "arrow-counter-clockwise", "undone": "arrow-counter-clockwise",
    "redone": "arrow-clockwise", "refunded": "arrow-u-up-left",
    "return_requested": "arrow-u-down-left", "return_authorised": "arrow-u-down-left", "return_received": "package",
    "claim": "scales", "safe_t": "shield-check", "chargeback": "credit-card", "feedback": "star",
    "message_in": "chat-centered-text", "message_out": "paper-plane-tilt",
    "replacement": "arrows-clockwise", "transaction": "receipt",
}  # fmt: skip


_OF_ORDER = ("placed", "shipped", "first_scan", "last_scan", "delivered", "cancelled", "return_requested",
             "return_authorised", "return_received", "claim", "safe_t", "chargeback", "feedback", "replacement",
             "transaction", "refunded")  # fmt: skip
NOTE_KEYS = "Ctrl Shift N"


class NoteField(TypingField):
    """One line that becomes a note with Enter; Escape leaves it."""

    left = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text() and not self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = key_hint_width(NOTE_KEYS)
            paint_key_hint(painter, QRectF(self.width() - width - 6, (self.height() - 18) / 2, width, 18), NOTE_KEYS)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)


class TimelineCard(Fold):
    """Entries oldest first. `noted(text)` when a note was written, `left` when the field was given up."""

    noted = Signal(str)
    left = Signal()
    notice_asked = Signal(int)  # id of the event

    def __init__(self, ctx: WindowContext, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__("timeline", settings, parent)
        self._ctx = ctx
        self._shown: tuple[object, ...] = ()
        self._zone = ctx.home
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, 18)
        self._grid.setColumnMinimumWidth(1, 46)
        self._grid.setColumnStretch(2, 1)
        self.body.addWidget(self._list)
        self.body.addSpacing(6)
        self.note = NoteField()
        self.note.setObjectName("noteField")
        self.note.setProperty("small", True)
        self.note.returnPressed.connect(self._take_note)
        self.note.left.connect(self.left)
        self.body.addWidget(self.note)

    def show_case(self, view: CaseView) -> None:
        """Show a case's timeline."""
        self.set_title(self.tr("Timeline"))
        self.note.setPlaceholderText(self.tr("Add a note"))
        home = self._ctx.home
        key = (view.timeline, self._ctx.language, local_day(self._ctx.now(), home), home)
        if key == self._shown:
            return
        self._shown = key
        self._zone = market_zone(self._ctx, view.order)
        self._clear()
        for row, entry in enumerate(view.timeline):
            self._add(row, entry)

    def start_note(self) -> None:
        """Put the cursor into the note."""
        self.unfold()
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add(self, row: int, entry: TimelineEntry) -> None:
        language = self._ctx.language
        top = Qt.AlignmentFlag.AlignTop
        accent = entry.kind in ("opened", "sent", "outcome_recorded")
        icon = Icon(_ICONS.get(entry.kind, "circle"), "accenttext" if accent else "text3", 18)
        own = entry.kind in _OF_ORDER
        # The order's days are the marketplace's, as letters name them; what was done here is told by the shop's days.
        zone = self._zone if own else self._ctx.home
        today = not own and local_day(entry.at, zone) == local_day(self._ctx.now(), zone)
        day = Plain(self.tr("Today") if today else day_text(entry.at, language, zone=zone), "table", "text3")
        if isinstance(entry.at, datetime):
            day.setToolTip(two_clocks(entry.at, self._ctx.now(), language, self._ctx.home, self._zone))
        self._grid.addWidget(icon, row, 0, top)
        self._grid.addWidget(day, row, 1, top)
        words = QWidget()
        column = QGridLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setVerticalSpacing(0)
        text = Plain(entry.text.get(language), "table", wrap=True)
        column.addWidget(text, 0, 0)
        if entry.detail is not None:
            detail = Plain(entry.detail.get(language), "secondary", "text3", wrap=True)
            column.addWidget(detail, 1, 0)
        if entry.kind == "notice_read" and entry.event:
            mail = LinkButton(self.tr("Show the text"))
            mail.setObjectName(f"showNotice{entry.event}")
            mail.clicked.connect(lambda _=False, event=entry.event: self.notice_asked.emit(event))
            column.addWidget(mail, 2, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(words, row, 2)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _take_note(self) -> None:
        text = self.note.text().strip()
        if text:
            self.note.clear()
            self.noted.emit(text)
