"""How a row of Today is painted: time left, what to do, where, how much, how far, and Continue on the chosen row."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimdesk.core.records.cases import CaseRow, Deadline
from claimdesk.ui.fonts import is_chinese, role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.today.groups import Item
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.bars import paint_step_bar
from claimdesk.ui.widgets.painting import fill, key_hint_width, paint_key_hint, paint_text, row_ground, text_width
from claimdesk.ui.widgets.times import clock_text, countdown, due_text, money_text, span_text

if TYPE_CHECKING:
    from claimdesk.ui.cases.words import CaseWords
    from claimdesk.ui.context import WindowContext

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole + 1
HEAD, ROW = 34, 62
_CONTINUE, _GAP = 100, 12
_MARKET = (84, 140)  # px of the marketplace, at least and at most
RIGHT = Qt.AlignmentFlag.AlignRight


class TodayDelegate(QStyledItemDelegate):
    """Paints heads and rows; `hovered` is the index row under the mouse."""

    def __init__(self, ctx: WindowContext, words: CaseWords, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._words = ctx, words
        self.hovered = -1
        self._market = _MARKET[0]

    def measure(self, rows: Iterable[CaseRow]) -> None:
        """Give the marketplaces of these rows the room that their names need."""
        names = {self._words.marketplace(row.platform, row.marketplace) for row in rows}
        widest = max((ceil(text_width(name, role_font("table"))) + 1 for name in names), default=0)
        self._market = min(max(_MARKET[0], widest), _MARKET[1])

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item = index.data(ITEM)
        return QSize(200, ROW if isinstance(item, Item) and item.row is not None else HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM)
        if not isinstance(item, Item):
            return
        painter.save()
        rect = QRect(option.rect)
        if item.row is None:
            self.paint_head(painter, rect, item)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            hovered = index.row() == self.hovered
            ground = row_ground(selected=selected, hovered=hovered,
                                window_active=bool(option.state & QStyle.StateFlag.State_Active))  # fmt: skip
            self._paint_row(painter, rect, item.row, ground, go=selected or hovered, chosen=selected)
        painter.restore()

    def paint_head(self, painter: QPainter, rect: QRect, item: Item) -> None:
        """The head of a group, in its place or sticking at the top."""
        colors = active()
        painter.fillRect(rect, colors.color("surface2"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.color("line"))
        if rect.top() > 0:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, colors.color("line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = float(rect.left() + 16)
        ink = "danger" if item.group == "overdue" else "text"
        if item.group == "overdue":
            paint_icon(
                painter, QRectF(left, rect.top(), 15, rect.height()), "warning-octagon-fill", colors.color(ink), 15
            )
            left += 23
        font = role_font("head")
        font.setWeight(font.Weight.DemiBold)
        title = self.group_words(item.group)
        width = text_width(title, font) + 1
        paint_text(painter, QRectF(left, rect.top(), width, rect.height()), title, colors.color(ink), font)
        aside = QRectF(left + width + 8, rect.top(), rect.right() - left - width - 24, rect.height())
        paint_text(painter, aside, self._aside(item), colors.color("text3"), role_font("head"))

    def group_words(self, group: str) -> str:
        """What a group is called."""
        return {
            "overdue": self.tr("Overdue"),
            "today": self.tr("Today"),
            "soon": self.tr("Next 3 days"),
        }[group]

    def continue_rect(self, row: QRect) -> QRect:
        """Where Continue stands in a row."""
        font = role_font("chip")
        width = round(18 + text_width(self.tr("Continue"), font) + 7 + key_hint_width("↵"))
        return QRect(row.right() - 12 - width, row.top() + (row.height() - 26) // 2, width, 26)

    def _aside(self, item: Item) -> str:
        from claimdesk.ui.cases.money import sum_words

        amount = sum_words(item.rows)
        if item.group == "overdue" or not amount:
            return f"{item.count:,}"
        return self.tr("{0} · {1} at risk").format(f"{item.count:,}", amount)

    def _paint_row(self, painter: QPainter, rect: QRect, row: CaseRow, ground: str, *, go: bool, chosen: bool) -> None:
        colors = active()
        if ground:
            painter.fillRect(rect, colors.color(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.color("line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = float(rect.right() - 12)
        narrow = rect.width() < 700
        if go or not narrow:
            right -= _CONTINUE + _GAP
        steps = QRectF(right - 80, rect.top(), 80, rect.height())
        amount = QRectF(steps.left() - _GAP - 68, rect.top(), 68, rect.height())
        market = QRectF(amount.left() - _GAP - self._market, rect.top(), self._market, rect.height())
        paint_step_bar(painter, steps, row.steps_done, row.steps_total)
        money = money_text(row.amount_minor, row.currency) or "—"
        paint_text(painter, amount, money, colors.color("text"), role_font("control"), RIGHT)
        words = self._words.marketplace(row.platform, row.marketplace)
        paint_text(painter, market, words, colors.color("text2"), role_font("table"))
        time = 150 if is_chinese() else 128  # the Chinese units take more room
        self._paint_time(painter, QRectF(rect.left() + 16, rect.top(), time, rect.height()), row)
        left = rect.left() + 16 + time + _GAP
        self._paint_words(painter, QRectF(left, rect.top(), market.left() - _GAP - left, rect.height()), row)
        if go:
            self._paint_continue(painter, self.continue_rect(rect), chosen=chosen)

    def _paint_time(self, painter: QPainter, box: QRectF, row: CaseRow) -> None:
        colors, now, language = active(), self._ctx.now(), self._ctx.language
        due = row.next_deadline
        left = countdown(due.safe if due else None, now, language, self._ctx.home)
        top = box.center().y() - 18
        paint_icon(painter, QRectF(box.left(), top, 16, 20), left.icon, colors.color(left.role), 16)
        first = QRectF(box.left() + 22, top, box.width() - 16, 20)
        font = role_font("count")
        if text_width(left.text, font) > first.width():
            font = role_font("strong")
        paint_text(painter, first, left.text, colors.color(left.role), font)
        if due is not None:
            late = left.level == "overdue"
            second = QRectF(box.left() + 22, top + 20, box.width() - 16, 16)
            ink = colors.color("danger" if late else "text3")
            paint_text(painter, second, self._second(due, late=late, today=left.level == "today"), ink,
                       role_font("secondary"))  # fmt: skip

    def _second(self, due: Deadline, *, late: bool, today: bool) -> str:
        """The clock time; of what is late, how long the latest limit still leaves."""
        now, language = self._ctx.now(), self._ctx.language
        if late and due.outer is not None and due.outer > now:
            return self.tr("limit in {0}").format(span_text(due.outer - now, language))
        if late:
            return due_text(due.safe, now, language, zone=self._ctx.home)
        if today:
            return self.tr("due {0}").format(clock_text(due.safe, self._ctx.home))
        return due_text(due.safe, now, language, zone=self._ctx.home)

    def _paint_words(self, painter: QPainter, box: QRectF, row: CaseRow) -> None:
        colors, language = active(), self._ctx.language
        top = box.center().y() - 18
        title = row.next_deadline.action.get(language) if row.next_deadline else row.title.get(language)
        paint_text(painter, QRectF(box.left(), top, box.width(), 20), title, colors.color("text"), role_font("row"))
        parts = (row.title.get(language), row.buyer_name, row.item)
        words = " · ".join(part for part in parts if part)
        second = QRectF(box.left(), top + 21, box.width(), 16)
        paint_text(painter, second, words, colors.color("text2"), role_font("secondary"))

    def _paint_continue(self, painter: QPainter, box: QRect, *, chosen: bool) -> None:
        colors, area = active(), QRectF(box)
        fill(painter, area, colors.color("accent"), 6)
        font = role_font("chip")
        words = self.tr("Continue")
        width = text_width(words, font) + 1
        paint_text(
            painter, QRectF(area.left() + 9, area.top(), width, area.height()), words, colors.color("onaccent"), font
        )
        hint = QRectF(area.left() + 9 + width + 6, area.top() + 4, key_hint_width("↵"), 18)
        paint_key_hint(painter, hint, "↵", on_accent=True)
