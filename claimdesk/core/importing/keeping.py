"""Keeps what was imported: a compressed copy of each file under its hash, there only once the import is."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

FOLDER = "imports"
_PACKED = b"PK"  # a workbook is compressed already: trying again costs as much as reading it


@dataclass(frozen=True, slots=True)
class _Copy:
    made: Path
    final: Path


class KeptFiles:
    """Copies made beside the import, on a thread of their own, and put in place by `commit`; else removed."""

    def __init__(self, data_folder: Path, paths: list[Path]) -> None:
        self._folder = data_folder / FOLDER
        for left in self._folder.glob(".*.tmp"):  # of an import that was killed
            left.unlink(missing_ok=True)
        self._threads = ThreadPoolExecutor(1, "keep")
        self._copies: list[Future[_Copy]] = [self._threads.submit(self._copy, path) for path in paths]

    def _copy(self, path: Path) -> _Copy:
        self._folder.mkdir(parents=True, exist_ok=True)
        made = self._folder / f".{os.getpid()}-{abs(hash(path))}.tmp"
        digest = hashlib.sha256()
        with path.open("rb") as source:
            block = source.read(1 << 20)
            level = 0 if block.startswith(_PACKED) else 1
            with gzip.GzipFile(made, "wb", compresslevel=level, mtime=0) as target:
                while block:
                    digest.update(block)
                    target.write(block)
                    block = source.read(1 << 20)
        with made.open("rb+") as file:
            os.fsync(file.fileno())
        return _Copy(made, self._folder / f"{digest.hexdigest()}.gz")

    def ready(self) -> None:
        """Wait for the copies; raises OSError when one could not be made, before anything is committed."""
        for copy in self._copies:
            copy.result()

    def commit(self) -> None:
        """Put the copies in place."""
        for future in self._copies:
            copy = future.result()
            copy.made.replace(copy.final)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=True)
        for future in self._copies:
            if future.exception() is None:
                future.result().made.unlink(missing_ok=True)


def kept_copy(data_folder: Path, sha256: str, target: Path) -> None:
    """Write the file of an earlier import to `target`. Raises FileNotFoundError when it was never kept."""
    with gzip.open(data_folder / FOLDER / f"{sha256}.gz", "rb") as source, target.open("wb") as out:
        shutil.copyfileobj(source, out)
