"""A program that is killed in the middle of an import leaves all of it or nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimdesk.core.storage.store import Store

ORDERS = 3000
SCRIPT = f"""
import sys
from pathlib import Path
from claimdesk.core.storage.store import Store
from tests.core.storage.filling import write_batch
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
for batch in range(1000):
    with store.writing() as conn:
        write_batch(conn, [{{"order_no": f"{{batch}}-{{n}}", "lines": [{{"sku": "S"}}]}} for n in range({ORDERS})])
"""


@pytest.mark.parametrize("milliseconds", [20, 110, 190, 260])
def test_a_killed_import_is_whole_or_not_there(tmp_path: Path, milliseconds: int) -> None:
    Store.open(tmp_path).close()
    command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3]) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        time.sleep(milliseconds / 1000)
        process.kill()
    store = Store.open(tmp_path)
    with store.writing() as conn:
        batches, orders, lines, indexed = (
            conn.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in ("import_batches", "orders", "order_lines", "order_search_text")
        )
        assert (orders, lines, indexed) == (batches * ORDERS,) * 3
        assert conn.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        conn.exec_driver_sql("INSERT INTO order_search (order_search) VALUES ('integrity-check')")
    store.close()
