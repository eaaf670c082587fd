"""The middle of the screen: what the template is, its two columns, variables to insert, and the preview."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from claimdesk.ui.templates.insert_bar import InsertBar
from claimdesk.ui.templates.preview_card import PreviewCard
from claimdesk.ui.templates.sheet import Sheet
from claimdesk.ui.templates.variable_list import VariableList
from claimdesk.ui.templates.writing import platforms_of
from claimdesk.ui.widgets.buttons import IconButton, PlainButton
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.empty import MessageBar
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.menus import Menu
from claimdesk.ui.widgets.tall import empty_layout

_MOST_CHIPS = 5


class EditorPage(QWidget):
    """`acted(name)`: duplicate, about, export, reset, delete, update."""

    acted = Signal(str)

    def __init__(self, variables: VariableList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Plain("", "pane", elide=True)
        self.title.setObjectName("template-title")
        self.duplicate = PlainButton("", "copy", small=True)
        self.duplicate.setObjectName("duplicate-template")
        self.duplicate.clicked.connect(lambda: self.acted.emit("duplicate"))
        self.more = IconButton("dots-three", small=True, bordered=True)
        self.more.setObjectName("template-more")
        self.more.clicked.connect(self._open_menu)
        self.aside = PlainButton("", "shield-check", small=True)
        self.aside.setObjectName("template-aside")
        self.aside.hide()
        self.saved = Plain("", "secondary", "text3")
        self.saved.setObjectName("template-saved")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self.update_bar, self.fault_bar = MessageBar("", "accent"), MessageBar("", "danger")
        self.update_bar.setObjectName("template-update")
        self.update_bar.clicked.connect(lambda: self.acted.emit("update"))
        self.fault_bar.setObjectName("template-faulty")
        self.trouble = MessageBar("", "danger")
        self.trouble.setObjectName("template-trouble")
        self.trouble.clicked.connect(lambda: self.acted.emit("retry"))
        self.sheet = Sheet(variables)
        self.insert = InsertBar()
        self.insert.chosen.connect(self._insert)
        self.insert.all_asked.connect(self._open_all)
        self.preview = PreviewCard()
        self._own = self._edited = False
        for bar in (self.update_bar, self.fault_bar, self.trouble):
            bar.hide()
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.aside)
        head.addWidget(self.duplicate)
        head.addWidget(self.more)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        chips.addLayout(self._chips)
        chips.addStretch(1)
        chips.addWidget(self.saved)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.insert)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setProperty("gap", True)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(12)
        self.splitter.addWidget(top)
        self.splitter.addWidget(self.preview)
        self.splitter.setStretchFactor(0, 7)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setSizes([420, 200])
        top.setMinimumHeight(150)
        self.preview.setMinimumHeight(110)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 14, 20, 16)
        page.setSpacing(8)
        page.addLayout(head)
        page.addLayout(chips)
        for bar in (self.update_bar, self.fault_bar, self.trouble):
            page.addWidget(bar)
        page.addWidget(self.splitter, 1)

    def retranslate(self) -> None:
        """Every word in the language shown."""
        self.duplicate.setText(self.tr("Duplicate"))
        self.duplicate.updateGeometry()
        self.more.set_name(self.tr("More for this template"))
        self.update_bar.set(
            self.tr("ClaimDesk came with a newer text of this template. Yours still counts."), "accent",
            self.tr("See what changed"),
        )  # fmt: skip
        self.fault_bar.set(
            self.tr("This text cannot be used yet. Until it is mended, replies use the one before it."), "danger"
        )
        self.sheet.retranslate()
        self.preview.retranslate()

    def show_about(
        self, data: Mapping[str, Any], language: str, stages: Mapping[str, str], platforms: Mapping[str, str]
    ) -> None:
        """Title and chips."""
        self.title.setText(str(data["title"]["zh" if language == "zh" else "en"]))
        self.title.setToolTip(str(data["purpose"]["zh" if language == "zh" else "en"]))
        empty_layout(self._chips)
        buyer = data["audience"] == "buyer"
        self._chips.addWidget(
            Chip(
                self.tr("To the buyer") if buyer else self.tr("To the platform"),
                "neutral",
                "user" if buyer else "buildings",
            )
        )
        self._chips.addWidget(Chip(stages.get(str(data["stage"]), "")))
        named = [platforms.get(one, one) for one in platforms_of(data)] or [self.tr("All platforms")]
        for title in named[: _MOST_CHIPS - 2]:
            self._chips.addWidget(Chip(title, "ok", "check"))
        rest = named[_MOST_CHIPS - 2 :]
        if rest:
            chip = Chip(f"+{len(rest)}", "ok")
            chip.setToolTip(", ".join(rest))
            self._chips.addWidget(chip)

    def show_standing(self, *, own: bool, edited: bool, update: bool, faulty: bool) -> None:
        """What may be done with it, and what hangs over it."""
        self._own, self._edited = own, edited
        self.update_bar.setVisible(update)
        self.fault_bar.setVisible(faulty)

    def show_aside(self, words: str, *, narrow: bool) -> None:
        """Where the right pane has no room, a button that opens it and says how the check stands."""
        self.aside.setText(words)
        self.aside.setAccessibleName(f"{words}: " + self.tr("check, use and revisions"))
        self.aside.setToolTip(self.tr("Check, use and revisions (Ctrl+\\)"))
        self.aside.updateGeometry()
        self.aside.setVisible(narrow)

    def _insert(self, name: str) -> None:
        editor = self.sheet.editor()
        if editor is not None:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.insert_variable(name)

    def _open_all(self) -> None:
        editor = self.sheet.editor()
        if editor is not None:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.open_list("")

    def _open_menu(self) -> None:
        menu = Menu(self)
        menu.setObjectName("template-menu")
        for name, words, enabled in (
            ("about", self.tr("Name and use…"), True),
            ("export", self.tr("Export this template…"), True),
            ("reset", self.tr("Back to what came with ClaimDesk"), self._edited and not self._own),
            ("delete", self.tr("Delete this template"), self._own),
        ):
            if name in ("reset", "delete") and self._own != (name == "delete"):
                continue
            action = menu.addAction(words)
            action.setObjectName(f"template-{name}")
            action.setEnabled(enabled)
            action.triggered.connect(lambda _=False, one=name: self.acted.emit(one))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
