"""Opens the intake for what was pasted or dropped: one dialog after another, mails apart from files for Import."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from claimdesk.ui.intake.source import Source, local_files, parted, source_of

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext


def from_clipboard(ctx: WindowContext, window: QWidget) -> bool:
    """Read what was copied: a mail, a text, or files. False when it is none of these."""
    return take(ctx, window, QGuiApplication.clipboard().mimeData())


def may_take(data: QMimeData) -> bool:
    """Whether something dragged is a file, a mail or a text."""
    return bool(local_files(data)) or source_of(data) is not None


def take(ctx: WindowContext, window: QWidget, data: QMimeData) -> bool:
    """Take what was copied or dropped; False when there is nothing to read in it."""
    paths = local_files(data)
    if paths:
        ctx.import_files.emit(paths)
        return True
    source = source_of(data)
    if source is not None:
        open_sources(ctx, window, [source])
    return source is not None


def without_mails(ctx: WindowContext, window: QWidget, paths: Sequence[Path]) -> list[Path]:
    """Open the mails among these files and give back what Import should read."""
    mails, others = parted(paths)
    if ctx.desk is None:
        return others
    open_sources(ctx, window, [Source(name=path.name, path=path) for path in mails])
    return others


def open_sources(ctx: WindowContext, window: QWidget, sources: Sequence[Source], at: int = 0) -> None:
    """One dialog for each mail or mailbox; the next opens when the one before is taken or left."""
    if ctx.desk is None or at >= len(sources):
        return
    from claimdesk.ui.intake.box import BoxDialog  # at first use: the frame paints without them
    from claimdesk.ui.intake.dialog import IntakeDialog

    source = sources[at]
    dialog = BoxDialog(ctx, source, window) if source.is_box else IntakeDialog(
        ctx, source, window, place=(at + 1, len(sources)))  # fmt: skip
    dialog.finished.connect(lambda _: open_sources(ctx, window, sources, at + 1))
    dialog.open()
