"""The Import screen: drop or choose files, see what they hold and change, import, and take it back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from claimdesk.core.records.imports import UndoResult
from claimdesk.core.records.orders import OrderFilter
from claimdesk.ui.importing.changes_dialog import ChangesDialog
from claimdesk.ui.importing.columns_card import ColumnsCard
from claimdesk.ui.importing.entries import Phase
from claimdesk.ui.importing.file_card import FileCard
from claimdesk.ui.importing.issues_card import IssuesCard
from claimdesk.ui.importing.progress import ProgressCard
from claimdesk.ui.importing.questions import NAMED, NEW, QuestionsCard
from claimdesk.ui.importing.session import ImportSession
from claimdesk.ui.importing.side import ChangesCard, EarlierCard
from claimdesk.ui.importing.start import StartCard, columned
from claimdesk.ui.orders.places import Places
from claimdesk.ui.screen import Screen
from claimdesk.ui.widgets.buttons import PlainButton
from claimdesk.ui.widgets.cards import ScreenHead
from claimdesk.ui.widgets.empty import MessageBar
from claimdesk.ui.widgets.times import count_text

if TYPE_CHECKING:
    from claimdesk.core.records.imports import FilePreview, MappingProfile
    from claimdesk.ui.context import Changes, WindowContext

SIDE = 340
EARLIER_LEAST = 90  # the title and most of one import
COLUMNS_LEAST = 140  # two rows and what stands above them, however many issues there are


class ImportScreen(Screen):
    """Shows an `ImportSession`; every decision is the session's."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.session = ImportSession(ctx, self)
        self.places = Places(ctx, self)
        self._shown: tuple[FilePreview | None, bool] = (None, False)
        self._phase = Phase.START  # as it was last shown
        self.head = ScreenHead(height=60)
        self.choose = PlainButton("", "folder-open", "Ctrl O")
        self.choose.setObjectName("import_choose")
        self.head.actions.addWidget(self.choose)  # type: ignore[attr-defined]
        self.error = MessageBar(kind="danger")
        self.file, self.start = FileCard(ctx, self.places), StartCard(ctx, self.places)
        self.questions, self.columns, self.issues = QuestionsCard(ctx, self.places), ColumnsCard(ctx), IssuesCard(ctx)
        self.progress, self.changes, self.earlier = ProgressCard(), ChangesCard(), EarlierCard(ctx)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show()

    def _lay_out(self) -> None:
        self._left = QStackedWidget()
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.error)
        column.addWidget(self.file)
        column.addWidget(self.questions)
        self.columns.setMinimumHeight(COLUMNS_LEAST)
        column.addWidget(self.columns, 3)
        column.addWidget(self.issues, 2)
        column.addStretch(0)
        self._left.addWidget(self.start)
        self._left.addWidget(found)
        side = QWidget()
        side.setFixedWidth(SIDE)
        side.setLayout(columned(self.progress, self.changes, self.earlier))
        body = QHBoxLayout()
        body.setContentsMargins(24, 0, 24, 16)
        body.setSpacing(16)
        body.addWidget(self._left, 1)
        body.addWidget(side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addLayout(body, 1)

    def _connect(self) -> None:
        session = self.session
        session.changed.connect(self._show)
        session.progressed.connect(lambda done, total: self.progress.show_progress(done, total, session.started))
        session.imported.connect(self._on_imported)
        session.undone.connect(self._on_undone)
        session.failed.connect(self._on_failed)
        self.choose.clicked.connect(self.choose_files)
        self.start.choose_asked.connect(self.choose_files)
        self.file.format_chosen.connect(lambda chosen: session.read_as(format_id=chosen))
        self.file.encoding_chosen.connect(lambda chosen: session.read_as(encoding=chosen))
        self.questions.answered.connect(self._on_answered)
        self.file.shop_chosen.connect(self._choose_shop)
        self.columns.field_chosen.connect(session.choose_column)
        self.columns.rest_left_out.connect(session.leave_undecided)
        self.columns.save_asked.connect(session.save_mapping)
        self.columns.headings_copied.connect(
            lambda: self.ctx.toast.emit(self.tr("Headings copied, without any row"), None)
        )
        self.issues.treatment_chosen.connect(session.treat)
        self.issues.export_asked.connect(self._export_issues)
        session.saved.connect(self._on_saved)
        session.exported.connect(self._on_exported)
        self.file.other_asked.connect(lambda step: session.show_file(session.at + step))
        self.file.left_out.connect(session.drop_file)
        self.progress.import_asked.connect(session.write)
        self.progress.cancel_asked.connect(session.cancel)
        self.progress.orders_asked.connect(self._show_orders)
        self.progress.undo_asked.connect(self.undo)
        self.earlier.undo_asked.connect(self._undo_earlier)
        self.changes.field_left.connect(lambda name, left: session.leave_field(name, left=left))
        self.changes.each_asked.connect(self._show_changes)

    # Screen

    def refresh(self, changes: Changes) -> None:
        """Read the earlier imports again."""
        self.session.load()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.head.title.setText(self.tr("Import"))
        self.head.aside.setText(self.tr("Drop a file anywhere in the window"))
        self.choose.setText(self.tr("Choose a file"))
        self.session.title = self.tr("Importing")
        self.columns.retranslate()
        self.issues.retranslate()
        self._show()

    def undo(self) -> bool:
        """Take back the import made last on this visit; False when there is none."""
        session = self.session
        if session.phase != Phase.DONE or session.batch_id is None:
            return False
        if self.isAncestorOf(QApplication.focusWidget() or self):
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)  # what has the focus now goes with the file
        session.undo(session.batch_id, session.files[0].path.name if session.files else "")
        return True

    def _undo_earlier(self, batch_id: int, file: str) -> None:
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that was pressed goes with its row
        self.session.undo(batch_id, file)

    def keys_go_to(self) -> QWidget | None:
        """The page as a whole: a control that nobody walked to shows no ring. Tab goes on to the first of them."""
        return self

    def minimumSizeHint(self) -> QSize:
        """Narrower than its widgets would like, so that the window's own minimum counts."""
        return QSize(600, 400)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter imports while the Import button has the focus."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.progress.go.hasFocus() and self.progress.go.isEnabled():
            self.session.write()
            return
        super().keyPressEvent(event)

    # files

    def take_files(self, paths: Sequence[Path]) -> None:
        """Look at files that were dropped or chosen."""
        self.session.take([Path(path) for path in paths])

    def choose_files(self) -> None:
        """Ask for files and look at them."""
        last = str(self.ctx.settings.value("import/folder", "") or "")
        kinds = (
            self.tr("Order files")
            + " (*.csv *.txt *.tsv *.xlsx *.xls *.xlsm *.xlsb *.ods *.json);;"
            + self.tr("All files")
            + " (*)"
        )
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose order files"), last, kinds)
        if paths:
            self.ctx.settings.setValue("import/folder", str(Path(paths[0]).parent))
            self.take_files([Path(path) for path in paths])

    def _on_answered(self, name: str, value: object) -> None:
        if name == "shop":
            self._choose_shop(value if isinstance(value, int) else 0)
        else:
            self.session.read_as(**{name: value})

    def _choose_shop(self, shop: int) -> None:
        """Take the orders for another shop's; a new one is asked for by name."""
        entry = self.session.entry
        preview = entry.preview if entry is not None else None
        if shop == NAMED or preview is None:
            return
        if shop != NEW:
            self.session.read_as(shop=shop, new_shop="")
            return
        proposed = next((share.name for share in preview.shops if share.is_new), "")
        name, ok = QInputDialog.getText(
            self, self.tr("New shop"), self.tr("What is the shop called?"), QLineEdit.EchoMode.Normal, proposed
        )
        if ok and name.strip():
            self.session.read_as(shop=0, new_shop=" ".join(name.split()))
        else:
            self._show()

    # what is shown

    def _show(self) -> None:
        session = self.session
        self.places.know_shops(session.shops)
        started = session.phase == Phase.START
        self._left.setCurrentIndex(0 if started else 1)
        self.start.show_session(session)
        self.progress.setVisible(not started)
        self.progress.show_session(session)
        self.changes.show_session(session)
        self.earlier.show_session(session)
        self._keep_side_whole()
        self.file.show_entry(session)
        self.error.setVisible(session.error is not None)
        if session.error is not None:
            self.error.set(self.ctx.words(session.error))
        preview = session.entry.preview if session.entry is not None else None
        self.columns.setVisible(preview is not None and not session.is_health(preview))
        may_choose = session.phase == Phase.READY
        self.questions.show_preview(preview, may_choose=may_choose, elsewhere=session.sheets_elsewhere())
        if preview is None:
            self.issues.hide()
        elif (preview, may_choose) != self._shown:
            self.columns.show_preview(preview, may_choose=may_choose)
            self.issues.show_preview(preview, may_choose=may_choose)
        self._shown = (preview, may_choose)
        if session.phase == Phase.WRITING and self.isVisible():
            self.columns.table.setFocus(
                Qt.FocusReason.OtherFocusReason
            )  # not on Cancel, where the next key would stop it
        if session.phase == Phase.READY and self.isVisible() and self.progress.go.isEnabled():
            self.progress.go.setFocus(Qt.FocusReason.OtherFocusReason)
        elif session.phase == Phase.READY and self._phase != Phase.READY and self.isVisible():
            self._keys_to_what_is_open()
        just_done = session.phase == Phase.DONE and self._phase != Phase.DONE
        if just_done and self.focusWidget() is QApplication.focusWidget() and self.progress.show_orders.isVisible():
            self.progress.show_orders.setFocus(Qt.FocusReason.OtherFocusReason)
        self._phase = session.phase

    def _keep_side_whole(self) -> None:
        """In a low window the list of earlier imports gives way, not the counts and buttons above it."""
        room = self.height() - self.head.height() - 16
        for card in (self.progress, self.changes):
            for layout in (*card.findChildren(QLayout), card.body):
                layout.invalidate()  # what was shown or hidden just now counts
            box = card.body
            height = box.totalHeightForWidth(SIDE) if box.hasHeightForWidth() else box.totalSizeHint().height()
            height = height if card.isVisibleTo(self) else 0
            card.setMinimumHeight(height)
            room -= height + 12
        self.earlier.setMinimumHeight(1)
        self.earlier.setVisible(room >= EARLIER_LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height, other room for the earlier imports."""
        super().resizeEvent(event)
        self._keep_side_whole()

    def _keys_to_what_is_open(self) -> None:
        """Nothing can be imported yet: the keys go to the columns to be chosen, or to another file."""
        table = self.columns.table
        if self.session.open_files and table.isVisible():
            table.setCurrentIndex(self.columns.model.index(0, 0))
            table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_changes(self) -> None:
        """The changes one by one, from what to what; while nothing is imported yet they can be chosen."""
        session = self.session
        self.each_change = ChangesDialog(session.files, self, may_choose=session.phase == Phase.READY)
        self.each_change.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        dialog = self.each_change
        dialog.accepted.connect(lambda: session.leave(dialog.left()))
        dialog.open()

    def _export_issues(self) -> None:
        """Ask where the rejected rows go, and write them."""
        entry = self.session.entry
        if entry is None:
            return
        proposed = entry.path.with_name(self.tr("{file} - rejected rows").format(file=entry.path.stem) + ".xlsx")
        kinds = self.tr("Excel workbook") + " (*.xlsx)"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export rejected rows"), str(proposed), kinds)
        if path:
            self.session.export_issues(Path(path))

    def _on_exported(self, path: Path, rows: int) -> None:
        words = self.tr("1 row written to {file}") if rows == 1 else self.tr("{count} rows written to {file}")
        self.ctx.toast.emit(words.format(count=count_text(rows), file=path.name), None)

    def _on_saved(self, profile: MappingProfile, former: MappingProfile | None) -> None:
        words = self.tr("Mapping saved as “{name}”. Files with these headings are read like this from now on.")
        self.ctx.toast.emit(words.format(name=profile.name), lambda: self.session.forget_mapping(profile, former))

    def _show_orders(self) -> None:
        self.ctx.show_orders.emit(OrderFilter(batch_id=self.session.batch_id))

    def _on_imported(self, batch_id: int) -> None:
        if batch_id:
            new, updated = count_text(self.session.count("new")), count_text(self.session.count("updated"))
            words = self.tr("Imported: {new} new, {updated} updated").format(new=new, updated=updated)
            if self.session.figures and self.session.todo == self.session.figures:
                words = self.tr("Imported: figures of account health")
            self.ctx.toast.emit(words, lambda: self.session.undo(batch_id))

    def _on_undone(self, result: UndoResult, file: str) -> None:
        words = self.tr("Import undone: {restored} orders as they were, {removed} removed").format(
            restored=count_text(result.restored), removed=count_text(result.removed)
        )
        if result.kept:
            words += self.tr(", {kept} kept").format(kept=count_text(len(result.kept)))
        self.ctx.toast.emit(words, None)

    def _on_failed(self, error: Exception) -> None:
        if self.session.error is None:
            self.ctx.toast.emit(self.ctx.words(error), None)
