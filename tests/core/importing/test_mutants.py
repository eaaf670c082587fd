"""Sixty files made wrong on purpose; `dev.py faults` reads two thousand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.mutants import text_mutant, xls_mutant, xlsx_mutant
from tests.faults.reading import SLOWEST, Reader
from tests.faults.seeds import TEXT, XLS, XLSX, seed


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize("number", range(1_000_000, 1_000_030))
def test_a_text_made_wrong_ends_in_a_named_way(number: int, reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "mutant.csv"
    path.write_bytes(text_mutant(seed(TEXT, number).read_bytes(), number))
    assert reader.read(path).seconds < SLOWEST


@pytest.mark.parametrize("number", range(1_000_000, 1_000_020))
def test_a_workbook_made_wrong_ends_in_a_named_way(number: int, reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "mutant.xlsx"
    path.write_bytes(xlsx_mutant(seed(XLSX, number).read_bytes(), number))
    assert reader.read(path).seconds < SLOWEST


@pytest.mark.parametrize("number", range(1_000_000, 1_000_010))
def test_an_old_workbook_made_wrong_ends_in_a_named_way(number: int, reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "mutant.xls"
    path.write_bytes(xls_mutant(seed(XLS, number).read_bytes(), number))
    assert reader.read(path).seconds < SLOWEST
