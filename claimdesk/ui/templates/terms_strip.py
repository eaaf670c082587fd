"""The line below the paragraph being written: when it is left out, and moving, adding and removing paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QWidget

from claimdesk.ui.case.typing_field import TypingField
from claimdesk.ui.templates.terms import offered
from claimdesk.ui.widgets.buttons import IconButton
from claimdesk.ui.widgets.menus import Menu


class TermsStrip(QFrame):
    """`optional_chosen(bool)`, `when_chosen(text)`, `moved(±1)`, `added`, `removed`."""

    optional_chosen = Signal(bool)
    when_chosen = Signal(str)
    moved = Signal(int)
    added = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[tuple[str, str], ...] = ()
        self._platforms: Mapping[str, str] = {}
        self.optional = QCheckBox()
        self.optional.setObjectName("paragraph-optional")
        self.when = TypingField()
        self.when.setObjectName("paragraph-when")
        self.when.setProperty("small", True)
        self.offer = IconButton("funnel-simple", small=True)
        self.offer.setObjectName("paragraph-conditions")
        self.up, self.down = IconButton("arrow-up", small=True), IconButton("arrow-down", small=True)
        self.add, self.remove = IconButton("plus", small=True), IconButton("trash", small=True)
        for button, name in ((self.up, "up"), (self.down, "down"), (self.add, "add"), (self.remove, "remove")):
            button.setObjectName(f"paragraph-{name}")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 8)
        row.setSpacing(4)
        row.addWidget(self.optional)
        row.addSpacing(8)
        row.addWidget(self.when, 1)
        row.addWidget(self.offer)
        row.addSpacing(8)
        for button in (self.up, self.down, self.add, self.remove):
            row.addWidget(button)
        self.optional.clicked.connect(self.optional_chosen)
        self.when.editingFinished.connect(lambda: self.when_chosen.emit(self.when.text()))
        self.offer.clicked.connect(self._open_offer)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.add.clicked.connect(self.added)
        self.remove.clicked.connect(self.removed)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language shown."""
        self.optional.setText(self.tr("Optional"))
        self.optional.setToolTip(self.tr("Left out when one of its values is missing"))
        self.when.setPlaceholderText(self.tr("Always. Or a condition: not item"))
        self.when.setAccessibleName(self.tr("Condition"))
        self.offer.set_name(self.tr("Choose a condition"))
        self.up.set_name(self.tr("Move up (Alt+Up)"))
        self.down.set_name(self.tr("Move down (Alt+Down)"))
        self.add.set_name(self.tr("Add a paragraph below (Ctrl+Enter)"))
        self.remove.set_name(self.tr("Remove this paragraph"))

    def offer_terms(self, names: Sequence[tuple[str, str]], platforms: Mapping[str, str]) -> None:
        """The values and platforms that conditions may ask for, as (name, words)."""
        self._names, self._platforms = tuple(names), platforms

    def show_terms(self, when: str, *, optional: bool, first: bool, last: bool) -> None:
        """The paragraph as it stands; what is being typed stays."""
        self.optional.setChecked(optional)
        if not self.when.hasFocus() or not self.when.isModified():
            self.when.setText(when)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        self.remove.setEnabled(not (first and last))

    def _open_offer(self) -> None:
        menu = Menu(self)
        menu.setObjectName("condition-menu")
        always = menu.addAction(self.tr("Always"))
        always.triggered.connect(lambda: self.when_chosen.emit(""))
        titles = {"known": self.tr("Only when this is known"), "unknown": self.tr("Only when this is not known"),
                  "platform": self.tr("Only on")}  # fmt: skip
        for kind, choices in offered(self._names, self._platforms).items():
            inner = Menu(menu, titles[kind])
            menu.addMenu(inner)
            for expression, words in choices:
                action = inner.addAction(words)
                action.triggered.connect(lambda _=False, one=expression: self.when_chosen.emit(one))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.offer.mapToGlobal(self.offer.rect().bottomLeft()))
