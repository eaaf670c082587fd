"""What a visit to the Import screen is about: where it stands, and the files that are looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from claimdesk.core.records.imports import ColumnMatch, FileChoices, FilePreview


class Phase(Enum):
    """Where the visit stands."""

    START = "start"
    CHECKING = "checking"
    READY = "ready"
    WRITING = "writing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file: what was found in it, or why it cannot be read; neither while it waits to be looked at."""

    path: Path
    size: int = 0
    preview: FilePreview | None = None
    error: Exception | None = None
    choices: FileChoices = field(default_factory=FileChoices)  # the operator’s

    @property
    def format_id(self) -> str:
        """The format that the operator chose, empty: found out."""
        return self.choices.format_id

    @property
    def is_mapped(self) -> bool:
        """Whether the columns of the file are the operator's to choose."""
        return self.preview is not None and bool(self.preview.signature)

    @property
    def undecided(self) -> tuple[ColumnMatch, ...]:
        """Columns that look like a field, but not surely enough: each is to be chosen or left out."""
        return tuple(column for column in self.preview.columns if column.suggested) if self.preview else ()

    @property
    def is_open(self) -> bool:
        """Whether columns must be chosen before the file can be imported."""
        return self.preview is not None and ("columns" in self.preview.questions or bool(self.undecided))
