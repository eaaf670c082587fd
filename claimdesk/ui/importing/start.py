"""What the Import screen shows before there is a file: where to drop one, and what is recognised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.widgets.buttons import PrimaryButton
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.importing.session import ImportSession
    from claimdesk.ui.orders.places import Places

_COUNTRY = re.compile(r"\s*[(（][^)）]*[)）]$")
_BETWEEN = "\N{NO-BREAK SPACE}· "  # a line never begins with the dot


class StartCard(Card):
    """The drop area. `choose_asked` is its button's."""

    choose_asked = Signal()

    def __init__(self, ctx: WindowContext, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=24, look="drop")
        self.setObjectName("import_drop")
        self._ctx = ctx
        self._places = places
        self._title, self._detail = Plain("", "pane", wrap=True), Plain("", "body", "text2", wrap=True)
        self.choose = PrimaryButton("", "folder-open", "Ctrl O")
        self._known_title, self._known = Plain("", "chip", "text2"), Plain("", "table", "text2", wrap=True)
        self._safe = Plain("", "secondary", "text3", wrap=True)
        body = self.body
        body.addStretch(2)
        body.addWidget(Icon("file-arrow-down", "accenttext", 48), 0, Qt.AlignmentFlag.AlignHCenter)
        body.addSpacing(12)
        for label, gap in ((self._title, 6), (self._detail, 16)):
            body.addLayout(_centred(label))
            body.addSpacing(gap)
        body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addSpacing(28)
        for label, gap in ((self._known_title, 4), (self._known, 12), (self._safe, 0)):
            body.addLayout(_centred(label))
            body.addSpacing(gap)
        body.addStretch(3)
        self.choose.clicked.connect(self.choose_asked)

    def show_session(self, session: ImportSession) -> None:
        """Every word in the language shown now, and the formats that are known."""
        self._title.setText(self.tr("Drop an export of your orders here"))
        self._detail.setText(
            self.tr("Several files at once are fine. You see what would change before anything is written.")
        )
        self.choose.setText(self.tr("Choose a file"))
        self._known_title.setText(self.tr("Recognised") if session.formats else "")
        names: dict[str, list[str]] = {}
        for one in session.formats:
            # One name for all countries: `Amazon transactions (Italy)`.
            name = _COUNTRY.sub("", self._ctx.text(one.title))
            if name not in names.setdefault(one.platform, []):
                names[one.platform].append(name)
        several = [titles for titles in names.values() if len(titles) > 1]
        single = [titles[0] for titles in names.values() if len(titles) == 1]
        self._known.setText("\n".join(_BETWEEN.join(titles) for titles in (*several, single)))
        self._safe.setText(self.tr("Files are read on this computer only. Nothing is sent anywhere."))


def _centred(label: Plain) -> QHBoxLayout:
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setMaximumWidth(560)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, 6)
    row.addStretch(1)
    return row


def columned(*widgets: QWidget, gap: int = 12) -> QVBoxLayout:
    """Widgets below each other."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for widget in widgets:
        column.addWidget(widget)
    return column
