"""Buttons, painted so that icon, text, key hint and focus look the same on every system."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.by_key import came_by_key
from claimdesk.ui.widgets.painting import (
    fill,
    key_hint_width,
    outline,
    paint_key_hint,
    paint_text,
    rounded,
    text_width,
)

_ICON, _SMALL_ICON, _CARET, _GAP = 16, 14, 12, 6


class PlainButton(QPushButton):
    """A button with a border.

    `icon` is a Phosphor name, `hint` a key shown inside, `small` the 26 px form; a menu set with `setMenu` adds the
    caret.
    """

    kind = "plain"

    def __init__(
        self, text: str = "", icon: str = "", hint: str = "", *, small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._hint = hint
        self._small = small
        self._by_key = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if hint:
            self.setAccessibleDescription(hint)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def set_hint(self, hint: str) -> None:
        """Show another key."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.updateGeometry()
        self.update()

    @property
    def shows_ring(self) -> bool:
        """Whether the focus came by key, so that its ring is drawn."""
        return self._by_key and self.hasFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_key = came_by_key(event)
        super().focusInEvent(event)

    def sizeHint(self) -> QSize:
        height = 26 if self._small else 30
        return QSize(max(round(self._content_width() + 2 * self._padding()), height), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(self.rect()))
        self._paint_content(painter)
        painter.end()

    def _ink(self) -> str:
        return "text" if self.isEnabled() else "text3"

    def _icon_ink(self) -> str:
        return "text2" if self.isEnabled() else "text3"

    def _padding(self) -> float:
        return 9 if self._small else 12

    def _font_role(self) -> str:
        return "chip" if self._small else "control"

    def _ground(self) -> str:
        if not self.isEnabled():
            return "surface2"
        if self.isDown() or self.isChecked():
            return "press"
        return "hover" if self.underMouse() else "surface"

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        theme = active()
        fill(painter, box, theme.color(self._ground()), 6)
        if not self.isEnabled():
            outline(painter, box, theme.color("line"), 6)
            return
        if self.shows_ring:
            outline(painter, box, theme.color("accent"), 6)
            return
        outline(painter, box, theme.color("line2"), 6)
        painter.save()
        painter.setClipRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2))
        outline(painter, box, theme.color("edge"), 6)
        painter.restore()

    def _content_width(self) -> float:
        parts = []
        if self._icon_name:
            parts.append(float(_ICON))
        if self.text():
            parts.append(text_width(self.text(), role_font(self._font_role())))
        if self._hint:
            parts.append(key_hint_width(self._hint))
        if self.menu() is not None:
            parts.append(float(_CARET))
        return sum(parts) + _GAP * max(0, len(parts) - 1) + 1

    def _paint_content(self, painter: QPainter) -> None:
        theme = active()
        height = float(self.height())
        left = max(self._padding() if self.text() else 0.0, (self.width() - self._content_width()) / 2)
        if self._icon_name:
            paint_icon(painter, QRectF(left, 0, _ICON, height), self._icon_name, theme.color(self._icon_ink()), _ICON)
            left += _ICON + _GAP
        right = self.width() - self._padding()
        if self.text():
            font = role_font(self._font_role())
            width = min(text_width(self.text(), font) + 1, max(0.0, right - left))
            paint_text(painter, QRectF(left, 0, width, height), self.text(), theme.color(self._ink()), font)
            left += width + _GAP - 1
        if self._hint:
            width = key_hint_width(self._hint)
            box = QRectF(left, (height - 18) / 2, width, 18)
            paint_key_hint(painter, box, self._hint, on_accent=self.kind == "primary" and self.isEnabled())
            left += width + _GAP
        if self.menu() is not None:
            paint_icon(painter, QRectF(left, 0, _CARET, height), "caret-down", theme.color(self._icon_ink()), _CARET)


class PrimaryButton(PlainButton):
    """The one button of a place that goes on."""

    kind = "primary"

    def _ink(self) -> str:
        return "onaccent" if self.isEnabled() else "text3"

    def _icon_ink(self) -> str:
        return self._ink()

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        theme = active()
        if not self.isEnabled():
            super()._paint_ground(painter, box)
            return
        role = "accenthover" if self.underMouse() or self.isDown() else "accent"
        fill(painter, box, theme.color(role), 6)
        if self.isDown():
            fill(painter, box, theme.color("onaccentwash", 0.12), 6)


class GhostButton(PlainButton):
    """A button without a border until the pointer is over it."""

    kind = "ghost"

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        theme = active()
        if self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked()):
            fill(painter, box, theme.color("press" if self.isDown() else "hover"), 6)
        if self.shows_ring:
            outline(painter, box, theme.color("accent"), 6)


class DangerButton(PlainButton):
    """A button for what is hard to take back."""

    kind = "danger"

    def _ink(self) -> str:
        return "danger" if self.isEnabled() else "text3"

    def _icon_ink(self) -> str:
        return self._ink()


class LinkButton(PlainButton):
    """Text that acts, in the colour of links."""

    kind = "link"

    def __init__(self, text: str = "", icon: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, icon, parent=parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(round(self._content_width()) + 2, 20)

    def _padding(self) -> float:
        return 0

    def _ink(self) -> str:
        return "accenttext" if self.isEnabled() else "text3"

    def _icon_ink(self) -> str:
        return self._ink()

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        theme = active()
        if self.shows_ring:
            outline(painter, box, theme.color("accent"), 4)
        elif self.underMouse() and self.isEnabled():
            painter.setPen(QPen(theme.color("accentline"), 1))
            painter.drawLine(QPointF(0, self.height() - 1.5), QPointF(self.width(), self.height() - 1.5))


class IconButton(GhostButton):
    """A square button with only an icon; `name` is what a screen reader says and the tip shows."""

    def __init__(
        self, icon: str, name: str = "", *, small: bool = False, bordered: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("", icon, small=small, parent=parent)
        self._bordered = bordered
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Give the button its words."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        side = 26 if self._small else 30
        return QSize(side, side)

    def _padding(self) -> float:
        return 0

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        if self._bordered:
            super(GhostButton, self)._paint_ground(painter, box)
        else:
            super()._paint_ground(painter, box)


class SplitButton(QWidget):
    """A primary button with a menu beside it: `main` acts, `more` opens the menu set with `set_menu`."""

    def __init__(self, text: str = "", icon: str = "", hint: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.main = _SplitPart(text, icon, hint, left=True, parent=self)
        self.more = _SplitPart("", "caret-down", "", left=False, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.main.sizeHint().width() + 30, 30)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QEvent) -> None:
        self.main.setGeometry(0, 0, self.width() - 30, self.height())
        self.more.setGeometry(self.width() - 30, 0, 30, self.height())

    def changeEvent(self, event: QEvent) -> None:
        self.updateGeometry()
        super().changeEvent(event)


class _SplitPart(PrimaryButton):
    def __init__(self, text: str, icon: str, hint: str, *, left: bool, parent: QWidget) -> None:
        super().__init__(text, icon, hint, parent=parent)
        self._left = left

    def _padding(self) -> float:
        return 12 if self._left else 7

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        wide = box.adjusted(0, 0, 8, 0) if self._left else box.adjusted(-8, 0, 0, 0)
        painter.save()
        painter.setClipRect(box)
        super()._paint_ground(painter, wide)
        if not self._left and self.isEnabled():
            painter.setPen(QPen(active().color("onaccent", 0.28), 1))
            painter.drawLine(QPointF(0.5, 0), QPointF(0.5, box.height()))
        painter.restore()


class Switch(PlainButton):
    """On or off, 32×18."""

    kind = "switch"

    def __init__(self, name: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setCheckable(True)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(32, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, (self.height() - 18) / 2, 32, 18)
        if self.isChecked():
            painter.fillPath(rounded(box, 9), theme.color("accent" if self.isEnabled() else "edge"))
            knob, role = QRectF(box.right() - 15, box.top() + 3, 12, 12), "onaccent"
        else:
            fill(painter, box, theme.color("surface"), 9)
            outline(painter, box, theme.color("edge"), 9)
            knob, role = QRectF(box.left() + 3, box.top() + 3, 12, 12), "edge"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(role))
        painter.drawEllipse(knob)
        if self.shows_ring:
            outline(painter, box, theme.color("accentline"), 9, 2)
        painter.end()
