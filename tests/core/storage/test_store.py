"""The data folder: opening, refusing, transactions that are whole or not there."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from claimdesk.core.records.problems import Problem
from claimdesk.core.storage import setting_rows
from claimdesk.core.storage.file_state import SCHEMA
from claimdesk.core.storage.store import DATABASE, Store
from tests.core.storage.filling import add_orders, dump, write_batch


def digest(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def test_a_new_folder_is_made_and_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "shop"
    store = Store.open(folder)
    with store.writing() as conn:
        setting_rows.set_setting(conn, "shop.name", "王记 Store")
    store.close()
    again = Store.open(folder)
    with again.reading() as conn:
        assert setting_rows.setting(conn, "shop.name") == "王记 Store"
    again.close()
    assert [path.name for path in folder.iterdir()] == [DATABASE]


def test_the_pragmas_are_set_on_every_connection(store: Store) -> None:
    expected = {"foreign_keys": 1, "trusted_schema": 0, "temp_store": 2, "busy_timeout": 5000, "cell_size_check": 1}
    with store.writing() as conn:
        found = {name: conn.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}
        assert found == expected
        assert conn.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert conn.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert conn.exec_driver_sql("PRAGMA secure_delete").scalar() == 1
    with store.reading() as conn:
        assert {name: conn.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected} == expected


def test_an_exception_takes_everything_back_even_new_tables(store: Store) -> None:
    before = dump(store)
    with pytest.raises(ZeroDivisionError), store.writing() as conn:
        write_batch(conn, [{"order_no": "1", "lines": [{"sku": "A"}]}])
        conn.exec_driver_sql("CREATE TABLE left_over (a)")
        raise ZeroDivisionError
    assert dump(store) == before


def test_a_full_disk_is_a_problem_and_takes_everything_back(store: Store) -> None:
    add_orders(store, {"order_no": "kept"})
    before = dump(store)
    with store.writing() as conn:
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
        conn.exec_driver_sql(f"PRAGMA max_page_count = {pages + 10}")
    with pytest.raises(Problem) as caught, store.writing() as conn:
        write_batch(conn, [{"order_no": str(number), "buyer_note": "x" * 3000} for number in range(500)])
    assert caught.value.code == "disk_full"
    assert dump(store) == before
    with store.writing() as conn:
        conn.exec_driver_sql("PRAGMA max_page_count = 1000000")
        write_batch(conn, [{"order_no": "after"}])
    assert len(dump(store)["orders"]) == 2


def test_readers_cannot_write_and_see_one_state_while_an_import_writes(store: Store) -> None:
    add_orders(store, {"order_no": "1"})
    with pytest.raises(Problem), store.reading() as conn:
        conn.exec_driver_sql("DELETE FROM orders")
    with store.reading() as reader:
        assert reader.exec_driver_sql("SELECT count(*) FROM orders").scalar() == 1
        done = threading.Thread(target=add_orders, args=(store, {"order_no": "2"}))
        done.start()
        done.join(timeout=20)
        assert not done.is_alive()
        assert reader.exec_driver_sql("SELECT count(*) FROM orders").scalar() == 1
    with store.reading() as reader:
        assert reader.exec_driver_sql("SELECT count(*) FROM orders").scalar() == 2


def test_a_reference_to_nothing_is_refused(store: Store) -> None:
    with pytest.raises(IntegrityError), store.writing() as conn:
        conn.exec_driver_sql("INSERT INTO cases (order_id, opened_at) VALUES (99, '2026-01-01T00:00:00Z')")


def test_our_own_faulty_statement_is_not_dressed_up_as_a_problem_of_the_disk(store: Store) -> None:
    with pytest.raises(OperationalError), store.reading() as conn:
        conn.exec_driver_sql("SELECT nothing FROM nowhere")


def test_newer_data_is_refused_and_left_byte_for_byte(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / DATABASE)) as conn:
        conn.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    before = digest(tmp_path)
    with pytest.raises(Problem) as caught:
        Store.open(tmp_path)
    assert caught.value.code == "data_newer"
    assert caught.value.params == {"found": SCHEMA + 1, "known": SCHEMA}
    assert digest(tmp_path) == before


def test_newer_data_whose_version_is_only_in_the_log_is_refused_too(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    live = tmp_path / DATABASE
    with closing(sqlite3.connect(live)) as conn:
        conn.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        crashed = tmp_path / "crashed"
        crashed.mkdir()
        for name in (DATABASE, DATABASE + "-wal"):
            (crashed / name).write_bytes((tmp_path / name).read_bytes())
    before = digest(crashed)
    with pytest.raises(Problem) as caught:
        Store.open(crashed)
    assert caught.value.code == "data_newer"
    after = digest(crashed)
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_refused_and_left_byte_for_byte(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE).write_bytes(content)
    before = digest(tmp_path)
    with pytest.raises(Problem) as caught:
        Store.open(tmp_path)
    assert caught.value.code in {"data_damaged", "data_newer"}
    assert digest(tmp_path)[DATABASE] == before[DATABASE]


def test_damage_after_an_unclean_end_is_found(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "live")
    add_orders(store, *({"order_no": f"{number:05}", "buyer_note": "x" * 200} for number in range(800)))
    store.close()
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    content = bytearray((tmp_path / "live" / DATABASE).read_bytes())
    content[4096 * 20 : 4096 * 40] = b"\x05" * (4096 * 20)
    (damaged / DATABASE).write_bytes(content)
    (damaged / (DATABASE + "-wal")).write_bytes(b"\x00" * 64)
    with pytest.raises(Problem) as caught:
        Store.open(damaged)
    assert caught.value.code == "data_damaged"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind here")
def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IREAD | stat.S_IEXEC)
    with pytest.raises(Problem) as caught:
        Store.open(tmp_path)
    tmp_path.chmod(stat.S_IRWXU)
    assert caught.value.code == "data_unwritable"


def test_a_file_in_place_of_the_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "shop").write_bytes(b"")
    with pytest.raises(Problem) as caught:
        Store.open(tmp_path / "shop")
    assert caught.value.code == "data_unwritable"


def test_another_writer_is_a_problem_after_the_wait(store: Store) -> None:
    with store.writing() as conn:
        conn.exec_driver_sql("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(store.folder / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Problem) as caught, store.writing():
            pytest.fail("wrote beside another writer")
    assert caught.value.code == "data_locked"


def test_the_migrations_are_imported_only_when_the_schema_is_behind(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from claimdesk.core.storage.store import Store; "
        "Store.open(Path(sys.argv[1])).close(); print('alembic' in sys.modules)"
    )

    def run() -> str:
        command = [sys.executable, "-c", script, str(tmp_path)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    assert run() == "True"
    assert run() == "False"
