"""The dossier of the case shown: what still lacks is told, else a name is asked for and the ZIP is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.core.records.tasks import Task
    from claimdesk.core.reporting.dossier import Dossier
    from claimdesk.core.reporting.dossier_parts import Lacking
    from claimdesk.ui.case.session import CaseSession
    from claimdesk.ui.context import WindowContext


class LackingDialog(QDialog):
    """Names the required items without a file; accepting leads to the step that collects them."""

    def __init__(
        self, ctx: WindowContext, ref: str, lacking: Sequence[Lacking], parent: QWidget, *, closed: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dossierLacking")
        self.setModal(True)
        self.setWindowTitle(self.tr("Dossier of {0}").format(ref))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(Plain(self.tr("The dossier still needs these files"), "pane"))
        told = Plain("", "body", "text2", wrap=True)
        told.setText(
            self.tr("The case is closed. Reopen it to add them.")
            if closed
            else self.tr("Your steps go on without them; only the dossier waits.")
        )
        told.setFixedWidth(440)
        column.addWidget(told)
        for item in lacking:
            column.addLayout(self._row(item.label.get(ctx.language)))
        column.addSpacing(6)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        close = PlainButton(self.tr("Cancel"), "", "Esc")
        close.clicked.connect(self.reject)
        go = PrimaryButton(self.tr("Go to the evidence"))
        go.setObjectName("dossierGoToEvidence")
        go.setDefault(True)
        go.clicked.connect(self.accept)
        buttons.addWidget(close)
        buttons.addWidget(go)
        column.addLayout(buttons)

    def _row(self, label: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Icon("warning-circle", "warn", 17))
        words = Plain(label, "row", wrap=True)
        words.setFixedWidth(410)
        row.addWidget(words, 1)
        return row


class CaseDossier(QObject):
    """Makes dossiers; `step_asked(step)` when the operator wants to add what is missing."""

    step_asked = Signal(str)

    def __init__(self, ctx: WindowContext, session: CaseSession, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._session, self._window = ctx, session, window
        self._busy = False

    def make(self) -> None:
        """Ask what is missing; nothing is written before all of it is there."""
        desk, case_id, now = self._ctx.desk, self._session.case_id, self._ctx.now()
        if desk is None or self._session.view is None or self._busy:
            return
        self._session.ask(lambda cases, _case, _now: desk.dossiers.lacking(case_id, now), self._go_on)

    def _go_on(self, lacking: Sequence[Lacking]) -> None:
        view = self._session.view
        if view is None:
            return
        if lacking:
            dialog = LackingDialog(self._ctx, view.case.ref, lacking, self._window, closed=self._session.closed)
            dialog.accepted.connect(lambda: self.step_asked.emit(lacking[0].step))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
            return
        settings = self._ctx.settings
        folder = Path(str(settings.value("export/folder", str(Path.home()))))
        name = self.tr("Dossier {0}").format(view.case.ref) + ".zip"
        english, chinese = self.tr("ZIP in English") + " (*.zip)", self.tr("ZIP in Chinese") + " (*.zip)"
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the dossier"), str(folder / name), f"{english};;{chinese}"
        )
        if chosen:
            path = Path(chosen)
            settings.setValue("export/folder", str(path.parent))
            path = path if path.suffix.lower() == ".zip" else path.with_name(path.name + ".zip")
            self.write(path, "zh" if kind == chinese else "en")

    def write(self, path: Path, language: str = "en") -> None:
        """Write the dossier into a file; the window stays usable meanwhile."""
        desk, case_id, now, reader = self._ctx.desk, self._session.case_id, self._ctx.now(), self._ctx.language
        if desk is None or self._busy:
            return

        def work(task: Task) -> Dossier:
            return desk.dossiers.write(case_id, path, now, language=language, reader=reader, task=task)

        self._busy = True
        self._ctx.jobs.run(
            work, owner=self, done=self._on_written, failed=self._on_failed, cancelled=self._end, lane="files",
            title=self.tr("Making the dossier"),
        )  # fmt: skip

    def _on_written(self, made: Dossier) -> None:
        self._end()
        told = self.tr("{name} is saved in {folder}")
        self._ctx.toast.emit(told.format(name=made.file.name, folder=made.file.parent), None)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        box = QMessageBox(self._window)  # what to do about it is longer than a toast
        box.setObjectName("dossierFailed")
        box.setWindowTitle("ClaimDesk")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self._ctx.words(error))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _end(self) -> None:
        self._busy = False
