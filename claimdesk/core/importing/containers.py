"""What a file is, by its first bytes: names and endings are ignored because exporters and people get them wrong."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from pathlib import Path
from typing import Final

from claimdesk.core.records.problems import Problem

TEXT_LIMIT: Final = 1 << 30
WORKBOOK_LIMIT: Final = 300 << 20
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


class Container(StrEnum):
    """The kinds of files that hold rows."""

    TEXT = "text"
    WORKBOOK = "workbook"  # xlsx, xlsm, xlsb, ods, xls
    HTML = "html"


def container_of(path: Path) -> Container:
    """What a file is.

    Raises Problem `file_missing`, `file_unreadable`, `file_empty`, `file_too_big`, `file_password`,
    `file_truncated`, `file_is_mail`, `file_is_json`, `file_is_pdf`, `file_is_archive` or `file_not_table`.
    """
    head, size = _first_bytes(path)
    if head.startswith(b"PK"):
        return _zip(path, size)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(path, size)
    _refuse_others(head, path)
    if size > TEXT_LIMIT:
        raise Problem("file_too_big", file=path.name, size=size >> 20, limit=TEXT_LIMIT >> 20)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<table", b"<!doctype html", b"<meta", b"<head", b"<style")):
        return Container.HTML
    if start.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in head.lower():
        return Container.HTML
    return Container.TEXT


def _first_bytes(path: Path) -> tuple[bytes, int]:
    try:
        if path.is_dir():
            raise Problem("file_is_folder", file=path.name)
        with path.open("rb") as file:
            head = file.read(8192)
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise Problem("file_missing", file=path.name) from error
    except (OSError, ValueError) as error:
        raise Problem("file_unreadable", detail=type(error).__name__, file=path.name) from error
    if not head.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise Problem("file_empty", file=path.name)
    return head, size


def _zip(path: Path, size: int) -> Container:
    if size > WORKBOOK_LIMIT:
        raise Problem("file_too_big", file=path.name, size=size >> 20, limit=WORKBOOK_LIMIT >> 20)
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, UnicodeDecodeError) as error:
        raise Problem("file_truncated", detail=str(error), file=path.name) from error
    if any(name.lower() in ("xl/workbook.xml", "xl/workbook.bin", "content.xml") for name in names):
        return Container.WORKBOOK
    if "[Content_Types].xml" in names:
        raise Problem("file_not_table", file=path.name)
    raise Problem("file_is_archive", file=path.name)


def _compound(path: Path, size: int) -> Container:
    if size > WORKBOOK_LIMIT:
        raise Problem("file_too_big", file=path.name, size=size >> 20, limit=WORKBOOK_LIMIT >> 20)
    with path.open("rb") as file:
        content = file.read(WORKBOOK_LIMIT)
    if _ENCRYPTED in content:
        raise Problem("file_password", file=path.name)
    if size < 1536:
        raise Problem("file_truncated", file=path.name)
    return Container.WORKBOOK


def _refuse_others(head: bytes, path: Path) -> None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF"):
        raise Problem("file_is_pdf", file=path.name)
    if start.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")) and b"\0" in head:
        raise Problem("file_is_picture", file=path.name)
    if start.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise Problem("file_is_archive", file=path.name)
    if start[:1] in (b"{", b"["):
        raise Problem("file_is_json", file=path.name)
    lines = start.split(b"\n", 12)[:12]
    if start.startswith(b"From ") or sum(line.lower().startswith(_MAIL) for line in lines) >= 2:
        raise Problem("file_is_mail", file=path.name)


_MAIL: Final = (b"from:", b"to:", b"subject:", b"date:", b"received:", b"return-path:", b"mime-version:", b"message-id:",
                b"delivered-to:", b"reply-to:")  # fmt: skip
