"""Painting that delegates and widgets share. Colours are roles of `tokens`, sizes logical pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import Tokens, active

CHIP_HEIGHT = 20


@dataclass(frozen=True, slots=True)
class ChipLook:
    """Roles of a chip's ground and text."""

    ground: str
    ink: str


CHIPS = {
    "neutral": ChipLook("neutralsoft", "text2"),
    "ok": ChipLook("oksoft", "ok"),
    "warn": ChipLook("warnsoft", "warn"),
    "danger": ChipLook("dangersoft", "danger"),
    "wait": ChipLook("waitsoft", "wait"),
    "accent": ChipLook("accentsoft", "accenttext"),
    "line": ChipLook("", "text2"),
}


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """A rectangle with round corners as a path."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def fill(painter: QPainter, rect: QRectF, color: QColor, radius: float = 0) -> None:
    """A filled rectangle, with round corners where a radius is given."""
    if radius:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(rounded(rect, radius), color)
    else:
        painter.fillRect(rect, color)


def outline(
    painter: QPainter,
    rect: QRectF,
    color: QColor,
    radius: float = 0,
    width: float = 1,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A line just inside a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, width, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), max(0.0, radius - half), max(0.0, radius - half))
    painter.restore()


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    color: QColor,
    font: QFont,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line, in the middle of the height, cut with an ellipsis where it does not fit."""
    painter.setFont(font)
    painter.setPen(color)
    shown = elided(text, font, rect.width())
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


def elided(text: str, font: QFont, width: float) -> str:
    """The text as it fits into a width."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def text_width(text: str, font: QFont) -> float:
    """Width of one line in a font."""
    return QFontMetricsF(font).horizontalAdvance(text)


def chip_width(text: str, icon: str = "") -> float:
    """Width that `paint_chip` needs."""
    return 14 + text_width(text, role_font("chip")) + (17 if icon else 0)


def paint_chip(
    painter: QPainter, rect: QRectF, text: str, kind: str, icon: str = "", *, on_selection: bool = False
) -> None:
    """A chip at the left of a rectangle and in the middle of its height.

    `on_selection` gives a neutral chip the ground `surface`, which a selected row needs.
    """
    theme = active()
    look = CHIPS[kind]
    width = min(chip_width(text, icon), rect.width())
    box = QRectF(rect.left(), rect.center().y() - CHIP_HEIGHT / 2, width, CHIP_HEIGHT)
    if look.ground:
        ground = "surface" if on_selection and kind in ("neutral", "accent") else look.ground
        fill(painter, box, theme.color(ground), 4)
    else:
        outline(painter, box, theme.color("line2"), 4)
    left = box.left() + 7
    if icon:
        paint_icon(painter, QRectF(left, box.top(), 13, box.height()), icon, theme.color(look.ink), 13)
        left += 17
    paint_text(
        painter,
        QRectF(left, box.top(), box.right() - 6 - left, box.height()),
        text,
        theme.color(look.ink),
        role_font("chip"),
    )


def paint_key_hint(painter: QPainter, box: QRectF, text: str, *, on_accent: bool = False, on_tip: bool = False) -> None:
    """A key in a small frame; on accent it sits on a dark wash."""
    theme = active()
    if on_accent or on_tip:
        wash = theme.color("onaccentwash", 0.18) if on_accent else theme.color("onaccent", 0.14)
        fill(painter, box, wash, 4)
        ink = theme.color("onaccent")
    else:
        fill(painter, box, theme.color("surface2"), 4)
        outline(painter, box, theme.color("line"), 4)
        ink = theme.color("text3")
    painter.setPen(ink)
    font = key_hint_font()
    painter.setFont(font)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def key_hint_font() -> QFont:
    """The font of key hints."""
    font = role_font("label")
    font.setWeight(QFont.Weight.Medium)
    return font


def key_hint_width(text: str) -> float:
    """Width that `paint_key_hint` needs."""
    return max(22.0, text_width(text, key_hint_font()) + 12)


def paint_bar(painter: QPainter, rect: QRectF, share: float, role: str = "bar", *, height: float = 4) -> None:
    """A thin bar, filled by a share of 0 to 1."""
    theme = active()
    box = QRectF(rect.left(), rect.center().y() - height / 2, rect.width(), height)
    fill(painter, box, theme.color("press"), height / 2)
    share = min(1.0, max(0.0, share))
    if share > 0:
        done = QRectF(box.left(), box.top(), max(height, box.width() * share), height)
        fill(painter, done, theme.color(role), height / 2)


def paint_ring(painter: QPainter, box: QRectF, share: float, role: str = "accent", *, width: float = 3) -> None:
    """A ring that is filled clockwise from the top by a share of 0 to 1."""
    theme = active()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2
    inner = box.adjusted(half, half, -half, -half)
    painter.setPen(QPen(theme.color("press"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    share = min(1.0, max(0.0, share))
    if share > 0:
        pen = QPen(theme.color(role), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(inner, 90 * 16, -round(share * 360 * 16))
    painter.restore()


def paint_step_ring(painter: QPainter, box: QRectF, done: int, total: int) -> None:
    """Steps done of a case as a ring; a finished case shows a check."""
    if total and done >= total:
        paint_icon(painter, box, "check-circle-fill", active().color("oksolid"), box.width())
        return
    paint_ring(painter, box, done / total if total else 0.0, "bar")


def paint_hatch(painter: QPainter, box: QRectF, color: QColor, gap: float = 4) -> None:
    """Diagonal lines inside a box: chance, where solid is certainty."""
    painter.save()
    painter.setClipRect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.5))
    left = box.left() - box.height()
    while left < box.right():
        painter.drawLine(QPointF(left, box.bottom()), QPointF(left + box.height(), box.top()))
        left += gap
    painter.restore()


def row_ground(*, selected: bool, hovered: bool, window_active: bool = True) -> str:
    """Role of a row's ground; empty for none."""
    if selected:
        return "accentsoft" if window_active else "neutralsoft"
    return "hover" if hovered else ""


def theme() -> Tokens:
    """The colours shown now."""
    return active()
