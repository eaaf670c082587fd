"""What other files tell of an order: returns, refunds, claims, ratings, each with the file and row that says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import empty_layout
from claimdesk.ui.widgets.times import day_text

if TYPE_CHECKING:
    from claimdesk.core.cases.view import TimelineEntry
    from claimdesk.ui.context import WindowContext

_ICONS = {
    "refunded": "arrow-u-up-left", "return_requested": "arrow-u-down-left", "return_authorised": "arrow-u-down-left",
    "return_received": "package", "claim": "scales", "safe_t": "shield-check", "chargeback": "credit-card",
    "feedback": "star", "replacement": "arrows-clockwise", "transaction": "receipt",
}  # fmt: skip


class EventList(QWidget):
    """The events of one order, the newest first."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orders_events")
        self._ctx = ctx
        self._entries: tuple[TimelineEntry, ...] = ()
        self._zone = "UTC"
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(1, 46)
        self._grid.setColumnStretch(2, 1)

    def show_events(self, entries: Sequence[TimelineEntry], zone: str) -> None:
        """Show these entries, their days those of a zone."""
        self._entries, self._zone = tuple(entries), zone
        self.retranslate()

    @property
    def has_events(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._entries)

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        empty_layout(self._grid)
        language, top = self._ctx.language, Qt.AlignmentFlag.AlignTop
        for row, entry in enumerate(reversed(self._entries)):
            words = QWidget()
            column = QVBoxLayout(words)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(Plain(entry.text.get(language), "table", wrap=True))
            if entry.detail is not None:
                column.addWidget(Plain(entry.detail.get(language), "secondary", "text3", wrap=True))
            self._grid.addWidget(Icon(_ICONS.get(entry.kind, "circle"), "text3", 16), row, 0, top)
            day = day_text(entry.at, language, zone=self._zone)
            self._grid.addWidget(Plain(day, "table", "text3"), row, 1, top)
            self._grid.addWidget(words, row, 2)
