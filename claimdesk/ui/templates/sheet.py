"""The two columns of a template: the language that is sent, and Chinese to read; paragraph beside paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.templates.chips import ChipWords
from claimdesk.ui.templates.editor import TemplateEditor
from claimdesk.ui.templates.paragraph_row import RowLook, TemplateRow
from claimdesk.ui.templates.variable_list import VariableList
from claimdesk.ui.templates.writing import LANGUAGES, TITLES, TemplateText
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import GhostButton, LinkButton
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.menus import Menu
from claimdesk.ui.widgets.painting import fill
from claimdesk.ui.widgets.tab_order import in_order
from claimdesk.ui.widgets.tall import TallPage, scrolled


@dataclass(frozen=True, slots=True)
class SheetLook:
    """What the rows are shown with; `labels` by language (`en`, `zh`, and the one shown)."""

    labels: Mapping[str, Mapping[str, str]]
    shown: str
    platforms: Mapping[str, str]
    condition_names: Sequence[tuple[str, str]] = ()
    empty: frozenset[str] = frozenset()
    stale: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    faults: Mapping[int, tuple[str, ...]] = field(default_factory=dict)  # by number of the paragraph, from 1


class _Head(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(32)
        self.rows_width = 0  # of the rows below, whose middle the line goes on

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.setClipRect(box)
        fill(painter, box.adjusted(0, 0, 0, 8), active().color("surface2"), 7)
        painter.fillRect(QRectF(int((self.rows_width or box.width()) / 2), 0, 1, box.height()), active().color("line"))
        painter.end()


class Sheet(QFrame):
    """Shows a `TemplateText`; every change goes to it by `changed(what, id, value…)` of the screen's choosing."""

    edited = Signal(str, str, str)  # paragraph, language, text
    terms_chosen = Signal(str, object, object)  # paragraph, condition or None, optional or None
    moved = Signal(str, int)
    added = Signal(str)  # after which paragraph
    removed = Signal(str)
    fits = Signal(str, str)
    language_chosen = Signal(str)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, variables: VariableList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self._variables = variables
        self._rows: dict[str, TemplateRow] = {}
        self._on = ""
        self._last_editor: TemplateEditor | None = None
        self.language = "en"
        self._build()
        self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(Line())
        page = TallPage()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 6)
        self._column.setSpacing(0)
        self.add_button = LinkButton("", "plus")
        self.add_button.setObjectName("add-paragraph")
        self.add_button.clicked.connect(lambda: self.added.emit(""))
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 4)
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self._column.addStretch(1)
        self.area = scrolled(page)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.area, 1)
        self.area.verticalScrollBar().rangeChanged.connect(lambda *_: self._line_up())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._line_up()

    def _line_up(self) -> None:
        """The titles stand over the columns, whether there is a scroll bar or not."""
        bar = self.area.verticalScrollBar()
        room = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        self._head_row.setContentsMargins(0, 0, room, 0)
        self._top.rows_width = self._top.width() - room
        self._top.update()

    def _head(self) -> QWidget:
        self._top = head = _Head()
        self.languages = GhostButton("", small=True)
        self.languages.setObjectName("template-language")
        self.languages.setMenu(Menu(self.languages))
        self._to_send = Plain("", "secondary")
        self.count = Plain("", "secondary", "text2")
        self.count.setObjectName("template-count")
        self._read_title = Plain("", "chip", "text")
        self._to_read = Plain("", "secondary")
        self._paired_icon = Icon("check-circle", "ok", 14)
        self.paired = Plain("", "secondary", "ok")
        self.paired.setObjectName("template-paired")
        left, right = QHBoxLayout(), QHBoxLayout()
        for side, margin, parts in (
            (left, 5, (self.languages, self._to_send, None, self.count)),
            (right, 14, (self._read_title, self._to_read, None, self._paired_icon, self.paired)),
        ):
            side.setContentsMargins(margin, 0, 14, 0)
            side.setSpacing(6)
            for part in parts:
                if part is None:
                    side.addStretch(1)
                else:
                    side.addWidget(part)
        self._head_row = row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        return head

    def retranslate(self) -> None:
        """Every word in the language shown."""
        self._to_send.setText(self.tr("to send"))
        self._read_title.setText(self.tr("Chinese meaning"))
        self._to_read.setText(self.tr("for you to read"))
        self.add_button.setText(self.tr("Add a paragraph"))
        self.add_button.updateGeometry()
        self.languages.setAccessibleName(self.tr("Language to write"))
        for row in self._rows.values():
            row.strip.retranslate()

    # showing

    def show_template(self, text: TemplateText, look: SheetLook) -> None:
        """The template as it stands."""
        self._arrange([str(p["id"]) for p in text.paragraphs])
        own = "zh" if look.shown == "zh" and self.language != "en" else "en"
        sent = ChipWords(look.labels[own], look.empty)
        read = ChipWords(look.labels["zh"], look.empty)
        count = len(text.paragraphs)
        for number, paragraph in enumerate(text.paragraphs, 1):
            key = str(paragraph["id"])
            row = self._rows[key]
            row.strip.offer_terms(look.condition_names, look.platforms)
            row.show_paragraph(paragraph, RowLook(
                self.language, sent, read, look.labels[look.shown], look.platforms, look.stale.get(key, ()),
                look.faults.get(number, ()), first=number == 1, last=number == count,
            ))  # fmt: skip
        self._show_languages(text, look.stale)
        self._show_paired(text)
        written = self._rows.get(self._on)
        if written is not None and any(editor.hasFocus() for editor in written.editors):
            QTimer.singleShot(0, self, self._reveal)  # notes below it may have come

    def show_count(self, characters: int | None, limit: int) -> None:
        """How long the preview is, and how long it may be."""
        if characters is None:
            self.count.setText("")
            return
        self.count.setText(f"{characters:,} / {limit:,}" if limit else f"{characters:,}")
        over, near = limit and characters > limit, limit and characters >= 0.9 * limit
        self.count.set_ink("danger" if over else "warn" if near else "text2")

    def _show_paired(self, text: TemplateText) -> None:
        done, count = text.paired(), len(text.paragraphs)
        whole = done == count
        self.paired.setText(
            (self.tr("1 paragraph paired") if count == 1 else self.tr("{count} paragraphs paired").format(count=count))
            if whole
            else self.tr("{done} of {count} paired").format(done=done, count=count)
        )
        self.paired.set_ink("ok" if whole else "warn")
        self._paired_icon.set("check-circle" if whole else "warning-fill", "ok" if whole else "warn")

    def _show_languages(self, text: TemplateText, stale: Mapping[str, tuple[str, ...]]) -> None:
        count = len(text.paragraphs)
        self.languages.setText(TITLES[self.language])
        self.languages.updateGeometry()
        menu = self.languages.menu()
        menu.clear()
        old = {language for languages in stale.values() for language in languages}
        for language in (code for code in LANGUAGES if code != "zh"):
            written = text.written(language)
            note = self.tr("not written") if not written else "" if written == count else f"{written} / {count}"
            if language in old:
                note = self.tr("may be out of date")
            elif written and not text.native_checked(language):
                note = f"{note}, {self._unchecked()}" if note else self._unchecked()
            action = menu.addAction(f"{TITLES[language]}   {note}" if note else TITLES[language])
            action.setCheckable(True)
            action.setChecked(language == self.language)
            action.triggered.connect(lambda _=False, one=language: self.language_chosen.emit(one))

    def _unchecked(self) -> str:
        return self.tr("have a native speaker check")

    def _arrange(self, ids: list[str]) -> None:
        if ids == list(self._rows):
            return
        focused = next((key for key, row in self._rows.items() if any(e.hasFocus() for e in row.editors)), "")
        for key in [key for key in self._rows if key not in ids]:
            row = self._rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        rows = {}
        for at, key in enumerate(ids):
            row = self._rows.get(key) or self._new_row(key)
            self._column.removeWidget(row)
            self._column.insertWidget(at, row)
            row.show()
            rows[key] = row
        self._rows = rows
        in_order((self._top, *rows.values(), self.add_button))
        if self._on not in rows:
            self._on, self._last_editor = "", None
        if focused and focused in rows and not rows[focused].isAncestorOf(self.focusWidget() or self):
            rows[focused].sent.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_row(self, key: str) -> TemplateRow:
        row = TemplateRow(key, self._variables)
        row.edited.connect(self.edited)
        row.entered.connect(self._on_entered)
        row.crossed.connect(self._on_crossed)
        row.fits.connect(self.fits)
        row.strip.optional_chosen.connect(lambda on: self.terms_chosen.emit(key, None, on))
        row.strip.when_chosen.connect(lambda when: self.terms_chosen.emit(key, when, None))
        row.strip.moved.connect(lambda by: self.moved.emit(key, by))
        row.strip.added.connect(lambda: self.added.emit(key))
        row.strip.removed.connect(lambda: self.removed.emit(key))
        for editor in row.editors:
            editor.undo_asked.connect(self.undo_asked)
            editor.redo_asked.connect(self.redo_asked)
            editor.moved.connect(lambda by: self.moved.emit(key, by))
            editor.added.connect(lambda: self.added.emit(key))
        return row

    # moving about

    def _on_entered(self, key: str, editor: object) -> None:
        if isinstance(editor, TemplateEditor):
            self._last_editor = editor
        self._on = key
        for each, row in self._rows.items():
            row.set_on(each == key)
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        """The paragraph being written can be seen with the line below it."""
        row = self._rows.get(self._on)
        if row is not None:
            self.area.ensureWidgetVisible(row, 0, 8)

    def _on_crossed(self, key: str, editor: object, by: int) -> None:
        ids = list(self._rows)
        at = ids.index(key) + by
        if 0 <= at < len(ids):
            row = self._rows[ids[at]]
            target = row.sent if editor is self._rows[key].sent else row.read
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, paragraph_id: str, language: str = "") -> None:
        """Put the cursor into a paragraph."""
        row = self._rows.get(paragraph_id)
        if row is not None:
            (row.read if language == "zh" else row.sent).setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(row, 0, 20)

    def editor(self) -> TemplateEditor | None:
        """Where a variable would be put: the editor that last had the focus, else the first."""
        if self._last_editor is not None:
            return self._last_editor
        return next((row.sent for row in self._rows.values()), None)

    def forget(self) -> None:
        """Another template: no paragraph is being written."""
        self._on, self._last_editor = "", None
        for row in self._rows.values():
            row.set_on(False)
