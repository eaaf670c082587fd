"""Backups: made whole or not at all, read with suspicion, restored in one step that can be undone."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from claimdesk.core.records.problems import Problem
from claimdesk.core.storage import evidence_files
from claimdesk.core.storage.backups import make_backup
from claimdesk.core.storage.file_state import SCHEMA
from claimdesk.core.storage.inspecting import inspect
from claimdesk.core.storage.restoring import restore_backup, verify_backup
from claimdesk.core.storage.store import DATABASE, Store
from tests.core.storage.filling import add_orders, dump

NOW = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def filled(folder: Path, *numbers: str, proof: bytes = b"proof") -> Path:
    """A data folder with these orders, one file of evidence and a scenario of the owner; the file of evidence."""
    store = Store.open(folder)
    add_orders(store, *({"order_no": number} for number in numbers))
    sha256, size = evidence_files.store_bytes(folder, proof, "proof.txt")
    with store.writing() as conn:
        evidence_files.record(conn, sha256, size, NOW)
    store.close()
    (folder / "scenarios").mkdir(exist_ok=True)
    (folder / "scenarios" / "mine.toml").write_text("# mine", "utf-8")
    return evidence_files.located(folder, sha256)


def orders(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / DATABASE)) as conn:
        return [number for (number,) in conn.execute("SELECT order_no FROM orders ORDER BY order_no")]


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*") if path.is_file()
    }  # fmt: skip


def code_of(file: Path) -> str:
    with pytest.raises(Problem) as caught:
        verify_backup(file)
    return caught.value.code


def said(file: Path) -> str:
    """What a backup holds, or the code of why it cannot be read."""
    try:
        return str(verify_backup(file).held)
    except Problem as problem:
        return problem.code


def rewritten(source: Path, target: Path, change: Any) -> Path:
    """A backup with its members changed: `change` gets and gives names and contents."""
    with zipfile.ZipFile(source) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(target, "w") as packed:
        for name, content in change(members).items():
            packed.writestr(name, content)
    return target


def test_a_fresh_folder_gets_all_of_it_back(tmp_path: Path) -> None:
    filled(tmp_path / "shop", "1", "2")
    made = make_backup(tmp_path / "shop", tmp_path / "all.zip", NOW)
    assert (made.held.orders, made.held.evidence, made.held.faults) == (2, 1, ())
    assert made.size == (tmp_path / "all.zip").stat().st_size
    done = restore_backup(tmp_path / "new", tmp_path / "all.zip", LATER)
    assert (done.before, done.made_at, done.held.schema) == (None, "2026-11-22T04:00:00Z", SCHEMA)
    one, other = Store.open(tmp_path / "shop"), Store.open(tmp_path / "new")
    assert dump(one) == dump(other)
    one.close()
    other.close()
    left = {name: digest for name, digest in contents(tmp_path / "new").items() if name != DATABASE}
    assert left == {name: digest for name, digest in contents(tmp_path / "shop").items() if name != DATABASE}


def test_it_is_made_while_somebody_works_and_holds_what_is_only_in_the_log(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    add_orders(store, {"order_no": "1"})
    made = make_backup(tmp_path, None, NOW)
    store.close()
    assert made.file == tmp_path / "backups" / "claimdesk-2026-11-22T04-00-00Z.zip"
    assert verify_backup(made.file).held.orders == 1


def test_a_restore_can_be_undone(tmp_path: Path) -> None:
    filled(tmp_path, "1")
    old = make_backup(tmp_path, None, NOW).file
    filled(tmp_path, "2", proof=b"later proof")
    done = restore_backup(tmp_path, old, LATER)
    assert orders(tmp_path) == ["1"]
    assert done.before is not None
    restore_backup(tmp_path, done.before, LATER)
    assert orders(tmp_path) == ["1", "2"]
    assert inspect(tmp_path, DATABASE).faults == ()
    assert old.exists() and done.before.exists()


def test_nothing_is_restored_under_an_open_program(tmp_path: Path) -> None:
    filled(tmp_path, "1")
    old = make_backup(tmp_path, None, NOW).file
    store = Store.open(tmp_path)
    add_orders(store, {"order_no": "2"})
    with pytest.raises(Problem) as caught:
        restore_backup(tmp_path, old, LATER)
    assert caught.value.code == "data_locked"
    add_orders(store, {"order_no": "3"})
    store.close()
    assert orders(tmp_path) == ["1", "2", "3"]


@pytest.mark.parametrize("damage", [b"not a database at all", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_damaged_data_is_kept_beside_and_the_backup_put_in_its_place(tmp_path: Path, damage: bytes) -> None:
    filled(tmp_path, "1")
    old = make_backup(tmp_path, None, NOW).file
    (tmp_path / DATABASE).write_bytes(damage)
    (tmp_path / f"{DATABASE}-wal").write_bytes(b"stale log" * 1000)
    done = restore_backup(tmp_path, old, LATER)
    assert orders(tmp_path) == ["1"]
    assert done.before is not None and done.before.read_bytes() == damage
    assert done.before.with_name(done.before.name + "-wal").read_bytes() == b"stale log" * 1000
    Store.open(tmp_path).close()


def test_a_bare_copy_of_the_database_is_restored_too(tmp_path: Path) -> None:
    filled(tmp_path / "shop", "1")
    done = restore_backup(tmp_path / "new", tmp_path / "shop" / DATABASE, NOW)
    assert (orders(tmp_path / "new"), done.made_at) == (["1"], "")
    assert [fault.code for fault in done.held.faults] == ["evidence_missing"]


def test_evidence_that_was_damaged_is_told_and_left_out(tmp_path: Path) -> None:
    proof = filled(tmp_path, "1")
    proof.chmod(0o600)
    proof.write_bytes(b"something else")
    made = make_backup(tmp_path, None, NOW)
    assert [(fault.code, fault.name) for fault in made.held.faults] == [("evidence_changed", proof.name)]
    with zipfile.ZipFile(made.file) as packed:
        assert not [name for name in packed.namelist() if proof.name in name]
    assert [fault.code for fault in verify_backup(made.file).held.faults] == ["evidence_missing"]


def test_what_was_sound_in_the_backup_takes_the_place_of_what_was_damaged_since(tmp_path: Path) -> None:
    proof = filled(tmp_path, "1")
    old = make_backup(tmp_path, None, NOW).file
    proof.chmod(0o600)
    proof.write_bytes(b"bits flipped")
    restore_backup(tmp_path, old, LATER)
    assert inspect(tmp_path, DATABASE).faults == ()


def test_a_newer_backup_is_refused_and_nothing_changed(tmp_path: Path) -> None:
    filled(tmp_path / "newer", "9")
    with closing(sqlite3.connect(tmp_path / "newer" / DATABASE)) as conn:
        conn.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    newer = make_backup(tmp_path / "newer", tmp_path / "newer.zip", NOW).file
    filled(tmp_path / "shop", "1")
    before = contents(tmp_path / "shop")
    with pytest.raises(Problem) as caught:
        restore_backup(tmp_path / "shop", newer, LATER)
    assert (caught.value.code, caught.value.params) == ("data_newer", {"found": SCHEMA + 1, "known": SCHEMA})
    assert contents(tmp_path / "shop") == before


def listed(members: dict[str, bytes], name: str, content: bytes) -> dict[str, bytes]:
    """The members and one more, which the list names rightly."""
    about = json.loads(members["manifest.json"])
    about["files"].append({"file": name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)})
    return {**members, name: content, "manifest.json": json.dumps(about).encode()}


@pytest.mark.parametrize("name", [
    "../evil.toml", "/etc/evil.toml", "scenarios/../../evil.toml", "scenarios\\evil.toml", "C:/evil.toml", "scenarios/.toml",
    "evidence/aa/" + "b" * 64, "evidence/aa/" + "a" * 63, "evidence/aa/../../" + "a" * 64, "logs/x.toml", "claimdesk.db-wal",
    "scenarios/a\x00.toml", "scenarios/" + "a" * 300 + ".toml", "claimdesk.db",
])  # fmt: skip
def test_a_backup_writes_nowhere_but_where_backups_do(tmp_path: Path, name: str) -> None:
    filled(tmp_path / "shop", "1")
    made = make_backup(tmp_path / "shop", tmp_path / "good.zip", NOW).file
    with zipfile.ZipFile(made) as packed:
        members = {one: packed.read(one) for one in packed.namelist()}
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as packed:
        about = listed(members, name, b"evil")["manifest.json"]
        for one, content in {**members, "manifest.json": about}.items():
            packed.writestr(one, content)
    before = contents(tmp_path / "shop")
    with pytest.raises(Problem) as caught:
        restore_backup(tmp_path / "shop", tmp_path / "evil.zip", LATER)
    assert caught.value.code == "backup_unreadable"
    assert contents(tmp_path / "shop") == before
    assert {path.name for path in tmp_path.iterdir()} == {"shop", "good.zip", "evil.zip"}


def test_changed_shortened_and_foreign_files_are_refused(tmp_path: Path) -> None:
    proof = filled(tmp_path / "shop", "1")
    made = make_backup(tmp_path / "shop", tmp_path / "good.zip", NOW).file
    name = f"evidence/{proof.parent.name}/{proof.name}"
    assert code_of(rewritten(made, tmp_path / "a.zip", lambda all_: {**all_, name: b"other"})) == "backup_damaged"
    assert (
        code_of(rewritten(made, tmp_path / "b.zip", lambda all_: {**all_, name: b"p" * 10_000_000})) == "backup_damaged"
    )
    assert (
        code_of(rewritten(made, tmp_path / "c.zip", lambda all_: {**all_, "manifest.json": b"[]"}))
        == "backup_unreadable"
    )
    assert code_of(rewritten(made, tmp_path / "d.zip", lambda all_: {"x": b""})) == "backup_unreadable"
    no_database = json.dumps({"made_at": "", "files": []}).encode()
    assert code_of(rewritten(made, tmp_path / "e.zip", lambda _: {"manifest.json": no_database})) == "backup_unreadable"
    whole = made.read_bytes()
    for share in (0, 10, len(whole) // 2, len(whole) - 3):
        (tmp_path / "f.zip").write_bytes(whole[:share])
        assert code_of(tmp_path / "f.zip") == "backup_unreadable"
    assert code_of(tmp_path / "nowhere.zip") == "backup_unreadable"
    assert code_of(tmp_path) == "backup_unreadable"


def test_a_flipped_bit_is_found_wherever_it_lies(tmp_path: Path) -> None:
    filled(tmp_path / "shop", "1")
    whole = make_backup(tmp_path / "shop", tmp_path / "good.zip", NOW).file.read_bytes()
    sound = verify_backup(tmp_path / "good.zip")
    for place in range(7, len(whole), max(1, len(whole) // 150)):
        changed = bytearray(whole)
        changed[place] ^= 4
        (tmp_path / "bad.zip").write_bytes(changed)
        # What still reads had its bit in a date or an attribute of the ZIP, which nothing is made of.
        found = said(tmp_path / "bad.zip")
        assert found in ("backup_unreadable", "backup_damaged", "data_newer") or found == str(sound.held)


def test_verify_finds_what_is_wrong_in_the_data(tmp_path: Path) -> None:
    proof = filled(tmp_path, "1")
    assert inspect(tmp_path, DATABASE).faults == ()
    proof.chmod(0o600)
    proof.unlink()
    with closing(sqlite3.connect(tmp_path / DATABASE)) as conn:
        conn.execute("UPDATE orders SET shop_id = 99")
        conn.commit()
    codes = [fault.code for fault in inspect(tmp_path, DATABASE).faults]
    assert sorted(codes) == ["database_unlinked", "evidence_missing"]
    (tmp_path / DATABASE).write_bytes(b"x" * 200)
    assert [fault.code for fault in inspect(tmp_path, DATABASE).faults] == ["data_damaged"]
    with pytest.raises(Problem) as caught:
        inspect(tmp_path / "elsewhere", DATABASE)
    assert caught.value.code == "data_missing"


_ENDLESS = """
import itertools, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from claimdesk.core.storage.backups import make_backup
for second in itertools.count():
    made = make_backup(Path(sys.argv[1]), None, datetime(2026, 11, 22, tzinfo=UTC) + timedelta(seconds=second))
    print(made.file.name, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="kills a process in the POSIX way")
def test_a_backup_that_is_killed_leaves_only_whole_ones(tmp_path: Path) -> None:
    """A short form of the hundred kills of A3."""
    filled(tmp_path, *map(str, range(300)), proof=os.urandom(2_000_000))
    for number in range(5):
        process = subprocess.Popen([sys.executable, "-c", _ENDLESS, str(tmp_path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.013 * number)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        made = sorted((tmp_path / "backups").glob("*.zip"))
        assert made
        for file in made:
            assert verify_backup(file).held.orders == 300
            file.unlink()
    make_backup(tmp_path, None, LATER)
    assert [path.suffix for path in (tmp_path / "backups").iterdir()] == [".zip"]
