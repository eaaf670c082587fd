"""The evidence checklist: items with their files, added by picking, dropping or pasting."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.case.evidence_progress import EvidenceProgress
from claimdesk.ui.case.evidence_row import EvidenceRow
from claimdesk.ui.case.mail_files import MailFiles
from claimdesk.ui.case.step_body import FootAction, StepBody
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import outline
from claimdesk.ui.widgets.times import zone_of

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.records.cases import EvidenceFile
    from claimdesk.core.records.messages import MessageFile
    from claimdesk.core.scenarios.schema import EvidenceItem
    from claimdesk.core.scenarios.walk import PathStep
    from claimdesk.ui.case.session import CaseSession
    from claimdesk.ui.context import WindowContext


class _DropLine(QFrame):
    """A dashed frame that says where files may fall."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(52)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        outline(painter, QRectF(self.rect()), active().color("line2"), 8, 1.5, Qt.PenStyle.DashLine)
        painter.end()


class EvidenceBody(StepBody):
    """Files are copied into the case's store with their fingerprint and date."""

    def __init__(self, ctx: WindowContext, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(ctx, session, parent)
        self.setObjectName("evidenceBody")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rows: dict[str, EvidenceRow] = {}
        self._order: tuple[str, ...] = ()
        self._items = QVBoxLayout()
        self._items.setSpacing(0)
        self._progress = EvidenceProgress()
        self._drop_words = Plain("", role="body", ink="text2")
        drop = _DropLine()
        row = QHBoxLayout(drop)
        row.addStretch(1)
        row.addWidget(Icon("upload-simple", "text2", 18))
        row.addSpacing(4)
        row.addWidget(self._drop_words)
        row.addStretch(1)
        self._drop = drop
        self.mails = MailFiles(ctx)
        self.mails.use_asked.connect(self._use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 16)
        column.setSpacing(0)
        column.addLayout(self._items)
        column.addWidget(self.mails)
        column.addSpacing(12)
        column.addWidget(drop)
        column.addStretch(1)

    def show_step(self, view: CaseView, place: PathStep) -> None:
        """The items that the order's platform asks for, each with its files."""
        super().show_step(view, place)
        items = self.items()
        self._arrange(items)
        files = self._files()
        language = self.ctx.language
        for item in items:
            own = tuple(file for file in files if file.item == item.id)
            self._rows[item.id].show_item(item.label.get(language), item.why.get(language), item.required, own,
                                          not self.session.closed)  # fmt: skip
        self._drop_words.setText(self.tr("Drop files here, or paste a screenshot with Ctrl+V"))
        self._drop.setVisible(not self.session.closed)
        self.mails.show_case(view, items, open_=not self.session.closed)
        held = {file.item for file in files}
        collected = sum(item.id in held for item in items)
        missing = sum(item.required and item.id not in held for item in items)
        self._progress.show_progress(collected, len(items), missing)
        self.second_line.emit(self.tr("{0} of {1} collected").format(collected, len(items)))

    def tools(self) -> QWidget | None:
        """How much is collected."""
        return self._progress

    def items(self) -> tuple[EvidenceItem, ...]:
        """The checklist for the order's platform."""
        if self.place is None or self.view is None:
            return ()
        platform = self.view.order.platform
        return tuple(item for item in self.place.step.items if not item.platforms or platform in item.platforms)

    def foot_note(self) -> tuple[str, str]:
        files = {file.item for file in self._files()}
        missing = [item for item in self.items() if item.id not in files]
        required = sum(item.required for item in missing)
        if required:
            return (self.tr("1 required item to collect") if required == 1
                    else self.tr("{0} required items to collect").format(required)), "warn"  # fmt: skip
        if missing:
            return (self.tr("1 advised item can follow later") if len(missing) == 1
                    else self.tr("{0} advised items can follow later").format(len(missing))), "text3"  # fmt: skip
        return "", "text3"

    def foot_actions(self) -> tuple[FootAction, ...]:
        return (self.continue_action(enabled=not self.session.closed and not self._ahead),)

    def proceed(self) -> None:
        """Go on, unless the case has not come here yet: the dossier leads here at any time."""
        if not self._ahead:
            super().proceed()

    @property
    def _ahead(self) -> bool:
        return self.place is not None and self.place.state == "ahead"

    def add(self, item_id: str, paths: list[str], passing: Path | None = None) -> None:
        """Copy files into the case; the folder `passing`, in which a screenshot lay only for that, is then removed."""
        if self.session.closed or not paths:
            return
        files = [Path(path) for path in paths]

        def work(cases: object, case_id: int, now: object) -> None:
            try:
                for file in files:
                    cases.add_evidence(case_id, item_id, file, now)  # type: ignore[attr-defined]
            finally:
                if passing is not None:
                    shutil.rmtree(passing, ignore_errors=True)

        self.session.change(work)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.add(self._next_item(), paths)

    def _files(self) -> tuple[EvidenceFile, ...]:
        return self.view.case.evidence if self.view else ()

    def _next_item(self) -> str:
        """Where a file without an item goes: the first item that has none, required ones first."""
        files = {file.item for file in self._files()}
        items = sorted(self.items(), key=lambda item: (item.id in files, not item.required))
        return items[0].id if items else ""

    def _arrange(self, items: tuple[EvidenceItem, ...]) -> None:
        order = tuple(item.id for item in items)
        if order == self._order:
            return
        self._order = order
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {}
        for item in items:
            row = EvidenceRow(item.id, self)
            row.add_asked.connect(self._pick)
            row.files_dropped.connect(self.add)
            row.remove_asked.connect(self._remove)
            self._items.addWidget(row)
            self._rows[item.id] = row

    def _use(self, item_id: str, file: MessageFile) -> None:
        """Let an attachment of a mail prove an item."""
        self.session.change(
            lambda cases, case_id, now: cases.use_evidence(case_id, item_id, file.sha256, file.name, file.size, now)
        )

    def _pick(self, item_id: str) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Add evidence"))
        self.add(item_id, paths)

    def _remove(self, item_id: str, sha256: str) -> None:
        self.session.change(lambda cases, case_id, now: cases.remove_evidence(case_id, item_id, sha256, now))

    def paste(self) -> bool:
        """Take a screenshot or copied files from the clipboard; False when it holds neither."""
        clipboard = QGuiApplication.clipboard()
        mime = clipboard.mimeData()
        paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        if self.session.closed or not (paths or mime.hasImage()):
            return False
        if paths:
            self.add(self._next_item(), paths)
            return True
        stamp = self.ctx.now().astimezone(zone_of(self.ctx.home)).strftime("%Y%m%d-%H%M%S")
        passing = Path(tempfile.mkdtemp(prefix="claimdesk-"))
        file = passing / f"screenshot-{stamp}.png"
        if clipboard.image().save(str(file)):
            self.add(self._next_item(), [str(file)], passing)
        else:
            shutil.rmtree(passing, ignore_errors=True)
        return True
