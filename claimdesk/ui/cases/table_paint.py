"""How the rows of the list are painted: two lines, countdown, chip, ring, money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimdesk.core.records.cases import CaseRow
from claimdesk.ui.case.status_words import status_words
from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import paint_chip, paint_step_ring, paint_text, row_ground
from claimdesk.ui.widgets.times import countdown, money_text

if TYPE_CHECKING:
    from claimdesk.ui.cases.words import CaseWords
    from claimdesk.ui.context import WindowContext

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
EDGE = 16  # before the first column
_FRACTION = 28  # px that `2/12` needs
SIDE = 8  # before and after the content of every other
RIGHT = Qt.AlignmentFlag.AlignRight


class CaseDelegate(QStyledItemDelegate):
    """Paints one column, named by its key, of a `CaseRow`; `hovered` is the row under the mouse."""

    def __init__(self, key: str, ctx: WindowContext, words: CaseWords, parent: QObject) -> None:
        super().__init__(parent)
        self._key, self._ctx, self._words = key, ctx, words
        self.hovered = -1
        self.platform_below = False  # the amount says the platform too, which has no column of its own
        self._paint = {
            "case": self._paint_case, "scenario": self._paint_scenario, "deadline": self._paint_deadline,
            "status": self._paint_status, "step": self._paint_step, "amount": self._paint_amount,
            "platform": self._paint_platform,
        }[key]  # fmt: skip

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), 46)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, CaseRow):
            return
        rect = QRect(option.rect)
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = row_ground(selected=selected, hovered=index.row() == self.hovered,
                            window_active=bool(option.state & QStyle.StateFlag.State_Active))  # fmt: skip
        if ground:
            painter.fillRect(rect, active().color(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, active().color("grid"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = EDGE if self._key == "case" else SIDE
        self._paint(painter, QRectF(rect).adjusted(left, 0, -SIDE, -1), row, selected)
        painter.restore()

    def _paint_case(self, painter: QPainter, box: QRectF, row: CaseRow, selected: bool) -> None:
        paint_text(painter, box, row.ref, active().color("text2"), role_font("control"))

    def _paint_scenario(self, painter: QPainter, box: QRectF, row: CaseRow, selected: bool) -> None:
        first, second = _lines(box)
        paint_text(painter, first, row.title.get(self._ctx.language), active().color("text"), role_font("strong"))
        words = " · ".join(part for part in (row.buyer_name, row.item) if part) or row.order_no
        paint_text(painter, second, words, active().color("text2"), role_font("secondary"))

    def _paint_deadline(self, painter: QPainter, box: QRectF, row: CaseRow, selected: bool) -> None:
        due, language = row.next_deadline, self._ctx.language
        left = countdown(due.safe if due else None, self._ctx.now(), language, self._ctx.home)
        first, second = _lines(box)
        if due is None:
            paint_text(painter, box, "—", active().color("text3"), role_font("body"))
            return
        ink = "text" if left.level == "later" else left.role
        paint_text(painter, first, left.text, active().color(ink), role_font("strong"))
        paint_text(painter, second, due.action.get(language), active().color("text2"), role_font("secondary"))

    def _paint_status(self, painter: QPainter, box: QRectF, row: CaseRow, selected: bool) -> None:
        words = status_words(row, self._ctx.now())
        paint_chip(painter, box, words.text, words.kind, words.icon, on_selection=selected)

    def _paint_step(self, painter: QPainter, box: QRectF, row: CaseRow, selected: bool) -> None:
        ring = QRectF(box.left(), box.center().y() - 9, 18, 18)
        paint_step_ring(painter, ring, row.steps_done, row.steps_total)
        words = QRectF(box.left() + 24, box.top(), box.width() - 16, box.height())
        if words.width() < _FRACTION:
            return  # no room: the ring says it, and the tip
        fraction = f"{row.steps_done}/{row.steps_total}"
        paint_text(painter, words, fraction, active().color("text3"), role_font("secondary"))

    def _paint_amount(self, painter: QPainter, box: QRectF, row: CaseRow, selected: bool) -> None:
        words = money_text(row.amount_minor, row.currency) or "—"
        first, second = _lines(box) if self.platform_below else (box, box)
        paint_text(painter, first, words, active().color("text"), role_font("control"), RIGHT)
        if self.platform_below:
            place = self._words.marketplace(row.platform, row.marketplace)
            paint_text(painter, second, place, active().color("text2"), role_font("secondary"), RIGHT)

    def _paint_platform(self, painter: QPainter, box: QRectF, row: CaseRow, selected: bool) -> None:
        words, shop = self._words.marketplace(row.platform, row.marketplace), self._words.shop(row.shop_id)
        if not shop:
            paint_text(painter, box, words, active().color("text2"), role_font("body"))
            return
        first, second = _lines(box)
        paint_text(painter, first, words, active().color("text2"), role_font("body"))
        paint_text(painter, second, shop, active().color("text2"), role_font("secondary"))


def _lines(box: QRectF) -> tuple[QRectF, QRectF]:
    top = box.center().y() - 17
    return QRectF(box.left(), top, box.width(), 18), QRectF(box.left(), top + 18, box.width(), 16)
