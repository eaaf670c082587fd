"""The mappings kept for files of no known format: renamed, their columns changed, deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from claimdesk.core.records.imports import MappingProfile
from claimdesk.ui.context import Changes
from claimdesk.ui.settings.form import FormCard
from claimdesk.ui.settings.mapping_dialog import MappingDialog
from claimdesk.ui.widgets.buttons import IconButton
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import empty_layout

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.ui.context import WindowContext


class MappingRow(QWidget):
    """One mapping. `renamed(profile)` carries it with its new name, `edit_asked` and `deleted` as it was."""

    renamed = Signal(object)
    edit_asked = Signal(object)
    deleted = Signal(object)

    def __init__(self, profile: MappingProfile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self.name = QLineEdit(profile.name)
        self.name.setMaxLength(60)
        self.about = Plain("", "secondary", "text2", elide=True)
        self.edit, self.delete = IconButton("pencil-simple", small=True), IconButton("trash", small=True)
        self.edit.setObjectName("settings_mapping_edit")
        self.delete.setObjectName("settings_mapping_delete")
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 3, 15, 3)
        row.setSpacing(12)
        row.addWidget(self.name, 1)
        row.addWidget(self.about, 1)
        row.addWidget(self.edit)
        row.addWidget(self.delete)
        used = [heading for heading, name in profile.choices.columns if name]
        self.about.setText(", ".join(used))
        self.about.setToolTip("\n".join(used))
        self.name.editingFinished.connect(self._on_renamed)
        self.edit.clicked.connect(lambda: self.edit_asked.emit(self._profile))
        self.delete.clicked.connect(lambda: self.deleted.emit(self._profile))

    def _on_renamed(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setText(self._profile.name)
        elif name != self._profile.name:
            self._profile = replace(self._profile, name=name)
            self.renamed.emit(self._profile)


class MappingsCard(FormCard):
    """Every kept mapping with its columns; a change is kept at once, a deletion can be taken back."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings-mappings")
        self._ctx = ctx
        self.rows: list[MappingRow] = []
        self.dialog: MappingDialog | None = None
        self._none = Plain("", "table", "text3", wrap=True)
        self._none.setContentsMargins(15, 4, 15, 8)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        holder = QWidget()
        holder.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 6)
        self.add_block(self._none)
        self.body.addWidget(holder)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.title.setText(self.tr("Column mappings"))
        self._none.setText(self.tr("Save a mapping on the Import screen when a file’s columns had to be chosen. "
                                   "Files with the same headings are then read like that."))  # fmt: skip
        self._name_rows()

    def _name_rows(self) -> None:
        for row in self.rows:
            row.name.setAccessibleName(self.tr("Name of the mapping"))
            row.edit.set_name(self.tr("Change its columns"))
            row.delete.set_name(self.tr("Delete this mapping"))

    def refresh(self) -> None:
        """Read the mappings again."""
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(lambda _: desk.imports.profiles(), owner=self, done=self._show, lane="reading")

    def _show(self, profiles: tuple[MappingProfile, ...]) -> None:
        empty_layout(self._list)
        self.rows = []
        for profile in profiles:
            row = MappingRow(profile)
            row.renamed.connect(self._save)
            row.edit_asked.connect(self._edit)
            row.deleted.connect(self._delete)
            self.rows.append(row)
            self._list.addWidget(row)
        self._none.setVisible(not profiles)
        self._name_rows()

    def _save(self, profile: MappingProfile) -> None:
        self._change(lambda desk: desk.imports.save_profile(profile))

    def _edit(self, profile: MappingProfile) -> None:
        """Ask what its columns mean; what was kept before can be taken back."""
        if self.dialog is not None:
            self.dialog.deleteLater()
        dialog = self.dialog = MappingDialog(profile, self)

        def take() -> None:
            changed = dialog.profile()
            if changed != profile:
                self._save(changed)
                words = self.tr("Mapping “{name}” changed").format(name=profile.name)
                self._ctx.toast.emit(words, lambda: self._save(profile))

        dialog.accepted.connect(take)
        dialog.open()

    def _delete(self, profile: MappingProfile) -> None:
        self._change(lambda desk: desk.imports.delete_profile(profile.signature))
        self._ctx.toast.emit(self.tr("Mapping “{name}” deleted").format(name=profile.name), lambda: self._save(profile))

    def _change(self, work: Callable[[Desk], None]) -> None:
        desk = self._ctx.desk
        if desk is None:
            return

        def done(_: None) -> None:
            self.refresh()
            self._ctx.changed.emit(Changes(settings=True))

        self._ctx.jobs.run(lambda _: work(desk), owner=self, done=done)
