"""The sound files that mutants are made from."""

from __future__ import annotations

from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"
EXPORTS = sorted((_DATA / "exports").iterdir())
XLSX = [path for path in EXPORTS if path.suffix == ".xlsx"]
TEXT = [path for path in EXPORTS if path.suffix in (".csv", ".txt")]
XLS = [*sorted((_DATA / "faults").glob("*.xls")), *(path for path in EXPORTS if path.suffix == ".xls")]


def seed(paths: list[Path], number: int) -> Path:
    """The seed of a mutant, all in turn."""
    return paths[number % len(paths)]
