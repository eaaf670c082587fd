"""What came attached to the mails about an order, for the evidence step: in the case already, or one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from claimdesk.core.records.messages import MessageFile, StoredMessage
from claimdesk.ui.widgets import times
from claimdesk.ui.widgets.buttons import PlainButton
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import empty_layout

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.scenarios.schema import EvidenceItem
    from claimdesk.ui.context import WindowContext

_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".heic")


class MailFiles(QWidget):
    """`use_asked(item, MessageFile)` when a file is to prove an item of the checklist."""

    use_asked = Signal(str, object)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setObjectName("mailFiles")
        self._title = Plain("", role="row")
        self._why = Plain("", role="table", ink="text2", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._why)
        column.addLayout(self._rows)

    def show_case(self, view: CaseView, items: tuple[EvidenceItem, ...], *, open_: bool) -> None:
        """Every attachment that is kept, once, with the items it proves; hidden when there is none."""
        empty_layout(self._rows)
        found: dict[str, tuple[MessageFile, StoredMessage]] = {}
        for message in view.order.messages:
            for file in message.files:
                if file.kept and not file.inline:
                    found.setdefault(file.sha256, (file, message))
        self.setVisible(bool(found))
        self._title.setText(self.tr("From mails"))
        self._why.setText(self.tr("Attachments are kept as they came and never opened here."))
        for file, message in found.values():
            used = {kept.item for kept in view.case.evidence if kept.sha256 == file.sha256}
            self._rows.addWidget(self._row(file, message, used, items, open_=open_))

    def _row(
        self, file: MessageFile, message: StoredMessage, used: set[str], items: tuple[EvidenceItem, ...], *, open_: bool
    ) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Icon("image" if file.name.lower().endswith(_PICTURES) else "paperclip", "text2", 16))
        day = times.day_text(message.when, self._ctx.language, zone=self._ctx.home)
        name = Plain(f"{file.name}  {day}", role="table", elide=True)
        name.setToolTip(self.tr("{0}\nFingerprint (SHA-256) {1}").format(file.name, file.sha256))
        line.addWidget(name, 1)
        language = self._ctx.language
        proves = [item.label.get(language) for item in items if item.id in used]
        state = self.tr(", ", "between parts of a list").join(proves) or (self.tr("in the case") if used else "")
        if state:
            line.addWidget(Plain(state, role="secondary", ink="text2"))
        free = [item for item in items if item.id not in used]
        if open_ and free:
            button = PlainButton(self.tr("Use for"), "", small=True)
            button.setObjectName(f"useFile-{file.sha256[:8]}")
            menu = QMenu(button)
            for item in free:
                action = menu.addAction(item.label.get(language))
                action.setObjectName(f"useFor-{item.id}")
                action.triggered.connect(lambda _=False, chosen=item.id: self.use_asked.emit(chosen, file))
            button.setMenu(menu)
            line.addWidget(button)
        return row
