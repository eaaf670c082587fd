"""An order as the house knows it: the canonical model that every export maps to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from claimdesk.core.records.messages import StoredMessage
from claimdesk.core.records.moments import Moment
from claimdesk.core.records.order_events import OrderEvent


class OrderStatus(StrEnum):
    """Where an order stands, whatever words its platform uses; the order of members is the order of progress."""

    UNKNOWN = "unknown"
    PENDING = "pending"
    UNSHIPPED = "unshipped"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    RETURNED = "returned"
    REFUNDED = "refunded"
    CANCELLED = "cancelled"


class Fulfilment(StrEnum):
    """Who ships: the seller herself (FBM), the platform (FBA, WFS…), or the file does not say."""

    SELLER = "seller"
    PLATFORM = "platform"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order; money in minor units of the order's currency, None where no file said."""

    line_no: int
    line_id: str = ""
    sku: str = ""
    item_ref: str = ""
    title: str = ""
    variation: str = ""
    quantity: int | None = None
    quantity_shipped: int | None = None
    price_minor: int | None = None  # of the whole line, without tax and shipping
    tax_minor: int | None = None
    shipping_minor: int | None = None
    discount_minor: int | None = None
    status: str = ""


@dataclass(frozen=True, slots=True)
class Shipment:
    """One parcel."""

    carrier: str = ""
    tracking_no: str = ""
    service: str = ""
    shipped_at: Moment | None = None
    first_scan_at: Moment | None = None
    last_scan_at: Moment | None = None
    delivered_at: Moment | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """One order of one shop on one platform; empty text and None mean that no file said."""

    id: int
    platform: str
    order_no: str
    shop_id: int = 1
    shop: str = ""  # what the shop is called, where it has a name and there are several
    marketplace: str = ""  # amazon.com, amazon.de, ebay.com, dhgate, shopify…
    seller_ref: str = ""
    status: OrderStatus = OrderStatus.UNKNOWN
    substatus: str = ""
    fulfilment: Fulfilment = Fulfilment.UNKNOWN
    purchased_at: Moment | None = None
    paid_at: Moment | None = None
    ship_by: Moment | None = None
    deliver_from: Moment | None = None
    deliver_by: Moment | None = None
    shipped_at: Moment | None = None
    delivered_at: Moment | None = None
    cancelled_at: Moment | None = None
    source_updated_at: Moment | None = None
    buyer_name: str = ""
    buyer_username: str = ""
    buyer_email: str = ""
    buyer_phone: str = ""
    ship_name: str = ""
    ship_address: str = ""  # lines joined by newline
    ship_city: str = ""
    ship_state: str = ""
    ship_postal_code: str = ""
    ship_country: str = ""
    ship_phone: str = ""
    currency: str = ""
    subtotal_minor: int | None = None
    shipping_minor: int | None = None
    tax_minor: int | None = None
    discount_minor: int | None = None
    total_minor: int | None = None  # what the buyer paid: as printed, else summed from the lines
    refund_minor: int | None = None
    payment_method: str = ""
    payment_status: str = ""
    buyer_note: str = ""
    seller_note: str = ""
    is_business: bool = False
    cancel_requested: bool = False
    lines: tuple[OrderLine, ...] = ()
    shipments: tuple[Shipment, ...] = ()
    events: tuple[OrderEvent, ...] = ()  # returns, refunds, claims, feedback: what other files tell, oldest first
    messages: tuple[StoredMessage, ...] = ()  # what the buyer wrote and the shop answered, oldest first


@dataclass(frozen=True, slots=True)
class OrderRow:
    """What a list shows of one order."""

    id: int
    platform: str
    marketplace: str
    order_no: str
    purchased_at: Moment | None
    buyer_name: str
    item: str  # title of the first line, with "×n" left to the window
    quantity: int | None
    line_count: int
    currency: str
    total_minor: int | None
    status: OrderStatus
    deliver_by: Moment | None
    delivered_at: Moment | None
    open_cases: int
    shop_id: int = 1
    unanswered: bool = False  # the buyer had the last word


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """What the list is narrowed to: fields combine with AND, values in one field with OR; empty means all."""

    text: str = ""
    platforms: tuple[str, ...] = ()
    marketplaces: tuple[str, ...] = ()
    statuses: tuple[OrderStatus, ...] = ()
    purchased_from: str = ""  # ISO day, inclusive
    purchased_to: str = ""  # ISO day, inclusive
    late: bool = False  # latest delivery passed, not delivered, not cancelled
    has_case: bool = False
    batch_id: int | None = None  # touched by this import
    shops: tuple[int, ...] = ()
    unanswered: bool = False  # the buyer had the last word


@dataclass(frozen=True, slots=True)
class OrderPage:
    """A window of the list: `total` is the number of orders that fit the filter."""

    total: int
    rows: tuple[OrderRow, ...] = field(default=())
