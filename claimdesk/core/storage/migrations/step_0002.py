"""What other files than order exports tell: events of orders, and figures of account health."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Two new tables; nothing that is there changes."""
    _order_events(op)
    _health_figures(op)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), primary_key=True, nullable=False)


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), server_default=sa.text("''"), nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=True) for name in names]


def _order_events(op: Operations) -> None:
    op.create_table(
        "order_events",
        _id(),
        sa.Column("order_id", sa.Integer(), sa.ForeignKey("orders.id"), nullable=False),
        *_words("event_key"),
        sa.Column("batch_id", sa.Integer(), sa.ForeignKey("import_batches.id"), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=True),
        *_words("reference", "reason", "status"),
        *_numbers("amount_minor"),
        *_words("currency"),
        *_numbers("rating"),
        *_words("comment", "response", "note", "carrier", "tracking_no", "sku", "line_id"),
        *_numbers("quantity"),
        *_words("format", "file"),
        sa.Column("row", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.UniqueConstraint("order_id", "event_key", name="uq_order_events_event_key"),
    )
    op.create_index("ix_order_events_batch_id", "order_events", ["batch_id"])


def _health_figures(op: Operations) -> None:
    op.create_table(
        "health_figures",
        _id(),
        sa.Column("batch_id", sa.Integer(), sa.ForeignKey("import_batches.id"), nullable=True),
        *_words("platform", "marketplace", "metric", "channel", "first_day", "last_day"),
        *_numbers("orders", "defects"),
        *_words("rate", "target", "status"),
        sa.Column("detail", sa.String(), server_default=sa.text("'{}'"), nullable=False),
        *_words("file"),
    )
    op.create_index("ix_health_figures_last_day", "health_figures", ["platform", "marketplace", "last_day"])
