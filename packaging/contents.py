"""What goes into the bundle beside code, and what is left out of it, by rule and not by list of files."""

from __future__ import annotations

import re
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath

from notices import ROOT, runtime_names

# Qt that the program never shows: embedded screens, QML and the on-screen keyboard that would pull it in, PDF, SQL (two SQLite libraries
# in one process damage files), and translations of languages that the window does not speak.
_LEFT_OUT = re.compile(
    r"Qt6?(Quick|Qml|VirtualKeyboard|Pdf|Sql|Test|Designer|Help|Labs|ShaderTools)|qtvirtualkeyboard|/sqldrivers/|/qml/"
    r"|/qmltooling/|/egldeviceintegrations/|/platforms/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)\."
    r"|/translations/(?!qt(base)?_(en|zh_CN)\.qm)"
)
_LOCALE = re.compile(r"^babel/locale-data/(?!root|(en|zh|de|fr|es|it|ja|ko|pt|nl|pl|sv|tr|da|nb|fi|cs)([_.]))")
_LICENCE = re.compile(r"(^|/)(licen[cs]e|copying|notice)[^/]*$", re.I)

# Modules of PySide6 and of the standard library that no part imports.
EXCLUDED = [
    "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickControls2",
    "PySide6.QtQuickWidgets", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtUiTools", "PIL", "lxml", "pandas",
    "tkinter", "turtle", "IPython", "pytest", "hypothesis", "_pytest", "setuptools", "pip", "lib2to3", "pydoc_data",
    "mypy", "mypy_extensions", "psutil", "rich",
]  # fmt: skip
# Packages that choose their modules by name at run time, or carry data.
COLLECTED_MODULES = ["claimdesk", "holidays"]
COLLECTED_DATA = ["babel", "holidays", "icalendar", "opencc", "qtawesome", "spellchecker", "tzdata"]


def wanted(target: str) -> bool:
    """Whether a file belongs into the bundle, by the path it would have there."""
    path = PurePosixPath(target.replace("\\", "/")).as_posix()
    return not (_LEFT_OUT.search(f"/{path}") or _LOCALE.search(path))


def own_data() -> list[tuple[str, str]]:
    """The program's data and notices as pairs of file and folder, laid out as a wheel lays them out."""
    pairs = [
        (str(path), str(PurePosixPath("claimdesk", path.relative_to(ROOT).parent.as_posix())))
        for folder in ("resources", "templates")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.is_file()
    ]
    return [*pairs, (str(ROOT / "LICENSE"), "."), (str(ROOT / "THIRD_PARTY.md"), ".")]


def licence_files() -> list[tuple[str, str]]:
    """The licence texts of everything used, one folder a package; those of Qt, whose packages bring none, from here."""
    own = sorted((ROOT / "packaging" / "licences").glob("*.txt"))
    pairs = [(str(path), f"licenses/{name}") for name in ("PySide6_Essentials", "shiboken6") for path in own]
    of_networks = sorted((ROOT / "packaging" / "licences" / "model").glob("*.txt"))
    pairs += [(str(path), "licenses/networks") for path in of_networks]
    for name in runtime_names():
        package = distribution(name)
        for file in package.files or ():
            found = Path(str(package.locate_file(file)))
            if ".dist-info/" in file.as_posix() and _LICENCE.search(file.as_posix()) and found.is_file():
                pairs.append((str(found), f"licenses/{package.metadata['Name']}"))
    return pairs
