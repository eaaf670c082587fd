"""A thread of messages, oldest first: the last few, and the earlier ones on demand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.ui.messages.row import MessageRow
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import empty_layout

if TYPE_CHECKING:
    from claimdesk.core.records.messages import StoredMessage
    from claimdesk.ui.context import WindowContext

LAST: Final = 4


class Thread(QWidget):
    """Shows messages with rows of their own."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._messages: tuple[StoredMessage, ...] = ()
        self._whole = False
        self._none = Plain("", "secondary", "text3", wrap=True)
        self.earlier = LinkButton()
        self.earlier.setObjectName("threadEarlier")
        self.earlier.clicked.connect(self._show_whole)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._none)
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._rows)

    def rows(self) -> list[MessageRow]:
        """The rows in sight."""
        widgets = (item.widget() for at in range(self._rows.count()) if (item := self._rows.itemAt(at)) is not None)
        return [widget for widget in widgets if isinstance(widget, MessageRow)]

    def show_messages(self, messages: Sequence[StoredMessage]) -> None:
        """Show another thread, or the same one again."""
        if {(m.id, m.event) for m in messages[:1]} != {(m.id, m.event) for m in self._messages[:1]}:
            self._whole = False
        self._messages = tuple(messages)
        self._fill()

    def _show_whole(self) -> None:
        self._whole = True
        self._fill()

    def _fill(self) -> None:
        empty_layout(self._rows)
        shown = self._messages if self._whole else self._messages[-LAST:]
        left = len(self._messages) - len(shown)
        self.earlier.setVisible(left > 0)
        self.earlier.setText(
            self.tr("1 earlier message") if left == 1 else self.tr("{0} earlier messages").format(left)
        )
        self.earlier.updateGeometry()
        self._none.setVisible(not self._messages)
        self._none.setText(self.tr("No message is kept. Paste a mail with Ctrl+V, or drop it here."))
        for message in shown:
            self._rows.addWidget(MessageRow(self._ctx, message, self))
