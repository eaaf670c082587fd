"""The steps of the schema: they make what the models say, all together or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlmodel import SQLModel

from claimdesk.core.records.problems import Problem
from claimdesk.core.storage import copies, file_state, migrations, order_reads
from claimdesk.core.storage import store as store_module
from claimdesk.core.storage.store import DATABASE, Store
from tests.core.storage.filling import add_orders, dump


def schema_of(folder: Path) -> tuple[int, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(folder / DATABASE)) as conn:
        version = conn.execute("PRAGMA user_version").fetchone()[0]
        return version, conn.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()


def with_one_order(folder: Path) -> tuple[int, list[tuple[Any, ...]]]:
    """The schema of a closed store that holds one order."""
    with closing(Store.open(folder)) as store:
        add_orders(store, {"order_no": "1"})
    return schema_of(folder)


def next_step(op: Operations) -> None:
    """A step of a release to come: rebuilds a table and moves its rows, as SQLite demands for most changes."""
    op.execute("CREATE TABLE shops_new (id INTEGER PRIMARY KEY NOT NULL, name VARCHAR NOT NULL, zone VARCHAR)")
    op.execute("INSERT INTO shops_new (id, name) SELECT id, name FROM shops")
    op.drop_table("shops")
    op.rename_table("shops_new", "shops")


def breaking_step(op: Operations) -> None:
    next_step(op)
    raise RuntimeError("pulled the plug")


def orphaning_step(op: Operations) -> None:
    op.execute("DELETE FROM shops")


@pytest.fixture
def one_more_step(monkeypatch: pytest.MonkeyPatch) -> Any:
    def set_step(step: Any) -> None:
        monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
        monkeypatch.setattr(store_module, "SCHEMA", len(migrations.STEPS))
        monkeypatch.setattr(file_state, "SCHEMA", len(migrations.STEPS))

    return set_step


def test_the_steps_make_what_the_models_say(store: Store) -> None:
    with store.writing() as conn:
        context = MigrationContext.configure(
            conn, opts={"include_name": lambda name, kind, _: kind != "table" or name in SQLModel.metadata.tables}
        )
        assert compare_metadata(context, SQLModel.metadata) == []


def test_the_number_of_the_schema_is_the_number_of_steps() -> None:
    assert len(migrations.STEPS) == file_state.SCHEMA


def test_a_step_that_breaks_leaves_the_schema_wholly_old(tmp_path: Path, one_more_step: Any) -> None:
    first = Store.open(tmp_path)
    add_orders(first, {"order_no": "1"})
    rows = dump(first)
    first.close()
    before = schema_of(tmp_path)
    one_more_step(breaking_step)
    with pytest.raises(RuntimeError):
        Store.open(tmp_path)
    assert schema_of(tmp_path) == before
    with closing(sqlite3.connect(tmp_path / DATABASE)) as conn:
        assert conn.execute("SELECT order_no FROM orders").fetchall() == [("1",)]
    assert rows["shops"] == [(1, "")]


def test_a_step_that_orphans_rows_is_taken_back(tmp_path: Path, one_more_step: Any) -> None:
    before = with_one_order(tmp_path)
    one_more_step(orphaning_step)
    with pytest.raises(Problem) as caught:
        Store.open(tmp_path)
    assert caught.value.code == "data_damaged"
    assert schema_of(tmp_path) == before


def test_the_next_start_finishes_an_upgrade_and_keeps_a_copy_from_before(tmp_path: Path, one_more_step: Any) -> None:
    before = with_one_order(tmp_path)
    one_more_step(next_step)
    Store.open(tmp_path).close()
    version, schema = schema_of(tmp_path)
    assert version == len(migrations.STEPS)
    assert schema != before[1]
    copy = tmp_path / copies.BACKUPS / "before-schema-4.db"
    with closing(sqlite3.connect(copy)) as conn:
        assert conn.execute("PRAGMA user_version").fetchone() == (len(migrations.STEPS) - 1,)
        assert conn.execute("SELECT order_no FROM orders").fetchall() == [("1",)]
    again = Store.open(tmp_path)
    add_orders(again, {"order_no": "2"})
    assert len(dump(again)["orders"]) == 2
    again.close()


def test_a_second_attempt_does_not_push_out_the_copy_from_before(tmp_path: Path, one_more_step: Any) -> None:
    first = Store.open(tmp_path)
    add_orders(first, {"order_no": "1"})
    first.close()
    one_more_step(breaking_step)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            Store.open(tmp_path)
        copy = tmp_path / copies.BACKUPS / "before-schema-4.db"
        made = copy.stat().st_mtime_ns
    assert copy.stat().st_mtime_ns == made
    assert sorted(path.name for path in copy.parent.iterdir()) == [copy.name]


def test_a_database_of_the_first_release_is_brought_up_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as old:
        old.setattr(migrations, "STEPS", migrations.STEPS[:1])
        old.setattr(store_module, "SCHEMA", 1)
        old.setattr(file_state, "SCHEMA", 1)
        # The reader of today asks for tables that the first release did not have: the rows are written by hand.
        Store.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / DATABASE)) as conn:
        assert conn.execute("PRAGMA user_version").fetchone() == (1,)
        assert "order_events" not in {row[0] for row in conn.execute("SELECT name FROM sqlite_master")}
        conn.execute("INSERT INTO import_batches (file, imported_at) VALUES ('a.txt', '2026-11-17T06:20:00Z')")
        conn.execute(
            "INSERT INTO orders (shop_id, platform, order_no, refund_minor, batch_id) VALUES (1, 'amazon', '1', 5, 1)"
        )
        conn.execute("INSERT INTO order_lines (order_id, line_key, sku) VALUES (1, 'a', 'LAMP')")
        conn.execute("INSERT INTO cases (order_id, opened_at) VALUES (1, '2026-11-17T06:20:00Z')")
        conn.execute("INSERT INTO events (case_id, at, kind, data) VALUES (1, '2026-11-17T06:20:00Z', 'opened', '{}')")
        conn.commit()
        names = [row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE TABLE%'")]
        before = {name: conn.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    opened = Store.open(tmp_path)
    with opened.reading() as conn:
        after = {name: [tuple(row) for row in conn.exec_driver_sql(f"SELECT * FROM {name}")] for name in names}
        assert conn.exec_driver_sql("PRAGMA user_version").scalar_one() == len(migrations.STEPS)
        assert conn.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        order = order_reads.order(conn, 1)
        context = MigrationContext.configure(
            conn, opts={"include_name": lambda name, kind, _: kind != "table" or name in SQLModel.metadata.tables}
        )
        assert compare_metadata(context, SQLModel.metadata) == []
    assert after == before
    assert order is not None and (order.refund_minor, order.events, order.lines[0].sku) == (5, (), "LAMP")
    opened.close()
    assert (tmp_path / copies.BACKUPS / f"before-schema-{len(migrations.STEPS)}.db").exists()
