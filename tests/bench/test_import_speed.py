"""The promised ratios, measured; `import_bench.py` prints the figures."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("import_bench", Path(__file__).with_name("import_bench.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
import_bench = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(import_bench)


@pytest.mark.bench
@pytest.mark.timeout(1800)
def test_an_import_costs_at_most_what_is_promised() -> None:
    if not import_bench.LARGE.exists():
        pytest.skip(f"{import_bench.LARGE.name} lies in ../shared, which is not here")
    with import_bench.large_file() as file:
        result = import_bench.measure(file, 5, workbook=True)
    for label, value in result.items():
        print(f"{value:8.2f}  {label}")
    assert result["import ÷ floor (at most 2.0)"] <= 2.0
    assert result["again ÷ import (at most 1.0)"] <= 1.0
    assert result["workbook ÷ (calamine + floor) (at most 1.5)"] <= 1.5
