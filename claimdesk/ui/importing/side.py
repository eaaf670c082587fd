"""The right side: what the import is doing or waits for, its counts, what changes, and earlier imports."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from claimdesk.core.records.imports import BatchRow
from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.importing.field_words import FieldWords
from claimdesk.ui.importing.session import ImportSession, Phase
from claimdesk.ui.orders.tall import TallPage, empty_layout, scrolled
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.cards import Card, Line
from claimdesk.ui.widgets.empty import MessageBar
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import paint_text
from claimdesk.ui.widgets.times import clock_text, count_text, due_text

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext

CHANGES_SHOWN = 8
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
        paint_text(painter, QRectF(36, 10, self.width() - 40, 16), self._name, theme.color("text2"), role_font("secondary"))
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
        self._title, self._percent = Plain("", "section"), Plain("", "strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._state, self._left = Plain("", "secondary", wrap=True), Plain("", "secondary")
        self.go, self.cancel = PrimaryButton("", "download-simple"), PlainButton("", "x")
        self.show_orders, self.undo = PrimaryButton("", "package"), PlainButton("", "arrow-counter-clockwise")
        for name, button in (("go", self.go), ("cancel", self.cancel), ("orders", self.show_orders), ("undo", self.undo)):
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
        running = phase in (Phase.CHECKING, Phase.WRITING)
        self._bar.setVisible(running)
        self._left.setText("")
        self._percent.setText("")
        if running:
            self._bar.setRange(0, 0 if phase == Phase.CHECKING else 1000)
            self._bar.setValue(0)
        self.go.setVisible(phase == Phase.READY)
        self.cancel.setVisible(running or phase == Phase.READY)
        self.show_orders.setVisible(phase == Phase.DONE)
        self.undo.setVisible(phase == Phase.DONE and session.batch_id is not None)
        self._grid.setVisible(bool(session.readable))
        names = {"new": self.tr("New"), "updated": self.tr("Updated"), "unchanged": self.tr("Unchanged"),
                 "rejected": self.tr("Rejected")}  # fmt: skip
        for key, tile in self._tiles.items():
            tile.set(names[key], count_text(session.count(key)))
        self._say(session)

    def _say(self, session: ImportSession) -> None:
        """The words of the phase."""
        self.cancel.setText(self.tr("Cancel"))
        self.undo.setText(self.tr("Undo import"))
        self.show_orders.setText(self.tr("Show these orders"))
        self._hint.setText("")
        todo = session.count("new") + session.count("updated")
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
        elif not session.readable:
            self._title.setText(self.tr("Nothing to import"))
            self._state.setText(self.tr("None of the files can be read. Nothing was changed."))
        elif not todo:
            self._title.setText(self.tr("Nothing new"))
            self._state.setText(self.tr("All orders of the file are known already, with the same details."))
        else:
            self._title.setText(self.tr("Ready to import"))
            self._state.setText(self._ready_words(session))
        self._hint.setVisible(bool(self._hint.text()))
        self._state.setVisible(bool(self._state.text()) or session.phase == Phase.WRITING)
        words = self.tr("Import 1 order") if todo == 1 else self.tr("Import {count} orders")
        self.go.setText(words.format(count=count_text(todo)))
        self.go.setEnabled(todo > 0)

    def _ready_words(self, session: ImportSession) -> str:
        left_out = len(session.files) - len(session.readable)
        words = self.tr("Nothing is changed until you press Import.")
        if left_out == 1:
            words += " " + self.tr("1 file cannot be read and is left out.")
        elif left_out:
            words += " " + self.tr("{count} files cannot be read and are left out.").format(count=left_out)
        return words

    def _done_words(self, session: ImportSession) -> str:
        if session.batch_id is None:
            return self.tr("All orders of the file are known already, with the same details.")
        return self.tr("The orders are in the list. The import can be undone as a whole.")

    def show_progress(self, done: int, total: int, started: float) -> None:
        """How far the running job is, and how long it will take once that can be told."""
        if total <= 0:
            self._bar.setRange(0, 0)
            return
        share = min(1.0, done / total)
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(share * 1000))
        self._percent.setText(f"{round(share * 100)} %")
        passed = time.monotonic() - started
        if share > 0.05 and passed * (1 - share) / share > LONG:
            self._left.setText(self.tr("about {seconds} s left").format(seconds=round(passed * (1 - share) / share)))
        else:
            self._left.setText("")


class ChangesCard(Card):
    """Which fields of known orders change, and in how many orders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self.setObjectName("import_changes")
        self._fields = FieldWords(self)
        self._title = Plain("", "section")
        self._rows = QGridLayout()
        self._rows.setVerticalSpacing(0)
        self._rows.setColumnStretch(0, 1)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.addWidget(self._title)
        self.body.addSpacing(8)
        self.body.addLayout(self._rows)

    def show_session(self, session: ImportSession) -> None:
        """Show the changes of the files; hidden when there are none."""
        self._title.setText(self.tr("What changes"))
        empty_layout(self._rows)
        counts = session.change_counts()
        rest = sum(count for _, count in counts[CHANGES_SHOWN:])
        rows = [(self._fields.field(name), count) for name, count in counts[:CHANGES_SHOWN]]
        if rest:
            rows.append((self.tr("Other fields"), rest))
        for at, (name, count) in enumerate(rows):
            self._rows.addWidget(Plain(name, "table"), at, 0)
            self._rows.addWidget(Plain(count_text(count), "strong"), at, 1, Qt.AlignmentFlag.AlignRight)
        self.setVisible(bool(rows) and session.phase != Phase.START)


class EarlierCard(Card):
    """Earlier imports, newest first. `undo_asked(batch, file)` takes one back, `orders_asked(batch)` shows its orders."""

    undo_asked = Signal(int, str)
    orders_asked = Signal(int)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self.setObjectName("import_earlier")
        self._ctx = ctx
        self._title, self._none = Plain("", "section"), Plain("", "table", "text3", wrap=True)
        self._kept = MessageBar(kind="warn")
        page = TallPage()
        self._rows = QVBoxLayout(page)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._area = scrolled(page)
        self.body.setContentsMargins(1, 1, 1, 1)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._kept)
        head.addWidget(self._none)
        self.body.addLayout(head)
        self.body.addWidget(self._area, 1)
        self.body.addStretch(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_session(self, session: ImportSession) -> None:
        """Show the imports, and what the last undo had to keep."""
        self._title.setText(self.tr("Earlier imports"))
        self._none.setText(self.tr("Every import is listed here and can be undone as a whole."))
        self._none.setVisible(not session.batches)
        self._area.setVisible(bool(session.batches))
        self.body.setStretch(2, 0 if session.batches else 1)
        self._show_kept(session)
        empty_layout(self._rows)
        for batch in session.batches:
            self._rows.addWidget(Line(soft=True))
            self._rows.addWidget(self._row(batch, session.phase != Phase.WRITING))
        self._rows.addStretch(1)

    def _show_kept(self, session: ImportSession) -> None:
        result = session.undo_result
        self._kept.setVisible(result is not None and bool(result.kept))
        if result is None or not result.kept or self._ctx.desk is None:
            return
        reasons: dict[str, list[str]] = {}
        for kept in result.kept:
            reasons.setdefault(kept.reason, []).append(kept.order_no)
        lines = []
        for reason, numbers in reasons.items():
            shown = ", ".join(numbers[:5]) + (" …" if len(numbers) > 5 else "")
            lines.append(f"{self._ctx.text(self._ctx.desk.wording.text(reason))}: {shown}")
        self._kept.set("\n".join(lines))

    def _row(self, batch: BatchRow, may_undo: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = Plain(batch.file, "table", elide=True)
        name.setToolTip(f"{batch.file}\n{batch.format_title}")
        words.addWidget(name)
        words.addWidget(Plain(self._about(batch), "secondary", "text3", elide=True))
        line.addLayout(words, 1)
        if batch.undone_at is not None:
            line.addWidget(Plain(self.tr("Undone"), "secondary", "text3"))
        else:
            undo = PlainButton(self.tr("Undo import"), "arrow-counter-clockwise", small=True)
            undo.setObjectName(f"import_undo_{batch.id}")
            undo.setEnabled(may_undo)
            undo.clicked.connect(lambda: self.undo_asked.emit(batch.id, batch.file))
            line.addWidget(undo)
        return row

    def _about(self, batch: BatchRow) -> str:
        when = due_text(batch.imported_at, self._ctx.now(), self._ctx.language)
        when = when or clock_text(batch.imported_at)
        parts = [when[:1].upper() + when[1:], self.tr("{count} rows").format(count=count_text(batch.rows))]
        if batch.cases_since == 1:
            parts.append(self.tr("1 case since"))
        elif batch.cases_since:
            parts.append(self.tr("{count} cases since").format(count=batch.cases_since))
        return self.tr(", ", "between facts about an import").join(parts)
