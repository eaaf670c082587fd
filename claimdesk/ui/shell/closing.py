"""The question before a window closes over unfinished work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from claimdesk.ui.jobs import Jobs


class CloseQuestion(QMessageBox):
    """Stop and close, or keep working; staying is the safe button and has the focus."""

    def __init__(self, work: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ask-close")
        self.setWindowTitle("ClaimDesk")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("{work} is still under way.").format(work=work))
        self.setInformativeText(
            self.tr("If you close now, it is stopped and nothing of it is kept. Everything else is saved.")
        )
        self.stop = self.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.addButton(self.tr("Keep working"), QMessageBox.ButtonRole.RejectRole))


def may_close(jobs: Jobs, parent: QWidget) -> bool:
    """Whether nothing named is under way, or the operator wants it stopped; what is stopped is rolled back."""
    under_way = [job for job in jobs.running() if job.title]
    if not under_way:
        return True
    question = CloseQuestion(under_way[0].title, parent)
    question.exec()
    if question.clickedButton() is not question.stop:
        return False
    for job in under_way:
        job.cancel()
    return True
