"""Messages that belong to no order that is here: look at them, say which order they are about, or read them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.context import Changes
from claimdesk.ui.messages.row import MessageRow
from claimdesk.ui.widgets.buttons import LinkButton, PlainButton
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import TallPage, empty_layout, scrolled

if TYPE_CHECKING:
    from claimdesk.core.records.messages import StoredMessage
    from claimdesk.ui.context import WindowContext


class UnassignedDialog(QDialog):
    """Reads the list on the reading lane, and again whenever something changes."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setObjectName("unassigned")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        self.setWindowTitle(self.tr("Messages without an order"))
        self.resize(QSize(640, 560))
        self._sum = Plain("", "body", "text2", wrap=True)
        self._sum.setObjectName("unassignedSum")
        page = TallPage()
        self._rows = QVBoxLayout(page)
        self._rows.setContentsMargins(24, 8, 24, 12)
        self._rows.setSpacing(8)
        self.close_button = PlainButton(self.tr("Close"), "", "Esc")
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 16)
        column.setSpacing(10)
        head = QVBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.addWidget(Plain(self.windowTitle(), "pane"))
        head.addWidget(self._sum)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(scrolled(page), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        ctx.changed.connect(self._on_changed)
        self._read()

    def _on_changed(self, changes: Changes) -> None:
        if changes.orders or changes.cases:
            self._read()

    def _read(self) -> None:
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(lambda task: desk.messages.unassigned(), owner=self, done=self._show, lane="reading")

    def _show(self, messages: tuple[StoredMessage, ...]) -> None:
        empty_layout(self._rows)
        self._sum.setText(
            self.tr("None. Every message that is kept belongs to an order.") if not messages else
            self.tr("1 message waits for its order. It joins the order by itself once a file with its number is imported.")
            if len(messages) == 1 else
            self.tr("{0} messages wait for their orders. Each joins its order by itself once a file with the number is "
                    "imported.").format(len(messages)))  # fmt: skip
        for message in messages:
            self._rows.addWidget(self._row(message))
        spring = QWidget()
        self._rows.addWidget(spring, 1)

    def _row(self, message: StoredMessage) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        number = message.order_no or self.tr("no order number")
        head.addWidget(Plain("  ".join(part for part in (number, message.subject or message.sender) if part),
                             "table", "text2", elide=True), 1)  # fmt: skip
        read = LinkButton(self.tr("Choose its order"))
        read.setObjectName(f"assignMessage{message.id}")
        read.setEnabled(bool(message.original))
        read.clicked.connect(lambda: self._assign(message))
        head.addWidget(read)
        column.addLayout(head)
        column.addWidget(MessageRow(self._ctx, message))
        column.addWidget(Line(soft=True))
        return row

    def _assign(self, message: StoredMessage) -> None:
        """Read the mail again, where its order can be chosen and a case opened."""
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(
                lambda task: desk.messages.original(message), owner=self, done=self._open, lane="reading",
                failed=lambda error: self._sum.setText(self._ctx.words(error)),
            )  # fmt: skip

    def _open(self, raw: bytes) -> None:
        from claimdesk.ui.intake.dialog import IntakeDialog  # at first use
        from claimdesk.ui.intake.source import Source

        IntakeDialog(self._ctx, Source(raw=raw), self).open()
