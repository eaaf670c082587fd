"""A row of variables to put where the cursor is, and the list of all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from claimdesk.ui.templates.chips import chip_width, paint_variable
from claimdesk.ui.templates.reading import Name
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import outline
from claimdesk.ui.widgets.tab_order import where_it_stands

FIRST = ("order_id", "item", "ship_date", "carrier", "tracking_no", "edd_max", "amount", "buyer_first_name")


class _ChipButton(QAbstractButton):
    def __init__(self, name: Name, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name.name
        self.setObjectName(f"insert-{name.name}")
        self.setText(name.label.get(language))
        self.setToolTip(name.sample.get(language))
        self.setAccessibleName(name.label.get(language))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self.text())) + 1, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        paint_variable(painter, box, self.text(), "known")
        if self.hasFocus() or self.underMouse():
            outline(painter, box, active().color("accent"), 4)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        self.updateGeometry()
        super().changeEvent(event)


class InsertBar(QWidget):
    """`chosen(name)`; `all_asked` for the whole list. As many chips as there is room for."""

    chosen = Signal(str)
    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._buttons: list[_ChipButton] = []
        self._words = Plain("", "secondary", "text3")
        self.more = LinkButton()
        self.more.setObjectName("all-variables")
        self.more.clicked.connect(self.all_asked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._words)
        self._row.addWidget(self.more)
        self._row.addStretch(1)

    def set_names(self, names: Sequence[Name], language: str) -> None:
        """Offer the template's own fields, then those that are used most."""
        asked = [name for name in names if name.asked]
        usual = [name for wanted in FIRST for name in names if name.name == wanted]
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for at, name in enumerate((*asked, *usual), 1):
            button = _ChipButton(name, language, self)
            button.clicked.connect(lambda _=False, one=name.name: self.chosen.emit(one))
            self._row.insertWidget(at, button)
            self._buttons.append(button)
        where_it_stands(self, (*self._buttons, self.more))
        self._words.setText(self.tr("Insert"))
        self.more.setText(self.tr("All {count} variables").format(count=len(names)))
        self.more.setToolTip("{{  ·  Ctrl+J")
        self.more.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 22)

    def sizeHint(self) -> QSize:
        return QSize(400, 22)

    def _fit(self) -> None:
        room = self.width() - self._words.sizeHint().width() - self.more.sizeHint().width() - 16
        for button in self._buttons:
            room -= button.sizeHint().width() + 6
            button.setVisible(room >= 0)
