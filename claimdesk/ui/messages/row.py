"""One message of a thread: who, when, how it is known, its words as plain text, and its attachments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.core.records.messages import Channel, MessageFile, Speaker, StoredMessage
from claimdesk.ui.widgets import times
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext

_SHORT: Final = 360  # characters that are shown before "Show all"
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".heic")


class MessageRow(QWidget):
    """Shows a message. Its attachments can be copied out; they are never opened here."""

    def __init__(self, ctx: WindowContext, message: StoredMessage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self.message = ctx, message
        self.setObjectName(f"message-{message.channel.value}-{message.id or message.event}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Plain(self._who(), "strong", "accenttext" if message.speaker is Speaker.SHOP else ""))
        head.addWidget(Plain(self._when(), "secondary", "text3", elide=True), 1)
        column.addLayout(head)
        for caution in message.warnings:
            words = ctx.text(ctx.desk.wording.text(caution.code, caution.params)) if ctx.desk is not None else ""
            warning = Plain(words, "secondary", "danger", wrap=True)
            warning.setObjectName(f"messageWarning-{caution.code}")
            column.addWidget(warning)
        self._text = Plain("", "table", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        column.addWidget(self._text)
        self.whole = LinkButton(self.tr("Show all"))
        self.whole.setObjectName("messageWhole")
        self.whole.clicked.connect(self._show_all)
        column.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeft)
        text = message.text.strip()
        self.whole.setVisible(len(text) > _SHORT)
        self._text.setText(text if len(text) <= _SHORT else text[:_SHORT].rstrip() + "…")
        for file in message.files:
            if not file.inline:
                column.addLayout(self._file(file))

    def _who(self) -> str:
        if self.message.speaker is Speaker.BUYER:
            return self.tr("Buyer")
        return self.tr("You") if self.message.speaker is Speaker.SHOP else self.tr("Platform")

    def _when(self) -> str:
        at = self.message.at
        day = times.moment_text(at, self._ctx.language, zone=self._ctx.home) if at else self.tr("no date")
        return " · ".join(part for part in (day, self._known_by(), self._language()) if part)

    def _known_by(self) -> str:
        message = self.message
        words = {
            Channel.MAIL: "",
            Channel.QUOTED: self.tr("quoted in a mail"),
            Channel.SENT: self.tr("sent in C-{0}").format(f"{message.case_id:04d}"),
            Channel.PHONE: self.tr("by phone"),
            Channel.CHAT: self.tr("by chat"),
            Channel.OTHER: self.tr("noted by hand"),
        }[message.channel]
        return self.tr("to the platform") if message.kind == "platform" else words

    def _language(self) -> str:
        return {
            "en": self.tr("English"), "zh": self.tr("Chinese"), "de": self.tr("German"), "fr": self.tr("French"),
            "es": self.tr("Spanish"), "it": self.tr("Italian"), "ja": self.tr("Japanese"),
        }.get(self.message.language, "")  # fmt: skip

    def _file(self, file: MessageFile) -> QHBoxLayout:
        from claimdesk.core.messages.names import may_run  # at first use: the frame paints without it

        row = QHBoxLayout()
        row.setSpacing(6)
        picture = file.name.lower().endswith(_PICTURES)
        row.addWidget(Icon("image" if picture else "paperclip", "text2", 15))
        name = Plain(f"{file.name}  {_size(file.size)}", "secondary", "text2", elide=True)
        name.setToolTip(file.name)
        row.addWidget(name, 1)
        if not file.kept:
            row.addWidget(Plain(self.tr("not kept"), "secondary", "text3"))
            return row
        if may_run(file.name):
            row.addWidget(Plain(self.tr("may run a program"), "secondary", "danger"))
        save = LinkButton(self.tr("Save a copy"))
        save.setObjectName(f"saveFile-{file.sha256[:8]}")
        save.clicked.connect(lambda: self._save(file))
        row.addWidget(save)
        return row

    def _save(self, file: MessageFile) -> None:
        desk = self._ctx.desk
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), str(Path(folder) / file.name))
        if desk is not None and chosen:
            self._ctx.jobs.run(
                lambda task: desk.messages.save_file(file, Path(chosen)), owner=self, lane="reading",
                done=lambda _: self._ctx.toast.emit(self.tr("{0} was copied.").format(file.name), None),
            )  # fmt: skip

    def _show_all(self) -> None:
        self._text.setText(self.message.text.strip())
        self.whole.hide()


def _size(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MB" if count >= 1024 * 1024 else f"{max(1, round(count / 1024))} KB"
