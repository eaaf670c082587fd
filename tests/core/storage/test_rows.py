"""Cases, drafts, settings, profiles, template revisions and evidence come back as they were kept."""

from __future__ import annotations

import hashlib
import os
from datetime import timedelta
from pathlib import Path

import pytest

from claimdesk.core.records.cases import Event, EventKind
from claimdesk.core.records.problems import Problem
from claimdesk.core.storage import case_rows, evidence_files, setting_rows, template_rows
from claimdesk.core.storage.store import Store
from tests.core.storage.filling import NOW, add_orders

ODD = 'He said "没有" \U0001f4e6 \ud83d half, \x00 nul'


def test_a_timeline_keeps_its_order_and_its_words(store: Store) -> None:
    add_orders(store, {"order_no": "1"}, {"order_no": "2"})
    with store.writing() as conn:
        one, two = case_rows.new_case(conn, 1, NOW), case_rows.new_case(conn, 1, NOW)
        first = case_rows.append(conn, one, NOW, EventKind.OPENED, {"scenario": "S03"})
        other = case_rows.append(conn, two, NOW, EventKind.OPENED, {"scenario": "S04"})
        # An earlier hour does not move an event: the timeline is in the order of writing.
        second = case_rows.append(conn, one, NOW - timedelta(hours=1), EventKind.NOTED, {"text": ODD})
    with store.reading() as conn:
        assert case_rows.events(conn, one) == [
            Event(first, one, NOW, EventKind.OPENED, {"scenario": "S03"}),
            Event(second, one, NOW - timedelta(hours=1), EventKind.NOTED, {"text": ODD}),
        ]
        assert {case: [event.id for event in events] for case, events in case_rows.all_events(conn).items()} == {
            one: [first, second],
            two: [other],
        }
        assert case_rows.cases(conn) == [(one, 1, NOW), (two, 1, NOW)]
        assert case_rows.case(conn, two) == (two, 1, NOW)
        assert case_rows.case(conn, 99) is None
        assert case_rows.cases_of_order(conn, 1) == [one, two]
        assert case_rows.cases_of_order(conn, 2) == []


def test_a_draft_replaces_the_one_before(store: Store) -> None:
    add_orders(store, {"order_no": "1"})
    with store.writing() as conn:
        case = case_rows.new_case(conn, 1, NOW)
        case_rows.save_draft(conn, case, "reply", {"text": "a"})
        case_rows.save_draft(conn, case, "reply", {"text": ODD})
    with store.reading() as conn:
        assert case_rows.draft(conn, case, "reply") == {"text": ODD}
        assert case_rows.draft(conn, case, "other") is None


def test_settings_and_profiles_hold_what_json_can_hold(store: Store) -> None:
    with store.writing() as conn:
        for value in ("first", {"a": [1, None, "二"]}):
            setting_rows.set_setting(conn, "key", value)
        for name in ("old", "new"):
            setting_rows.save_profile(conn, "sig", name, {"Order": "order_no"})
    with store.reading() as conn:
        assert setting_rows.setting(conn, "key") == {"a": [1, None, "二"]}
        assert setting_rows.setting(conn, "missing", 7) == 7
        assert setting_rows.profile(conn, "sig") == ("new", {"Order": "order_no"})
        assert setting_rows.profile(conn, "none") is None
        assert setting_rows.profiles(conn) == [("sig", "new", {"Order": "order_no"})]


def test_the_newest_revision_of_a_template_counts_and_the_others_stay(store: Store) -> None:
    with store.writing() as conn:
        for text in ("one", "two"):
            template_rows.add_revision(conn, "B_INR", {"text": text}, NOW)
        template_rows.add_revision(conn, "B_SNAD", {}, NOW)
    with store.reading() as conn:
        assert [revision.data["text"] for revision in template_rows.revisions(conn, "B_INR")] == ["two", "one"]
        assert {name: revision.data for name, revision in template_rows.newest(conn).items()} == {
            "B_INR": {"text": "two"},
            "B_SNAD": {},
        }


def test_evidence_lies_under_its_hash_once_and_cannot_be_written(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "照片 (1).jpg"
    source.write_bytes(b"pixels" * 1000)
    sha256, size = evidence_files.store(store.folder, source)
    assert (sha256, size) == (hashlib.sha256(source.read_bytes()).hexdigest(), 6000)
    kept = evidence_files.located(store.folder, sha256)
    assert kept == store.folder / "evidence" / sha256[:2] / sha256
    assert kept.read_bytes() == source.read_bytes()
    assert not kept.stat().st_mode & 0o222
    made = kept.stat().st_mtime_ns
    assert evidence_files.store(store.folder, source) == (sha256, size)
    assert kept.stat().st_mtime_ns == made
    assert [path for path in (store.folder / "evidence").rglob("*") if path.is_file()] == [kept]
    with store.writing() as conn:
        evidence_files.record(conn, sha256, size, NOW)
        evidence_files.record(conn, sha256, size, NOW)
        assert evidence_files.recorded(conn) == [(sha256, size)]
    assert evidence_files.is_sound(store.folder, sha256)
    kept.chmod(0o600)
    kept.write_bytes(b"other")
    assert not evidence_files.is_sound(store.folder, sha256)
    kept.unlink()
    assert not evidence_files.is_sound(store.folder, sha256)
    with pytest.raises(Problem) as caught:
        evidence_files.located(store.folder, sha256)
    assert caught.value.code == "evidence_damaged"


def test_a_file_that_cannot_be_read_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
    for path in (tmp_path / "gone.jpg", tmp_path):
        with pytest.raises(Problem) as caught:
            evidence_files.store(store.folder, path)
        assert caught.value.code == "evidence_unreadable"
    assert not list(store.folder.glob("evidence/**/*"))


def test_a_copy_that_breaks_off_leaves_nothing_behind(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.bin"
    source.write_bytes(b"x")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem) as caught:
        evidence_files.store(store.folder, source)
    assert caught.value.code == "evidence_unwritable"
    assert not [path for path in (store.folder / "evidence").rglob("*") if path.is_file()]
