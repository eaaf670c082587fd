"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Everything of the first release."""
    _shops_and_imports(op)
    _orders(op)
    _lines_and_shipments(op)
    _changes(op)
    _cases(op)
    _knowledge(op)
    _search(op)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), primary_key=True, nullable=False)


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), server_default=sa.text("''"), nullable=False) for name in names]


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _moments(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=True) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=True) for name in names]


def _counts(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), server_default=sa.text("0"), nullable=False) for name in names]


def _of(name: str, target: str, *, nullable: bool = False, primary: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(target), nullable=nullable, primary_key=primary)


def _shops_and_imports(op: Operations) -> None:
    op.create_table("shops", _id(), *_words("name"))
    op.execute("INSERT INTO shops (id) VALUES (1)")
    op.create_table(
        "import_batches",
        _id(),
        *_words("file", "format", "format_title", "platform"),
        *_texts("imported_at"),
        *_counts("rows", "new", "updated", "unchanged", "rejected"),
        *_moments("undone_at"),
    )


def _orders(op: Operations) -> None:
    op.create_table(
        "orders",
        _id(),
        _of("shop_id", "shops.id"),
        *_words("platform", "order_no", "marketplace", "status"),
        *_moments("purchased_at", "deliver_by", "delivered_at"),
        *_numbers("total_minor"),
        *_words("currency", "buyer_name"),
        _of("batch_id", "import_batches.id", nullable=True),
        *_words("row_hash", "seller_ref", "substatus", "fulfilment"),
        *_moments("paid_at", "ship_by", "deliver_from", "shipped_at", "cancelled_at", "source_updated_at"),
        *_words("buyer_username", "buyer_email", "buyer_phone", "ship_name", "ship_address", "ship_city"),
        *_words("ship_state", "ship_postal_code", "ship_country", "ship_phone"),
        *_numbers("subtotal_minor", "shipping_minor", "tax_minor", "discount_minor", "refund_minor"),
        *_words("payment_method", "payment_status", "buyer_note", "seller_note"),
        *_counts("is_business", "cancel_requested"),
        sa.UniqueConstraint("order_no", "platform", "shop_id", name="uq_orders_order_no"),
    )
    op.create_index("ix_orders_purchased_at", "orders", ["purchased_at"])
    op.create_index("ix_orders_deliver_by", "orders", ["deliver_by", "status", "delivered_at"])


def _lines_and_shipments(op: Operations) -> None:
    op.create_table(
        "order_lines",
        _id(),
        _of("order_id", "orders.id"),
        *_words("line_key"),
        _of("batch_id", "import_batches.id", nullable=True),
        *_counts("line_no"),
        *_words("line_id", "sku", "item_ref", "title", "variation"),
        *_numbers("quantity", "quantity_shipped", "price_minor", "tax_minor", "shipping_minor", "discount_minor"),
        *_words("status"),
        sa.UniqueConstraint("order_id", "line_key", name="uq_order_lines_line_key"),
    )
    op.create_table(
        "shipments",
        _id(),
        _of("order_id", "orders.id"),
        *_words("shipment_key"),
        _of("batch_id", "import_batches.id", nullable=True),
        *_words("carrier", "tracking_no", "service"),
        *_moments("shipped_at", "first_scan_at", "last_scan_at", "delivered_at"),
        sa.UniqueConstraint("order_id", "shipment_key", name="uq_shipments_shipment_key"),
    )


def _changes(op: Operations) -> None:
    op.create_table(
        "import_changes",
        _id(),
        _of("batch_id", "import_batches.id"),
        _of("order_id", "orders.id"),
        *_texts("row_table"),
        sa.Column("row_id", sa.Integer(), nullable=False),
        *_texts("changes"),
    )
    op.create_index("ix_import_changes_batch_id", "import_changes", ["batch_id"])
    op.create_index("ix_import_changes_order_id", "import_changes", ["order_id"])


def _cases(op: Operations) -> None:
    op.create_table("cases", _id(), _of("order_id", "orders.id"), *_texts("opened_at"))
    op.create_index("ix_cases_order_id", "cases", ["order_id"])
    op.create_table("events", _id(), _of("case_id", "cases.id"), *_texts("at", "kind", "data"))
    op.create_index("ix_events_case_id", "events", ["case_id"])
    op.create_table(
        "evidence",
        sa.Column("sha256", sa.String(), primary_key=True, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        *_texts("stored_at"),
    )
    op.create_table(
        "drafts",
        _of("case_id", "cases.id", primary=True),
        sa.Column("step", sa.String(), primary_key=True, nullable=False),
        *_texts("data"),
    )


def _knowledge(op: Operations) -> None:
    op.create_table("template_revisions", _id(), *_texts("template", "at", "data"))
    op.create_index("ix_template_revisions_template", "template_revisions", ["template"])
    op.create_table(
        "profiles", _id(), sa.Column("signature", sa.String(), nullable=False, unique=True), *_words("name"),
        *_texts("data"),
    )  # fmt: skip
    op.create_table(
        "settings", sa.Column("key", sa.String(), primary_key=True, nullable=False), *_texts("value")
    )  # fmt: skip


def _search(op: Operations) -> None:
    op.create_table("order_search_text", _of("order_id", "orders.id", primary=True), *_words("folded"))
    # The text is folded before it is stored, hence case_sensitive: the index need not fold it again.
    op.execute(
        "CREATE VIRTUAL TABLE order_search USING fts5(folded, content='order_search_text', "
        "content_rowid='order_id', tokenize='trigram case_sensitive 1')"
    )
    op.execute("CREATE VIRTUAL TABLE order_search_terms USING fts5vocab('order_search', 'row')")
