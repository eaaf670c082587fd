"""From arguments to a running program: data folder, log, desk, then window or command. The only composition root."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from claimdesk.cli.arguments import parser
from claimdesk.crash_log import kept_log

if TYPE_CHECKING:
    import argparse

    from claimdesk.core.desk import Desk
    from claimdesk.core.keeping.keeping import Keeping


def main(arguments: list[str]) -> int:
    """Run the program with these arguments; the process's exit status."""
    _speak_utf8()
    given = parser().parse_args(arguments)
    folder = Path(
        getattr(given, "data_dir", None) or platformdirs.user_data_dir("ClaimDesk", appauthor=False)
    ).absolute()
    if given.command == "tour":
        return _tour(given)
    if given.command == "selftest":
        return _command(given, folder)
    with kept_log(folder):
        return _window(folder) if given.command is None else _command(given, folder)


def _command(given: argparse.Namespace, folder: Path) -> int:
    from claimdesk.cli.main import run

    return run(given, folder, lambda: open_desk(folder), system_language())


def open_desk(folder: Path) -> Desk:
    """The desk over a data folder; imported here so that a window can paint before storage is loaded."""
    from claimdesk.core.desk import Desk

    return Desk.open(folder)


def open_keeping(folder: Path) -> Keeping:
    """The backups of a data folder, whether or not its desk can be opened."""
    from claimdesk.core.keeping.keeping import Keeping

    return Keeping(folder)


def system_language() -> str:
    """`zh` where the system speaks Chinese, else `en`."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"))
    return "zh" if any(name.lower().startswith("zh") for name in names) else "en"


def _speak_utf8() -> None:
    # A Windows console may stand on a code page that lacks Chinese; a broken character beats a broken command.
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _window(folder: Path) -> int:
    from claimdesk.ui.application import Application

    return Application(sys.argv).open_window(folder, lambda: open_desk(folder), lambda: open_keeping(folder))


def _tour(given: argparse.Namespace) -> int:
    from claimdesk.ui.tour.tour import run_tour

    return run_tour(
        given.folder, open_desk, language=given.language, theme=given.theme, as_json=bool(getattr(given, "json", False))
    )
