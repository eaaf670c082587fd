"""The dossier of a case: complete or not at all, every file as it was stored, nothing private, nothing that runs."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.records.problems import Cancelled, Problem
from claimdesk.core.records.tasks import Task
from claimdesk.core.reporting.dossier_parts import safe_name
from tests.core.cases.walking import walk_to
from tests.core.desks import desk_with

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
ORDER = {
    "order_no": "111-0000001-0000001", "marketplace": "amazon.com", "status": "shipped", "fulfilment": "seller",
    "purchased_at": "2026-10-20T10:00:00Z", "ship_by": "2026-10-22", "deliver_by": "2026-11-12",
    "delivered_at": "2026-11-10", "buyer_name": "Ada <b>Wong</b>", "buyer_phone": "+1 206 555 0188",
    "ship_address": "1427 Larkspur Lane\nApt 9", "ship_postal_code": "98101", "currency": "USD", "total_minor": 5860,
    "buyer_note": "leave it with Mrs Miller", "seller_note": "known troublemaker",
    "lines": [{"title": "Lamp <script>alert(1)</script>", "sku": "LAMP", "quantity": 1}],
    "shipments": [{"carrier": "UPS", "tracking_no": "1Z999", "shipped_at": "2026-10-21T10:00:00Z"}],
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_with(tmp_path / "shop", ORDER) as opened:
        yield opened


@pytest.fixture
def case(desk: Desk) -> int:
    return desk.cases.open(1, "S03", NOW)


def add(desk: Desk, case: int, folder: Path, name: str, content: bytes, item: str = "tracking_page") -> str:
    file = folder / name
    file.write_bytes(content)
    desk.cases.add_evidence(case, item, file, NOW)
    return hashlib.sha256(content).hexdigest()


def read(path: Path) -> tuple[dict[str, Any], dict[str, bytes]]:
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        files = {name: packed.read(name) for name in packed.namelist()}
    return json.loads(files["manifest.json"]), files


def test_a_required_item_without_a_file_is_named_and_nothing_is_written(desk: Desk, case: int, tmp_path: Path) -> None:
    target = tmp_path / "dossier.zip"
    step = next(step for step in desk.scenarios.get("S03").steps if step.kind == "evidence")
    label = next(item.label for item in step.items if item.id == "tracking_page")
    for reader in ("en", "zh"):
        with pytest.raises(Problem) as caught:
            desk.dossiers.write(case, target, NOW, reader=reader)
        assert caught.value.code == "dossier_incomplete"
        assert label.get(reader) in desk.wording.text(caught.value.code, caught.value.params).get(reader)
    assert not target.exists()
    assert [(item.step, item.item) for item in desk.dossiers.lacking(case, NOW)] == [(step.id, "tracking_page")]


def test_the_step_itself_is_never_held_up(desk: Desk, case: int) -> None:
    for _ in range(20):
        path = desk.cases.view(case, NOW).walk
        place = path.at(path.current)
        desk.cases.answer(case, place.step.id, place.prefill or place.options[0].id, NOW)
        if place.step.kind == "evidence":
            break
    assert desk.cases.view(case, NOW).walk.at("evidence").state == "done"
    assert desk.dossiers.lacking(case, NOW)


def test_every_file_is_enclosed_as_it_was_stored(desk: Desk, case: int, tmp_path: Path) -> None:
    first = add(desk, case, tmp_path, "签收 proof.png", b"\x89PNG one")
    second = add(desk, case, tmp_path, "scan.pdf", b"two" * 700_000, "signed_pod")
    made = desk.dossiers.write(case, tmp_path / "dossier.zip", NOW + timedelta(hours=1))
    manifest, files = read(made.file)
    assert made.exhibits == 2
    assert [(one["number"], one["item"], one["sha256"], one["size"]) for one in manifest["exhibits"]] == [
        (1, "tracking_page", first, 8), (2, "signed_pod", second, 2_100_000),
    ]  # fmt: skip
    for one in [*manifest["exhibits"], *manifest["files"]]:
        content = files[one["file"]]
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (one["sha256"], one["size"])
    assert manifest["exhibits"][0]["file"] == "exhibits/01-tracking_page-签收 proof.png"
    assert manifest["exhibits"][0]["added_at"] == "2026-11-17T06:20:00Z"
    assert (manifest["case"], manifest["order_no"]) == ("C-0001", "111-0000001-0000001")
    assert (manifest["made_at"], manifest["scenario"]["id"]) == ("2026-11-17T07:20:00Z", "S03")
    assert set(files) == {"manifest.json", *(one["file"] for one in [*manifest["exhibits"], *manifest["files"]])}


def test_a_damaged_file_is_named_and_the_old_dossier_stays(desk: Desk, case: int, tmp_path: Path) -> None:
    sha256 = add(desk, case, tmp_path, "proof.png", b"one")
    target = desk.dossiers.write(case, tmp_path / "dossier.zip", NOW).file
    old, stored = target.read_bytes(), tmp_path / "shop" / "evidence" / sha256[:2] / sha256
    stored.chmod(0o644)
    for damage in (lambda: stored.write_bytes(b"two"), stored.unlink):
        damage()
        with pytest.raises(Problem) as caught:
            desk.dossiers.write(case, target, NOW)
        assert caught.value.code == "dossier_exhibit_damaged"
        assert caught.value.params["name"] == "proof.png"
        assert target.read_bytes() == old
        assert list(tmp_path.glob(".*")) == []


def test_stopping_leaves_the_old_dossier(desk: Desk, case: int, tmp_path: Path) -> None:
    add(desk, case, tmp_path, "proof.png", b"one")
    target = tmp_path / "dossier.zip"
    target.write_bytes(b"old")
    task = Task()
    task.stop.set()
    with pytest.raises(Cancelled):
        desk.dossiers.write(case, target, NOW, task=task)
    assert target.read_bytes() == b"old"
    with pytest.raises(Problem) as caught:
        desk.dossiers.write(case, tmp_path / "gone" / "dossier.zip", NOW)
    assert caught.value.code == "report_folder_missing"


def test_the_page_holds_no_markup_from_outside_and_nothing_private(desk: Desk, case: int, tmp_path: Path) -> None:
    add(desk, case, tmp_path, "<img src=x onerror=alert(1)>.png", b"one")
    desk.cases.note(case, "My own opinion of her", NOW)
    notice = {
        "kind": "claim_filed",
        "subject": "Call +1 (206) 555-0188 or come to 1427 larkspur  Lane, 98101, 1Z98101X",
        "text": "",
    }
    desk.cases.take_notice(case, notice, NOW)
    _, files = read(desk.dossiers.write(case, tmp_path / "dossier.zip", NOW).file)
    page, timeline = files["case.html"].decode(), files["timeline.txt"].decode()
    assert "<script" not in page and "<img" not in page and "<b>" not in page
    assert "Lamp &lt;script&gt;alert(1)&lt;/script&gt;" in page and "Ada &lt;b&gt;Wong&lt;/b&gt;" in page
    assert "58.60 USD" in page and "1Z999" in page and "default-src 'none'" in page
    assert timeline.count("[left out]") == 3 and "1Z98101X" in timeline  # a postal code within a number is none
    for text in (page, timeline):
        for private in ("0188", "arkspur", ", 98101", "opinion", "Miller", "troublemaker"):
            assert private not in text
        assert (
            re.search(r"dossier_|report_|timeline_", text.replace(re.findall("<style>.*</style>|$", text)[0], ""))
            is None
        )


def test_what_was_taken_back_is_not_told(desk: Desk, case: int, tmp_path: Path) -> None:
    add(desk, case, tmp_path, "kept.png", b"one")
    add(desk, case, tmp_path, "wrong.png", b"two")
    desk.cases.undo(case, NOW)
    sha256 = add(desk, case, tmp_path, "removed.png", b"three")
    desk.cases.remove_evidence(case, "tracking_page", sha256, NOW)
    made = desk.dossiers.write(case, tmp_path / "dossier.zip", NOW)
    timeline = read(made.file)[1]["timeline.txt"].decode()
    assert made.exhibits == 1
    assert "kept.png" in timeline and "wrong.png" not in timeline and "removed.png" not in timeline
    assert "2026-10-20 03:00  Order placed" in timeline  # Los Angeles, where the marketplace lives
    assert "2026-11-10  Delivered" in timeline


def claim(desk: Desk, folder: Path) -> int:
    """A case that writes to the platform, with all its required proof."""
    case = desk.cases.open(1, "S01", NOW)
    for item in ("first_contact", "our_reply", "return_auth"):
        add(desk, case, folder, "proof.png", b"one", item)
    return case


def test_the_letter_is_the_last_that_went_out_else_a_draft_that_says_so(desk: Desk, tmp_path: Path) -> None:
    case = claim(desk, tmp_path)
    steps = desk.scenarios.get("S01").steps
    step = next(step.id for step in steps if step.kind == "message" and step.audience == "platform")

    def letter() -> tuple[str, dict[str, str]]:
        manifest, files = read(desk.dossiers.write(case, tmp_path / "dossier.zip", NOW).file)
        return files["letter.txt"].decode(), manifest["letter"]

    text, about = letter()
    assert text.startswith("DRAFT, NOT SENT\n\n") and len(text) > 100
    assert about == {"status": "draft", "at": None}
    desk.cases.save_draft(case, step, {"text": "My words", "copied_at": ""})
    assert letter() == ("DRAFT, NOT SENT\n\nMy words\n", {"status": "draft", "at": None})
    desk.cases.save_draft(case, step, {"text": "My words", "copied_at": "2026-11-17T06:00:00Z"})
    assert letter() == ("My words\n", {"status": "copied", "at": "2026-11-17T06:00:00Z"})
    walk_to(desk, case, step, NOW)
    draft = desk.cases.draft(case, NOW, step=step)
    sent = replace(draft, paragraphs=(replace(draft.paragraphs[0], text="Dear Amazon"),))
    desk.cases.mark_sent(case, step, sent, NOW)
    assert letter() == ("Dear Amazon\n", {"status": "sent", "at": "2026-11-17T06:20:00Z"})


def test_it_speaks_chinese(desk: Desk, tmp_path: Path) -> None:
    case = claim(desk, tmp_path)
    manifest, files = read(desk.dossiers.write(case, tmp_path / "证据包.zip", NOW, language="zh").file)
    assert files["letter.txt"].decode().startswith("草稿，尚未发送\n\n")
    assert "下单" in files["timeline.txt"].decode() and "<h2>证据</h2>" in files["case.html"].decode()
    assert manifest["scenario"]["title"] == desk.scenarios.get("S01").title.zh


@pytest.mark.parametrize("name, safe", [
    ("../../etc/passwd", "passwd"), ("C:\\Windows\\evil.exe", "evil.exe"), ("a\nb.pdf", "ab.pdf"),
    ("invoice\u202egpj.exe", "invoicegpj.exe"), ("<img>.png", "_img_.png"), ("..x", "x"), ("...", "file"), ("", "file"),
    ("x" * 240 + ".png", "x" * 76 + ".png"), ("\ud800.png", "png"), ("签收 🎁.pdf", "签收 🎁.pdf"),
])  # fmt: skip
def test_a_name_leads_nowhere_and_can_be_unpacked(name: str, safe: str) -> None:
    assert safe_name(name) == safe
