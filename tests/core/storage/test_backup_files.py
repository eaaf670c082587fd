"""Backups that nobody asks for: made when something changed, thinned out with age, and never the only good one lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.core.keeping.keeping import Keeping
from claimdesk.core.records.backups import BackupFile, BackupKind
from claimdesk.core.records.problems import Problem
from claimdesk.core.storage.backup_files import backup_name, backups_in, outlived, thin_out
from claimdesk.core.storage.restoring import verify_backup
from claimdesk.core.storage.store import DATABASE, Store
from tests.core.storage.filling import add_orders
from tests.core.storage.test_backups import filled, orders

NOW = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def automatic(at: datetime, size: int = 100) -> BackupFile:
    return BackupFile(Path(backup_name(BackupKind.AUTOMATIC, at)), BackupKind.AUTOMATIC, at, size)


def test_four_hundred_days_leave_two_days_twelve_days_ten_weeks_and_nine_months() -> None:
    kept: list[BackupFile] = []
    start = NOW - 400 * DAY
    for hour in range(400 * 8):  # every hour of a working day
        at = start + (hour // 8) * DAY + (hour % 8) * HOUR
        kept.append(automatic(at))
        gone = outlived(kept, at)
        kept = [backup for backup in kept if backup not in gone]
    ages = sorted((kept[-1].made_at - backup.made_at) / DAY for backup in kept)
    recent = [age for age in ages if age < 2]
    days = [age for age in ages if 2 <= age < 14]
    assert len(recent) == 16
    assert len(days) == 12
    assert len(ages) == 16 + 12 + 10 + 9
    assert 300 < ages[-1] < 400


def test_a_clock_that_runs_behind_or_ahead_takes_nothing_away() -> None:
    kept = [automatic(NOW - number * DAY) for number in range(12)]
    assert outlived(kept, NOW - 365 * DAY) == []
    assert outlived([*kept, automatic(NOW + 3650 * DAY)], NOW + HOUR) == []
    assert outlived(kept, NOW + 3650 * DAY) == []


def test_only_so_many_bytes_but_never_fewer_than_two() -> None:
    kept = [automatic(NOW - number * HOUR, 100) for number in range(10)]
    assert [backup.made_at for backup in outlived(kept, NOW, 350)] == [NOW - number * HOUR for number in range(3, 10)]
    assert len(outlived(kept, NOW, 0)) == 8


@given(st.lists(st.integers(0, 900 * 24), max_size=120, unique=True), st.integers(0, 900 * 24))
def test_the_newest_always_stays_and_what_stays_stays_for_good(hours: list[int], at: int) -> None:
    now = NOW + at * HOUR
    made = [automatic(NOW + hour * HOUR) for hour in hours]
    gone = outlived(made, now)
    stays = [backup for backup in made if backup not in gone]
    assert outlived(stays, now) == []
    if made:
        assert max(made, key=lambda backup: backup.made_at) in stays
    assert all(backup in stays for backup in made if backup.made_at > now)


def test_what_somebody_asked_for_is_never_taken_away(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for number in range(60):
        for kind in BackupKind:
            (folder / backup_name(kind, NOW - number * HOUR)).write_bytes(b"x")
    (folder / "before-schema-2.db").write_bytes(b"x")
    (folder / "holiday photos.zip").write_bytes(b"x")
    assert thin_out(tmp_path, NOW) == 10  # twelve are older than two days, of two days, whose last ones stay
    left = [backup.kind for backup in backups_in(tmp_path)]
    assert left.count(BackupKind.BY_HAND) == left.count(BackupKind.BEFORE_RESTORE) == 60
    assert (folder / "before-schema-2.db").exists()
    assert (folder / "holiday photos.zip").exists()


def test_a_backup_is_made_when_something_changed(tmp_path: Path) -> None:
    filled(tmp_path, "1")
    keeping = Keeping(tmp_path)
    first = keeping.back_up_changes(NOW)
    assert first is not None
    assert first.kind is BackupKind.AUTOMATIC
    assert keeping.back_up_changes(NOW + HOUR) is None
    store = Store.open(tmp_path)  # opened and closed again: nothing changed
    assert keeping.back_up_changes(NOW + 2 * HOUR) is None
    add_orders(store, {"order_no": "2"})
    second = keeping.back_up_changes(NOW + 3 * HOUR)
    store.close()
    assert second is not None
    assert [backup.file for backup in keeping.backups()] == [second.file, first.file]


def test_an_automatic_backup_leaves_the_evidence_where_it_is(tmp_path: Path) -> None:
    proof = filled(tmp_path, "1")
    keeping = Keeping(tmp_path)
    made = keeping.back_up_changes(NOW)
    assert made is not None
    assert verify_backup(made.file).held.faults == ()
    store = Store.open(tmp_path)
    add_orders(store, {"order_no": "2"})
    store.close()
    back = keeping.restore(made.file, NOW + HOUR)
    assert orders(tmp_path) == ["1"]
    assert (back.orders, back.lacking) == (1, 0)
    assert back.before is not None
    proof.unlink()
    assert keeping.restore(made.file, NOW + 2 * HOUR).lacking == 1


def test_no_backup_of_damaged_data_and_nothing_goes_for_it(tmp_path: Path) -> None:
    filled(tmp_path, "1")
    keeping = Keeping(tmp_path)
    assert keeping.back_up_changes(NOW) is not None
    before = keeping.backups()
    file = tmp_path / DATABASE
    raw = bytearray(file.read_bytes())
    raw[4096:8192] = bytes(4096)
    file.write_bytes(raw)
    with pytest.raises(Problem) as caught:
        keeping.back_up_changes(NOW + HOUR)
    assert caught.value.code == "data_damaged"
    assert keeping.backups() == before


@pytest.mark.parametrize("left", ["backups", "evidence"])
def test_no_new_database_beside_what_is_left_of_another(tmp_path: Path, left: str) -> None:
    filled(tmp_path, "1")
    Keeping(tmp_path).back_up(NOW)
    (tmp_path / DATABASE).unlink()
    other = {"backups": "evidence", "evidence": "backups"}[left]
    (tmp_path / other).rename(tmp_path / "elsewhere")
    with pytest.raises(Problem) as caught:
        Store.open(tmp_path)
    assert caught.value.code == "data_gone"
    assert not (tmp_path / DATABASE).exists()


def test_a_database_that_is_gone_comes_back(tmp_path: Path) -> None:
    filled(tmp_path, "1")
    made = Keeping(tmp_path).back_up(NOW)
    (tmp_path / DATABASE).unlink()
    assert Keeping(tmp_path).restore(made.file, NOW + HOUR).before is None
    assert orders(tmp_path) == ["1"]
