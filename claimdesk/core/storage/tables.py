"""The tables. Moments are text as `records/moments.py` writes them, money is whole minor units.

These models describe the schema and serve the Core statements of this package; rows are never loaded as objects.
The first columns of `orders` are those that lists sort and filter by, so that they are found without reading the rest.
"""

from typing import cast

from sqlalchemy import ForeignKey, Index, Table, UniqueConstraint, text
from sqlmodel import Field, SQLModel


def _words() -> str:
    return cast(str, Field(default="", nullable=False, sa_column_kwargs={"server_default": text("''")}))


def _flag() -> int:
    return cast(int, Field(default=0, nullable=False, sa_column_kwargs={"server_default": text("0")}))


def _list() -> str:
    return cast(str, Field(default="[]", nullable=False, sa_column_kwargs={"server_default": text("'[]'")}))


def _of(target: str, *, primary: bool = False) -> int:
    return cast(int, Field(nullable=False, primary_key=primary, sa_column_args=[ForeignKey(target)]))


def _maybe_of(target: str) -> int | None:
    return cast("int | None", Field(default=None, sa_column_args=[ForeignKey(target)]))


class ShopTable(SQLModel, table=True):
    """Shops of one data folder; the first schema makes number 1."""

    __tablename__ = "shops"
    id: int | None = Field(default=None, primary_key=True)
    name: str = _words()


class ImportBatchTable(SQLModel, table=True):
    """One import, whatever the number of its files: the unit of undoing."""

    __tablename__ = "import_batches"
    id: int | None = Field(default=None, primary_key=True)
    file: str = _words()
    format: str = _words()
    format_title: str = _words()
    platform: str = _words()
    imported_at: str
    rows: int = _flag()
    new: int = _flag()
    updated: int = _flag()
    unchanged: int = _flag()
    rejected: int = _flag()
    undone_at: str | None = None


class OrderTable(SQLModel, table=True):
    """Orders; `row_hash` is what the importer last saw, `batch_id` the import that made the order."""

    __tablename__ = "orders"
    __table_args__ = (
        UniqueConstraint("order_no", "platform", "shop_id", name="uq_orders_order_no"),
        Index("ix_orders_purchased_at", "purchased_at"),
        # Wide enough to tell late orders apart without reading them.
        Index("ix_orders_deliver_by", "deliver_by", "status", "delivered_at"),
    )
    id: int | None = Field(default=None, primary_key=True)
    shop_id: int = _of("shops.id")
    platform: str = _words()
    order_no: str = _words()
    marketplace: str = _words()
    status: str = _words()
    purchased_at: str | None = None
    deliver_by: str | None = None
    delivered_at: str | None = None
    total_minor: int | None = None
    currency: str = _words()
    buyer_name: str = _words()
    batch_id: int | None = _maybe_of("import_batches.id")
    row_hash: str = _words()
    seller_ref: str = _words()
    substatus: str = _words()
    fulfilment: str = _words()
    paid_at: str | None = None
    ship_by: str | None = None
    deliver_from: str | None = None
    shipped_at: str | None = None
    cancelled_at: str | None = None
    source_updated_at: str | None = None
    buyer_username: str = _words()
    buyer_email: str = _words()
    buyer_phone: str = _words()
    ship_name: str = _words()
    ship_address: str = _words()
    ship_city: str = _words()
    ship_state: str = _words()
    ship_postal_code: str = _words()
    ship_country: str = _words()
    ship_phone: str = _words()
    subtotal_minor: int | None = None
    shipping_minor: int | None = None
    tax_minor: int | None = None
    discount_minor: int | None = None
    refund_minor: int | None = None
    payment_method: str = _words()
    payment_status: str = _words()
    buyer_note: str = _words()
    seller_note: str = _words()
    is_business: int = _flag()
    cancel_requested: int = _flag()


class OrderLineTable(SQLModel, table=True):
    """Lines of orders; `line_key` is what makes a line the same line in a later file."""

    __tablename__ = "order_lines"
    __table_args__ = (UniqueConstraint("order_id", "line_key", name="uq_order_lines_line_key"),)
    id: int | None = Field(default=None, primary_key=True)
    order_id: int = _of("orders.id")
    line_key: str = _words()
    batch_id: int | None = _maybe_of("import_batches.id")
    line_no: int = _flag()
    line_id: str = _words()
    sku: str = _words()
    item_ref: str = _words()
    title: str = _words()
    variation: str = _words()
    quantity: int | None = None
    quantity_shipped: int | None = None
    price_minor: int | None = None
    tax_minor: int | None = None
    shipping_minor: int | None = None
    discount_minor: int | None = None
    status: str = _words()


class ShipmentTable(SQLModel, table=True):
    """Parcels of orders."""

    __tablename__ = "shipments"
    __table_args__ = (UniqueConstraint("order_id", "shipment_key", name="uq_shipments_shipment_key"),)
    id: int | None = Field(default=None, primary_key=True)
    order_id: int = _of("orders.id")
    shipment_key: str = _words()
    batch_id: int | None = _maybe_of("import_batches.id")
    carrier: str = _words()
    tracking_no: str = _words()
    service: str = _words()
    shipped_at: str | None = None
    first_scan_at: str | None = None
    last_scan_at: str | None = None
    delivered_at: str | None = None


class OrderEventTable(SQLModel, table=True):
    """What other files than order exports tell about orders; `event_key` is what makes an event the same one again."""

    __tablename__ = "order_events"
    __table_args__ = (
        UniqueConstraint("order_id", "event_key", name="uq_order_events_event_key"),
        Index("ix_order_events_batch_id", "batch_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    order_id: int = _of("orders.id")
    event_key: str = _words()
    batch_id: int | None = _maybe_of("import_batches.id")
    kind: str
    at: str | None = None
    reference: str = _words()
    reason: str = _words()
    status: str = _words()
    amount_minor: int | None = None
    currency: str = _words()
    rating: int | None = None
    comment: str = _words()
    response: str = _words()
    note: str = _words()
    carrier: str = _words()
    tracking_no: str = _words()
    sku: str = _words()
    line_id: str = _words()
    quantity: int | None = None
    format: str = _words()
    file: str = _words()
    row: int = _flag()


class HealthFigureTable(SQLModel, table=True):
    """Figures of account-health reports; rows are only added, of equal window the newest counts; `detail` is JSON."""

    __tablename__ = "health_figures"
    __table_args__ = (Index("ix_health_figures_last_day", "platform", "marketplace", "last_day"),)
    id: int | None = Field(default=None, primary_key=True)
    batch_id: int | None = _maybe_of("import_batches.id")
    platform: str = _words()
    marketplace: str = _words()
    metric: str = _words()
    channel: str = _words()
    first_day: str = _words()
    last_day: str = _words()
    orders: int | None = None
    defects: int | None = None
    rate: str = _words()
    target: str = _words()
    status: str = _words()
    detail: str = cast(str, Field(default="{}", nullable=False, sa_column_kwargs={"server_default": text("'{}'")}))
    file: str = _words()


class ImportChangeTable(SQLModel, table=True):
    """What an import changed on rows that were there before: `changes` is JSON, column -> [before, after]."""

    __tablename__ = "import_changes"
    __table_args__ = (
        Index("ix_import_changes_batch_id", "batch_id"),
        Index("ix_import_changes_order_id", "order_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    batch_id: int = _of("import_batches.id")
    order_id: int = _of("orders.id")
    row_table: str  # orders, order_lines, shipments, order_events
    row_id: int
    changes: str


class OrderSearchTextTable(SQLModel, table=True):
    """The folded text that the search index covers, one narrow row an order."""

    __tablename__ = "order_search_text"
    order_id: int = _of("orders.id", primary=True)
    folded: str = _words()


class CaseTable(SQLModel, table=True):
    """Cases; everything else about a case is in its events."""

    __tablename__ = "cases"
    __table_args__ = (Index("ix_cases_order_id", "order_id"),)
    id: int | None = Field(default=None, primary_key=True)
    order_id: int = _of("orders.id")
    opened_at: str


class EventTable(SQLModel, table=True):
    """The timelines: rows are only ever added; `data` is JSON."""

    __tablename__ = "events"
    __table_args__ = (Index("ix_events_case_id", "case_id"),)
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = _of("cases.id")
    at: str
    kind: str
    data: str


class EvidenceTable(SQLModel, table=True):
    """Files that lie in the evidence folder, by their hash; which case they belong to is in its events."""

    __tablename__ = "evidence"
    sha256: str = Field(primary_key=True)
    size: int
    stored_at: str


class MessageTable(SQLModel, table=True):
    """Mails, pasted texts and noted contacts; `fingerprint` is what makes a message the same one again.

    `contacts`, `warnings` and `files` are JSON. A message without an order belongs to the one with its number, once
    there is one.
    """

    __tablename__ = "messages"
    __table_args__ = (
        Index("ix_messages_order_id", "order_id"),
        Index("ix_messages_order_no", "order_no"),
        Index("ix_messages_text_hash", "text_hash"),
    )
    id: int | None = Field(default=None, primary_key=True)
    fingerprint: str = Field(unique=True)
    order_id: int | None = _maybe_of("orders.id")
    order_no: str = _words()
    platform: str = _words()
    speaker: str = _words()
    channel: str = _words()
    kind: str = _words()
    sender: str = _words()
    relay: str = _words()
    token: str = _words()
    subject: str = _words()
    text: str = _words()
    language: str = _words()
    reason: str = _words()
    at: str | None = None
    noted_at: str
    contacts: str = _list()
    warnings: str = _list()
    files: str = _list()
    original: str = _words()
    text_hash: str = _words()
    folded: str = _words()


class DraftTable(SQLModel, table=True):
    """What the operator left in a message step without sending it; `data` is JSON."""

    __tablename__ = "drafts"
    case_id: int = _of("cases.id", primary=True)
    step: str = Field(primary_key=True)
    data: str


class TemplateRevisionTable(SQLModel, table=True):
    """Templates as the operator changed them; the newest revision of a template counts, `data` is JSON."""

    __tablename__ = "template_revisions"
    __table_args__ = (Index("ix_template_revisions_template", "template"),)
    id: int | None = Field(default=None, primary_key=True)
    template: str
    at: str
    data: str


class ProfileTable(SQLModel, table=True):
    """Column mappings the operator made, recognised by the headings they were made for; `data` is JSON."""

    __tablename__ = "profiles"
    id: int | None = Field(default=None, primary_key=True)
    signature: str = Field(unique=True)
    name: str = _words()
    data: str


class SettingTable(SQLModel, table=True):
    """Settings of the data folder; `value` is JSON."""

    __tablename__ = "settings"
    key: str = Field(primary_key=True)
    value: str


def table(model: type[SQLModel]) -> Table:
    """The Core table of a model."""
    return cast(Table, model.__table__)  # type: ignore[attr-defined]


def columns(model: type[SQLModel]) -> tuple[str, ...]:
    """The column names of a model in the order of the table."""
    return tuple(column.name for column in table(model).columns)
