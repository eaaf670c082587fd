"""The assumptions of a comparison, each in a field of its own, with where the value came from."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.core.records.money import minor_digits
from claimdesk.ui.case.typing_field import TypingField
from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.cards import Section
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import money_text

if TYPE_CHECKING:
    from claimdesk.core.remedies.assumptions import Assumption, Assumptions

_CARETS = 18
_HIGH = 30
_MOST = Decimal(99_999_999)


class ValueField(TypingField):
    """An amount or a share. `edited` comes with what the operator changes, never with what is shown."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"assumption-{name}")
        self.setProperty("small", True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(role_font("table"))
        self.setFixedWidth(108)
        self.setTextMargins(0, 0, _CARETS - 10, 0)
        self._kind, self._currency = "money", ""
        self._shown = Decimal(0)
        self.textEdited.connect(self._on_typed)
        self.editingFinished.connect(self._write)

    def show_value(self, kind: str, value: Decimal, currency: str) -> None:
        """Show a share (0 to 1) or an amount in minor units; what is being typed stays as it is."""
        self._kind, self._currency, self._shown = kind, currency, value
        if not (self.hasFocus() and self.isModified()):
            self._write()

    @property
    def value(self) -> Decimal | None:
        """What stands in the field, a share of 0 to 1 or minor units; None when it is neither."""
        symbol = money_text(0, self._currency).partition("0")[0].strip()
        text = self.text().replace(symbol, "").strip(" %％").replace(",", "") if symbol else self.text().strip(" %％")
        try:
            typed = Decimal(text)
        except InvalidOperation:
            return None
        if not typed.is_finite() or typed < 0 or typed > _MOST:
            return None
        if self._kind == "share":
            return typed / 100 if typed <= 100 else None
        return typed.scaleb(minor_digits(self._currency)).quantize(Decimal(1))

    def step(self, by: int) -> None:
        """One step up or down: a point of a hundred, or half a unit of money."""
        size = Decimal("0.01") if self._kind == "share" else Decimal(max(1, 10 ** minor_digits(self._currency) // 2))
        value = max(Decimal(0), (self.value or Decimal(0)) + by * size)
        self._shown = min(value, Decimal(1)) if self._kind == "share" else value
        self._write()
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.isEnabled():
            self.step(1 if event.key() == Qt.Key.Key_Up else -1)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self.width() - _CARETS and self.isEnabled():
            self.setFocus()
            self.step(1 if event.position().y() < self.height() / 2 else -1)
            return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ink = active().color("text3")
        left, middle = self.width() - _CARETS, self.height() / 2
        paint_icon(painter, QRectF(left, middle - 8, 12, 8), "caret-up", ink, 8)
        paint_icon(painter, QRectF(left, middle, 12, 8), "caret-down", ink, 8)
        painter.end()

    def _on_typed(self) -> None:
        typed = self.value
        self._mark(faulty=typed is None)
        if typed is not None:
            self._shown = typed
            self.edited.emit()

    def _write(self) -> None:
        """Show the value as the house writes it; what could not be read is forgotten."""
        share = f"{(self._shown * 100).quantize(Decimal('0.1'))} %"
        words = share if self._kind == "share" else money_text(int(self._shown), self._currency)
        if words != self.text():
            self.setText(words)
        self.setModified(False)
        self._mark(faulty=False)

    def _mark(self, *, faulty: bool) -> None:
        if bool(self.property("faulty")) != faulty:
            self.setProperty("faulty", faulty)
            self.style().unpolish(self)
            self.style().polish(self)


class _Line(QWidget):
    """A field with its name and, small, where its value came from."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Plain("", "table", elide=True)
        self.origin = Plain("", "hint", "text3")
        self.field = ValueField(name)
        self.setFixedHeight(_HIGH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.name, 1)
        row.addWidget(self.origin)
        row.addWidget(self.field)


class RemedyAssumptions(QWidget):
    """All fields. `edited(id, value)` in minor units or shares; `reset_asked` takes the operator's values back."""

    edited = Signal(str, object)
    reset_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, _Line] = {}
        self._assumptions: Assumptions | None = None
        self._open = False
        self._section = Section("", self, gap=8)
        self._section.body.setSpacing(1)
        self._reset = LinkButton("")
        self._reset.setObjectName("resetAssumptions")
        self._reset.clicked.connect(self.reset_asked)
        self._section.head.addWidget(self._reset)
        self._more = LinkButton("")
        self._more.setObjectName("moreAssumptions")
        self._more.clicked.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._section)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_assumptions(self, assumptions: Assumptions, language: str, *, enabled: bool) -> None:
        """Show the values as they are; a field that is being typed in keeps its text."""
        self._assumptions = assumptions
        self._section.set_title(self.tr("Assumptions"))
        self._reset.setText(self.tr("Reset"))
        self._reset.setEnabled(enabled and bool(assumptions.edits))
        self._more.setText(self.tr("Fewer assumptions") if self._open else self.tr("More assumptions"))
        for name, item in assumptions.items.items():
            if name not in self._lines:
                self._add(name)
            line = self._lines[name]
            line.name.setText(item.label.get(language))
            line.name.setToolTip(item.source)
            line.origin.setText(self._origin_words(item.origin.value))
            line.field.setAccessibleName(item.label.get(language))
            line.field.setEnabled(enabled)
            line.field.show_value(item.kind, item.value, assumptions.currency)
            line.setVisible(self._is_shown(item))

    def _is_shown(self, item: Assumption) -> bool:
        """What the order does not tell is asked at once."""
        return self._open or item.main or (item.id == "revenue" and item.origin.value in ("estimate", "yours"))

    def _add(self, name: str) -> None:
        line = _Line(name)
        line.field.edited.connect(lambda: self.edited.emit(name, line.field.value))
        self._section.body.addWidget(line)
        self._lines[name] = line

    def _toggle(self) -> None:
        self._open = not self._open
        self._more.setText(self.tr("Fewer assumptions") if self._open else self.tr("More assumptions"))
        if self._assumptions is not None:
            for name, item in self._assumptions.items.items():
                self._lines[name].setVisible(self._is_shown(item))

    def _origin_words(self, origin: str) -> str:
        return {
            "estimate": self.tr("estimate"),
            "costs": self.tr("your costs"),
            "shop": self.tr("your shop"),
            "history": self.tr("similar cases"),
            "yours": self.tr("entered"),
        }.get(origin, "")
