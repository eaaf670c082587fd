"""What files that are no order exports tell about orders: returns, refunds, claims, feedback, replacements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from claimdesk.core.records.moments import Moment


class OrderEventKind(StrEnum):
    """What can happen to an order outside any case."""

    RETURN_REQUESTED = "return_requested"
    RETURN_AUTHORISED = "return_authorised"
    RETURN_RECEIVED = "return_received"
    REFUNDED = "refunded"
    CLAIM = "claim"  # a guarantee claim: Amazon A-to-z
    SAFE_T = "safe_t"  # the seller's own claim for reimbursement
    CHARGEBACK = "chargeback"
    FEEDBACK = "feedback"
    REPLACEMENT = "replacement"
    TRANSACTION = "transaction"  # any other movement of money


@dataclass(frozen=True, slots=True)
class OrderEvent:
    """One thing a file tells about an order, with the row that tells it; empty text and None: the file does not say.

    `amount_minor` is in minor units of `currency`: what the buyer got back (refunded), what was paid to the shop, or
    with a minus taken from it (claim, chargeback, safe_t, transaction).
    """

    kind: OrderEventKind
    at: Moment | None = None
    noted_at: datetime | None = None  # when the file was imported
    reference: str = ""
    reason: str = ""
    status: str = ""
    amount_minor: int | None = None
    currency: str = ""
    rating: int | None = None  # 1 to 5
    comment: str = ""  # the buyer's words
    response: str = ""  # the shop's public answer
    note: str = ""  # further columns as `heading: text`, one a line
    carrier: str = ""
    tracking_no: str = ""
    sku: str = ""
    line_id: str = ""
    quantity: int | None = None
    format: str = ""  # id of the export
    file: str = ""
    row: int = 0  # 1-based line or row of the file


@dataclass(frozen=True, slots=True)
class HealthFigure:
    """One rate of an account-health report: of one marketplace and channel, for the days of its window."""

    platform: str
    marketplace: str
    metric: str  # order_defect, late_shipment, …
    channel: str  # mfn, afn, or empty
    first_day: str  # ISO
    last_day: str  # ISO
    orders: int | None
    defects: int | None
    rate: str  # decimal text as printed: 0.0074
    target: str
    status: str
    detail: str = "{}"  # JSON: the parts of the rate, name -> count
