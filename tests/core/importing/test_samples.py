"""Every invented sample against orders, lines and totals written by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from claimdesk.core.importing.events import EVENT_VALUES
from claimdesk.core.importing.fields import LINE_VALUES, ORDER_VALUES, SHIPMENT_VALUES
from claimdesk.core.importing.parsing import ParsedFile

from .samples import EXPECTED, EXPORTS

_SAMPLES = sorted(path.stem for path in EXPECTED.glob("*.toml"))


def _export(stem: str) -> Path:
    return next(path for path in EXPORTS.iterdir() if path.stem == stem)


def _differences(expected: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    wrong = {
        name: (value, found.get(name))
        for name, value in expected.items()
        if name not in ("missing", "lines", "shipments", "order_no", "platform") and found.get(name) != value
    }
    wrong |= {name: (None, found[name]) for name in expected.get("missing", ()) if found[name] not in (None, "")}
    return wrong


@pytest.mark.parametrize("stem", _SAMPLES)
def test_a_sample_gives_the_orders_that_are_in_it(stem: str, parse: Callable[..., ParsedFile]) -> None:
    expected = tomllib.loads((EXPECTED / f"{stem}.toml").read_text("utf-8"))
    parsed = parse(_export(stem))
    assert parsed.recognised.format.definition.id == expected["format"]
    assert parsed.recognised.number == expected["header_row"]
    assert parsed.rows == expected["rows"]
    assert parsed.encoding == expected.get("encoding", "utf-8" if parsed.encoding else "")
    assert [issue.code for issue in parsed.rejected] == expected.get("rejected", [])
    assert [issue.code for issue in parsed.warnings] == expected.get("warnings", [])
    orders = parsed.orders
    assert orders.numbers == [order["order_no"] for order in expected["orders"]]
    for position, order in enumerate(expected["orders"]):
        platform = parsed.recognised.format.definition.platform
        assert orders.platforms[position] == order.get("platform", platform)
        values = dict(zip(ORDER_VALUES, orders.values[position], strict=True))
        assert _differences(order, values) == {}, order["order_no"]
        lines = [dict(zip(LINE_VALUES, row[1:], strict=True)) for row in orders.lines[position]]
        assert len(lines) == len(order["lines"]), order["order_no"]
        for line, found in zip(order["lines"], lines, strict=True):
            assert _differences(line, found) == {}, order["order_no"]
        parcels = [dict(zip(SHIPMENT_VALUES, row[1:], strict=True)) for row in orders.shipments[position]]
        assert len(parcels) == len(order.get("shipments", ())), order["order_no"]
        for parcel, found in zip(order.get("shipments", ()), parcels, strict=True):
            assert _differences(parcel, found) == {}, order["order_no"]
    _assert_events(expected, parsed)


def _assert_events(expected: Mapping[str, Any], parsed: ParsedFile) -> None:
    events, told = parsed.events, expected.get("events", [])
    assert events.without_order == expected.get("without_order", 0)
    assert events.numbers == [event["order_no"] for event in told]
    for event, values in zip(told, events.values, strict=True):
        found = dict(zip(EVENT_VALUES, values, strict=True))
        assert _differences(event, found) == {}, (event["order_no"], event["kind"])
        assert found["file"] == parsed.path.name


def test_every_sample_in_the_project_has_expectations() -> None:
    assert sorted(path.stem for path in EXPORTS.iterdir()) == _SAMPLES
