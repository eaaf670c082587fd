"""The right pane: the check, what is asked for, use, revisions, and what the template is for."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from claimdesk.ui.templates.asked_section import AskedSection
from claimdesk.ui.templates.checks_section import ChecksSection
from claimdesk.ui.templates.revisions_section import RevisionsSection
from claimdesk.ui.templates.use_section import UseSection
from claimdesk.ui.widgets.cards import Line, Section
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import TallPage, scrolled

WIDTH = 296


class AboutPane(QFrame):
    """Everything known about the template beside its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("template-about-pane")
        self.setProperty("frame", "left")
        self.setFixedWidth(WIDTH)
        self.checks, self.asked = ChecksSection(), AskedSection()
        self.use, self.revisions = UseSection(), RevisionsSection()
        self.purpose = Section(gap=6)
        self.purpose_text = Plain("", "table", "text2", wrap=True)
        self.origin = Plain("", "secondary", "text3", wrap=True)
        self.purpose.body.addWidget(self.purpose_text)
        self.purpose.body.addWidget(self.origin)
        page = TallPage()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 14, 16)
        column.setSpacing(12)
        for index, section in enumerate((self.checks, self.use, self.revisions, self.asked, self.purpose)):
            if index:
                column.addWidget(Line())
            column.addWidget(section)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        self.area = scrolled(page)
        outer.addWidget(self.area)

    def retranslate(self) -> None:
        """Every word in the language shown."""
        for section in (self.checks, self.asked, self.use, self.revisions):
            section.retranslate()
        self.purpose.set_title(self.tr("What it is for"))
