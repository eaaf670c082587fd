"""The template as it would go out, for an order or an example."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from claimdesk.core.records.replies import Draft, Paragraph
from claimdesk.ui.case.typing_field import TypingField
from claimdesk.ui.widgets.buttons import PlainButton
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.empty import MessageBar
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.menus import Menu
from claimdesk.ui.widgets.tall import TallPage, empty_layout, scrolled
from claimdesk.ui.widgets.tinted import Piece, TintedText

if TYPE_CHECKING:
    from claimdesk.ui.templates.reading import Shown


class PreviewCard(QFrame):
    """`chosen(what)`: `rich`, `bare` or an order number."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self.setObjectName("template-preview")
        self.choice = "rich"
        self._orders: tuple[tuple[str, str], ...] = ()
        self._title, self._with = Plain("", "strong"), Plain("", "table", "text2")
        self.pick = PlainButton("", small=True)
        self.pick.setObjectName("preview-order")
        self.pick.setMenu(Menu(self.pick))
        self.number = TypingField()
        self.number.setObjectName("preview-number")
        self.number.setProperty("small", True)
        self.number.setMaximumWidth(200)
        self.number.hide()
        self.number.returnPressed.connect(self._on_number)
        self.state = Chip("", "ok", "check-circle")
        self.state.setObjectName("preview-state")
        self.state.hide()
        self.trouble = MessageBar("", "warn")
        self.trouble.hide()
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        head = QWidget()
        head.setFixedHeight(36)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(8)
        for part in (self._title, self._with, self.pick, self.number):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.state)
        page = TallPage()
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(16, 10, 16, 12)
        self._page.setSpacing(8)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(8)
        self._page.addWidget(self.trouble)
        self._page.addLayout(self._texts)
        self._page.addStretch(1)
        self.area = scrolled(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(Line())
        column.addWidget(self.area, 1)

    def retranslate(self) -> None:
        """Every word in the language shown."""
        self._title.setText(self.tr("Preview"))
        self._with.setText(self.tr("with"))
        self.number.setPlaceholderText(self.tr("Order number, then Enter"))
        self.number.setAccessibleName(self.tr("Order number to preview with"))
        self.offer(self._orders)

    def offer(self, orders: Sequence[tuple[str, str]]) -> None:
        """Orders to choose from, as (number, buyer), beside the two examples."""
        self._orders = tuple(orders)
        menu = self.pick.menu()
        menu.clear()
        self._add(menu, "rich", self.tr("Example that knows everything"))
        self._add(menu, "bare", self.tr("Example that knows the order number only"))
        menu.addSeparator()
        for number, buyer in self._orders:
            self._add(menu, number, f"{number}   {buyer}".strip())
        menu.addAction(self.tr("Another order…")).triggered.connect(self._ask_number)
        self._show_pick("")

    def _add(self, menu: QMenu, choice: str, words: str) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(choice == self.choice)
        action.setData(choice)
        action.triggered.connect(lambda _=False: self._choose(choice))

    def _ask_number(self) -> None:
        self.number.show()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    def _on_number(self) -> None:
        typed = self.number.text().strip()
        if typed:
            self._choose(typed, keep_field=True)

    def _choose(self, choice: str, *, keep_field: bool = False) -> None:
        self.choice = choice
        if not keep_field:
            self.number.hide()
        for action in self.pick.menu().actions():
            action.setChecked(action.data() == choice)
        self._show_pick("")
        self.chosen.emit(choice)

    def _show_pick(self, buyer: str) -> None:
        words = {"rich": self.tr("Example, everything known"), "bare": self.tr("Example, number only")}
        buyer = buyer or dict(self._orders).get(self.choice, "")
        self.pick.setText(words.get(self.choice) or f"{self.choice}   {buyer}".strip())
        self.pick.updateGeometry()

    # what comes out

    def show_preview(self, shown: Shown, labels: Mapping[str, str], ids: Sequence[str]) -> None:
        """The text with its values; `labels` are the words for what is missing, `ids` all paragraphs in their order."""
        self._show_pick(shown.buyer)
        draft = shown.preview.draft
        self.trouble.setVisible(draft is None)
        if draft is None:
            self.trouble.set(self.tr("The preview comes back when the text is mended."), "warn")
            self.state.hide()
            empty_layout(self._texts)
            return
        self._show_texts(draft, labels)
        self._show_left_out(
            [number for number, key in enumerate(ids, 1) if key not in {p.id for p in draft.paragraphs}]
        )
        missing = [labels.get(name, name) for name in draft.missing]
        self.state.show()
        if missing:
            count = len(missing)
            self.state.set(
                self.tr("1 variable is empty") if count == 1 else self.tr("{count} variables are empty").format(count=count),
                "warn", "warning",
            )  # fmt: skip
        else:
            self.state.set(self.tr("Every variable is filled"), "ok", "check-circle")
        self.state.setToolTip(self.tr("Asked for when it is used: {names}").format(names=self.tr(", ").join(missing))
                              if missing else "")  # fmt: skip
        self.state.setAccessibleDescription(", ".join(missing))

    def show_trouble(self, words: str) -> None:
        """Why there is no preview."""
        empty_layout(self._texts)
        self.state.hide()
        self.trouble.set(words, "warn")
        self.trouble.show()

    def _show_texts(self, draft: Draft, labels: Mapping[str, str]) -> None:
        empty_layout(self._texts)
        for paragraph in draft.paragraphs:
            label = TintedText(pieces(paragraph, labels))
            label.setObjectName(f"previewed-{paragraph.id}")
            self._texts.addWidget(label)
        if not draft.paragraphs:
            self._texts.addWidget(
                Plain(self.tr("Every paragraph is left out for this order."), "body", "text2", wrap=True)
            )

    def _show_left_out(self, numbers: Sequence[int]) -> None:
        if not numbers:
            return
        listed = self.tr(", ").join(str(number) for number in numbers)
        words = (
            self.tr("Paragraph {n} is left out here.")
            if len(numbers) == 1
            else self.tr("Paragraphs {n} are left out here.")
        )
        self._texts.addWidget(Plain(words.format(n=listed), "secondary", "text3", wrap=True))

    def text(self) -> str:
        """What is shown, for a reader without eyes and for tests."""
        items = [self._texts.itemAt(at) for at in range(self._texts.count())]
        return "\n".join(w.text() for item in items if item and isinstance(w := item.widget(), Plain))


def pieces(paragraph: Paragraph, labels: Mapping[str, str]) -> list[Piece]:
    """A rendered paragraph in runs: filled values, and words for what is missing."""
    result, at = [], 0
    for span in paragraph.spans:
        result.append(Piece(paragraph.text[at : span.start]))
        gap = span.name in paragraph.missing
        words = f"\u2009{labels.get(span.name, span.name)}\u2009" if gap else paragraph.text[span.start : span.end]
        result.append(Piece(words, "gap" if gap else "value"))
        at = span.end
    result.append(Piece(paragraph.text[at:]))
    return [piece for piece in result if piece.text]
