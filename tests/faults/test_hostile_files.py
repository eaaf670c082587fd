"""Two thousand files made wrong: no crash, no hang, no memory eaten; each ends in orders, row issues or a named reason."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.mutants import text_mutant, xls_mutant, xlsx_mutant
from tests.faults.reading import MOST, SLOWEST, Ending, Reader, limit_is_watched, most_held_by_children
from tests.faults.seeds import TEXT, XLS, XLSX, seed

KINDS: dict[str, tuple[Callable[[bytes, int], bytes], list[Path], int]] = {
    "xlsx": (xlsx_mutant, XLSX, 1000),
    "csv": (text_mutant, TEXT, 1000),
    "xls": (xls_mutant, XLS, 300),
}
AT_ONCE = 250
BLOCKS = [(kind, first) for kind, (_, _, count) in KINDS.items() for first in range(0, count, AT_ONCE)]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.faults
@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind, first", BLOCKS)
def test_every_mutant_ends_in_a_named_way(kind: str, first: int, reader: Reader, tmp_path: Path) -> None:
    make, seeds, count = KINDS[kind]
    endings: dict[int, Ending] = {}
    for number in range(first, min(first + AT_ONCE, count)):
        path = tmp_path / f"mutant.{kind}"
        path.write_bytes(make(seed(seeds, number).read_bytes(), number))
        try:
            endings[number] = reader.read(path)
        except Exception as error:
            raise AssertionError(f"{kind} mutant {number} of {seed(seeds, number).name}") from error
    slowest = max(endings, key=lambda number: endings[number].seconds)
    held = most_held_by_children()
    counts = Counter(ending.how for ending in endings.values())
    print(f"\n{kind} {first}-{max(endings)}: {dict(counts.most_common())}")
    print(f"slowest {endings[slowest].seconds:.2f} s (mutant {slowest}), children held {held >> 20} MB at most")
    assert endings[slowest].seconds < SLOWEST, f"mutant {slowest}"
    assert held < MOST
    assert limit_is_watched()
    assert counts["ok"] + counts["rows"] > len(endings) // 20, "mutants so wrong that nothing is tried"
    assert counts["workbook_crash"] + counts["workbook_silent"] < len(endings) // 10


def test_the_same_number_gives_the_same_file() -> None:
    for (make, seeds, _), number in itertools.product(KINDS.values(), (3, 7)):
        content = seed(seeds, number).read_bytes()
        assert make(content, number) == make(content, number) or make is xlsx_mutant  # archives hold the time
