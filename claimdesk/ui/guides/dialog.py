"""The guides of the program, to be read: a list left, sections and points right, and when they were last checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from claimdesk.ui.widgets.buttons import PrimaryButton
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.choices import ChoiceList
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import TallPage, empty_layout, scrolled
from claimdesk.ui.widgets.times import day_text

if TYPE_CHECKING:
    from claimdesk.core.knowledge.guides import Guide
    from claimdesk.ui.context import WindowContext

_LIST_WIDTH = 248


class GuidesDialog(QDialog):
    """`desk.guides`, one at a time; it may stay open beside the work."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setObjectName("guides")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        self.resize(900, 640)
        self.list = ChoiceList()
        self.list.setObjectName("guideList")
        self.list.setFixedWidth(_LIST_WIDTH)
        self._page = TallPage()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(28, 20, 28, 24)
        self._column.setSpacing(0)
        self._area: QScrollArea = scrolled(self._page)
        self._area.setObjectName("guideText")
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button = PrimaryButton("", parent=self)
        self.close_button.clicked.connect(self.accept)
        self._arrange()
        self.list.chosen.connect(lambda _: self._show())
        self.retranslate()
        self.list.setFocus()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(10, 14, 10, 10)
        left.addWidget(self.list)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(left)
        body.addWidget(Line(upright=True))
        right = QWidget()
        right.setProperty("ground", "surface")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        inner = QVBoxLayout(right)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._area)
        body.addWidget(right, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 12)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(Line())
        column.addLayout(foot)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.setWindowTitle(self.tr("Guides"))
        self.list.setAccessibleName(self.tr("Guides"))
        self._area.setAccessibleName(self.tr("Text of the guide"))
        self.close_button.setText(self.tr("Close"))
        self.close_button.updateGeometry()
        text = self._ctx.text
        self.list.set_choices([(guide.id, text(guide.title), self._checked(guide)) for guide in self._guides()])
        self._show()

    def choose(self, guide_id: str) -> None:
        """Show a guide."""
        self.list.set_value(guide_id)

    def _guides(self) -> tuple[Guide, ...]:
        return self._ctx.desk.guides if self._ctx.desk is not None else ()

    def _checked(self, guide: Guide) -> str:
        day = day_text(guide.checked, self._ctx.language, year=True)
        return self.tr("Checked {0}").format(day)

    def _show(self) -> None:
        guide = next((one for one in self._guides() if one.id == self.list.value), None)
        empty_layout(self._column)
        if guide is None:
            return
        text = self._ctx.text
        self._column.addWidget(Plain(text(guide.title), "title", wrap=True))
        self._column.addWidget(Plain(self._checked(guide), "secondary", "text3"))
        for section in guide.sections:
            head = Plain(text(section.title), "section", wrap=True)
            head.setContentsMargins(0, 18, 0, 6)
            self._column.addWidget(head)
            for point in section.items:
                self._column.addWidget(_point(text(point.text)))
        self._column.addStretch(1)
        self._area.verticalScrollBar().setValue(0)


def _point(words: str) -> QWidget:
    row = QWidget()
    inner = QHBoxLayout(row)
    inner.setContentsMargins(0, 0, 0, 8)
    inner.setSpacing(8)
    dot = Plain("•", "body", "text3")
    dot.setAccessibleName("")
    inner.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
    inner.addWidget(Plain(words, "body", wrap=True), 1)
    return row
