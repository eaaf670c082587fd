"""The right side below the progress: what changes, and earlier imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimdesk.core.records.imports import BatchRow
from claimdesk.ui.importing.entries import Phase
from claimdesk.ui.importing.field_words import FieldWords
from claimdesk.ui.importing.session import ImportSession
from claimdesk.ui.widgets.buttons import LinkButton, PlainButton
from claimdesk.ui.widgets.cards import Card, Line
from claimdesk.ui.widgets.empty import MessageBar
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import TallPage, empty_layout, scrolled
from claimdesk.ui.widgets.times import clock_text, count_text, due_text

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext

CHANGES_SHOWN = 8
KEPT_SHOWN = 200


class ChangesCard(Card):
    """Which fields of known orders change, and in how many orders; a field can be left as it is.

    Signals: `field_left(field, left)`, `each_asked` for the changes one by one.
    """

    field_left = Signal(str, bool)
    each_asked = Signal()

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
        self.each = LinkButton()
        self.each.setObjectName("import_each_change")
        self.each.clicked.connect(self.each_asked)
        self.boxes: dict[str, QCheckBox] = {}
        self.body.addLayout(self._rows)
        self.body.addSpacing(6)
        self.body.addWidget(self.each, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)  # it takes the room of the earlier imports where they give way

    def show_session(self, session: ImportSession) -> None:
        """Show the changes of the files; hidden when there are none."""
        self._title.setText(self.tr("What changes"))
        ready = session.phase == Phase.READY
        self.each.setText(self.tr("See and choose each change") if ready else self.tr("See each change"))
        self.boxes = {}
        empty_layout(self._rows)
        counts = session.change_counts()
        rest = sum(count for _, count in counts[CHANGES_SHOWN:])
        left = {field for entry in session.readable for number, field in entry.choices.leave if not number}
        for at, (name, count) in enumerate(counts[:CHANGES_SHOWN]):
            self._rows.addWidget(self._field(name, left, ready=ready), at, 0)
            tone = "text3" if name in left else "text"
            self._rows.addWidget(Plain(count_text(count), "strong", tone), at, 1, Qt.AlignmentFlag.AlignRight)
        if rest:
            self._rows.addWidget(Plain(self.tr("Other fields"), "table"), CHANGES_SHOWN, 0)
            self._rows.addWidget(Plain(count_text(rest), "strong"), CHANGES_SHOWN, 1, Qt.AlignmentFlag.AlignRight)
        self.setVisible(bool(counts) and session.phase not in (Phase.START, Phase.CHECKING))

    def _field(self, name: str, left: set[str], *, ready: bool) -> QWidget:
        """A field that is ticked while its changes are wanted."""
        box = QCheckBox(self._fields.field(name))
        box.setObjectName(f"import_take_{name}")
        box.setChecked(name not in left)
        box.setEnabled(ready)
        box.setToolTip(self.tr("Untick to leave this as it is in every order."))
        box.toggled.connect(lambda taken: self.field_left.emit(name, not taken))
        self.boxes[name] = box
        return box


class EarlierCard(Card):
    """Earlier imports, newest first. `undo_asked(batch, file)` takes one back."""

    undo_asked = Signal(int, str)

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
        empty_layout(self._rows)
        self._show_kept(session)
        for batch in session.batches:
            self._rows.addWidget(Line(soft=True))
            self._rows.addWidget(self._row(batch, session.phase != Phase.WRITING))
        self._rows.addStretch(1)

    def _show_kept(self, session: ImportSession) -> None:
        """What the last undo left as it is, every order with its reason."""
        result = session.undo_result
        kept = result.kept if result is not None else ()
        self._kept.setVisible(bool(kept))
        if not kept or self._ctx.desk is None:
            return
        count = count_text(len(kept))
        self._kept.set(
            self.tr("1 order was kept") if len(kept) == 1 else self.tr("{count} orders were kept").format(count=count)
        )
        for one in kept[:KEPT_SHOWN]:
            reason = self._ctx.text(self._ctx.desk.wording.text(one.reason))
            row = QVBoxLayout()
            row.setContentsMargins(16, 6, 16, 6)
            row.setSpacing(0)
            row.addWidget(Plain(one.order_no, "strong"))
            row.addWidget(Plain(reason, "secondary", "text2", wrap=True))
            box = QWidget()
            box.setObjectName("import_kept_order")
            box.setLayout(row)
            self._rows.addWidget(Line(soft=True))
            self._rows.addWidget(box)
        if len(kept) > KEPT_SHOWN:
            rest = self.tr("and {count} more").format(count=count_text(len(kept) - KEPT_SHOWN))
            self._rows.addWidget(Plain(rest, "secondary", "text3"))

    def _row(self, batch: BatchRow, may_undo: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = Plain(batch.file, "table", elide=True)
        name.setToolTip(f"{batch.file}\n{self._ctx.text(batch.format_title)}")
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
        when = due_text(batch.imported_at, self._ctx.now(), self._ctx.language, zone=self._ctx.home)
        when = when or clock_text(batch.imported_at, self._ctx.home)
        parts = [when[:1].upper() + when[1:], self.tr("{count} rows").format(count=count_text(batch.rows))]
        if batch.cases_since == 1:
            parts.append(self.tr("1 case since"))
        elif batch.cases_since:
            parts.append(self.tr("{count} cases since").format(count=batch.cases_since))
        return self.tr(", ", "between facts about an import").join(parts)
