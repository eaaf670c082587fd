"""Three numbered starts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import LinkButton, PlainButton
from claimdesk.ui.widgets.cards import Card, Line
from claimdesk.ui.widgets.labels import Plain


class _Number(QWidget):
    """A disc of 28 with a number, filled for the step that comes first."""

    def __init__(self, number: int, on: bool) -> None:
        super().__init__()
        self._number, self._on = number, on
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(active().color("accent" if self._on else "neutralsoft"))
        painter.drawEllipse(QRectF(0, 0, 28, 28))
        painter.setPen(active().color("onaccent" if self._on else "text2"))
        painter.setFont(role_font("strong"))
        painter.drawText(QRectF(0, 0, 28, 28), int(Qt.AlignmentFlag.AlignCenter), str(self._number))
        painter.end()


class StartSteps(Card):
    """`import_asked`, `profile_asked`, `case_asked`; `export_asked` for how files are exported."""

    import_asked = Signal()
    profile_asked = Signal()
    case_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self._rows: list[tuple[Plain, Plain, PlainButton]] = []
        self._how = LinkButton("")
        self._how.setObjectName("howToExport")
        self._how.clicked.connect(self.export_asked)
        signals = (self.import_asked, self.profile_asked, self.case_asked)
        for number, signal in enumerate(signals, start=1):
            if number > 1:
                self.body.addWidget(Line(soft=True))
            title, words = Plain("", "section"), Plain("", "table", "text2", wrap=True)
            button = PlainButton("", small=True)
            button.setObjectName(f"start-{number}")
            button.clicked.connect(signal)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(title)
            column.addWidget(words)
            row = QHBoxLayout()
            row.setContentsMargins(20, 16, 20, 16)
            row.setSpacing(14)
            row.addWidget(_Number(number, number == 1))
            row.addLayout(column, 1)
            if number == 1:
                row.addWidget(self._how)
            row.addWidget(button)
            self.body.addLayout(row)
            self._rows.append((title, words, button))

    def retranslate(self) -> None:
        """Texts in the language shown."""
        self._how.setText(self.tr("How to export?"))
        self._how.updateGeometry()
        texts = (
            (self.tr("Import your orders"),
             self.tr("Export the last 90 days from the platform's seller pages or your ERP. You see a preview first, and "
                     "an import can be undone."), self.tr("Import")),
            (self.tr("Tell us about your shop"),
             self.tr("Name, signature and return route; replies and dossiers fill them in."), self.tr("Fill in")),
            (self.tr("Open the first case"),
             self.tr("Choose an order; the fitting scenario is suggested and leads you step by step."),
             self.tr("New case")),
        )  # fmt: skip
        for (title, words, button), (a, b, c) in zip(self._rows, texts, strict=True):
            title.setText(a)
            words.setText(b)
            button.setText(c)
            button.updateGeometry()
