"""Every reply template by stage, read in both languages side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from claimdesk.core.records.replies import Audience
from claimdesk.ui.context import Changes, WindowContext
from claimdesk.ui.screen import Screen
from claimdesk.ui.templates.reading import STAGES, Shown, pieces, read
from claimdesk.ui.templates.tree import TemplateTree
from claimdesk.ui.widgets.cards import Card, Line, ScreenHead, Section
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.empty import EmptyState, Icon
from claimdesk.ui.widgets.fields import SearchField
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tinted import Piece, TintedText


class TemplatesScreen(Screen):
    """Tree 256, the template in two columns, and what is known about it 296."""

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__(ctx)
        self._templates: tuple[Shown, ...] = ()
        self._build()
        self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = ScreenHead()
        column.addWidget(self.head)
        column.addWidget(Line())
        panes = QHBoxLayout()
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(0)
        panes.addWidget(self._left())
        panes.addWidget(self._centre(), 1)
        panes.addWidget(self._right())
        column.addLayout(panes, 1)

    def _left(self) -> QFrame:
        pane = QFrame()
        pane.setProperty("frame", "right")
        pane.setFixedWidth(256)
        column = QVBoxLayout(pane)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        self.search = SearchField()
        self.search.setObjectName("template-search")
        self.search.searched.connect(lambda _: self._show_tree())
        self.tree = TemplateTree()
        self.tree.chosen.connect(self._show_template)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        return pane

    def _centre(self) -> QWidget:
        page = QWidget()
        page.setProperty("ground", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(20, 14, 20, 20)
        self._page.setSpacing(8)
        self.title = Plain("", "pane", wrap=True)
        self.title.setObjectName("template-title")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._card = Card(padding=0)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, 1)
        self._card.body.addLayout(self._grid)
        self._page.addWidget(self.title)
        self._page.addLayout(self._chips)
        self._page.addSpacing(4)
        self._page.addWidget(self._card)
        self.empty = EmptyState("magnifying-glass")
        self.empty.hide()
        self._page.addWidget(self.empty, 1)
        self._page.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        return area

    def _right(self) -> QFrame:
        pane = QFrame()
        pane.setProperty("frame", "left")
        pane.setFixedWidth(296)
        column = QVBoxLayout(pane)
        column.setContentsMargins(17, 12, 16, 16)
        column.setSpacing(14)
        self.purpose = Section(gap=6)
        self.purpose_text = Plain("", "body", "text2", wrap=True)
        self.purpose.body.addWidget(self.purpose_text)
        self.asked = Section(gap=6)
        self.asked_rows = QVBoxLayout()
        self.asked_rows.setSpacing(4)
        self.asked.body.addLayout(self.asked_rows)
        self.origin = Section(gap=6)
        self.origin_text = Plain("", "body", "text2", wrap=True)
        self.origin.body.addWidget(self.origin_text)
        for index, section in enumerate((self.purpose, self.asked, self.origin)):
            if index:
                column.addWidget(Line())
            column.addWidget(section)
        column.addStretch(1)
        self._about = pane
        return pane

    # -- what the desk says

    def refresh(self, changes: Changes) -> None:
        desk = self.ctx.desk
        if desk is not None and (changes.settings or not self._templates):
            self.ctx.jobs.run(lambda _: read(desk), owner=self, done=self._show, lane="reading")

    def _show(self, templates: tuple[Shown, ...]) -> None:
        self._templates = templates
        self._show_tree()

    def _show_tree(self) -> None:
        wanted = self.search.text().strip()
        fitting = [t for t in self._templates if t.found_by(wanted)]
        titles = self._stage_titles()
        groups = [
            (stage, titles[stage], [(t.id, self.ctx.text(t.title)) for t in fitting if t.stage == stage])
            for stage in STAGES
        ]
        self.head.aside.setText(str(len(self._templates)) if self._templates else "")
        self.tree.show_groups([group for group in groups if group[2]])

    def _show_template(self, template_id: str) -> None:
        shown = next((t for t in self._templates if t.id == template_id), None)
        for part in (self.title, self._card, self._about):
            part.setVisible(shown is not None)
        self.empty.setVisible(shown is None and bool(self._templates))
        _clear(self._chips)
        _clear(self._grid)
        if shown is None:
            return
        self.title.setText(self.ctx.text(shown.title))
        self._show_chips(shown)
        self._show_columns(shown)
        self._show_about(shown)

    def _show_chips(self, shown: Shown) -> None:
        buyer = shown.audience is Audience.BUYER
        self._chips.addWidget(
            Chip(
                self.tr("To the buyer") if buyer else self.tr("To the platform"),
                "neutral",
                "user" if buyer else "buildings",
            )
        )
        self._chips.addWidget(Chip(self._stage_titles()[shown.stage]))
        for platform in shown.platforms or (self.tr("All platforms"),):
            self._chips.addWidget(Chip(platform, "ok", "check"))
        self._chips.addStretch(1)

    def _show_columns(self, shown: Shown) -> None:
        for at, title, detail in (
            (0, self.tr("English"), self.tr("to send")),
            (2, self.tr("Chinese meaning"), self.tr("for you to read")),
        ):
            self._grid.addWidget(_column_head(title, detail), 0, at)
        for row, (english, chinese) in enumerate(shown.paragraphs, start=1):
            for at, text, language in ((0, english, "en"), (2, chinese, "zh")):
                label = TintedText(
                    [Piece(words, "value" if named else "") for words, named in pieces(text, shown.labels, language)],
                    ink="text" if at == 0 else "text2",
                )
                label.setContentsMargins(14, 8 if row > 1 else 12, 14, 4 if row < len(shown.paragraphs) else 14)
                label.setAlignment(Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(label, row, at)
        self._grid.addWidget(Line(upright=True), 0, 1, len(shown.paragraphs) + 1, 1)

    def _show_about(self, shown: Shown) -> None:
        self.purpose_text.setText(self.ctx.text(shown.purpose))
        _clear(self.asked_rows)
        for ask in shown.asked:
            row = QWidget()
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(8)
            layout.addWidget(Icon("brackets-curly", "text3"))
            layout.addWidget(Plain(self.ctx.text(ask), "body", "text2", wrap=True), 1)
            self.asked_rows.addWidget(row)
        if not shown.asked:
            self.asked_rows.addWidget(
                Plain(self.tr("Nothing: everything comes from the order and the case."), "body", "text2", wrap=True)
            )
        self.origin_text.setText(
            self.tr("Version {version}, checked {day}. Came with ClaimDesk.").format(
                version=shown.version, day=shown.checked
            )
        )

    # -- words

    def _stage_titles(self) -> dict[str, str]:
        return {
            "before_payment": self.tr("Before payment"),
            "before_dispatch": self.tr("Paid, before dispatch"),
            "after_dispatch": self.tr("After dispatch"),
            "return": self.tr("Return"),
            "dispute": self.tr("Dispute"),
            "claim": self.tr("Claim"),
            "appeal": self.tr("Appeal"),
            "feedback": self.tr("Reviews and feedback"),
        }

    def retranslate(self) -> None:
        self.head.title.setText(self.tr("Templates"))
        self.search.setPlaceholderText(self.tr("Name or words, either language"))
        self.search.setAccessibleName(self.tr("Find a template"))
        self.purpose.set_title(self.tr("What it is for"))
        self.asked.set_title(self.tr("Asked for when it is used"))
        self.origin.set_title(self.tr("Where it comes from"))
        self.empty.set(self.tr("No template has these words."))
        if self._templates:
            self._show_tree()
        else:
            self._show_template("")


def _column_head(title: str, detail: str) -> QWidget:
    head = QWidget()
    head.setProperty("ground", "surface2")
    head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
    head.setFixedHeight(32)
    row = QHBoxLayout(head)
    row.setContentsMargins(14, 0, 14, 0)
    row.setSpacing(8)
    strong = Plain(title, "chip")
    strong.setProperty("role", "head")
    strong.set_ink("text")
    row.addWidget(strong)
    row.addWidget(Plain(detail, "secondary"))
    row.addStretch(1)
    return head


def _clear(layout: QHBoxLayout | QVBoxLayout | QGridLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
