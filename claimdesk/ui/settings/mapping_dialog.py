"""What each heading of a kept mapping means: one list of fields for every column."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.core.records.imports import MappingProfile
from claimdesk.ui.importing.field_menu import DATES, ITEMS, MONEY, ORDER, PARCELS, PEOPLE, REQUIRED
from claimdesk.ui.importing.field_words import FieldWords
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import TallPage, scrolled

_GROUPS = (ORDER, DATES, MONEY, PEOPLE, ITEMS, PARCELS)


class MappingDialog(QDialog):
    """Accepted when the mapping is to be kept as `profile` then gives it."""

    def __init__(self, profile: MappingProfile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mappingDialog")
        self.setWindowTitle(self.tr("Column mapping “{name}”").format(name=profile.name))
        self.resize(560, 560)
        self._profile = profile
        self._fields = FieldWords(self)
        self.lists: dict[str, QComboBox] = {}
        self.lacking = Plain("", "secondary", "danger", wrap=True)
        self.take, self.cancel = PrimaryButton(self.tr("Keep these columns")), PlainButton(self.tr("Cancel"))
        self.take.setObjectName("mappingTake")
        self.cancel.setObjectName("mappingCancel")
        self.take.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        page = TallPage()
        grid = QGridLayout(page)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, (heading, field) in enumerate(profile.choices.columns):
            name = Plain(heading, "table", elide=True)
            name.setToolTip(heading)
            grid.addWidget(name, row, 0)
            grid.addWidget(self._list(heading, field), row, 1)
        grid.setRowStretch(len(self.lists), 1)
        self._lay_out(page)
        self._say()

    def profile(self) -> MappingProfile:
        """The mapping with the fields chosen here."""
        columns = tuple((heading, str(box.currentData())) for heading, box in self.lists.items())
        return replace(self._profile, choices=replace(self._profile.choices, columns=columns))

    def _lay_out(self, page: TallPage) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.lacking, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        about = self.tr("Files with these headings are read like this. A field belongs to one column.")
        column.addWidget(Plain(about, "table", "text2", wrap=True))
        column.addWidget(scrolled(page), 1)
        column.addLayout(foot)

    def _list(self, heading: str, field: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(heading)
        box.addItem(self.tr("Not used"), "")
        for names in _GROUPS:
            box.insertSeparator(box.count())
            for name in names:
                words = self._fields.field(name)
                box.addItem(self.tr("{field} (required)").format(field=words) if name in REQUIRED else words, name)
        if field and box.findData(field) < 0:
            box.addItem(self._fields.field(field), field)  # one that the lists do not offer stays as it is
        box.setCurrentIndex(max(0, box.findData(field)))
        box.activated.connect(lambda _: self._on_chosen(heading))
        self.lists[heading] = box
        return box

    def _on_chosen(self, heading: str) -> None:
        """Another column that had the field is not used any more."""
        field = self.lists[heading].currentData()
        for other, box in self.lists.items():
            if field and other != heading and box.currentData() == field:
                box.setCurrentIndex(0)
        self._say()

    def _say(self) -> None:
        used = {box.currentData() for box in self.lists.values()}
        lacking = [self._fields.field(name) for name in REQUIRED if name not in used]
        self.lacking.setText(self.tr("Missing: {fields}").format(fields=", ".join(lacking)) if lacking else "")
        self.take.setEnabled(not lacking)
