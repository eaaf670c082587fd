"""`claimdesk tour DIR`: the demo, the smoke test and the source of the pictures in one."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.ui.main_window import MainWindow
    from claimdesk.ui.tour.hands import Hands

WIDTH, HEIGHT = 1440, 900


def run_tour(
    folder: Path, desk_opener: Callable[[Path], Desk], *, language: str, theme: str, as_json: bool, size: str = ""
) -> int:
    """Do the main job in a window over a fresh data folder; pictures, a workbook and a dossier are left in `folder`.

    The exit status is 0, or 2 when a station could not be passed; then the sentence says which.
    """
    if not has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication, QSettings, Qt

    from claimdesk.ui.application import Application
    from claimdesk.ui.tour.hands import Hands, Stuck

    folder.mkdir(parents=True, exist_ok=True)
    # A dialog of the system cannot be given a name by keys that Qt sends.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    with tempfile.TemporaryDirectory(prefix="claimdesk-tour-", ignore_cleanup_errors=True) as scratch:
        settings = QSettings(str(Path(scratch) / "window.ini"), QSettings.Format.IniFormat)
        app = Application(["claimdesk"], settings=settings, language=language, theme=theme)
        data = Path(scratch) / "Northlight Home"
        window = app.show_window(data, lambda: desk_opener(data))
        width, height = map(int, size.split("x")) if size else (WIDTH, HEIGHT)
        window.resize(width, height)
        pictures: list[str] = []
        problem = ""
        try:
            _visit(window, Hands(window), folder, Path(scratch), pictures)
        except Stuck as stuck:
            problem = str(stuck)
            pictures.append(_keep(window, folder, "stuck"))
        finally:
            app.close()
    return _tell(folder, pictures, problem, as_json=as_json)


def has_display() -> bool:
    """Whether a window could be seen: always on Windows and macOS, on Linux where a display server answers."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"))


def _visit(window: MainWindow, hands: Hands, folder: Path, scratch: Path, pictures: list[str]) -> None:
    from claimdesk.ui.tour.stations import Stations

    def picture(name: str) -> None:
        hands.wait("the end of all work", lambda: not window.ctx.jobs.running())
        hands.rest()
        pictures.append(_keep(window, folder, name))

    stations = Stations(window, hands, picture, scratch)
    stations.first_run()
    stations.import_orders()
    stations.today()
    stations.find_order()
    stations.open_case()
    stations.walk()
    for earlier in ("report.xlsx", "dossier.zip"):  # of an earlier tour: nobody is here to be asked about it
        (folder / earlier).unlink(missing_ok=True)
    stations.dossier(folder / "dossier.zip")
    stations.other_screens()
    stations.export(folder / "report.xlsx")


def _keep(window: MainWindow, folder: Path, name: str) -> str:
    target = folder / f"{name}.png"
    window.grab().save(str(target))
    return str(target)


def _tell(folder: Path, pictures: list[str], problem: str, *, as_json: bool) -> int:
    report, dossier = str(folder / "report.xlsx"), str(folder / "dossier.zip")
    if problem:
        message = f"The tour stopped waiting for {problem}. The last picture shows the window."
        found: dict[str, object] = {"error": {"code": "tour_stuck", "message": message}}
    else:
        message = "\n".join([*pictures, report, dossier])
        found = {"pictures": pictures, "report": report, "dossier": dossier}
    sys.stdout.write((json.dumps(found, ensure_ascii=False) if as_json else message) + "\n")
    return 2 if problem else 0
