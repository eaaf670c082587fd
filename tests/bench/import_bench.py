"""The importer's speed as ratios to floors of the same run: `python tests/bench/import_bench.py [FILE]`.

Floor: csv.reader over the file, raw executemany of the same columns into the same tables with the same indexes,
one build of the search index, one commit. Without FILE the large sample beside the project is used.
"""

from __future__ import annotations

import argparse
import csv
import gc
import json
import sqlite3
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from claimdesk.core.importing.catalogue import Catalogue  # noqa: E402
from claimdesk.core.importing.imports import Imports  # noqa: E402
from claimdesk.core.importing.parsing import parse_file  # noqa: E402
from claimdesk.core.records.tasks import Task  # noqa: E402
from claimdesk.core.storage import connections  # noqa: E402
from claimdesk.core.storage.store import DATABASE, Store  # noqa: E402

LARGE = ROOT.parent / "shared" / "formats" / "samples" / "large-amazon-in-sale-report-128976rows.zip"
NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
TABLES = ("orders", "order_lines", "shipments")


@contextmanager
def large_file() -> Iterator[Path]:
    """The large sample, unpacked for the time of the measurement."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(LARGE) as archive:
        yield Path(archive.extract(archive.namelist()[0], folder))


def timed(work: Callable[[], object]) -> float:
    """Seconds of one run."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def imported(file: Path, folder: Path) -> Callable[[], object]:
    """A whole import into a data folder that is open already."""
    store = Store.open(folder)

    def work() -> None:
        Imports(store).run([file], at=NOW)

    return work


def stored_rows(folder: Path) -> dict[str, tuple[list[str], list[tuple[object, ...]]]]:
    """Columns that hold anything, and their rows, of every table that an import fills."""
    found = {}
    with closing(sqlite3.connect(folder / DATABASE)) as conn:
        for table in TABLES:
            names = [row[1] for row in conn.execute(f"PRAGMA table_info({table})")]
            used = [
                n for n in names if conn.execute(f"SELECT 1 FROM {table} WHERE {n} NOT IN ('', 0) LIMIT 1").fetchone()
            ]
            if not used:
                continue  # nothing of the kind in this file
            found[table] = (used, conn.execute(f"SELECT {', '.join(used)} FROM {table}").fetchall())
        found["order_search_text"] = (
            ["order_id", "folded"],
            conn.execute("SELECT * FROM order_search_text").fetchall(),
        )
    return found


def floor(
    file: Path, rows: dict[str, tuple[list[str], list[tuple[object, ...]]]], folder: Path
) -> Callable[[], object]:
    """csv.reader, executemany, one search index, one commit; the schema and pragmas are the program's own."""
    Store.open(folder).close()
    engine = connections.writer(folder / DATABASE)
    conn = engine.raw_connection()
    driver = conn.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.execute("INSERT INTO import_batches (id, file, imported_at) VALUES (1, 'x', 'x')")

    def work() -> None:
        with file.open(encoding="utf-8", newline="") as stream:
            for _ in csv.reader(stream):
                pass
        driver.execute("BEGIN IMMEDIATE")
        for table, (names, values) in rows.items():
            marks = ", ".join("?" * len(names))
            driver.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", values)
        driver.execute("INSERT INTO order_search (rowid, folded) SELECT order_id, folded FROM order_search_text")
        driver.execute("COMMIT")

    return work


def as_workbook(file: Path, target: Path) -> Path:
    """The same rows as an xlsx with text cells."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Orders")
    with file.open(encoding="utf-8", newline="") as stream:
        for row in csv.reader(stream):
            sheet.append(row)
    book.save(target)
    return target


def calamine(file: Path) -> Callable[[], object]:
    """Reading a workbook and nothing else."""
    from python_calamine import CalamineWorkbook

    def work() -> None:
        with file.open("rb") as stream:
            CalamineWorkbook.from_filelike(stream).get_sheet_by_index(0).to_python()

    return work


def measure(file: Path, rounds: int, *, workbook: bool) -> dict[str, float]:
    """Medians in seconds, and the ratios that are promised."""
    seconds: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        base = Path(name)
        imported(file, base / "first")()
        rows = stored_rows(base / "first")
        catalogue = Catalogue.load()
        xlsx = as_workbook(file, base / "same.xlsx") if workbook else None
        for turn in range(rounds):
            whole = imported(file, base / f"import{turn}")
            runs = {
                "floor": floor(file, rows, base / f"floor{turn}"),
                "import": whole,
                "again": whole,
                "parse": lambda: parse_file(file, catalogue, task=Task()),
            }
            if xlsx:
                runs |= {"calamine": calamine(xlsx), "workbook": imported(xlsx, base / f"xlsx{turn}")}
            for label, work in runs.items():
                seconds.setdefault(label, []).append(timed(work))
    medians = {label: statistics.median(values) for label, values in seconds.items()}
    medians["import ÷ floor (at most 2.0)"] = medians["import"] / medians["floor"]
    medians["again ÷ import (at most 1.0)"] = medians["again"] / medians["import"]
    if workbook:
        medians["workbook ÷ (calamine + floor) (at most 1.5)"] = medians["workbook"] / (
            medians["calamine"] + medians["floor"]
        )
    return medians


def main() -> int:
    """Print the measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--workbook", action="store_true", help="measure the same rows as xlsx too")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    if chosen.file:
        result = measure(chosen.file, chosen.rounds, workbook=chosen.workbook)
    else:
        with large_file() as file:
            result = measure(file, chosen.rounds, workbook=chosen.workbook)
    if chosen.json:
        print(json.dumps(result, indent=1))
    else:
        for label, value in result.items():
            print(f"{value:8.2f}  {label}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
