"""The command line's contract, key by key, on real exports in a fresh data folder."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from claimdesk import bootstrap
from claimdesk.core.knowledge.shipped import shipped_files

DATA = Path(__file__).parents[1] / "data" / "exports"
HEALTH = DATA.parent / "health"


class CommandLine:
    """`claimdesk` over one data folder: the JSON and exit status of each call."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def __call__(self, *arguments: str | Path) -> tuple[dict[str, Any], int]:
        self._capsys.readouterr()
        status = bootstrap.main([*map(str, arguments), "--data-dir", str(self.folder), "--json"])
        return json.loads(self._capsys.readouterr().out), status


@pytest.fixture
def claimdesk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path / "data", capsys)


def test_import_then_orders(claimdesk: CommandLine) -> None:
    found, status = claimdesk("import", DATA / "synthetic-amazon-all-orders-us.txt")
    assert status == 0
    (file,) = found["files"]
    assert file["events"] == {"new": 0, "updated": 0, "unchanged": 0, "without_order": 0}
    assert found["batch"] == 1
    assert (file["format"], file["encoding"], file["header_row"], file["rows"]) == ("amazon.all_orders", "utf-8", 1, 6)
    assert file["orders"] == {"new": 5, "updated": 0, "unchanged": 0}
    assert file["rejected"] == []
    again, _ = claimdesk("import", DATA / "synthetic-amazon-all-orders-us.txt")
    assert again["files"][0]["orders"] == {"new": 0, "updated": 0, "unchanged": 5}
    orders, status = claimdesk("orders", "--search", "2461587")
    assert (status, orders["total"]) == (0, 1)
    order = orders["orders"][0]
    assert order["order_no"] == "111-2461587-8135394"
    assert order["purchased_at"] == "2024-01-05T16:12:44Z"
    assert (order["platform"], order["marketplace"], order["status"]) == ("amazon", "amazon.com", "shipped")
    assert (order["currency"], order["total_minor"]) == ("USD", 3999 + 330 + 599 + 50 + 1598)
    assert [(line["sku"], line["quantity"], line["price_minor"]) for line in order["lines"]] == [
        ("PAN-12-BLK", 1, 3999),
        ("SPAT-RED", 2, 1598),
    ]


def test_events_come_with_their_order_and_count_by_it(claimdesk: CommandLine) -> None:
    claimdesk("import", DATA / "synthetic-amazon-all-orders-us.txt")
    found, status = claimdesk(
        "import",
        DATA / "synthetic-amazon-date-range-us-7preamble-bom.csv",
        HEALTH / "synthetic-amazon-account-health-v2.json",
    )
    money, health = found["files"]
    assert status == 0
    assert (money["format"], money["header_row"], money["rows"]) == ("amazon.transactions.us", 8, 4)
    assert money["orders"] == {"new": 0, "updated": 2, "unchanged": 0}
    assert money["events"] == {"new": 3, "updated": 0, "unchanged": 0, "without_order": 1}
    assert (health["format"], health["rows"]) == ("amazon.account_health", 1)
    assert health["orders"] == {"new": 0, "updated": 0, "unchanged": 0}
    assert health["figures"] == {"new": 1, "updated": 0, "unchanged": 0, "without_order": 0}
    [order] = claimdesk("orders", "--search", "2461587")[0]["orders"]
    assert (order["total_minor"], order["refund_minor"]) == (3999 + 330 + 599 + 50 + 1598, 104329)
    assert [(e["kind"], e["amount_minor"], e["row"]) for e in order["events"]] == [
        ("transaction", 3908, 9), ("refunded", 104329, 10),
    ]  # fmt: skip
    undone, _ = claimdesk("undo-import", 2)
    assert undone == {"restored": 2, "removed": 0, "kept": []}
    [order] = claimdesk("orders", "--search", "2461587")[0]["orders"]
    assert (order["refund_minor"], order["events"]) == (None, [])


def test_dry_run_changes_nothing(claimdesk: CommandLine) -> None:
    found, status = claimdesk("import", DATA / "synthetic-ebay-orders-report-us-82col.csv", "--dry-run")
    assert found["batch"] is None
    assert found["files"][0]["orders"]["new"] >= 2
    assert status in (0, 1)
    assert claimdesk("orders")[0]["total"] == 0


def test_undo_import(claimdesk: CommandLine) -> None:
    batch = claimdesk("import", DATA / "synthetic-amazon-unshipped-orders-us-2026.txt")[0]["batch"]
    assert claimdesk("orders")[0]["total"] == 4
    undone, status = claimdesk("undo-import", str(batch))
    assert (undone["removed"], undone["kept"], status) == (4, [], 0)
    assert claimdesk("orders")[0]["total"] == 0


def test_undo_keeps_an_order_with_a_case(claimdesk: CommandLine) -> None:
    batch = claimdesk("import", DATA / "synthetic-amazon-all-orders-us.txt")[0]["batch"]
    claimdesk("open-case", "111-2461587-8135394", "--scenario", "S03")
    undone, status = claimdesk("undo-import", str(batch))
    assert (undone["removed"], status) == (4, 1)
    assert [kept["order_no"] for kept in undone["kept"]] == ["111-2461587-8135394"]


@pytest.mark.parametrize("scenario", ["S03", "S04", "S05", "S06"])
def test_a_case_walks_to_its_outcome(claimdesk: CommandLine, scenario: str) -> None:
    claimdesk("import", DATA / "synthetic-amazon-all-orders-us.txt")
    at = datetime.now(UTC).replace(microsecond=0)
    shown, status = claimdesk("open-case", "111-2461587-8135394", "--scenario", scenario, "--at", at.isoformat())
    assert status == 0
    case = str(shown["id"])
    for _ in range(40):
        current = [step for step in shown["path"] if step["state"] == "current"]
        if not current:
            break
        at += timedelta(minutes=5)
        option = current[0]["prefill"] or current[0]["options"][0]
        shown, status = claimdesk("answer", case, current[0]["step"], option, "--at", at.isoformat())
        assert status == 0
    assert shown["outcome"]
    assert all(step["state"] == "done" for step in shown["path"])
    assert shown == {**shown, **claimdesk("show", case)[0], "timeline": shown["timeline"]}
    listed = claimdesk("cases")[0]["cases"]
    assert [(c["order_no"], c["outcome"]) for c in listed] == [("111-2461587-8135394", shown["outcome"])]


def test_open_case_starts_the_clock(claimdesk: CommandLine) -> None:
    claimdesk("import", DATA / "synthetic-amazon-all-orders-us.txt")
    shown, _ = claimdesk("open-case", "111-2461587-8135394", "--scenario", "S03", "--at", "2026-11-17T06:00:00Z")
    contact = next(clock for clock in shown["clocks"] if clock["rule"] == "AMZ-CONTACT-48")
    assert (contact["safe"], contact["outer"]) == ("2026-11-19T06:00:00Z", "2026-11-20T06:00:00Z")
    assert shown["next_deadline"]["safe"] == "2026-11-19T06:00:00Z"


def test_draft_and_check(claimdesk: CommandLine, tmp_path: Path) -> None:
    claimdesk("import", DATA / "synthetic-amazon-all-orders-us.txt")
    claimdesk("open-case", "111-2461587-8135394", "--scenario", "S04")
    draft, status = claimdesk("draft", "1", "--template", "B_ACK_24H")
    assert (draft["template"], draft["audience"], draft["language"]) == ("B_ACK_24H", "buyer", "en")
    assert "111-2461587-8135394" in draft["text"]
    assert "111-2461587-8135394" in draft["gloss"]
    assert status == (1 if draft["missing"] else 0)
    bad = tmp_path / "message.txt"
    bad.write_text("We will refund you in full once you update your review.", "utf-8")
    found, status = claimdesk("check", bad, "--audience", "buyer", "--platform", "amazon", "--language", "en")
    assert status == 1
    assert "block" in {finding["severity"] for finding in found["findings"]}
    worst = found["findings"][0]
    assert bad.read_text("utf-8")[worst["start"] : worst["end"]] == worst["excerpt"]


def test_a_draft_is_written_in_the_language_asked_for_however_that_is_written(claimdesk: CommandLine) -> None:
    claimdesk("import", DATA / "synthetic-amazon-all-orders-us.txt")
    claimdesk("open-case", "111-2461587-8135394", "--scenario", "S04")
    asked = ("draft", "1", "--template", "B_ACK_24H", "--language")
    german, status = claimdesk(*asked, "de")
    assert german["language"] == "de" and german["text"] != claimdesk(*asked[:-1])[0]["text"]
    for name in ("DE", "de-AT", "de_CH"):
        assert claimdesk(*asked, name) == (german, status)
    found, status = claimdesk(*asked, "deutsch")
    assert (status, found["error"]["code"]) == (2, "language_unknown")


def test_a_draft_keeps_to_the_letters_of_its_platform(claimdesk: CommandLine) -> None:
    claimdesk("import", DATA / "synthetic-amazon-all-orders-us.txt")
    claimdesk("open-case", "111-2461587-8135394", "--scenario", "S04")
    found, status = claimdesk("draft", "1", "--template", "B_UNPAID")
    assert (status, found["error"]["code"]) == (2, "template_elsewhere")
    assert "B_UNPAID" in found["error"]["message"] and found["error"]["cure"]


def test_the_reason_is_told_in_the_language_of_the_program_not_of_the_message(
    claimdesk: CommandLine, tmp_path: Path
) -> None:
    bad = tmp_path / "message.txt"
    bad.write_text("请您修改评价，我们全额退款。", "utf-8")
    found, status = claimdesk("check", bad, "--audience", "buyer", "--platform", "amazon", "--language", "zh")
    worst = next(finding for finding in found["findings"] if finding["severity"] == "block")
    assert status == 1 and worst["why"].startswith("Asks the buyer")


def test_a_platform_nobody_knows_is_refused_before_its_rules_are_passed_over(
    claimdesk: CommandLine, tmp_path: Path
) -> None:
    message = tmp_path / "message.txt"
    message.write_text("See the proof at https://drive.example.com/x for order 27-11483-04655.", "utf-8")
    asked = ("check", message, "--audience", "platform", "--platform")
    for name in ("amazonas", "all", "ebay.de"):
        found, status = claimdesk(*asked, name)
        assert (status, found["error"]["code"]) == (2, "platform_unknown")
        assert name in found["error"]["message"] and "amazon, " in found["error"]["message"]
        assert "--platform" in found["error"]["cure"]
    assert "findings" in claimdesk(*asked, "PayPal")[0]
    assert claimdesk(*asked, "PayPal") == claimdesk(*asked, "paypal")
    assert "CB-01" in {finding["rule"] for finding in claimdesk(*asked, "PayPal")[0]["findings"]}


def test_a_language_nobody_speaks_is_refused_and_any_way_of_writing_one_is_read(
    claimdesk: CommandLine, tmp_path: Path
) -> None:
    message = tmp_path / "message.txt"
    message.write_text("Ändern Sie bitte Ihre Bewertung auf fünf Sterne.", "utf-8")
    asked = ("check", message, "--audience", "buyer", "--platform", "ebay", "--language")
    for name in ("cn", "deutsch", "12", "e"):
        found, status = claimdesk(*asked[:-1], f"--language={name}")
        assert (status, found["error"]["code"]) == (2, "language_unknown")
        assert name in found["error"]["message"] and "--language" in found["error"]["cure"]
    german, status = claimdesk(*asked, "de")
    assert status == 1 and german["findings"]
    for name in ("DE", "de-AT", "de_CH", " de "):
        assert claimdesk(*asked, name) == (german, 1)
    assert claimdesk(*asked, "pt")[1] == 1  # English and Chinese are looked for in any language


def test_report_holds_true_types(claimdesk: CommandLine, tmp_path: Path) -> None:
    claimdesk("import", DATA / "synthetic-amazon-all-orders-us.txt")
    written, status = claimdesk("report", tmp_path / "report.xlsx")
    assert status == 0
    assert written["rows"] >= 5
    book = load_workbook(written["written"])
    assert {"Orders", "Cases"} <= set(book.sheetnames)


@pytest.mark.parametrize(
    "arguments, code",
    [
        (("show", "99"), "case_unknown"),
        (("show", "nonsense"), "case_unknown"),
        (("open-case", "000", "--scenario", "S03"), "order_not_found"),
        (("scenarios", "S99"), "scenario_unknown"),
        (("import", "no-such-file.csv"), "file_missing"),
        (("undo-import", "77"), "batch_unknown"),
        (("clock", "AMZ-CONTACT-48", "--from", "soon", "--marketplace", "amazon.com"), "instant_faulty"),
        (("check", "no-such-file.txt"), "text_unreadable"),
    ],
)
def test_bad_input_is_told_and_changes_nothing(claimdesk: CommandLine, arguments: tuple[str, ...], code: str) -> None:
    found, status = claimdesk(*arguments)
    assert status == 2
    assert found["error"]["code"] == code
    assert found["error"]["message"] != code, "every problem has words"


def test_what_to_do_about_it_is_said_too(claimdesk: CommandLine) -> None:
    found, _ = claimdesk("show", "99")
    assert found["error"]["cure"] == "Look up the number in the list of cases."


def test_clock(claimdesk: CommandLine) -> None:
    found, status = claimdesk("clock", "AMZ-APPEAL-30", "--from", "2026-02-10T18:00:00Z", "--marketplace", "amazon.com")
    assert status == 0
    assert found["safe"].startswith("2026-03-09")
    assert found["outer"].startswith("2026-03-1")
    assert found["zone"] == "America/Los_Angeles"


def test_scenarios(claimdesk: CommandLine) -> None:
    found, _ = claimdesk("scenarios")
    assert {"S03", "S04", "S05", "S06"} <= {scenario["id"] for scenario in found["scenarios"]}
    assert all(scenario["paths"] > 1 and scenario["title"]["zh"] for scenario in found["scenarios"])
    one, _ = claimdesk("scenarios", "S03")
    assert one["scenarios"][0]["definition"]["steps"][0]["id"] == "claim_filed"


def test_the_installed_command_answers_in_utf8(tmp_path: Path) -> None:
    source = tmp_path / "订单.txt"
    shutil.copy(DATA / "synthetic-amazon-unshipped-orders-us-2026.txt", source)
    run = subprocess.run(
        [sys.executable, "-m", "claimdesk", "import", str(source), "--data-dir", str(tmp_path / "数据"), "--json"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert json.loads(run.stdout.decode("utf-8"))["files"][0]["orders"]["new"] == 4
    assert run.stderr == b""


def test_selftest(claimdesk: CommandLine) -> None:
    found, status = claimdesk("selftest")
    assert [check for check in found["checks"] if not check["ok"]] == []
    assert status == 0


def test_a_scenario_file_is_checked_for_its_author(claimdesk: CommandLine, tmp_path: Path) -> None:
    text = shipped_files("resources", "scenarios")[0].read_text("utf-8")
    file = tmp_path / "mine.toml"
    file.write_text(text, "utf-8")
    found, status = claimdesk("scenarios", "--check", str(file))
    assert status == 0 and found["ok"] is True and found["id"] == "S01" and found["paths"] > 1
    file.write_text(text.replace("family =", "famly =", 1), "utf-8")
    found, status = claimdesk("scenarios", "--check", str(file))
    assert status == 1 and found["ok"] is False and found["key"] == "family" and found["cure"]
    found, status = claimdesk("scenarios", "--check", str(tmp_path / "none.toml"))
    assert status == 2 and found["error"]["code"] == "text_unreadable"


def test_a_dossier_waits_for_its_required_proof(claimdesk: CommandLine, tmp_path: Path) -> None:
    claimdesk("import", DATA / "synthetic-amazon-all-orders-us.txt")
    opened, _ = claimdesk("open-case", "111-2461587-8135394", "--scenario", "S03")
    target = tmp_path / "dossier.zip"
    found, status = claimdesk("dossier", opened["ref"], target)
    assert (status, found["error"]["code"], target.exists()) == (2, "dossier_incomplete", False)
    step = next(s for s in claimdesk("scenarios", "S03")[0]["scenarios"][0]["definition"]["steps"] if s["items"])
    required = [item["label"]["en"] for item in step["items"] if item["required"]]
    assert required and all(label in found["error"]["message"] for label in required)
    free, _ = claimdesk("open-case", "111-2461587-8135394", "--scenario", "S09")
    assert claimdesk("dossier", free["ref"], target) == ({"written": str(target), "exhibits": 0}, 0)
    assert zipfile.is_zipfile(target)


def test_the_calendar_holds_the_deadlines(claimdesk: CommandLine, tmp_path: Path) -> None:
    claimdesk("import", DATA / "synthetic-amazon-all-orders-us.txt")
    target = tmp_path / "due.ics"
    assert claimdesk("calendar", target) == ({"written": str(target), "events": 0}, 0)
    opened, _ = claimdesk("open-case", "111-2461587-8135394", "--scenario", "S01")
    running = [clock for clock in opened["clocks"] if clock["met_at"] is None]
    assert claimdesk("calendar", target) == ({"written": str(target), "events": len(running)}, 0)
    text = target.read_text("utf-8")
    assert running and all(clock["safe"].replace("-", "").replace(":", "") in text for clock in running)
    lost, status = claimdesk("calendar", tmp_path / "nowhere" / "due.ics")
    assert (status, lost["error"]["code"]) == (2, "report_folder_missing")


def test_a_backup_comes_back_and_what_it_replaced_too(claimdesk: CommandLine, tmp_path: Path) -> None:
    claimdesk("import", DATA / "synthetic-amazon-all-orders-us.txt")
    made, status = claimdesk("backup", tmp_path / "shop.zip")
    assert (status, made["written"], made["orders"], made["problems"]) == (0, str(tmp_path / "shop.zip"), 5, [])
    assert claimdesk("verify", tmp_path / "shop.zip")[0] == {
        "file": str(tmp_path / "shop.zip"), "ok": True, "made_at": made["made_at"], "schema": made["schema"],
        "orders": 5, "cases": 0, "evidence": 0, "problems": [],
    }  # fmt: skip
    claimdesk("open-case", "111-2461587-8135394", "--scenario", "S01")
    restored, status = claimdesk("restore", tmp_path / "shop.zip")
    assert (status, restored["restored"], restored["cases"]) == (0, str(tmp_path / "shop.zip"), 0)
    assert claimdesk("cases")[0] == {"cases": []}
    again, _ = claimdesk("restore", restored["before"])
    assert again["cases"] == len(claimdesk("cases")[0]["cases"]) == 1
    found, status = claimdesk("verify")
    assert (status, found["ok"], found["orders"], found["cases"]) == (0, True, 5, 1)


def test_damage_is_found_and_mended_from_a_backup(claimdesk: CommandLine, tmp_path: Path) -> None:
    assert claimdesk("verify")[0]["error"]["code"] == "data_missing"
    assert claimdesk("backup")[1] == 2
    claimdesk("import", DATA / "synthetic-amazon-all-orders-us.txt")
    made, _ = claimdesk("backup")
    assert Path(made["written"]).parent == claimdesk.folder / "backups"
    (claimdesk.folder / "claimdesk.db").write_bytes(b"not a database" * 100)
    found, status = claimdesk("verify")
    assert (status, found["ok"], [problem["code"] for problem in found["problems"]]) == (1, False, ["data_damaged"])
    refused, status = claimdesk("restore", DATA / "synthetic-amazon-all-orders-us.txt")
    assert (status, refused["error"]["code"]) == (2, "backup_unreadable")
    mended, status = claimdesk("restore", made["written"])
    assert (status, mended["orders"], claimdesk("orders")[0]["total"]) == (0, 5, 5)
