"""What the import is doing or waits for, and its counts."""

from __future__ import annotations

import time

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.importing.entries import Phase
from claimdesk.ui.importing.session import ImportSession
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.cards import Card, Line
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import paint_text
from claimdesk.ui.widgets.times import count_text

LONG = 2.0  # seconds after which it is worth saying how long it will take


class CountTile(QWidget):
    """A number with its name and icon above it."""

    def __init__(self, icon: str, ink: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._ink = icon, ink
        self._name, self.number = "", ""
        self.setFixedHeight(64)

    def sizeHint(self) -> QSize:
        return QSize(150, 64)

    def set(self, name: str, number: str) -> None:
        """Show another number under a name."""
        self._name, self.number = name, number
        self.setAccessibleName(f"{name}: {number}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        paint_icon(painter, QRectF(16, 10, 14, 16), self._icon, theme.color(self._ink), 14)
        paint_text(
            painter, QRectF(36, 10, self.width() - 40, 16), self._name, theme.color("text2"), role_font("secondary")
        )
        paint_text(painter, QRectF(16, 28, self.width() - 20, 28), self.number, theme.color("text"), role_font("big"))
        painter.end()


class ProgressCard(Card):
    """What goes on now: checking, ready, importing, imported.

    Signals: `import_asked`, `cancel_asked`, `orders_asked`, `undo_asked`.
    """

    import_asked = Signal()
    cancel_asked = Signal()
    orders_asked = Signal()
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self.setObjectName("import_progress")
        self._writing = False
        self._title, self._percent = Plain("", "section"), Plain("", "strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._state, self._left = Plain("", "secondary", wrap=True), Plain("", "secondary")
        self.go, self.cancel = PrimaryButton("", "download-simple"), PlainButton("", "x")
        self.show_orders, self.undo = PrimaryButton("", "package"), PlainButton("", "arrow-counter-clockwise")
        for name, button in (
            ("go", self.go),
            ("cancel", self.cancel),
            ("orders", self.show_orders),
            ("undo", self.undo),
        ):
            button.setObjectName(f"import_{name}")
        self._hint = Plain("", "hint", wrap=True)
        self._tiles = {
            "new": CountTile("plus-circle", "ok"),
            "updated": CountTile("arrows-clockwise", "accenttext"),
            "unchanged": CountTile("equals", "text3"),
            "rejected": CountTile("x-circle", "danger"),
        }
        self._lay_out()
        self.go.clicked.connect(self.import_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.show_orders.clicked.connect(self.orders_asked)
        self.undo.clicked.connect(self.undo_asked)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(16, 14, 16, 14)
        top.setSpacing(0)
        head, line, buttons = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._percent)
        line.addWidget(self._state, 1)
        line.addWidget(self._left)
        buttons.setSpacing(8)
        for button in (self.go, self.show_orders, self.undo, self.cancel):
            buttons.addWidget(button)
        buttons.addWidget(self._hint, 1)
        buttons.addStretch(0)
        top.addLayout(head)
        top.addSpacing(8)
        top.addWidget(self._bar)
        top.addSpacing(6)
        top.addLayout(line)
        top.addSpacing(12)
        top.addLayout(buttons)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.addLayout(top)
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.addWidget(Line(), 0, 0, 1, 3)
        grid.addWidget(self._tiles["new"], 1, 0)
        grid.addWidget(Line(upright=True), 1, 1, 3, 1)
        grid.addWidget(self._tiles["updated"], 1, 2)
        grid.addWidget(Line(), 2, 0, 1, 3)
        grid.addWidget(self._tiles["unchanged"], 3, 0)
        grid.addWidget(self._tiles["rejected"], 3, 2)
        self._grid = QWidget()
        self._grid.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._grid)

    def show_session(self, session: ImportSession) -> None:
        """Show where the session stands."""
        phase = session.phase
        self._writing = phase == Phase.WRITING
        running = phase in (Phase.CHECKING, Phase.WRITING)
        self._bar.setVisible(running)
        self._left.setText("")
        self._percent.setText("")
        if running:
            self._bar.setRange(0, 0 if phase == Phase.CHECKING else 1000)
            self._bar.setValue(0)
        self.go.setVisible(phase == Phase.READY)
        self.cancel.setVisible(running or phase == Phase.READY)
        orders = session.count("new") + session.count("updated")
        self.show_orders.setVisible(phase == Phase.DONE and session.batch_id is not None and orders > 0)
        self.undo.setVisible(phase == Phase.DONE and session.batch_id is not None)
        self._grid.setVisible(bool(session.readable))
        names = {"new": self.tr("New"), "updated": self.tr("Updated"), "unchanged": self.tr("Unchanged"),
                 "rejected": self.tr("Rejected")}  # fmt: skip
        told = {"new": session.figures, "unchanged": session.known_figures}
        for key, tile in self._tiles.items():
            tile.set(names[key], count_text(session.count(key) + told.get(key, 0)))
        self._say(session)

    def _say(self, session: ImportSession) -> None:
        """The words of the phase."""
        self.cancel.setText(self.tr("Cancel"))
        self.undo.setText(self.tr("Undo import"))
        self.show_orders.setText(self.tr("Show these orders"))
        self._hint.setText("")
        todo = session.todo
        if session.phase == Phase.CHECKING:
            self._title.setText(self.tr("Checking"))
            self._state.setText(self.tr("Every row is read. Nothing is changed."))
        elif session.phase == Phase.WRITING:
            self._title.setText(self.tr("Importing"))
            self._state.setText("")
            self._hint.setText(self.tr("Nothing is changed until the import has finished."))
        elif session.phase == Phase.DONE:
            self._title.setText(self.tr("Imported") if session.batch_id is not None else self.tr("Nothing to import"))
            self._state.setText(self._done_words(session))
        elif not session.readable and session.open_files:
            self._title.setText(self.tr("Choose the columns"))
            self._state.setText(self._open_words(session))
        elif not session.readable:
            self._title.setText(self.tr("Nothing to import"))
            self._state.setText(self.tr("None of the files can be read. Nothing was changed."))
        elif not todo and session.count("rejected") and not session.count("unchanged"):
            self._title.setText(self.tr("Nothing to import"))
            self._state.setText(
                self.tr("No row can be imported as it is. The row issues say why; nothing was changed.")
            )
        elif not todo:
            self._title.setText(self.tr("Nothing new"))
            self._state.setText(self._known_words(session))
        else:
            self._title.setText(self.tr("Ready to import"))
            self._state.setText(self._ready_words(session))
        self._hint.setVisible(bool(self._hint.text()))
        self._state.setVisible(bool(self._state.text()) or session.phase == Phase.WRITING)
        if session.open_files and not session.readable:
            self.go.setText(self.tr("Import"))
            self.go.setEnabled(False)
            return
        orders = todo - session.figures
        words = self.tr("Import 1 order") if orders == 1 else self.tr("Import {count} orders")
        if not orders and session.figures:
            words = self.tr("Import 1 figure") if session.figures == 1 else self.tr("Import {count} figures")
        self.go.setText(words.format(count=count_text(orders or todo)))
        self.go.setEnabled(todo > 0)

    def _ready_words(self, session: ImportSession) -> str:
        left_out = len(session.files) - len(session.readable) - len(session.open_files)
        words = self.tr("Nothing is changed until you press Import.")
        if left_out == 1:
            words += " " + self.tr("1 file cannot be read and is left out.")
        elif left_out:
            words += " " + self.tr("{count} files cannot be read and are left out.").format(count=left_out)
        if session.open_files:
            words += " " + self.tr("A file whose columns are still to be chosen is left out.")
        return words

    def _open_words(self, session: ImportSession) -> str:
        if any("columns" in entry.preview.questions for entry in session.open_files if entry.preview is not None):
            return self.tr("Say which column holds the order number, and what the others mean. Nothing is changed.")
        return self.tr("Some columns are not certain: choose a field for each, or leave them out. Nothing is changed.")

    def _done_words(self, session: ImportSession) -> str:
        if session.batch_id is None:
            return self._known_words(session)
        if not session.count("new") + session.count("updated"):
            return self.tr("The figures of account health are kept. The import can be undone as a whole.")
        return self.tr("The orders are in the list. The import can be undone as a whole.")

    def _known_words(self, session: ImportSession) -> str:
        if any(entry.choices.leave for entry in session.readable):
            return self.tr("What would change is left as it is.")
        if session.known_figures and not session.count("unchanged"):
            return self.tr("All figures of the report are known already.")
        return self.tr("All orders of the file are known already, with the same details.")

    def show_progress(self, done: int, total: int, started: float) -> None:
        """How far the running job is, and how long it will take once that can be told."""
        if total <= 0:
            self._bar.setRange(0, 0)
            return
        share = min(1.0, done / total)
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(share * 1000))
        self._percent.setText(f"{round(share * 100)} %")
        counted = self.tr("{done} of {total} rows").format(done=count_text(done), total=count_text(total))
        if self._writing:
            counted = self.tr("{done} of {total} orders").format(done=count_text(done), total=count_text(total))
        self._state.setText(counted)
        passed = time.monotonic() - started
        if share > 0.05 and passed * (1 - share) / share > LONG:
            self._left.setText(self.tr("about {seconds} s left").format(seconds=round(passed * (1 - share) / share)))
        else:
            self._left.setText("")
