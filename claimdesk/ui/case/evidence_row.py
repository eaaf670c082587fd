"""One item of the evidence checklist: why it matters, the files it has, and a way to add one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.widgets.buttons import IconButton, PlainButton
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.core.records.cases import EvidenceFile

_FILES_WIDTH = 304
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".heic")


class EvidenceRow(QFrame):
    """`add_asked(item)`, `files_dropped(item, paths)` and `remove_asked(item, sha256)` say what the operator wants."""

    add_asked = Signal(str)
    files_dropped = Signal(str, list)
    remove_asked = Signal(str, str)

    def __init__(self, item_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item_id = item_id
        self.setObjectName(f"evidence-{item_id}")
        self.setAcceptDrops(True)
        self._icon = Icon("circle-dashed", "text3", 20)
        self._title = Plain("", role="row", wrap=True)
        self._why = Plain("", role="table", ink="text2", wrap=True)
        self._need = Plain("", role="table", ink="text2")
        self._add = PlainButton("", "paperclip", small=True)
        self._add.setObjectName(f"addEvidence-{item_id}")
        self._add.clicked.connect(lambda: self.add_asked.emit(self.item_id))
        self._files = QVBoxLayout()
        self._files.setSpacing(2)
        self._arrange()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 7, 0, 8)
        grid.setHorizontalSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._why)
        side = QHBoxLayout()
        side.setSpacing(6)
        side.addLayout(self._files)
        side.addWidget(self._add, 0, Qt.AlignmentFlag.AlignVCenter)
        side.addStretch(1)
        grid.addWidget(self._icon, 0, 0)
        grid.addLayout(words, 0, 1)
        grid.addLayout(side, 0, 2)
        grid.addWidget(self._need, 0, 3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnMinimumWidth(0, 22)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(2, _FILES_WIDTH)  # the same in every row, so that files stand below each other
        grid.setColumnMinimumWidth(3, 72)
        line = QFrame()
        line.setProperty("frame", "grid")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(grid)
        column.addWidget(line)

    def show_item(self, title: str, why: str, required: bool, files: tuple[EvidenceFile, ...], open_: bool) -> None:
        """The item with the files it has; `open_` tells whether files may be added or taken away."""
        self._title.setText(title)
        self._why.setText(why)
        self._need.setText(self.tr("Required") if required else self.tr("Advised"))
        words = self.tr("Add file") if not files else self.tr("Add another")
        self._add.setText("" if files else words)  # beside a file the clip alone is enough
        self._add.setToolTip(words if files else "")
        self._add.setAccessibleName(words)
        self._add.updateGeometry()
        self._add.setVisible(open_)
        self._icon.set("check-circle-fill" if files else "circle-dashed", "oksolid" if files else "text3")
        while (entry := self._files.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        for file in files:
            self._files.addWidget(self._file_line(file, open_))

    def _file_line(self, file: EvidenceFile, open_: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        icon = "image" if file.name.lower().endswith(_PICTURES) else "file-text"
        name = Plain(file.name, role="secondary", ink="text2", elide=True)
        name.setFixedWidth(min(150, name.sizeHint().width()))
        name.setToolTip(self.tr("{0}\nAdded {1} UTC\nFingerprint (SHA-256) {2}").format(
            file.name, file.at.strftime("%Y-%m-%d %H:%M"), file.sha256))  # fmt: skip
        mark = Plain(file.sha256[:8], role="label", ink="text3")
        mark.setToolTip(name.toolTip())
        row.addWidget(Icon(icon, "text2", 15))
        row.addWidget(name)
        row.addWidget(mark)
        if open_:
            remove = IconButton("x", self.tr("Remove {0}").format(file.name), small=True)
            remove.setFixedSize(22, 22)
            remove.clicked.connect(lambda _=False, sha=file.sha256: self.remove_asked.emit(self.item_id, sha))
            row.addWidget(remove)
        row.addStretch(1)
        return line

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(self.item_id, paths)
