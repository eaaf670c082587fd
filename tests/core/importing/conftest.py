"""What the importer's tests share: the shipped formats, an empty data folder, files made on the spot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimdesk.core.importing.catalogue import Catalogue
from claimdesk.core.importing.imports import Imports
from claimdesk.core.importing.parsing import ParsedFile, parse_file
from claimdesk.core.records.imports import FileChoices, ImportResult
from claimdesk.core.records.tasks import Task
from claimdesk.core.storage.store import Store

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest.fixture
def parse(catalogue: Catalogue) -> Callable[..., ParsedFile]:
    def parsed(path: Path, format_id: str = "", encoding: str = "") -> ParsedFile:
        return parse_file(path, catalogue, choices=FileChoices(format_id=format_id, encoding=encoding), task=Task())

    return parsed


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def imports(store: Store) -> Imports:
    return Imports(store)


@pytest.fixture
def run(imports: Imports) -> Callable[..., ImportResult]:
    def ran(*paths: Path, dry_run: bool = False) -> ImportResult:
        return imports.run(paths, dry_run=dry_run, at=NOW)

    return ran


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """Write rows of cells as a delimited file and give its path."""

    def written(name: str, *rows: list[str], separator: str = ",", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes("".join(separator.join(row) + "\r\n" for row in rows).encode(encoding))
        return path

    return written
