"""Messages between buyers and the shop."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

_WORDS = (
    "order_no", "platform", "speaker", "channel", "kind", "sender", "relay", "token", "subject", "text", "language",
    "reason",
)  # fmt: skip


def upgrade(op: Operations) -> None:
    """One new table; nothing that is there changes."""
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("order_id", sa.Integer(), sa.ForeignKey("orders.id"), nullable=True),
        *[_text(name) for name in _WORDS],
        sa.Column("at", sa.String(), nullable=True),
        sa.Column("noted_at", sa.String(), nullable=False),
        *[_text(name, "[]") for name in ("contacts", "warnings", "files")],
        *[_text(name) for name in ("original", "text_hash", "folded")],
        sa.UniqueConstraint("fingerprint", name="uq_messages_fingerprint"),
    )
    for name in ("order_id", "order_no", "text_hash"):
        op.create_index(f"ix_messages_{name}", "messages", [name])


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.String(), server_default=sa.text(f"'{default}'"), nullable=False)
