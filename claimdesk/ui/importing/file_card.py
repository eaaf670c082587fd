"""The card of one file: its name and size, what format it was recognised as, or why it cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.icons import paint_icon
from claimdesk.ui.importing.questions import NEW
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import IconButton, LinkButton
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.menus import Menu
from claimdesk.ui.widgets.painting import fill
from claimdesk.ui.widgets.times import count_text

if TYPE_CHECKING:
    from claimdesk.core.records.imports import FilePreview
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.importing.entries import FileEntry
    from claimdesk.ui.importing.session import ImportSession
    from claimdesk.ui.orders.places import Places

ENCODINGS = ("utf-8", "gb18030", "big5", "cp1252", "cp932", "cp949", "utf-16")
NO_PLATFORM = ("", "other", "erp")  # of formats that carry the orders of several


class Tile(QWidget):
    """A tinted square with an icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = ("table", "oksoft", "ok")
        self.setFixedSize(40, 40)

    def set(self, icon: str, ground: str, ink: str) -> None:
        """Show another icon on another ground."""
        self._look = (icon, ground, ink)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        icon, ground, ink = self._look
        painter = QPainter(self)
        fill(painter, QRectF(self.rect()), active().color(ground), 8)
        paint_icon(painter, QRectF(self.rect()), icon, active().color(ink), 22)
        painter.end()


class FileCard(Card):
    """One file of the session.

    Signals: `format_chosen(id)`, `encoding_chosen(name)`, `shop_chosen(id)` (`NEW`: one that is to be named), `other_asked(step)` for the next or previous file,
    `left_out` for a file that shall not be imported.
    """

    format_chosen = Signal(str)
    shop_chosen = Signal(int)
    encoding_chosen = Signal(str)
    other_asked = Signal(int)
    left_out = Signal()

    def __init__(self, ctx: WindowContext, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self.setObjectName("import_file")
        self._ctx = ctx
        self._places = places
        self._session: ImportSession | None = None
        self._tile = Tile()
        self.name, self._about = Plain("", "section", elide=True), Plain("", "table", "text2", wrap=True)
        self._found_icon, self.found = Icon("check-circle-fill", "ok", 16), Plain("", "strong")
        self.found.setObjectName("import_format")
        self._match, self.change, self.leave_out = Plain("", "table", "text2"), LinkButton(), LinkButton()
        self.change.setObjectName("import_change_format")
        self.leave_out.setObjectName("import_leave_out")
        self._of = Plain("", "table", "text2")
        self.back, self.forth = IconButton("caret-left", small=True), IconButton("caret-right", small=True)
        self._lay_out()
        self.change.clicked.connect(self._choose)
        self.leave_out.clicked.connect(self.left_out)
        self.back.clicked.connect(lambda: self.other_asked.emit(-1))
        self.forth.clicked.connect(lambda: self.other_asked.emit(1))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.name)
        left.addWidget(self._about)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addStretch(1)
        first.addWidget(self._found_icon)
        first.addWidget(self.found)
        second = QHBoxLayout()
        second.setSpacing(10)
        second.addStretch(1)
        second.addWidget(self._match)
        second.addWidget(self.change)
        second.addWidget(self.leave_out)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(first)
        right.addLayout(second)
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(left, 1)
        row.addLayout(right)
        row.addWidget(self.back)
        row.addWidget(self._of)
        row.addWidget(self.forth)
        self.body.addLayout(row)

    def show_entry(self, session: ImportSession) -> None:
        """Show the file that the session looks at."""
        self._session = session
        entry = session.entry
        if entry is None:
            return
        self.name.setText(entry.path.name)
        several = len(session.files) > 1
        for widget in (self.back, self._of, self.forth):
            widget.setVisible(several)
        self._of.setText(self.tr("{at} of {count}").format(at=session.at + 1, count=len(session.files)))
        self.back.set_name(self.tr("Previous file"))
        self.forth.set_name(self.tr("Next file"))
        self.back.setEnabled(session.at > 0)
        self.forth.setEnabled(session.at + 1 < len(session.files))
        idle = session.phase.value == "ready"
        self.change.setVisible(idle)
        self.leave_out.setVisible(idle and several)
        self.leave_out.setText(self.tr("Leave out"))
        if entry.error is not None:
            self._show_error(entry, entry.error)
        elif entry.preview is not None:
            self._show_found(entry, session)
        else:
            self._show_waiting(entry)

    def _show_found(self, entry: FileEntry, session: ImportSession) -> None:
        preview = entry.preview
        if preview is None:
            return
        self._tile.set("table", "oksoft", "ok")
        if session.is_health(preview):
            self._show_health(entry, preview)
            return
        parts = [
            self.tr("Sheet {name}").format(name=preview.sheet) if preview.sheet else "",
            self.tr("{count} rows").format(count=count_text(preview.rows)),
            self.tr("{count} columns").format(count=len(preview.columns)),
            size_text(entry.size),
            preview.encoding.upper(),
        ]
        self._about.setText(self.tr(", ", "between facts about a file").join(part for part in parts if part))
        name = self._ctx.text(preview.format_title)
        self._found_icon.set("check-circle-fill", "ok")
        self._found_icon.show()
        words = self.tr("Read as: {format}") if entry.format_id else self.tr("Detected: {format}")
        self.found.setText(words.format(format=name))
        used = sum(1 for column in preview.columns if column.field)
        found = self.tr("{used} of {count} columns recognised").format(used=used, count=len(preview.columns))
        if entry.is_mapped:
            self._show_mapped(entry, preview)
            if preview.profile:
                found = self.tr("by your saved mapping “{name}”").format(name=preview.profile)
        self._match.setText(found)
        self.change.setText(self.tr("Change"))

    def _show_health(self, entry: FileEntry, preview: FilePreview) -> None:
        """A report of account health has figures in place of rows and columns."""
        count = preview.figures.new + preview.figures.unchanged
        figures = self.tr("1 figure") if count == 1 else self.tr("{count} figures").format(count=count)
        self._about.setText(self.tr(", ", "between facts about a file").join((figures, size_text(entry.size))))
        self._found_icon.set("check-circle-fill", "ok")
        self._found_icon.show()
        self.found.setText(self.tr("Detected: {format}").format(format=self._ctx.text(preview.format_title)))
        self._match.setText(self.tr("Figures of your account, not of single orders"))
        self.change.hide()

    def _show_mapped(self, entry: FileEntry, preview: FilePreview) -> None:
        """A file of no known format: its columns are the operator's to choose."""
        if entry.is_open:
            self._tile.set("table", "warnsoft", "warn")
            self._found_icon.set("question", "warn")
            self.found.setText(self.tr("Format not known: choose the columns"))
        else:
            words = (
                self.tr("Your own format")
                if preview.profile or entry.choices.columns
                else self.tr("Read by its headings")
            )
            self.found.setText(words)

    def _show_waiting(self, entry: FileEntry) -> None:
        self._tile.set("hourglass", "neutralsoft", "text2")
        self._about.setText(size_text(entry.size))
        self._found_icon.hide()
        self.found.setText("")
        self._match.setText(self.tr("Reading and checking every row…"))
        self.change.hide()

    def _show_error(self, entry: FileEntry, error: Exception) -> None:
        self._tile.set("file-x", "dangersoft", "danger")
        self._about.setText(self._ctx.words(error))
        self._found_icon.set("x-circle-fill", "danger")
        self._found_icon.show()
        self.found.setText(self.tr("Cannot be read"))
        self._match.setText("")
        self.change.setText(self.tr("Choose the format"))

    def _choose(self) -> None:
        session = self._session
        if session is not None and session.entry is not None:
            self.menu(session, session.entry).popup(self.change.mapToGlobal(self.change.rect().bottomLeft()))

    def menu(self, session: ImportSession, entry: FileEntry) -> Menu:
        """How the file can be read otherwise: its encoding, its shop, its format; deletes itself when it closes."""
        menu = Menu(self)
        menu.setObjectName("import_formats")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        menu.addAction(self.tr("Find out")).triggered.connect(lambda: self.format_chosen.emit(""))
        menu.addAction(self.tr("Choose the columns myself")).triggered.connect(
            lambda: self.format_chosen.emit("unknown")
        )
        preview = entry.preview
        menu.addSeparator()
        if preview is None or preview.encoding:
            menu.addMenu(self._encoding_menu(menu, entry))
        if preview is not None and preview.shops:
            menu.addMenu(self._shop_menu(menu, session, preview))
        menu.addSeparator()
        self._add_formats(menu, session, entry)
        return menu

    def _add_formats(self, menu: Menu, session: ImportSession, entry: FileEntry) -> None:
        """The formats by platform: all in one list would be taller than the screen."""
        shown = entry.format_id or (entry.preview.format if entry.preview else "")
        groups: dict[str, Menu] = {}
        for one in session.formats:
            platform = "" if one.platform in NO_PLATFORM else one.platform
            group = groups.get(platform)
            if group is None:
                title = self._places.platform(platform) if platform else self.tr("Other programs")
                group = groups[platform] = Menu(menu, title)
            action = group.addAction(self._ctx.text(one.title))
            action.setCheckable(True)
            action.setChecked(one.id == shown)
            if one.id == shown:
                group.menuAction().setCheckable(True)
                group.menuAction().setChecked(True)
            action.triggered.connect(lambda _=False, chosen=one.id: self.format_chosen.emit(chosen))
        for name in sorted(groups, key=lambda name: not name):  # other programs last
            menu.addMenu(groups[name])

    def _encoding_menu(self, parent: Menu, entry: FileEntry) -> Menu:
        menu = Menu(parent, self.tr("Encoding"))
        menu.setObjectName("import_encodings")
        found = (entry.preview.encoding if entry.preview is not None else entry.choices.encoding).lower()
        for name in (*ENCODINGS, *((found,) if found and found not in ENCODINGS else ())):
            action = menu.addAction(name.upper())
            action.setCheckable(True)
            action.setChecked(name == found)
            action.triggered.connect(lambda _=False, chosen=name: self.encoding_chosen.emit(chosen))
        return menu

    def _shop_menu(self, parent: Menu, session: ImportSession, preview: FilePreview) -> Menu:
        menu = Menu(parent, self.tr("Shop"))
        now = {share.id for share in preview.shops}
        for shop in session.shops:
            action = menu.addAction(shop.name or self.tr("My shop"))
            action.setCheckable(True)
            action.setChecked(shop.id in now)
            action.triggered.connect(lambda _=False, chosen=shop.id: self.shop_chosen.emit(chosen))
        menu.addAction(self.tr("New shop…")).triggered.connect(lambda: self.shop_chosen.emit(NEW))
        return menu


def size_text(size: int) -> str:
    """`18.6 MB`."""
    return QLocale(QLocale.Language.English).formattedDataSize(
        size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )
