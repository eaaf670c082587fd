"""What the Case menu shows while no case is in front: its commands, greyed, so that one sees what there is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction

_COUNT = 11


class NoCase(QObject):
    """Stands in for the actions of a case, whose screen is built at its first visit only."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.actions = tuple(QAction(self) for _ in range(_COUNT))
        for action in self.actions:
            action.setEnabled(False)
        self.retranslate()

    def retranslate(self) -> None:
        """The words of `ui.case.actions`, in its order."""
        words = (
            QCoreApplication.translate("CaseActions", "Next step"),
            QCoreApplication.translate("CaseActions", "Previous step"),
            QCoreApplication.translate("CaseActions", "Skip this step"),
            QCoreApplication.translate("CaseActions", "Go to the reply"),
            QCoreApplication.translate("CaseActions", "Add note"),
            QCoreApplication.translate("CaseActions", "Copy English"),
            QCoreApplication.translate("CaseActions", "Mark as sent"),
            QCoreApplication.translate("CaseActions", "Insert into the message"),
            QCoreApplication.translate("CaseActions", "Next issue"),
            QCoreApplication.translate("CaseActions", "Dossier"),
            QCoreApplication.translate("CaseActions", "Close case"),
        )
        for action, text in zip(self.actions, words, strict=True):
            action.setText(text)
