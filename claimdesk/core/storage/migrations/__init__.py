"""Steps of the schema, one module each, never changed after a release and never importing today's tables.

A step is `upgrade(op)` over Alembic's operations. All missing steps run in one `BEGIN IMMEDIATE` together with the
new version number (`PRAGMA user_version`), so that a killed upgrade leaves the schema as it was. The steps are plain
modules and not an Alembic script folder: they are found alike from source, from a wheel and from a frozen program.
"""

from __future__ import annotations

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection

from claimdesk.core.records.problems import Problem
from claimdesk.core.storage.migrations import step_0001, step_0002, step_0003

STEPS = (step_0001.upgrade, step_0002.upgrade, step_0003.upgrade)


def upgrade(conn: Connection, version: int) -> int:
    """Run every step after `version` on a connection inside a transaction; gives the new version.

    Raises Problem `data_damaged` when the upgraded data would break a reference; the caller then rolls back.
    """
    operations = Operations(MigrationContext.configure(conn))
    for step in STEPS[version:]:
        step(operations)
    if conn.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise Problem("data_damaged", detail="foreign_key_check after the upgrade")
    conn.exec_driver_sql(f"PRAGMA user_version = {len(STEPS)}")
    return len(STEPS)
