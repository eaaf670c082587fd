"""The columns of the sheets: heading, width, and which cell a row gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from openpyxl.cell.cell import Cell

from claimdesk.core.records.cases import CaseRow
from claimdesk.core.reporting.cells import CellWriter
from claimdesk.core.reporting.entries import OrderEntry

R = TypeVar("R")
Words = Callable[[str], str]  # a code of resources/wording/reporting.toml in the workbook's language


@dataclass(frozen=True, slots=True)
class Names:
    """What platforms, marketplaces and outcomes are called, by their ids, in the workbook's language."""

    platform: Words
    marketplace: Words
    outcome: Words


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: `heading` is a code of the wording, `width` in characters of Excel's default font."""

    heading: str
    width: int
    cell: Callable[[CellWriter, R], Cell | None]


def order_columns(words: Words, names: Names) -> tuple[Column[OrderEntry], ...]:
    """The sheet of orders, one order a row."""
    return (
        Column("report_order_no", 24, lambda w, o: w.text(o.order.order_no)),
        Column("report_platform", 11, lambda w, o: w.text(names.platform(o.order.platform))),
        Column("report_marketplace", 17, lambda w, o: w.text(names.marketplace(o.order.marketplace))),
        Column("report_status", 14, lambda w, o: w.text(words(f"report_order_{o.order.status}"))),
        Column("report_bought", 17, lambda w, o: w.moment(o.order.purchased_at)),
        Column("report_ship_by", 17, lambda w, o: w.moment(o.order.ship_by)),
        Column("report_shipped", 17, lambda w, o: w.moment(o.order.shipped_at)),
        Column("report_deliver_by", 17, lambda w, o: w.moment(o.order.deliver_by)),
        Column("report_delivered", 17, lambda w, o: w.moment(o.order.delivered_at)),
        Column("report_carrier", 14, lambda w, o: w.text(o.parcel.carrier)),
        Column("report_tracking_no", 26, lambda w, o: w.text(o.parcel.tracking_no)),
        Column("report_buyer", 24, lambda w, o: w.text(o.order.buyer_name)),
        Column("report_country", 9, lambda w, o: w.text(o.order.ship_country)),
        Column("report_item", 46, lambda w, o: w.text(o.item)),
        Column("report_sku", 18, lambda w, o: w.text(o.skus)),
        Column("report_quantity", 10, lambda w, o: w.number(o.quantity)),
        Column("report_total", 13, lambda w, o: w.money(o.order.total_minor, o.order.currency)),
        Column("report_refund", 13, lambda w, o: w.money(o.order.refund_minor, o.order.currency)),
        Column("report_currency", 10, lambda w, o: w.text(o.order.currency)),
        Column("report_open_cases", 11, lambda w, o: w.number(o.open_cases)),
    )


def case_columns(words: Words, names: Names, language: str) -> tuple[Column[CaseRow], ...]:
    """The sheet of cases, one case a row."""
    return (
        Column("report_case", 10, lambda w, c: w.text(c.ref)),
        Column("report_order_no", 24, lambda w, c: w.text(c.order_no)),
        Column("report_platform", 11, lambda w, c: w.text(names.platform(c.platform))),
        Column("report_marketplace", 17, lambda w, c: w.text(names.marketplace(c.marketplace))),
        Column("report_buyer", 24, lambda w, c: w.text(c.buyer_name)),
        Column("report_item", 40, lambda w, c: w.text(c.item)),
        Column("report_scenario", 34, lambda w, c: w.text(c.title.get(language))),
        Column("report_status", 20, lambda w, c: w.text(words(f"report_case_{c.status}"))),
        Column("report_outcome", 28, lambda w, c: w.text(names.outcome(c.outcome) if c.outcome else "")),
        Column("report_opened", 17, lambda w, c: w.moment(c.opened_at)),
        Column("report_closed", 17, lambda w, c: w.moment(c.closed_at)),
        Column("report_next_action", 34, lambda w, c: w.text(_action(c, language))),
        Column("report_due", 17, lambda w, c: w.moment(c.next_deadline.safe if c.next_deadline else None)),
        Column("report_due_latest", 17, lambda w, c: w.moment(c.next_deadline.outer if c.next_deadline else None)),
        Column("report_steps_done", 10, lambda w, c: w.number(c.steps_done)),
        Column("report_steps", 10, lambda w, c: w.number(c.steps_total)),
        Column("report_amount", 13, lambda w, c: w.money(c.amount_minor, c.currency)),
        Column("report_currency", 10, lambda w, c: w.text(c.currency)),
        Column("report_events", 10, lambda w, c: w.number(c.events)),
    )


def _action(case: CaseRow, language: str) -> str:
    return case.next_deadline.action.get(language) if case.next_deadline else ""
