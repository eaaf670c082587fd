"""The old file or the new one, never something between."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from claimdesk.core.records.problems import Problem
from claimdesk.core.storage.atomic import replace_file


def new(file: BinaryIO) -> None:
    file.write(b"new")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "报告 report.xlsx"
    assert replace_file(target, lambda file: file.write(b"old") and None) == target
    assert replace_file(target, new) == target
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == [target.name]


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_others_may_read_what_they_could_read_before(tmp_path: Path) -> None:
    target = tmp_path / "report.xlsx"
    replace_file(target, new)
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    assert target.stat().st_mode == plain.stat().st_mode
    target.chmod(0o640)
    replace_file(target, new)
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "error, code",
    [
        (OSError(errno.ENOSPC, "No space left on device"), "report_disk_full"),
        (PermissionError(errno.EACCES, "Permission denied"), "report_unwritable"),
        (OSError(errno.EIO, "Input/output error"), "report_unwritable"),
    ],
)
@pytest.mark.parametrize("at", ["write", "fsync", "replace"])
def test_the_old_file_survives_a_failure_anywhere(tmp_path: Path, monkeypatch, error, code, at) -> None:
    target = tmp_path / "report.xlsx"
    target.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise error

    def half(file: BinaryIO) -> None:
        file.write(b"half")
        if at == "write":
            raise error

    if at != "write":
        monkeypatch.setattr(os, at, fail)
    with pytest.raises(Problem) as caught:
        replace_file(target, half)
    assert caught.value.code == code
    assert caught.value.params["file"] == "report.xlsx"
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["report.xlsx"]


def test_an_interruption_leaves_no_draft(tmp_path: Path) -> None:
    def interrupted(file: BinaryIO) -> None:
        file.write(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace_file(tmp_path / "report.xlsx", interrupted)
    assert names(tmp_path) == []


def test_the_draft_is_on_the_disk_before_it_takes_the_name(tmp_path: Path, monkeypatch) -> None:
    calls: list[str] = []
    fsync, replace = os.fsync, os.replace

    def seen_fsync(handle: int) -> None:
        calls.append("fsync")
        fsync(handle)

    def seen_replace(source: object, target: object) -> None:
        calls.append("replace")
        replace(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "fsync", seen_fsync)
    monkeypatch.setattr(os, "replace", seen_replace)
    replace_file(tmp_path / "report.xlsx", new)
    assert calls[:2] == ["fsync", "replace"]


def held(times: int, winerror: int):  # a file that Excel holds open for so many tries
    replace = os.replace
    left = [times]

    def attempt(source: object, target: object) -> None:
        if str(target).endswith("report.xlsx") and left[0]:
            left[0] -= 1
            error = PermissionError(errno.EACCES, "Access is denied")
            error.winerror = winerror  # type: ignore[attr-defined]
            raise error
        replace(source, target)  # type: ignore[arg-type]

    return attempt


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_held_for_a_moment_is_waited_for(tmp_path: Path, monkeypatch, winerror: int) -> None:
    target = tmp_path / "report.xlsx"
    target.write_bytes(b"old")
    waited: list[float] = []
    monkeypatch.setattr(os, "replace", held(3, winerror))
    assert replace_file(target, new, pause=waited.append) == target
    assert target.read_bytes() == b"new"
    assert waited == [0.05, 0.1, 0.2]


def test_a_file_held_for_good_gets_a_neighbour(tmp_path: Path, monkeypatch) -> None:
    target = tmp_path / "report.xlsx"
    target.write_bytes(b"old")
    (tmp_path / "report (2).xlsx").write_bytes(b"another")
    waited: list[float] = []
    monkeypatch.setattr(os, "replace", held(1000, 32))
    assert replace_file(target, new, pause=waited.append) == tmp_path / "report (3).xlsx"
    assert 2.4 <= sum(waited) <= 2.6
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["report (2).xlsx", "report (3).xlsx", "report.xlsx"]


def test_a_folder_that_is_gone_or_in_the_way_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        replace_file(tmp_path / "gone" / "report.xlsx", new)
    assert caught.value.code == "report_folder_missing"
    with pytest.raises(Problem) as caught:
        replace_file(tmp_path, new)
    assert caught.value.code == "report_unwritable"
