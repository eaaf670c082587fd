"""One command: run it, print it, never a traceback for bad input."""

from __future__ import annotations

import json
import logging
import sys
from typing import TYPE_CHECKING

from claimdesk.cli.commands import CANNOT, COMMANDS, Result
from claimdesk.cli.keeping import FOLDER_COMMANDS
from claimdesk.cli.words import lines
from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.records.problems import Problem

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from claimdesk.core.desk import Desk


def run(given: argparse.Namespace, folder: Path, open_desk: Callable[[], Desk], language: str) -> int:
    """Run one command of `COMMANDS`, `FOLDER_COMMANDS` or `selftest`; the exit status of the contract."""
    as_json = bool(getattr(given, "json", False))
    try:
        result = _result(given, folder, open_desk, language)
    except Problem as problem:
        return report_problem(problem, language, as_json=as_json)
    except KeyboardInterrupt:
        return report_problem(Problem("interrupted"), language, as_json=as_json)
    except Exception as error:  # the last line of defence: what happened goes to the log, a sentence to the user
        logging.getLogger(__name__).exception("command %s failed", given.command)
        return report_problem(Problem("unexpected", kind=type(error).__name__), language, as_json=as_json)
    _print(given.command, result, language, as_json=as_json)
    return result.status


def _result(given: argparse.Namespace, folder: Path, open_desk: Callable[[], Desk], language: str) -> Result:
    if given.command == "selftest":
        from claimdesk.cli.selftest import selftest

        return selftest()
    if given.command in FOLDER_COMMANDS:
        return FOLDER_COMMANDS[given.command](folder, given, language)
    desk = open_desk()
    try:
        return COMMANDS[given.command](desk, given, _language(desk, language))
    finally:
        desk.close()


def _language(desk: Desk, fallback: str) -> str:
    return str(desk.shop.get("language", fallback)) or fallback


def _print(command: str, result: Result, language: str, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(result.json, ensure_ascii=False))
        return
    for line in lines(command, result.json, language):
        print(line)


def report_problem(problem: Problem, language: str, *, as_json: bool) -> int:
    """Say what could not be done, and what to do about it: JSON on standard output, or words on standard error."""
    wording = Wording.load()
    error = {"code": problem.code, "message": wording.text(problem.code, problem.params).get(language)}
    if cure := wording.cure(problem.code, problem.params):
        error["cure"] = cure.get(language)
    if as_json:
        print(json.dumps({"error": error}, ensure_ascii=False))
    else:
        print(*(error[key] for key in ("message", "cure") if key in error), sep="\n", file=sys.stderr)
    return CANNOT
