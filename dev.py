#!/usr/bin/env python3
"""The one command surface of ClaimDesk: `python3 dev.py COMMAND`. Standard library only, no shell, any system."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WINDOWS = os.name == "nt"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
STAMP = VENV / "claimdesk-setup.json"
OUT = ROOT / "out"

# What Qt needs on a bare Debian or Ubuntu; for a real display it needs the second list too.
QT_LIBRARIES = ["libgl1", "libegl1", "libglib2.0-0", "libfontconfig1", "libxkbcommon0", "libdbus-1-3"]
DISPLAY_LIBRARIES = [
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-render-util0", "libxcb-shape0",
    "libxcb-xkb1", "libxkbcommon-x11-0",
]  # fmt: skip
FONTS = ["fonts-noto-cjk", "fonts-inter", "fontconfig"]
FILL_SHOP = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from claimdesk.core.desk import Desk
desk = Desk.open(Path(sys.argv[1]))
desk.sample.fill(datetime.now(UTC))
desk.close()
"""
PROBE = "import sys; from PySide6.QtWidgets import QApplication; QApplication(sys.argv[:1])"


def say(text: str) -> None:
    """One line to the person at the terminal, at once."""
    print(text, flush=True)


def give_up(text: str) -> None:
    """End with a reason and exit status 2."""
    print(text, file=sys.stderr, flush=True)
    raise SystemExit(2)


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> int:
    """Run a program in the foreground; its exit status."""
    try:
        return subprocess.run(
            list(map(str, command)), cwd=cwd, env={**os.environ, **environment}, check=False
        ).returncode
    except KeyboardInterrupt:
        return 130


def must(*command: str | Path, why: str, **environment: str) -> None:
    """Run a program that has to succeed, or end with the reason."""
    if run(*command, **environment) != 0:
        give_up(f"{why} (the command was: {' '.join(map(str, command))})")


# ------------------------------------------------------------------------------------------------------------ set-up


def fingerprint(*names: str) -> str:
    """A hash of files of the project, the same whatever line ends the checkout has."""
    digest = hashlib.sha256()
    for name in names:
        digest.update((ROOT / name).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def read_stamp() -> dict[str, object]:
    """What the last set-up did; empty when there was none."""
    try:
        found = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def setup() -> None:
    """Virtual environment, pinned dependencies, the project itself, and the libraries that Qt needs."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python meets first
        give_up(f"ClaimDesk needs Python 3.11 or newer; this is {platform.python_version()}.")
    stamp = read_stamp()
    place = {"root": str(ROOT), "python": platform.python_version()}
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    if not PYTHON.exists() or (stamp and not inside and {key: stamp.get(key) for key in place} != place):
        make_environment()
        stamp = {}
    wanted = {
        **place,
        "requirements": fingerprint("requirements-dev.txt"),
        "project": fingerprint("pyproject.toml", "claimdesk/__init__.py"),
        "qt": True,
    }
    if stamp == wanted:
        return
    if stamp.get("requirements") != wanted["requirements"]:
        say("Installing the pinned dependencies …")
        pip("--require-hashes", "-r", "requirements-dev.txt")
    if stamp.get("project") != wanted["project"]:
        pip("--no-deps", "--no-build-isolation", "-e", ".")
    if sys.platform.startswith("linux") and not stamp.get("qt"):
        check_qt()
        check_fonts()
    STAMP.write_text(json.dumps(wanted, indent=1), "utf-8")
    say(f"Set up: {BIN / 'claimdesk'}")


def pip(*arguments: str) -> None:
    """Install into the environment, or end with what to do."""
    must(
        PYTHON, "-m", "pip", "install", "--quiet", *arguments,
        why="The dependencies could not be installed. Nothing else was changed; run the command again when the package "
        "index can be reached",
        PIP_DISABLE_PIP_VERSION_CHECK="1",
    )  # fmt: skip


def make_environment() -> None:
    """A fresh .venv; on Debian, whose Python comes without venv, with the package that brings it."""
    say(f"Making {VENV} …")
    shutil.rmtree(VENV, ignore_errors=True)
    if run(sys.executable, "-m", "venv", VENV) == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if not apt(["python3-venv"]) or run(sys.executable, "-m", "venv", VENV) != 0:
        give_up("This Python cannot make virtual environments. On Debian and Ubuntu: sudo apt-get install python3-venv")


def qt_error(where: str = "offscreen") -> str:
    """Why Qt cannot start on a platform of its own (`offscreen`, `xcb`); empty when it can."""
    found = subprocess.run(
        [str(PYTHON), "-c", PROBE], env={**os.environ, "QT_QPA_PLATFORM": where}, capture_output=True, check=False
    )
    return (
        "" if found.returncode == 0 else found.stderr.decode("utf-8", "replace").strip() or f"exit {found.returncode}"
    )


def check_qt(where: str = "offscreen", libraries: Sequence[str] = QT_LIBRARIES) -> None:
    """Qt starts, if need be with system libraries added as root; otherwise end with one line to paste."""
    if not qt_error(where):
        return
    apt(libraries)
    if error := qt_error(where):
        give_up(
            f"Qt cannot start: {error}\nIt needs system libraries:\n  sudo apt-get install -y {' '.join(libraries)}"
        )


def check_fonts() -> None:
    """Chinese can be shown; a missing font is said and is no failure."""
    lister = shutil.which("fc-list")
    listed = subprocess.run([lister, ":lang=zh"], capture_output=True, check=False).stdout if lister else b""
    if not listed.strip() and not apt(FONTS):
        say(f"No Chinese font was found; pictures will lack it. To add one: sudo apt-get install -y {' '.join(FONTS)}")


def apt(packages: Sequence[str]) -> bool:
    """Install Debian packages when that is ours to do (root, apt-get there); whether it worked."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"Installing system packages: {' '.join(packages)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "update", "-qq", **quiet)
    return run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages, **quiet) == 0


def has_display() -> bool:
    """Whether a window could be seen here."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# ---------------------------------------------------------------------------------------------------------- commands


def claimdesk(*arguments: str | Path, **environment: str) -> int:
    """The program itself, from this checkout."""
    return run(PYTHON, "-m", "claimdesk", *arguments, **environment)


def command_setup(_: list[str]) -> int:
    """Make .venv with everything in it."""
    setup()
    return 0


def command_run(arguments: list[str]) -> int:
    """Open the window; at the first start on the sample shop."""
    setup()
    if not has_display():
        pictures = OUT / "tour"
        say(f"There is no display here, so the tour runs instead; its pictures go to {pictures}")
        return claimdesk("tour", pictures, QT_QPA_PLATFORM="offscreen")
    if sys.platform.startswith("linux") and os.environ.get("DISPLAY") and not os.environ.get("QT_QPA_PLATFORM"):
        check_qt("xcb", QT_LIBRARIES + DISPLAY_LIBRARIES)
    if arguments:
        return claimdesk(*arguments)
    shop = OUT / "shop"
    if not (shop / "claimdesk.db").exists():
        say(f"First start: filling {shop} with the sample shop.")
        if run(PYTHON, "-c", FILL_SHOP, shop) != 0:
            shutil.rmtree(shop, ignore_errors=True)
            give_up("The sample shop could not be filled.")
    return claimdesk("--data-dir", shop)


def command_test(arguments: list[str]) -> int:
    """Run the tests; with arguments, those of pytest."""
    setup()
    if arguments:
        return run(PYTHON, "-m", "pytest", *arguments)
    left_out = [f"--ignore=tests/{name}" for name in ("faults", "bench")]
    return run(PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", *left_out, "tests")


def command_check(_: list[str]) -> int:
    """Lint, format, types, layers, sizes, translation."""
    setup()
    steps: dict[str, list[str | Path]] = {
        "lint": [BIN / "ruff", "check", "."],
        "format": [BIN / "ruff", "format", "--check", "."],
        "types": [BIN / "mypy", "--strict", "-p", "claimdesk"],
        "layers": [BIN / "lint-imports"],
        "house": [PYTHON, "-m", "pytest", "-q", "tests/architecture"],
    }
    results = {name: run(*command) for name, command in steps.items()}
    for name, status in results.items():
        say(f"{name:8} {'ok' if status == 0 else 'FAILED'}")
    return max(results.values())


def command_bench(arguments: list[str]) -> int:
    """Measure against the floors, print the figures; NAME runs one of tests/bench/NAME_bench.py."""
    setup()
    programs = sorted((ROOT / "tests" / "bench").glob("*_bench.py"))
    if arguments and not arguments[0].startswith("-"):
        programs = [program for program in programs if program.name == f"{arguments[0]}_bench.py"]
        arguments = arguments[1:]
    if not programs:
        give_up("There is no such measurement in tests/bench.")
    return max(run(PYTHON, program, *arguments) for program in programs)


def command_faults(arguments: list[str]) -> int:
    """Break things on purpose: killed processes, full disks, hostile files."""
    setup()
    status = run(PYTHON, "-m", "pytest", "-q", "-s", "tests/faults", *arguments)
    if status == 5:  # pytest: no tests collected
        say("tests/faults holds no test yet.")
        return 0
    return status


def command_shots(_: list[str]) -> int:
    """Render every picture, in both languages and themes, into out/shots."""
    setup()
    status = 0
    for language in ("en", "zh"):
        for theme in ("light", "dark"):
            folder = OUT / "shots" / f"{language}-{theme}"
            status = max(status, claimdesk("tour", folder, "--language", language, "--theme", theme))
    say(f"Pictures: {OUT / 'shots'}")
    return status


def command_package(_: list[str]) -> int:
    """Build the one-folder program into dist/ and try it from another folder."""
    setup()
    if sys.platform.startswith("linux") and not shutil.which("objdump") and not apt(["binutils"]):
        give_up("PyInstaller needs objdump: sudo apt-get install -y binutils")
    must(
        PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", ROOT / "dist",
        "--workpath", ROOT / "build" / "pyinstaller", ROOT / "packaging" / "claimdesk.spec",
        why="The bundle could not be built",
    )  # fmt: skip
    built = ROOT / "dist" / "claimdesk"
    with tempfile.TemporaryDirectory() as folder:
        # Moved to a folder with a blank and Chinese in its name: it must not lean on the checkout.
        moved = Path(folder) / "Claim Desk 理赔"
        shutil.copytree(built, moved, symlinks=True)
        works = try_bundle(moved / ("claimdesk.exe" if WINDOWS else "claimdesk"), Path(folder))
    size = sum(path.lstat().st_size for path in built.rglob("*") if not path.is_dir()) // 1_000_000
    say(f"{built} ({size} MB): {'works' if works else 'does NOT work'}")
    return 0 if works else 1


def try_bundle(program: Path, folder: Path) -> bool:
    """Let a packaged program test itself from a folder, and tell what it found."""
    found = subprocess.run(
        [str(program), "selftest", "--json"],
        cwd=folder,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        check=False,
    )
    try:
        checks = json.loads(found.stdout.decode("utf-8"))["checks"]
    except (ValueError, KeyError):
        say(found.stdout.decode("utf-8", "replace"))
        return False
    for check in checks:
        say(f"  {'ok    ' if check['ok'] else 'FAILED'} {check['name']:10} {check['detail']}")
    return found.returncode == 0


def command_lock(arguments: list[str]) -> int:
    """Pin the dependencies anew, with hashes (needs uv); --upgrade takes the newest."""
    uv = shutil.which("uv")
    if not uv:
        give_up("Pinning needs uv (pip install uv).")
    for name in (
        "requirements", "requirements-dev", "tests/bench/peers", "tests/core/policy/learning",
        "tests/core/policy/training",
    ):  # fmt: skip
        must(
            str(uv), "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-header",
            "--no-emit-index-url", "--no-emit-find-links", "--quiet", *arguments,
            f"{name}.in", "-o", f"{name}.txt", why="The dependencies could not be pinned",
        )  # fmt: skip
    setup()
    return command_notices([])


def command_notices(_: list[str]) -> int:
    """Write THIRD_PARTY.md from what is installed."""
    setup()
    return run(PYTHON, ROOT / "packaging" / "notices.py")


def command_translate(_: list[str]) -> int:
    """Collect the window's texts into resources/locale and compile them."""
    setup()
    catalogue = ROOT / "resources" / "locale" / "claimdesk_zh.ts"
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    sources = sorted((ROOT / "claimdesk" / "ui").rglob("*.py"))
    must(
        BIN / "pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none", *sources, "-ts", catalogue,
        why="The texts could not be collected",
    )  # fmt: skip
    return run(BIN / "pyside6-lrelease", "-silent", catalogue, "-qm", catalogue.with_suffix(".qm"))


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    name.removeprefix("command_"): function for name, function in list(globals().items()) if name.startswith("command_")
}


def main() -> int:
    """Read the command and carry it out; everything after it belongs to the command."""
    about = "\n".join(f"  {name:10} {function.__doc__}" for name, function in COMMANDS.items())
    reader = argparse.ArgumentParser(
        description=__doc__, epilog=f"commands:\n{about}", formatter_class=argparse.RawDescriptionHelpFormatter
    )
    reader.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    if len(sys.argv) < 2:
        reader.print_help()
        return 2
    command = reader.parse_args(sys.argv[1:2]).command
    return COMMANDS[command](sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
