"""What the clipboard, a drop or a file brings: a mail to read, or files that go to Import."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from claimdesk.core.records.problems import Problem

MAIL_ENDINGS = frozenset({".eml", ".mbox", ".msg", ".mbx", ".emlx"})
_TEXT_ENDINGS = frozenset({".txt", ".text", ""})
_MAIL_TYPE = "message/rfc822"
_HEAD = 8_192  # bytes that tell a mail from a table
_LARGEST = 20 * 1024 * 1024  # bytes of a mail
_LARGEST_BOX = 100 * 1024 * 1024  # of a mailbox
_CELLS = 4  # columns from which lines with the same number of tabs, commas or semicolons are a table


@dataclass(frozen=True, slots=True)
class Source:
    """A mail that is still to be read: its text or bytes, or the file that holds it."""

    name: str = ""  # of the file; empty for what was copied
    raw: bytes | str = ""
    path: Path | None = None

    @property
    def is_box(self) -> bool:
        """Whether it begins as a mailbox does, which may hold several mails."""
        if self.path is None:
            start = self.raw[:40].encode("utf-8", "replace") if isinstance(self.raw, str) else self.raw[:40]
        else:
            try:
                with self.path.open("rb") as file:
                    start = file.read(40)
            except OSError:
                return False
        return start.lstrip(b"\xef\xbb\xbf\r\n").startswith(b"From ")

    def content(self) -> bytes | str:
        """The bytes of the file, or what was copied. Raises Problem `mail_unreadable`, `mail_too_large`."""
        if self.path is None:
            return self.raw
        try:
            size = self.path.stat().st_size
            limit = _LARGEST_BOX if self.is_box else _LARGEST
            if size > limit:
                raise Problem("mail_too_large", size=f"{size / 1024 / 1024:.1f}", limit=limit // 1024 // 1024)
            return self.path.read_bytes()
        except OSError as error:
            raise Problem("mail_unreadable", file=self.path.name) from error


def source_of(data: QMimeData) -> Source | None:
    """The mail or text that was copied or dragged; None when there is none. Its files are `local_files`."""
    if data.hasFormat(_MAIL_TYPE):
        return Source(raw=bytes(data.data(_MAIL_TYPE).data()))
    text = data.text() if data.hasText() else ""
    return Source(raw=text) if text.strip() else None


def local_files(data: QMimeData) -> list[Path]:
    """The files that were copied or dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def parted(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Mails, and the files that go to Import: by the ending, and where that leaves it open by the first lines."""
    mails: list[Path] = []
    others: list[Path] = []
    for path in paths:
        (mails if _holds_mail(path) else others).append(path)
    return mails, others


def _holds_mail(path: Path) -> bool:
    ending = path.suffix.lower()
    if ending in MAIL_ENDINGS:
        return True
    if ending not in _TEXT_ENDINGS:
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return looks_like_mail(head)


def looks_like_mail(head: bytes) -> bool:
    """Whether a text begins as a mail does, or reads as sentences and not as the rows of a table."""
    from claimdesk.core.intake.mailbox import is_mail  # at first use: the frame paints without it

    if not head.strip() or b"\x00" in head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")[:512]:
        return False
    if head.lstrip(b"\xef\xbb\xbf\r\n").startswith(b"From ") or is_mail(head.removeprefix(b"\xef\xbb\xbf")):
        return True
    lines = [line.decode("latin-1") for line in head.splitlines() if line.strip()][:6]
    return not any(is_table(lines, mark) for mark in ("\t", ",", ";", "|"))


def is_table(lines: Sequence[str], mark: str) -> bool:
    """Whether the first lines have the same number of cells. A heading alone counts by its tabs."""
    counts = [line.count(mark) for line in lines[:3]]
    if len(counts) < 2:
        return bool(counts) and mark == "\t" and counts[0] >= _CELLS - 1
    return counts[0] >= _CELLS - 1 and counts[0] == counts[1]
