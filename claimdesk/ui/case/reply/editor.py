"""The field of one paragraph: as high as its text, plain text only, values tinted, findings underlined."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextEdit, QWidget

from claimdesk.ui.case.reply.gaps import gap_between, gap_format, paint_gap, unbroken
from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, outline

LINE = 20
# kind of mark -> ink, ground
_TINTS = {"value": ("accenttext", "accentsoft"), "missing": ("warn", "warnsoft")}
_WAVES = {"block": "dangersolid", "warn": "warnsolid", "hint": "edge"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` up to `end`: a value, a missing value, or a finding (block, warn, hint).

    A slip of the pen is `misspelt` and has words to write instead; a missing value is shown by its `label`.
    """

    start: int
    end: int
    kind: str
    misspelt: bool = False
    instead: tuple[str, ...] = ()
    label: str = ""


class _Tint(QSyntaxHighlighter):
    """Gives marked characters their ink and wave."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.marks: tuple[Mark, ...] = ()

    def highlightBlock(self, text: str) -> None:
        colors = active()
        base = self.currentBlock().position()
        for mark in self.marks:
            first, last = max(0, mark.start - base), min(len(text), mark.end - base)
            for at in range(first, last):
                look = QTextCharFormat(self.format(at))
                if mark.kind in _TINTS:
                    look.setForeground(colors.color(_TINTS[mark.kind][0]))
                else:
                    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                    look.setUnderlineColor(colors.color(_WAVES[mark.kind]))
                self.setFormat(at, 1, look)
        for mark in self.marks:
            first, last = mark.start - base, mark.end - base
            gap = gap_between(text, first, last) if mark.label else None
            if gap is None:
                continue
            for at in range(first, last):
                look = QTextCharFormat(self.format(at))
                gap_format(look, last - first, gap[1], mark.label)
                self.setFormat(at, 1, look)


class ParagraphEditor(QTextEdit):
    """A paragraph that can be typed in.

    `edited(text)` for what the operator types; `entered` when it gets the focus; `crossed(±1)` when an arrow
    leaves its first or last line; `word_kept(word)` when a word that looks misspelt is right.
    """

    edited = Signal(str)
    entered = Signal()
    crossed = Signal(int)
    word_kept = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, ink: str = "text") -> None:
        super().__init__(parent)
        self._ink = ink
        self._quiet = False
        self._marks: tuple[Mark, ...] = ()
        self._before = 0  # where the cursor was
        self._tint = _Tint(self.document())
        self.setProperty("embedded", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self.textChanged.connect(self._on_changed)
        self.cursorPositionChanged.connect(self._on_cursor)
        self._dress()

    def show_text(self, text: str) -> None:
        """Put a text in without telling; the cursor stays where it was when the text is the same."""
        if text == self.toPlainText():
            return
        self._quiet = True
        at = self.textCursor().position()
        self.setPlainText(unbroken(text))
        self._set_line_height()
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(text)))
        self.setTextCursor(cursor)
        self.document().clearUndoRedoStacks()
        self._quiet = False
        self._fit()

    def replace_text(self, text: str) -> None:
        """Put a text in as one step that Ctrl+Z takes back, and tell it."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(unbroken(text))

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Tint and underline these characters of the text that is shown."""
        text = self.toPlainText()
        if not text.isascii():
            marks = tuple(replace(one, start=_units(text, one.start), end=_units(text, one.end)) for one in marks)
        if marks == self._marks:
            return
        self._marks = self._tint.marks = marks
        self._quiet = True
        self._tint.rehighlight()
        self._quiet = False
        self.viewport().update()

    def selected(self) -> tuple[int, int]:
        """The characters selected; twice the cursor's place when none are."""
        text, cursor = self.toPlainText(), self.textCursor()
        return _characters(text, cursor.selectionStart()), _characters(text, cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select characters and take the focus."""
        text, cursor = self.toPlainText(), self.textCursor()
        cursor.setPosition(min(_units(text, start), _units(text, len(text))))
        cursor.setPosition(min(_units(text, end), _units(text, len(text))), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(200, max(LINE, round(self.document().size().height())))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, LINE)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only."""
        if source.hasText():
            self.insertPlainText(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not self.isReadOnly():
            self._take_gap(at_end=event.key() == Qt.Key.Key_Backspace)
        before = self.textCursor().position()
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.textCursor().position() == before:
            self.crossed.emit(-1 if event.key() == Qt.Key.Key_Up else 1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu(self.cursorForPosition(event.pos()).position())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def context_menu(self, at: int) -> QMenu:
        """What a right click at a character offers: other words for a misspelt one first, then what any field does."""
        menu = self.createStandardContextMenu()
        mark = next((one for one in self._marks if one.misspelt and one.start <= at <= one.end), None)
        if mark is None or self.isReadOnly():
            return menu
        first = menu.actions()[0]
        offered = []
        for word in mark.instead:
            action = QAction(word, menu)
            action.triggered.connect(lambda _=False, one=word: self._respell(mark, one))
            offered.append(action)
        text = self.toPlainText()
        wrong = text[_characters(text, mark.start) : _characters(text, mark.end)]
        own = QAction(self.tr("Add “{0}” to my words").format(wrong), menu)
        own.setObjectName("addWord")
        own.triggered.connect(lambda: self.word_kept.emit(wrong))
        for action in (*offered, own):
            menu.insertAction(first, action)
        menu.insertSeparator(first)
        return menu

    def _respell(self, mark: Mark, word: str) -> None:
        cursor = self.textCursor()
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(word)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the paragraph

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.ApplicationFontChange):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gaps = self._gaps()
        for mark in self._marks:
            if mark.kind in _TINTS and mark not in gaps:
                for box in self._boxes(mark):
                    fill(painter, box, active().color(_TINTS[mark.kind][1]), 3)
                    if mark.kind == "missing":
                        outline(painter, box, active().color("warnline"), 3)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in gaps:
            paint_gap(painter, [box.adjusted(3, 0, -3, 0) for box in self._boxes(mark)], mark.label)
        painter.end()

    def _gaps(self) -> list[Mark]:
        """Missing values that are shown by their words, as far as they still stand in the text."""
        named = [mark for mark in self._marks if mark.label]
        text = self.toPlainText() if named else ""
        return [mark for mark in named if gap_between(text, mark.start, mark.end)]

    def _on_cursor(self) -> None:
        """A gap is one thing: the cursor goes past it, never into it."""
        cursor = self.textCursor()
        at, before = cursor.position(), self._before
        gap = next((one for one in self._gaps() if one.start < at < one.end), None)
        if gap is not None:
            near_end = at - gap.start > gap.end - at
            at = gap.start if before == gap.end or (before != gap.start and not near_end) else gap.end
            keep = QTextCursor.MoveMode.KeepAnchor if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
            cursor.setPosition(at, keep)
            self.setTextCursor(cursor)
        self._before = at

    def _take_gap(self, *, at_end: bool) -> None:
        """Select the gap that a key is about to delete from, so that it goes as a whole."""
        cursor = self.textCursor()
        at = cursor.position()
        gap = next((one for one in self._gaps() if at == (one.end if at_end else one.start)), None)
        if gap is not None and not cursor.hasSelection():
            cursor.setPosition(gap.start)
            cursor.setPosition(gap.end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _boxes(self, mark: Mark) -> list[QRectF]:
        """Where a mark stands on the page, a box for each line it touches."""
        boxes = []
        block = self.document().findBlock(mark.start)
        while block.isValid() and block.position() < mark.end:
            layout = block.layout()
            origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
            first, last = mark.start - block.position(), mark.end - block.position()
            for index in range(layout.lineCount()):
                line = layout.lineAt(index)
                start = max(first, line.textStart())
                stop = min(last, line.textStart() + line.textLength())
                if start < stop:
                    left, right = _x(line.cursorToX(start)), _x(line.cursorToX(stop))
                    boxes.append(
                        QRectF(origin.x() + left - 2, origin.y() + index * LINE + 1, right - left + 4, LINE - 2)
                    )
            block = block.next()
        return boxes

    def _on_changed(self) -> None:
        if not self._quiet:
            self.edited.emit(self.toPlainText())

    def _fit(self) -> None:
        height = max(LINE, round(self.document().size().height()))
        if height != self.height():
            self.setFixedHeight(height)

    def _dress(self) -> None:
        self._quiet = True
        font = role_font("body")
        if self.font() != font:
            self.setFont(font)
        self.document().setDefaultFont(font)
        self.setTextColor(active().color(self._ink))
        self.setStyleSheet("")  # the application's sheet colours it; only the ink is ours
        palette = self.palette()
        palette.setColor(palette.ColorRole.Text, active().color(self._ink))
        self.setPalette(palette)
        self._tint.rehighlight()
        self._set_line_height()
        self._quiet = False

    def _set_line_height(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        look = QTextBlockFormat()
        look.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.mergeBlockFormat(look)


def _units(text: str, characters: int) -> int:
    """Qt counts in UTF-16 units, everybody else in characters."""
    return len(text[:characters].encode("utf-16-le", "surrogatepass")) // 2


def _characters(text: str, units: int) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))


def _x(found: object) -> float:
    """PySide gives the x alone or with the cursor it moved to."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
