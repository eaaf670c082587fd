"""The owner's own words, which no spelling check names: added, and taken away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from claimdesk.ui.widgets.buttons import IconButton, PlainButton
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import empty_layout

_SHOWN = 200  # rows; whoever has more finds the rest when these are gone


class OwnWordsCard(Card):
    """`added(word)`, `removed(word)`."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16, gap=6)
        self.setObjectName("ownWords")
        self._words: tuple[str, ...] = ()
        self._title, self._hint = Plain("", "section"), Plain("", "secondary", "text2", wrap=True)
        self.field = QLineEdit()
        self.field.setObjectName("own-word")
        self.field.setMaxLength(60)
        self.button = PlainButton("", "plus", small=True)
        self.button.setObjectName("own-word-add")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.body.addWidget(self._title)
        self.body.addWidget(self._hint)
        self.body.addLayout(row)
        self.body.addLayout(self._list)
        self.field.returnPressed.connect(self._add)
        self.field.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))
        self.button.clicked.connect(self._add)
        self.button.setEnabled(False)

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self._title.setText(self.tr("Your words"))
        self._hint.setText(self.tr("Names and terms that are spelt right: no check underlines them."))
        self.field.setPlaceholderText(self.tr("a word"))
        self.field.setAccessibleName(self.tr("Add a word"))
        self.button.setText(self.tr("Add"))
        self.button.updateGeometry()
        self.show_words(self._words)

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show these words, in their order."""
        self._words = words
        empty_layout(self._list)
        for word in words[:_SHOWN]:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(Plain(word, "table", elide=True), 1)
            delete = IconButton("trash", self.tr("Remove “{0}”").format(word), small=True)
            delete.clicked.connect(lambda _=False, one=word: self.removed.emit(one))
            row.addWidget(delete)
            self._list.addWidget(holder)

    def _add(self) -> None:
        word = self.field.text().strip()
        if word:
            self.field.clear()
            self.added.emit(word)
