"""What the command line takes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

_Adder = Callable[[str, str], argparse.ArgumentParser]


def instant(text: str) -> datetime:
    """An ISO 8601 instant given on the command line, in UTC; one without a zone is taken as UTC."""
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def parser() -> argparse.ArgumentParser:
    """The whole command line; `command` is None when the window is meant."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, help="data folder (default: your own)")
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON object")
    top = argparse.ArgumentParser(
        prog="claimdesk", description="Claims on marketplaces, answered in time.", parents=[common]
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, about: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=about, description=about, parents=[common])

    _data_commands(command)
    _case_commands(command)
    _other_commands(command)
    return top


def _data_commands(command: _Adder) -> None:
    importing = command("import", "Import order files; everything in one step that can be undone.")
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    importing.add_argument("--format", default="", metavar="ID", help="read as this format")
    importing.add_argument("--encoding", default="", metavar="E", help="read text as this encoding")
    importing.add_argument("--shop", default="", metavar="NAME", help="the orders are of this shop (default: as found)")
    importing.add_argument("--dry-run", action="store_true", help="say what would change, change nothing")
    undo = command("undo-import", "Take an import back.")
    undo.add_argument("batch", type=int)
    orders = command("orders", "List orders, newest first.")
    orders.add_argument("--search", default="", metavar="TEXT")
    orders.add_argument("--shop", default="", metavar="NAME", help="only orders of this shop")
    orders.add_argument("--limit", type=int, default=100, metavar="N")
    orders.add_argument("--offset", type=int, default=0, metavar="N")


def _case_commands(command: _Adder) -> None:
    scenarios = command("scenarios", "List the scenarios, or one as a whole.")
    scenarios.add_argument("id", nargs="?", default="")
    scenarios.add_argument(
        "--check", type=Path, default=None, metavar="FILE", help="say whether a scenario file is good"
    )
    cases = command("cases", "List cases by their next deadline.")
    cases.add_argument("--status", default="", metavar="S", help="action, waiting_buyer, waiting_platform or closed")
    opening = command("open-case", "Open a case on an order.")
    opening.add_argument("order_no")
    opening.add_argument("--scenario", required=True, metavar="ID")
    opening.add_argument("--platform", default="", metavar="P", help="when several platforms share the order number")
    opening.add_argument("--shop", default="", metavar="NAME", help="when several shops share the order number")
    opening.add_argument("--at", type=instant, default=None, metavar="INSTANT")
    answer = command("answer", "Answer a step of a case.")
    answer.add_argument("case")
    answer.add_argument("step")
    answer.add_argument("option")
    answer.add_argument("--at", type=instant, default=None, metavar="INSTANT")
    show = command("show", "Show a case with its path, clocks and timeline.")
    show.add_argument("case")
    draft = command("draft", "Draft the reply that a case needs next.")
    draft.add_argument("case")
    draft.add_argument("--template", default="", metavar="ID")
    draft.add_argument("--language", default="", metavar="L")


def _other_commands(command: _Adder) -> None:
    intake = command("intake", "Read a platform's mail or a pasted text: what happened to which order.")
    intake.add_argument("file", metavar="FILE|-", help=".eml, .mbox or a text")
    check = command("check", "Check a message against the platforms' rules.")
    check.add_argument("file", metavar="FILE|-")
    check.add_argument("--audience", choices=("buyer", "platform"), default="buyer")
    check.add_argument("--platform", default="", metavar="P", help="default: amazon, or that of the case")
    check.add_argument("--language", default="", metavar="L", help="default: en")
    check.add_argument("--case", default="", metavar="C", help="compare the message with the record of this case too")
    clock = command("clock", "What a deadline rule gives for one event.")
    clock.add_argument("rule")
    clock.add_argument("--from", dest="start", required=True, metavar="INSTANT")
    clock.add_argument("--marketplace", required=True, metavar="M")
    report = command("report", "Write cases and orders to an Excel workbook.")
    report.add_argument("file", type=Path, metavar="OUT.xlsx")
    report.add_argument("--from", dest="first", default="", metavar="D", help="first day, as 2026-11-01")
    report.add_argument("--to", dest="last", default="", metavar="D", help="last day, inclusive")
    dossier = command("dossier", "Pack a case's evidence, letter and history into a ZIP for the platform.")
    dossier.add_argument("case")
    dossier.add_argument("file", type=Path, metavar="OUT.zip")
    dossier.add_argument("--language", choices=("en", "zh"), default="en", help="of the dossier (default: en)")
    calendar = command("calendar", "Write the running deadlines to a calendar file, with alarms.")
    calendar.add_argument("file", type=Path, metavar="OUT.ics")
    backup = command("backup", "Back the data up: database, evidence and your own scenarios in one ZIP.")
    backup.add_argument("file", nargs="?", type=Path, metavar="OUT", help="default: backups/ in the data folder")
    restore = command("restore", "Put a backup in the place of the data, which is backed up before.")
    restore.add_argument("file", type=Path, metavar="FILE")
    verify = command("verify", "Look through a backup, or through the data itself, for damage.")
    verify.add_argument("file", nargs="?", type=Path, metavar="FILE")
    tour = command("tour", "Drive the real window through the main job and leave pictures.")
    tour.add_argument("folder", type=Path, metavar="DIR")
    tour.add_argument("--language", choices=("en", "zh"), default="en")
    tour.add_argument("--theme", choices=("light", "dark"), default="light")
    command("selftest", "Check that this copy of the program is whole and works.")
