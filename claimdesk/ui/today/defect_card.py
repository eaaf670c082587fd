"""The defect rate of each marketplace against its limit, and what the selected case would do to it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.chart_card import ChartCard
from claimdesk.ui.widgets.charts import RIGHT
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import fill, paint_hatch, paint_text
from claimdesk.ui.widgets.tall import empty_layout
from claimdesk.ui.widgets.times import count_text, day_text, percent_text

if TYPE_CHECKING:
    from claimdesk.core.health.defect_rates import DefectRate
    from claimdesk.core.records.cases import CaseRow
    from claimdesk.ui.cases.words import CaseWords
    from claimdesk.ui.context import WindowContext

_SHOWN = 4
_SCALE = 1.5  # the limit stands at two thirds of the track


class Gauge(QWidget):
    """A bar on a track with the limit as a mark, and the value; hatched is what one more would add. Without a rate, empty."""

    def __init__(self, rate: DefectRate | None, *, one_more: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate, self._one_more = rate, one_more
        self._words = percent_text(rate.share) if rate is not None else self.tr("No data")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._words)

    def sizeHint(self) -> QSize:
        return QSize(240, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), active()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, wide = self.height() / 2, self.width() - 72.0
        fill(painter, QRectF(0, middle - 4, wide, 8), colors.color("surface2"), 4)
        if self._rate is not None:
            self._paint_bar(painter, self._rate, middle, wide)
        painter.fillRect(QRectF(wide / _SCALE - 1, middle - 9, 2, 18), colors.color("text" if self._rate else "text3"))
        font = role_font("strong" if self._rate else "table")
        paint_text(painter, QRectF(self.rect()), self._words, colors.color(self._ink()), font, RIGHT)
        painter.end()

    def _ink(self) -> str:
        rate = self._rate
        if rate is None:
            return "text3"
        return "danger" if rate.more < 0 else "warn" if rate.more < 1 and rate.defects else "text"

    def _paint_bar(self, painter: QPainter, rate: DefectRate, middle: float, wide: float) -> None:
        role = "c6" if rate.more < 0 else "c2" if rate.more < 1 else "c1"
        full = float(rate.rule.limit) * _SCALE
        now = min(1.0, rate.share / full) * wide
        after = min(1.0, rate.with_one_more / full) * wide
        if self._one_more and after > now:
            paint_hatch(painter, QRectF(max(0.0, now - 1), middle - 4, after - now + 1, 8), active().color(role))
        if now:
            fill(painter, QRectF(0, middle - 4, max(now, 4.0), 8), active().color(role), 4)


class DefectCard(ChartCard):
    """Hidden while no marketplace with a limit has orders in its window."""

    def __init__(self, ctx: WindowContext, words: CaseWords, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.setObjectName("defectCard")
        self._words = words
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._what_if = QVBoxLayout()
        self.chart.addLayout(self._rows)
        self.chart.addLayout(self._what_if)
        self.hide()

    def show_rates(self, rates: tuple[DefectRate, ...], picked: CaseRow | None) -> None:
        """Show these, and what one more defect on the order of the picked case would mean."""
        self.setVisible(bool(rates))
        self.title.setText(self.tr("Order defect rate"))
        self.note.setText(self.tr("by order date"))
        self.aside.setText(self.tr("▎limit"))
        empty_layout(self._rows)
        empty_layout(self._what_if)
        mine = next((rate for rate in rates if picked is not None and _is_of(rate, picked)), None)
        shown = rates[:_SHOWN] if mine is None or mine in rates[:_SHOWN] else (*rates[: _SHOWN - 1], mine)
        for rate in shown:
            self._rows.addWidget(self._row(rate, one_more=rate is mine))
        if mine is not None and picked is not None and picked.odr == "unknown":
            self._what_if.addWidget(self._well(mine, picked))
        near = next((rate for rate in rates if rate.more == 0 and rate is not mine), None)
        if near is not None:
            self._what_if.addWidget(self._warning(near))

    def _row(self, rate: DefectRate, *, one_more: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(0)
        name = Plain(self._words.marketplace(rate.platform, rate.marketplace), "table", elide=True)
        part = self.tr("{0} of {1} orders").format(count_text(rate.defects), count_text(rate.orders))
        if rate.reported:
            part = self.tr("{0} of {1}, report").format(count_text(rate.defects), count_text(rate.orders))
        names.addWidget(name)
        names.addWidget(Plain(part, "label", elide=True))
        left = QWidget()
        left.setFixedWidth(112)
        left.setLayout(names)
        names.setContentsMargins(0, 0, 0, 0)
        line.addWidget(left)
        line.addWidget(Gauge(rate, one_more=one_more), 1)
        rule = self.tr("At most {0} in {1} days. {2}") if rate.rule.may_reach else self.tr("Below {0} in {1} days. {2}")
        tip = rule.format(percent_text(float(rate.rule.limit)), rate.rule.window_days, rate.rule.source)
        if rate.reported:
            day = day_text(date.fromisoformat(rate.reported), self._words.language, year=True)
            tip = self.tr("By the platform's own report up to {0}.").format(day) + "\n" + tip
        row.setToolTip(tip)
        return row

    def _well(self, rate: DefectRate, picked: CaseRow) -> QWidget:
        well = QFrame()
        well.setObjectName("defectWhatIf")
        well.setProperty("frame", "well")
        column = QVBoxLayout(well)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        head, line = QHBoxLayout(), QHBoxLayout()
        head.addWidget(Plain(self.tr("What if this claim is granted"), "label"))
        whose = Plain(f"{picked.ref} · {picked.buyer_name}", "label", "text3", elide=True)
        whose.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(whose, 1)
        line.addWidget(Plain(f"{percent_text(rate.share)}  →  {percent_text(rate.with_one_more)}", "strong"))
        line.addStretch(1)
        left = rate.more - 1
        if left >= 0:
            words = (
                self.tr("1 more before the limit") if left == 1 else self.tr("{0} more before the limit").format(left)
            )
            line.addWidget(Chip(words, "ok" if left else "warn", "check-circle" if left else "warning"))
        else:
            line.addWidget(Chip(self.tr("At the limit or over it"), "danger", "warning"))
        column.addLayout(head)
        column.addLayout(line)
        return well

    def _warning(self, rate: DefectRate) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(8)
        line.addWidget(Icon("warning-fill", "warn", 15))
        name = self._words.marketplace(rate.platform, rate.marketplace)
        words = self.tr("{0}: one more defect means {1}").format(name, percent_text(rate.with_one_more))
        line.addWidget(Plain(words, "table", "warn", elide=True), 1)
        return row


def _is_of(rate: DefectRate, row: CaseRow) -> bool:
    return (rate.platform, rate.marketplace) == (row.platform, row.marketplace)
