"""Five weeks of deadlines, painted: a cell for each day, a bar for each case at its safe hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.by_key import came_by_key
from claimdesk.ui.widgets.menus import Menu
from claimdesk.ui.widgets.painting import fill, outline, paint_text
from claimdesk.ui.widgets.times import clock_text, day_text, local_day, two_clocks, weekday_text

if TYPE_CHECKING:
    from claimdesk.core.records.cases import CaseRow
    from claimdesk.ui.context import WindowContext

WEEKS = 5
_DAYS = 7
_HEAD, _NUMBER = 30, 24  # px of the names of the days, and of a day's number
_BAR, _GAP, _SIDE = 22, 3, 6
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_FORTH = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: one case, or with several what has no room."""

    box: QRectF
    rows: tuple[CaseRow, ...]


def week_of(day: date) -> date:
    """Its Monday."""
    return day - timedelta(days=day.weekday())


class CalendarGrid(QWidget):
    """`opened(case id)` for Enter, double click and the menu of what has no room; `picked()`; `turned()` to other weeks."""

    opened = Signal(int)
    picked = Signal()
    turned = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setObjectName("casesCalendarGrid")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.first = date.min
        self.rows: tuple[CaseRow, ...] = ()  # those with a deadline, by it
        self.chosen = 0  # id of a case
        self._days: dict[date, tuple[CaseRow, ...]] = {}
        self._spots: tuple[Spot, ...] = ()
        self._ring = False
        self._week_tops = self._tops()

    def sizeHint(self) -> QSize:
        return QSize(700, 560)

    def show_rows(self, rows: tuple[CaseRow, ...]) -> None:
        """Show the deadlines of these; the chosen case stays chosen while it is there."""
        due = sorted((row.next_deadline.safe, row.id, row) for row in rows if row.next_deadline)
        self.rows = tuple(row for _, _, row in due)
        days: dict[date, tuple[CaseRow, ...]] = {}
        for at, _, row in due:
            day = local_day(at, self._ctx.home)
            days[day] = (*days.get(day, ()), row)
        self._days = days
        if all(row.id != self.chosen for row in self.rows):
            self.chosen = self.rows[0].id if self.rows else 0
        self._lay()

    def turn_to(self, day: date) -> None:
        """Begin with the week of a day."""
        self.first = week_of(day)
        self._lay()
        self.turned.emit()

    def choose(self, case_id: int) -> None:
        """Mark a case, and turn to its week where it is not in sight."""
        self.chosen = case_id
        row = next((one for one in self.rows if one.id == case_id), None)
        if row is not None and row.next_deadline is not None:
            day = local_day(row.next_deadline.safe, self._ctx.home)
            if not self.first <= day < self.first + timedelta(days=WEEKS * _DAYS):
                self.turn_to(day)
        self._lay()
        self.picked.emit()

    def spot(self, case_id: int) -> Spot | None:
        """Where a case stands; None where it is out of sight or among what has no room."""
        return next((one for one in self._spots if len(one.rows) == 1 and one.rows[0].id == case_id), None)

    # where everything stands

    def _week_rows(self, week: int) -> int:
        """The most cases of a day of that week."""
        if self.first == date.min:
            return 0
        return max(len(self._days.get(self.first + timedelta(days=week * _DAYS + at), ())) for at in range(_DAYS))

    def _tops(self) -> list[float]:
        """Where each week begins, and the last ends: one with many cases is higher while others have room to give."""
        room = self.height() - _HEAD
        needed = [_NUMBER + (_BAR + _GAP) * max(1, self._week_rows(week)) + 4 for week in range(WEEKS)]
        least = min(_NUMBER + _BAR + _GAP + 4, room / WEEKS)
        spare, wanted = room - least * WEEKS, sum(need - least for need in needed)
        share = min(1.0, spare / wanted) if wanted > 0 else 0.0
        over = max(0.0, spare - wanted) / WEEKS
        tops = [float(_HEAD)]
        for need in needed:
            tops.append(tops[-1] + least + (need - least) * share + over)
        return tops

    def _cell(self, number: int) -> QRectF:
        wide, week = self.width() / _DAYS, number // _DAYS
        top = self._week_tops[week]
        return QRectF(number % _DAYS * wide, top, wide, self._week_tops[week + 1] - top)

    def _lay(self) -> None:
        self._week_tops = self._tops()
        spots: list[Spot] = []
        for number in range(WEEKS * _DAYS):
            rows = self._days.get(self.first + timedelta(days=number), ()) if self.first > date.min else ()
            spots.extend(self._stack(self._cell(number), rows))
        self._spots = tuple(spots)
        row = next((one for one in self.rows if one.id == self.chosen), None)
        self.setAccessibleDescription(self._tip(row) if row is not None else "")
        self.update()

    def _stack(self, cell: QRectF, rows: tuple[CaseRow, ...]) -> list[Spot]:
        """A bar for each case; where they have no room the last says how many more there are."""
        fits = max(1, int((cell.height() - _NUMBER - 2) // (_BAR + _GAP)))
        shown = rows if len(rows) <= fits else rows[: fits - 1]
        if len(shown) < len(rows) and fits > 1:
            hidden = next((row for row in rows[len(shown) :] if row.id == self.chosen), None)
            shown = (*shown[:-1], hidden) if hidden is not None and shown else shown
        spots, left = [], tuple(row for row in rows if row not in shown)
        for at in range(min(fits, len(rows))):
            box = QRectF(cell.left() + _SIDE, cell.top() + _NUMBER + at * (_BAR + _GAP), cell.width() - 2 * _SIDE, _BAR)
            spots.append(Spot(box, (shown[at],)) if at < len(shown) else Spot(box, left))
        return spots

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, small = active(), role_font("label")
        today = local_day(self._ctx.now(), self._ctx.home)
        for number in range(_DAYS):
            box = self._cell(number)
            name = weekday_text(self.first + timedelta(days=number), self._ctx.language)
            ink = colors.color("text2")
            paint_text(painter, QRectF(box.left() + 10, 0, box.width() - 20, _HEAD), name, ink, small)
        for number in range(WEEKS * _DAYS):
            self._paint_day(painter, self._cell(number), self.first + timedelta(days=number), today)
        for spot in self._spots:
            self._paint_spot(painter, spot)
        painter.end()

    def _paint_day(self, painter: QPainter, cell: QRectF, day: date, today: date) -> None:
        colors = active()
        if day < today:
            painter.fillRect(cell, colors.color("surface2", 0.55))
        painter.fillRect(QRectF(cell.left(), cell.top(), cell.width(), 1), colors.color("grid"))
        if day.weekday():
            painter.fillRect(QRectF(cell.left(), cell.top(), 1, cell.height()), colors.color("grid"))
        words = day_text(day, self._ctx.language) if day.day == 1 or day == self.first else str(day.day)
        place = QRectF(cell.left() + 10, cell.top() + 2, cell.width() - 20, _NUMBER - 2)
        if day == today:
            circle = QRectF(cell.left() + 5, cell.top() + 3, 20, 20)
            fill(painter, circle, colors.color("accent"), 10)
            paint_text(painter, circle, str(day.day), colors.color("onaccent"), role_font("badge"), _CENTRE)
        else:
            ink = "text3" if day < today else "text2"
            paint_text(painter, place, words, colors.color(ink), role_font("label"))

    def _paint_spot(self, painter: QPainter, spot: Spot) -> None:
        colors, font = active(), role_font("label")
        if len(spot.rows) != 1:
            more = self.tr("{0} more").format(len(spot.rows))
            paint_text(painter, spot.box.adjusted(8, 0, -4, 0), more, colors.color("accenttext"), font)
            return
        row = spot.rows[0]
        if row.next_deadline is None:
            return
        due, now = row.next_deadline.safe, self._ctx.now()
        today = local_day(due, self._ctx.home) == local_day(now, self._ctx.home)
        ground, ink, edge = (
            ("dangersoft", "danger", "dangersolid") if due < now
            else ("warnsoft", "warn", "warnsolid") if today
            else ("accentsoft", "text", "accentline")
        )  # fmt: skip
        fill(painter, spot.box, colors.color(ground), 4)
        painter.save()
        painter.setClipRect(QRectF(spot.box.left(), spot.box.top(), 3, spot.box.height()))
        fill(painter, spot.box, colors.color(edge), 4)
        painter.restore()
        if row.id == self.chosen:
            outline(painter, spot.box, colors.color("accent"), 4, 2 if self._ring and self.hasFocus() else 1)
        words = f"{clock_text(due, self._ctx.home)}  {row.buyer_name or row.ref}"
        paint_text(painter, spot.box.adjusted(9, 0, -5, 0), words, colors.color(ink), font)

    def _tip(self, row: CaseRow) -> str:
        due = row.next_deadline
        language = self._ctx.language
        when = two_clocks(due.safe, self._ctx.now(), language, self._ctx.home, due.zone) if due else ""
        action = due.action.get(language) if due else ""
        parts = (f"{row.ref} · {row.buyer_name}", row.title.get(language), action, when)
        return "\n".join(filter(None, parts))

    # mouse and keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self._at(event.pos())
            words = "\n".join(self._tip(row) for row in spot.rows) if spot and len(spot.rows) == 1 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _at(self, place: QPoint) -> Spot | None:
        return next((spot for spot in self._spots if spot.box.contains(place)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._at(event.position().toPoint())
        if spot is None:
            return
        if len(spot.rows) == 1:
            self.choose(spot.rows[0].id)
        else:
            self._list(spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._at(event.position().toPoint())
        if spot is not None and len(spot.rows) == 1:
            self.opened.emit(spot.rows[0].id)

    def _list(self, spot: Spot) -> None:
        """What has no room, to choose from."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        for row in spot.rows:
            due = clock_text(row.next_deadline.safe, self._ctx.home) if row.next_deadline else ""
            words = f"{due}  {row.buyer_name or row.ref} · {row.title.get(self._ctx.language)}".replace("&", "&&")
            menu.addAction(words).triggered.connect(lambda _=False, case=row.id: self.opened.emit(case))
        menu.popup(self.mapToGlobal(spot.box.bottomLeft().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, weeks = event.key(), timedelta(weeks=WEEKS - 1)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen:
            self.opened.emit(self.chosen)
        elif key in _BACK or key in _FORTH:
            self._step(1 if key in _FORTH else -1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn_to(self.first + weeks if key == Qt.Key.Key_PageDown else self.first - weeks)
        elif key == Qt.Key.Key_Home:
            self.turn_to(local_day(self._ctx.now(), self._ctx.home))
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        ids = [row.id for row in self.rows]
        if ids:
            at = ids.index(self.chosen) + by if self.chosen in ids else 0
            self.choose(ids[max(0, min(len(ids) - 1, at))])

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = came_by_key(event)
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()
