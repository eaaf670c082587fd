"""A table that was copied, from a spreadsheet or a page, as a file that Import reads."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QTemporaryDir

from claimdesk.ui.intake.source import is_table, local_files

_ROWS: Final = 2  # the headings and an order


class PastedTables:
    """Keeps each table in a folder of its own that goes with the program."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None

    def file_of(self, data: QMimeData, at: datetime, title: str) -> Path | None:
        """The copied table as a file called by its title and the hour; None when none was copied. Raises OSError."""
        text = "" if local_files(data) or not data.hasText() else data.text()
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) < _ROWS or not is_table(lines, "\t"):
            return None
        if self._folder is None:
            self._folder = QTemporaryDir()
        if not self._folder.isValid():
            raise OSError(self._folder.errorString())
        path = Path(self._folder.filePath(f"{title} {at:%Y-%m-%d %H.%M.%S}.txt"))
        path.write_text(text, "utf-8", newline="")
        return path
