"""The mail behind a line of the timeline: its text as plain text, and what was read from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.intake.fields import FieldRows, MailText
from claimdesk.ui.intake.words import NoticeWords
from claimdesk.ui.widgets.buttons import PlainButton
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext


class KeptMailDialog(QDialog):
    """Shows the data of one `notice_read` event."""

    def __init__(
        self, ctx: WindowContext, data: Mapping[str, Any], order_no: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("keptMail")
        self.setModal(True)
        subject = str(data.get("subject") or "") or self.tr("Notice")
        self.setWindowTitle(subject)
        self.fields, self.text = FieldRows(), MailText()
        self.fields.show_rows(NoticeWords(ctx, self).of_kept(data, order_no))
        self.text.show_text(str(data.get("text") or ""), (str(text) for _, text in data.get("read_from") or ()))
        self.close_button = PlainButton(self.tr("Close"), "", "Esc")
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(12)
        column.addWidget(Plain(subject, "pane", wrap=True))
        column.addWidget(self.fields)
        column.addWidget(Line())
        column.addWidget(self.text, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self.resize(640, 620)
        self.close_button.setFocus()
