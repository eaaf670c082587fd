"""Evidence: kept once under its hash, dated, never run, whatever it is called; required items hold nothing up."""

from __future__ import annotations

import hashlib
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.records.problems import Problem

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
HOSTILE = (
    "=cmd|'calc'!A0.png", "invoice\u202egpj.exe", "a\nb.pdf", "<img src=x onerror=alert(1)>.png", "-rf", "CON", "..x",
    "签收证明 🎁.pdf", "x" * 240, "proof.png.exe", "%s%n{0}.pdf", "'; drop table events; --.pdf",
)  # fmt: skip


@pytest.fixture
def case(desk: Desk) -> int:
    return desk.cases.open(1, "S03", NOW)


def stored(desk: Desk, tmp_path: Path) -> list[Path]:
    return sorted(path for path in (tmp_path / "shop" / "evidence").rglob("*") if path.is_file())


def test_a_file_is_kept_once_under_its_hash_with_its_day(desk: Desk, case: int, tmp_path: Path) -> None:
    first, second = tmp_path / "scan.pdf", tmp_path / "the same.pdf"
    for file in (first, second):
        file.write_bytes(b"signed by D. Whitfield")
    desk.cases.add_evidence(case, "signed_pod", first, NOW)
    desk.cases.add_evidence(case, "tracking_page", second, NOW + timedelta(hours=1))
    sha256 = hashlib.sha256(b"signed by D. Whitfield").hexdigest()
    held = desk.cases.case(case).evidence
    assert [(file.item, file.name, file.sha256, file.at) for file in held] == [
        ("signed_pod", "scan.pdf", sha256, NOW),
        ("tracking_page", "the same.pdf", sha256, NOW + timedelta(hours=1)),
    ]
    [kept] = stored(desk, tmp_path)
    assert kept.relative_to(tmp_path / "shop" / "evidence").as_posix() == f"{sha256[:2]}/{sha256}"
    assert kept.read_bytes() == b"signed by D. Whitfield"
    first.write_bytes(b"changed afterwards")
    assert kept.read_bytes() == b"signed by D. Whitfield"


@pytest.mark.skipif(os.name == "nt", reason="no file of Windows has such a name or mode")
@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_reaches_the_disk_and_nothing_can_be_run(desk: Desk, case: int, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"#!/bin/sh\ntouch " + str(tmp_path / "ran").encode())
    file.chmod(0o755)
    desk.cases.add_evidence(case, "signed_pod", file, NOW)
    assert [one.name for one in desk.cases.case(case).evidence] == [name]
    [kept] = stored(desk, tmp_path)
    assert len(kept.name) == 64 and set(kept.name) <= set("0123456789abcdef")
    assert not kept.stat().st_mode & (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH | stat.S_IWUSR)
    assert not (tmp_path / "ran").exists()
    entry = desk.cases.view(case, NOW).timeline[-1]
    assert name in entry.text.en


def test_what_is_no_file_is_refused_and_changes_nothing(desk: Desk, case: int, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    bad = [tmp_path / "folder", tmp_path / "none.pdf", tmp_path / "a\0b.pdf"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.pdf")
        bad.append(tmp_path / "pipe.pdf")
    for path in bad:
        with pytest.raises(Problem, match="evidence_unreadable"):
            desk.cases.add_evidence(case, "signed_pod", path, NOW)
    assert desk.cases.case(case).evidence == ()
    assert stored(desk, tmp_path) == []


def test_the_step_goes_on_without_a_required_file(desk: Desk, case: int) -> None:
    for _ in range(20):
        walk = desk.cases.view(case, NOW).walk
        if walk.current == "evidence":
            break
        place = walk.at(walk.current or "")
        assert place is not None
        desk.cases.answer(case, place.step.id, place.prefill or place.options[0].id, NOW)
    item = next(item for item in desk.scenarios.get("S03").step("evidence").items if item.required)
    assert item.id == "tracking_page"
    desk.cases.answer(case, "evidence", "done", NOW)
    assert desk.cases.view(case, NOW).walk.current == "decide"
