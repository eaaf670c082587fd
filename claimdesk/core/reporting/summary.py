"""The first sheet: the period, its key figures, and one native chart of what the cases were about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl.cell.cell import Cell
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties

from claimdesk.core.records.cases import CaseStatus
from claimdesk.core.reporting.cells import SHARE_FORMAT, CellWriter
from claimdesk.core.reporting.columns import Words
from claimdesk.core.reporting.figures import CaseFigures, OrderFigures
from claimdesk.core.reporting.tables import set_landscape

_BAR = "1F4E79"
_Row = list[Cell | None]


@dataclass(frozen=True, slots=True)
class Period:
    """What the workbook covers, both days inclusive and open where None, and when it was written."""

    first: date | None
    last: date | None
    now: datetime


def write_summary(
    sheet: Any,
    period: Period,
    orders: OrderFigures,
    cases: CaseFigures,
    *,
    words: Words,
    outcome: Words,
    language: str,
    zone: ZoneInfo,
) -> None:
    """Fill the summary sheet; the chart stands beside the figures and reads its numbers from the table below them."""
    for letter, width in (("A", 38), ("B", 18), ("C", 12), ("D", 12)):
        sheet.column_dimensions[letter].width = width
    set_landscape(sheet)
    sheet.sheet_view.showGridLines = False
    cell = CellWriter(sheet, zone)
    rows: list[_Row] = [
        [cell.text(words("report_title"), "title")],
        [cell.text(words("report_written"), "quiet"), cell.moment(period.now), cell.text(zone.key, "quiet")],
        [cell.text(words("report_from"), "quiet"), cell.moment(period.first) or cell.text(words("report_open_end"))],
        [cell.text(words("report_to"), "quiet"), cell.moment(period.last) or cell.text(words("report_open_end"))],
        [],
        [cell.text(words("report_key_figures"), "section")],
        *_figures(cell, orders, cases, words),
        [],
        [cell.text(words("report_cases_by_scenario"), "section")],
        [cell.text(words(code), "heading") for code in ("report_scenario", "report_cases", "report_of_them_closed")],
    ]
    heading = len(rows)
    for sample, count, closed in cases.by_scenario:
        rows.append([cell.text(sample.title.get(language)), cell.number(count), cell.number(closed)])
    if not cases.by_scenario:
        rows.append([cell.text(words("report_no_cases"), "quiet")])
    rows += [[], [cell.text(words("report_cases_by_outcome"), "section")]]
    rows.append([cell.text(words(code), "heading") for code in ("report_outcome", "report_cases", "report_share")])
    decided = sum(count for _, count in cases.by_outcome)
    rows += [
        [cell.text(outcome(name)), cell.number(count), cell.number(count / decided, SHARE_FORMAT)]
        for name, count in cases.by_outcome
    ] or [[cell.text(words("report_no_outcomes"), "quiet")]]
    for row in rows:
        sheet.append(row)
    if cases.by_scenario:
        sheet.add_chart(_chart(sheet, heading, len(cases.by_scenario), words), "F2")


def _figures(cell: CellWriter, orders: OrderFigures, cases: CaseFigures, words: Words) -> list[_Row]:
    open_cases = cases.count - cases.by_status[CaseStatus.CLOSED]
    counts = (
        ("report_orders", orders.count),
        ("report_cases", cases.count),
        ("report_cases_open", open_cases),
        ("report_case_action", cases.by_status[CaseStatus.ACTION]),
        ("report_case_waiting_buyer", cases.by_status[CaseStatus.WAITING_BUYER]),
        ("report_case_waiting_platform", cases.by_status[CaseStatus.WAITING_PLATFORM]),
        ("report_case_waiting_carrier", cases.by_status[CaseStatus.WAITING_CARRIER]),
        ("report_case_closed", cases.by_status[CaseStatus.CLOSED]),
        ("report_overdue", cases.overdue),
    )
    rows: list[_Row] = [[cell.text(words(code)), cell.number(count)] for code, count in counts]
    return (
        rows
        + _amounts(cell, words("report_turnover"), orders.totals)
        + _amounts(cell, words("report_disputed"), cases.disputed)
    )


def _amounts(cell: CellWriter, label: str, amounts: Counter[str]) -> list[_Row]:
    """One row a currency: amounts of different currencies are never added up."""
    return [
        [cell.text(label), cell.money(minor, currency), cell.text(currency)]
        for currency, minor in sorted(amounts.items())
    ]


def _chart(sheet: Any, heading: int, scenarios: int, words: Words) -> BarChart:
    """Cases by scenario as lying bars, the most frequent on top, each with its number."""
    chart = BarChart()
    chart.type = "bar"
    chart.title = words("report_cases_by_scenario")
    chart.add_data(Reference(sheet, min_col=2, min_row=heading, max_row=heading + scenarios), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=heading + 1, max_row=heading + scenarios))
    chart.legend = None
    chart.gapWidth = 60
    chart.series[0].graphicalProperties = GraphicalProperties(solidFill=_BAR)
    chart.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    chart.x_axis.scaling.orientation = "maxMin"
    # Without these two lines Excel shows no axis at all.
    chart.x_axis.delete = False
    chart.y_axis.delete = False
    chart.y_axis.number_format = "0"
    chart.width, chart.height = 22, max(7.5, 2.5 + scenarios * 0.9)
    return chart
