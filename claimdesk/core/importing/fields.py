"""The fields that a column of an export can fill: where each belongs and how its cells are read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Level(StrEnum):
    """What a field describes."""

    ORDER = "order"
    LINE = "line"
    SHIPMENT = "shipment"
    EVENT = "event"


class Kind(StrEnum):
    """How the cells of a field are read."""

    TEXT = "text"  # one line, blanks at the ends removed
    NOTE = "note"  # text with line breaks
    ID = "id"  # text that must not have been through a number
    MONEY = "money"
    MOMENT = "moment"
    COUNT = "count"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in format files, what it describes, how it is read."""

    name: str
    level: Level
    kind: Kind


def _fields(level: Level, kind: Kind, names: str) -> dict[str, Field]:
    return {name: Field(name, level, kind) for name in names.split()}


FIELDS: Final[dict[str, Field]] = {
    **_fields(Level.ORDER, Kind.ID, "order_no seller_ref ship_postal_code ship_phone buyer_phone"),
    **_fields(
        Level.ORDER,
        Kind.TEXT,
        "platform shop marketplace status substatus fulfilment buyer_name buyer_username buyer_email ship_name"
        " ship_address1 ship_address2 ship_address3 ship_address4 ship_city ship_state ship_country"
        " currency payment_method payment_status",
    ),
    **_fields(Level.ORDER, Kind.NOTE, "buyer_note seller_note items_blob tracking_blob"),
    **_fields(
        Level.ORDER,
        Kind.MOMENT,
        "purchased_at paid_at ship_by deliver_from deliver_by shipped_at delivered_at cancelled_at source_updated_at",
    ),
    **_fields(
        Level.ORDER,
        Kind.MONEY,
        "subtotal shipping tax seller_tax discount shipping_discount total adjusted_total refund",
    ),
    **_fields(Level.ORDER, Kind.FLAG, "is_business cancel_requested"),
    **_fields(Level.LINE, Kind.ID, "line_id sku item_ref"),
    **_fields(Level.LINE, Kind.TEXT, "title variation line_status"),
    **_fields(Level.LINE, Kind.COUNT, "quantity quantity_shipped"),
    **_fields(
        Level.LINE,
        Kind.MONEY,
        "unit_price line_price line_tax line_shipping line_shipping_tax gift_wrap gift_wrap_tax line_discount"
        " line_shipping_discount",
    ),
    **_fields(Level.SHIPMENT, Kind.ID, "tracking_no"),
    **_fields(Level.SHIPMENT, Kind.TEXT, "carrier service"),
    **_fields(Level.SHIPMENT, Kind.MOMENT, "first_scan_at last_scan_at"),
    **_fields(Level.EVENT, Kind.ID, "case_ref case_ref2 claim_ref return_tracking_no original_order_no settlement_id"),
    **_fields(
        Level.EVENT,
        Kind.TEXT,
        "transaction_type case_status case_reason claim_flag claim_status claim_reason return_carrier disposition"
        " resolution in_policy label_payer label_cost",
    ),
    **_fields(Level.EVENT, Kind.NOTE, "comment response"),
    **_fields(Level.EVENT, Kind.MOMENT, "event_at received_at claim_at"),
    **_fields(Level.EVENT, Kind.COUNT, "rating returned_quantity"),
    **_fields(
        Level.EVENT,
        Kind.MONEY,
        "refunded claim_amount event_total product_sales product_tax shipping_credit shipping_credit_tax gift_credit"
        " gift_credit_tax regulatory_fee regulatory_fee_tax rebates rebates_tax",
    ),
}

# What an order becomes: the columns of the store that a file can fill, in the order of a parsed order's values.
ORDER_VALUES: Final[tuple[str, ...]] = (
    "marketplace", "status", "purchased_at", "deliver_by", "delivered_at", "total_minor", "currency", "buyer_name",
    "seller_ref", "substatus", "fulfilment", "paid_at", "ship_by", "deliver_from", "shipped_at", "cancelled_at",
    "source_updated_at", "buyer_username", "buyer_email", "buyer_phone", "ship_name", "ship_address", "ship_city",
    "ship_state", "ship_postal_code", "ship_country", "ship_phone", "subtotal_minor", "shipping_minor", "tax_minor",
    "discount_minor", "refund_minor", "payment_method", "payment_status", "buyer_note", "seller_note", "is_business",
    "cancel_requested",
)  # fmt: skip
LINE_VALUES: Final[tuple[str, ...]] = (
    "line_no", "line_id", "sku", "item_ref", "title", "variation", "quantity", "quantity_shipped", "price_minor",
    "tax_minor", "shipping_minor", "discount_minor", "status",
)  # fmt: skip
SHIPMENT_VALUES: Final[tuple[str, ...]] = (
    "carrier", "tracking_no", "service", "shipped_at", "first_scan_at", "last_scan_at", "delivered_at",
)  # fmt: skip
NULLABLE: Final[frozenset[str]] = frozenset(
    name
    for name in (*ORDER_VALUES, *LINE_VALUES, *SHIPMENT_VALUES)
    if name.endswith(("_minor", "_at"))
    or name in ("deliver_by", "deliver_from", "ship_by", "quantity", "quantity_shipped")
)
FLAGS: Final[frozenset[str]] = frozenset({"is_business", "cancel_requested"})
