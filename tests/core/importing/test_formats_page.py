"""`docs/formats.md` says which exports are read and what each sample gave, beside what was counted by hand.

Write the page anew with `python -m tests.core.importing.test_formats_page`.
"""

from __future__ import annotations

import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claimdesk.core.importing.catalogue import Catalogue
from claimdesk.core.importing.fields import ORDER_VALUES
from claimdesk.core.importing.parsing import ParsedFile, parse_file
from claimdesk.core.records.imports import FileChoices
from claimdesk.core.records.tasks import Task

from .samples import DATA, EXPECTED, EXPORTS, shared_sample

PAGE = Path(__file__).parents[3] / "docs" / "formats.md"
_FORMATS = Path(__file__).parents[3] / "resources" / "formats"
_TOTAL, _CURRENCY = ORDER_VALUES.index("total_minor"), ORDER_VALUES.index("currency")
_HEAD = """# Which exports are read

Every format is one file in `resources/formats/`; how to add one stands in `CONTRIBUTING.md`. A row of the export is what
*grain* says. *Samples* are files of the project whose orders, lines, parcels and totals were written down by hand; a
format without one was built from its published headings and read only in files made for tests. A test keeps this page
true.
"""
_REAL = (
    "Read where they lie, never kept in the project: rows, orders and the sum of the totals (smallest unit of the\n"
    "currency) were counted with a plain reader, and the importer gives the same."
)


@cache
def _catalogue() -> Catalogue:
    return Catalogue.load()


def expectations() -> dict[str, dict[str, Any]]:
    """File name of a sample -> what is in it, counted by hand."""
    told = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in EXPECTED.glob("*.toml")}
    return {path.name: told[path.stem] for path in sorted(EXPORTS.iterdir())}


def definitions() -> list[dict[str, Any]]:
    """Every shipped format file, as data, in order of id."""
    found = [tomllib.loads(path.read_text("utf-8")) for path in _FORMATS.glob("*.toml")]
    return sorted((data for data in found if "id" in data), key=lambda data: str(data["id"]))


def real_figures() -> list[dict[str, Any]]:
    """Figures of real exports, counted by hand."""
    return list(tomllib.loads((DATA / "real_figures.toml").read_text("utf-8"))["file"])


def _sums(pairs: Iterable[tuple[str, int | None]]) -> str:
    """Sums of an amount in its smallest unit, a currency each."""
    found: Counter[str] = Counter()
    for currency, minor in pairs:
        if minor is not None:
            found[currency] += minor
    return ", ".join(f"{currency} {minor:,}" for currency, minor in sorted(found.items())) or "–"


def read(name: str) -> tuple[str, ...]:
    """The figures that reading a sample gives."""
    parsed: ParsedFile = parse_file(EXPORTS / name, _catalogue(), choices=FileChoices(), task=Task())
    orders = parsed.orders
    return (
        parsed.recognised.format.definition.id,
        parsed.encoding or "workbook",
        str(parsed.rows),
        str(len(orders.numbers)),
        str(sum(map(len, orders.lines))),
        str(sum(map(len, orders.shipments))),
        str(len(parsed.events.numbers)),
        _sums((values[_CURRENCY], values[_TOTAL]) for values in orders.values),
        str(len(parsed.rejected)),
    )


def counted(told: dict[str, Any]) -> tuple[str, ...]:
    """The same figures by hand; empty where the hand says nothing: a workbook's encoding, totals not written down."""
    orders = told["orders"]
    whole = all("currency" in order and "total_minor" in order for order in orders)
    return (
        told["format"],
        told.get("encoding", ""),
        str(told["rows"]),
        str(len(orders)),
        str(sum(len(order["lines"]) for order in orders)),
        str(sum(len(order.get("shipments", ())) for order in orders)),
        str(len(told.get("events", ()))),
        _sums((order["currency"], order["total_minor"]) for order in orders) if whole else "",
        str(len(told.get("rejected", ()))),
    )


def page() -> str:
    """The page as the format files and the samples make it."""
    by_format = Counter(told["format"] for told in [*expectations().values(), *real_figures()])
    lines = [_HEAD, "## Formats", "", "| id | export | 导出 | grain | samples |", "|---|---|---|---|---|"]
    lines += [
        f"| `{data['id']}` | {data['title']['en']} | {data['title']['zh']} | {data['grain']} "
        f"| {by_format[data['id']] or '–'} |"
        for data in definitions()
    ]
    lines += [
        "",
        "## Samples",
        "",
        "Format `unknown`: no format claims the file, the columns were proposed from their headings. Sums are of the orders' totals, in the smallest unit of their currency.",
        "",
    ]
    lines += ["| file | format | encoding | rows | orders | lines | parcels | events | totals | rejected |"]
    lines += ["|---|---|---|---|---|---|---|---|---|---|"]
    lines += [f"| `{name}` | {' | '.join(read(name))} |" for name in expectations()]
    lines += ["", "## Exports of real shops", "", _REAL, "", "| file | format | rows | orders | totals |"]
    lines += ["|---|---|---|---|---|"]
    for told in real_figures():
        figures = (f"{told[key]:,}" if key in told else "–" for key in ("rows", "orders", "total_minor"))
        lines.append(f"| `{told['name']}` | {told['format']} | {' | '.join(figures)} |")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("told", real_figures(), ids=lambda told: told["name"])
def test_a_real_export_gives_what_was_counted(told: dict[str, Any], tmp_path: Path) -> None:
    path = shared_sample(told["name"])
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            path = Path(archive.extract(archive.namelist()[0], tmp_path))
    parsed = parse_file(path, _catalogue(), choices=FileChoices(), task=Task())
    found = {
        "format": parsed.recognised.format.definition.id,
        "rows": parsed.rows,
        "orders": len(parsed.orders.numbers),
        "total_minor": sum(values[_TOTAL] or 0 for values in parsed.orders.values),
    }
    assert {key: found[key] for key in found.keys() & told.keys()} == {
        key: value for key, value in told.items() if key != "name"
    }
    assert parsed.rejected == ()


@pytest.mark.parametrize("name", expectations())
def test_the_figures_of_the_page_were_counted_by_hand(name: str) -> None:
    found, told = read(name), counted(expectations()[name])
    assert {place: found[place] for place, value in enumerate(told) if value} == {
        place: value for place, value in enumerate(told) if value
    }


def test_the_page_is_what_the_files_say() -> None:
    assert PAGE.read_text("utf-8") == page()


def test_every_format_of_the_catalogue_is_on_the_page() -> None:
    ids = {data["id"] for data in definitions()}
    assert {told["format"] for told in expectations().values()} <= {*ids, "unknown"}
    assert {told["format"] for told in real_figures()} <= ids
    assert all(f"| `{format_id}` |" in PAGE.read_text("utf-8") for format_id in ids)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
