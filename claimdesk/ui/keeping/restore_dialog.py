"""Which backup to put back. Over data of today it has to be confirmed by a word: it is the one thing here that replaces all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from claimdesk.ui.keeping.words import BackupWords
from claimdesk.ui.widgets.buttons import DangerButton, PlainButton
from claimdesk.ui.widgets.card_dialog import CardDialog
from claimdesk.ui.widgets.choices import ChoiceList
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.wording import joined

if TYPE_CHECKING:
    from claimdesk.core.records.backups import BackupFile
    from claimdesk.ui.context import WindowContext


class RestoreDialog(CardDialog):
    """`chosen(Path)` once, when it is confirmed. `replaces`: there is data that the backup would take the place of."""

    chosen = Signal(object)

    def __init__(
        self, ctx: WindowContext, backups: tuple[BackupFile, ...], replaces: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(QSize(620, 560), parent)
        self.setObjectName("restoreDialog")
        self._ctx, self._backups, self._replaces = ctx, backups, replaces
        self._others: list[Path] = []
        self._words = BackupWords(ctx, self)
        self._lead, self._none = Plain("", "body", "text2", wrap=True), Plain("", "body", "text3", wrap=True)
        self.list = ChoiceList()
        self.list.setObjectName("restoreList")
        self.other = PlainButton("", "folder-open")
        self.other.setObjectName("restoreOther")
        self.other.clicked.connect(self._choose_other)
        self._ask = Plain("", "table", "text", wrap=True)
        self.word = QLineEdit()
        self.word.setObjectName("restoreWord")
        self.word.textChanged.connect(self._show_ready)
        self.go, self.cancel = DangerButton("", "clock-counter-clockwise"), PlainButton("", "", "Esc")
        self.go.setObjectName("restoreGo")
        self.go.clicked.connect(self._on_go)
        self.cancel.clicked.connect(self.reject)
        self.list.chosen.connect(self._show_ready)
        self._build()
        self.retranslate()
        (self.list if backups else self.other).setFocus()

    def _build(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(24, 16, 24, 16)
        body.setSpacing(12)
        body.addWidget(self._lead)
        body.addWidget(self._none)
        body.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addStretch(1)
        body.addLayout(row)
        body.addWidget(self._ask)
        body.addWidget(self.word)
        for widget in (self._ask, self.word):
            widget.setVisible(self._replaces)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        self.arrange(body, foot)

    @property
    def file(self) -> Path | None:
        """The backup that is on."""
        return Path(self.list.value) if self.list.value else None

    def _choose_other(self) -> None:
        last = str(self._ctx.settings.value("restore/folder", ""))
        kinds = self.tr("Backups") + " (*.zip *.db);;" + self.tr("All files") + " (*)"
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a backup"), last, kinds)
        if chosen:
            path = Path(chosen)
            self._ctx.settings.setValue("restore/folder", str(path.parent))
            if path not in self._others:
                self._others.insert(0, path)
            self._show_backups()
            self.list.set_value(chosen)

    def _show_backups(self) -> None:
        others = [(str(path), path.name, str(path.parent)) for path in self._others]
        own = [(str(one.file), self._words.title(one), self._words.detail(one)) for one in self._backups]
        self.list.set_choices([*others, *own])
        self.list.setVisible(bool(others or own))
        self._none.setVisible(not others and not own)
        self._show_ready()

    def _show_ready(self, *_: object) -> None:
        said = self.word.text().strip().casefold() == self._confirming().casefold()
        self.go.setEnabled(self.file is not None and (said or not self._replaces))

    def _confirming(self) -> str:
        return self.tr("RESTORE", "the word that is typed")

    def _on_go(self) -> None:
        if self.file is not None:
            self.chosen.emit(self.file)
            self.accept()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        super().retranslate()
        self.set_title(self.tr("Restore a backup"))
        lead = self.tr("The backup is read and checked to the last byte before anything is touched.")
        if self._replaces:
            lead = joined(lead, self.tr("Then what is here now is itself backed up, so that you can come back to it."))
        self._lead.setText(lead)
        self._none.setText(self.tr("There is no backup in this data folder yet. Choose a file."))
        self.other.setText(self.tr("Choose another file…"))
        self._ask.setText(
            self.tr("Orders, cases and templates of today are replaced. Type {0} to confirm.").format(
                self._confirming()
            )
        )
        self.word.setAccessibleName(self._ask.text())
        self.word.setPlaceholderText(self._confirming())
        self.go.setText(self.tr("Restore"))
        self.cancel.setText(self.tr("Cancel"))
        self._show_backups()
