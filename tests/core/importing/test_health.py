"""Account-health reports: figures of a marketplace and a window, counted honestly."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimdesk.core.importing.health import health_report
from claimdesk.core.importing.imports import Imports
from claimdesk.core.records.imports import Counts, ImportResult
from claimdesk.core.records.order_events import HealthFigure
from claimdesk.core.records.problems import Problem
from claimdesk.core.storage.health_rows import figures
from claimdesk.core.storage.store import Store

from .samples import DATA

Run = Callable[..., ImportResult]
SAMPLE = DATA / "health" / "synthetic-amazon-account-health-v2.json"


def stored(store: Store, marketplace: str = "") -> list[HealthFigure]:
    with store.reading() as conn:
        return figures(conn, "amazon", marketplace)


def altered(path: Path, **changed: Any) -> Path:
    data = json.loads(SAMPLE.read_text("utf-8"))
    data["performanceMetrics"][0]["orderDefectRate"][0].update(changed)
    path.write_text(json.dumps(data), "utf-8")
    return path


def test_the_rates_of_a_report_are_kept(run: Run, store: Store) -> None:
    [file] = run(SAMPLE).files
    assert (file.format, file.rows, file.new, file.figures) == ("amazon.account_health", 1, 0, Counts(new=1))
    [figure] = stored(store)
    assert figure == HealthFigure(
        platform="amazon", marketplace="amazon.com", metric="order_defect", channel="mfn", first_day="2026-07-06",
        last_day="2026-09-04", orders=539, defects=4, rate="0.0074", target="0.01", status="GOOD",
        detail='{"chargebacks": 1, "claims": 2, "negativeFeedback": 1, "orderWithDefects": 4}',
    )  # fmt: skip
    assert stored(store, "amazon.de") == []


def test_rates_may_be_named_by_who_ships(run: Run, store: Store, tmp_path: Path) -> None:
    days = {"reportingDateFrom": "2026-07-06T00:00Z", "reportingDateTo": "2026-09-04T23:59Z"}
    rates = {
        way: {"reportingDateRange": days, "orderCount": count, "rate": 0.01, "orderWithDefects": {"count": 1}}
        for way, count in (("afn", 100), ("mfn", 50))
    }
    late = {"reportingDateRange": days, "orderCount": 50, "rate": 0.04, "lateShipmentCount": 2}
    place = {"marketplaceId": "A1PA6795UKMFR9", "orderDefectRate": rates, "lateShipmentRate": late}
    (tmp_path / "h.json").write_text(json.dumps({"performanceMetrics": [place]}), "utf-8")
    [file] = run(tmp_path / "h.json").files
    assert (file.figures, file.rejected, file.warnings) == (Counts(new=3), (), ())
    assert {(one.metric, one.channel, one.orders, one.defects) for one in stored(store, "amazon.de")} == {
        ("order_defect", "afn", 100, 1), ("order_defect", "mfn", 50, 1), ("late_shipment", "", 50, 2),
    }  # fmt: skip


def test_the_same_report_again_tells_nothing_new(run: Run, store: Store, tmp_path: Path) -> None:
    run(SAMPLE)
    again = run(SAMPLE)
    assert (again.batch_id, again.files[0].figures) == (None, Counts(unchanged=1))
    assert run(altered(tmp_path / "b.json", orderCount=540)).files[0].figures == Counts(new=1)
    assert [figure.orders for figure in stored(store)] == [540]


def test_undo_brings_the_earlier_figures_back(run: Run, imports: Imports, store: Store, tmp_path: Path) -> None:
    run(SAMPLE)
    batch = run(altered(tmp_path / "b.json", orderCount=540)).batch_id
    assert batch is not None
    imports.undo(batch)
    assert [figure.orders for figure in stored(store)] == [539]


def test_a_look_at_a_report_keeps_nothing(run: Run, imports: Imports, store: Store) -> None:
    assert imports.preview(SAMPLE).figures == Counts(new=1)
    assert run(SAMPLE, dry_run=True).files[0].figures == Counts(new=1)
    assert stored(store) == []


def test_a_rate_without_days_is_left_out_and_named(run: Run, tmp_path: Path) -> None:
    [file] = run(altered(tmp_path / "b.json", reportingDateRange={})).files
    assert [(issue.row, issue.column, issue.code) for issue in file.rejected] == [
        (1, "orderDefectRate", "health_figure_unreadable")
    ]
    assert (file.rows, file.figures) == (1, Counts())


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "{ broken",
        '{"performanceMetrics": 5}',
        '[{"performanceMetrics": []}]',
        '{"a": ' * 100_000,
        "{\0",
        "order,1",
    ],
)
def test_anything_else_is_no_such_report(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    assert health_report(path) is None


def test_half_a_report_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(SAMPLE.read_bytes()[:-20])
    with pytest.raises(Problem) as caught:
        health_report(path)
    assert caught.value.code == "file_truncated"


@pytest.mark.parametrize("value", [None, True, -1, "many", 1.5, 10**400])
def test_odd_counts_are_no_figures(value: object, tmp_path: Path) -> None:
    report = health_report(altered(tmp_path / "a.json", orderCount=value, rate=value if value != 10**400 else None))
    assert report is not None
    assert report.figures[0].orders is None


def test_a_list_of_other_shapes_is_survived(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps({"performanceMetrics": [None, 5, {"marketplaceId": 7, "x": [1, {"rate": "a"}]}]}), "utf-8"
    )
    report = health_report(path)
    assert report is not None
    assert (report.figures, [issue.code for issue in report.issues]) == ((), ["health_figure_unreadable"])
