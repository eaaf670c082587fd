"""Who may know whom: the contracts of pyproject.toml, and what is loaded when a part is imported."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_IMPORT_ALL = """
import importlib, pkgutil, sys, {package} as top
names = [m.name for m in pkgutil.walk_packages(top.__path__, top.__name__ + ".") if ".migrations.versions." not in m.name]
for name in names:
    importlib.import_module(name)
print(len(names))
print(*sorted({{name.partition(".")[0] for name in sys.modules}}))
"""
_IMPORT_WINDOW = """
import sys, claimdesk.ui.main_window
print(*sorted({name.partition(".")[0] for name in sys.modules}))
print(*sorted(name for name in sys.modules if name.startswith("claimdesk.core.storage")))
"""
# Each of these costs a start between 40 and 300 milliseconds: the frame is shown before they are needed.
_HEAVY = {"alembic", "babel", "holidays", "jinja2", "openpyxl", "opencc", "pydantic", "pypdf", "python_calamine"} | {
    "spellchecker", "sqlalchemy", "sqlmodel",
}  # fmt: skip


def _said(program: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_layer_contracts_hold(sources) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=sources.root, check=False, capture_output=True, text=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[done.stdout.find("Contracts") :] + done.stderr
    assert " 0 broken" in done.stdout


def test_the_core_loads_no_qt() -> None:
    count, loaded = _said(_IMPORT_ALL.format(package="claimdesk.core"))
    assert int(count) >= 30
    assert not {"PySide6", "shiboken6", "qtpy", "qtawesome"} & set(loaded.split())


def test_the_window_starts_light(sources) -> None:
    assert (sources.root / "claimdesk" / "ui" / "main_window.py").exists(), "the window's frame has moved: say where"
    loaded, storage = [*_said(_IMPORT_WINDOW), ""][:2]
    assert not _HEAVY & set(loaded.split())
    assert storage == ""


def test_reading_a_workbook_in_the_child_loads_little(sources) -> None:
    if not (sources.root / "claimdesk" / "core" / "importing" / "child.py").exists():
        pytest.fail("the child that reads workbooks has moved: say where")
    (loaded,) = _said("import sys, claimdesk.core.importing.child; print(*{n.partition('.')[0] for n in sys.modules})")
    assert not {"PySide6", "sqlalchemy", "sqlmodel", "openpyxl"} & set(loaded.split())


@pytest.mark.parametrize("package", ["claimdesk.ui"])
def test_every_module_of_the_window_can_be_imported(package: str) -> None:
    count, _ = _said(_IMPORT_ALL.format(package=package))
    assert int(count) >= 20
