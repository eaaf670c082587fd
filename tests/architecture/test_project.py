"""The files around the code: requirements, change log, what a wheel carries, the command surface."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile

import pytest

import claimdesk

VERSION = re.compile(r"\d+\.\d+\.\d+")


def _text(sources, name: str) -> str:
    return (sources.root / name).read_text("utf-8")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_a_hash_and_none_an_address(sources, name: str) -> None:
    text = _text(sources, name)
    assert "://" not in text
    assert not re.search(r"^\s*-(-index|-extra|-find|-trusted|i |f )", text, re.M)
    blocks = re.findall(r"^([A-Za-z0-9][\w.\-\[\]]*)==\S+(.*(?:\n\s+.*)*)", text, re.M)
    assert len(blocks) > 30
    assert [pin for pin, rest in blocks if "--hash=sha256:" not in rest] == []
    # Whatever is no pin is a comment.
    assert [line for line in text.splitlines() if line and not line.startswith((" ", "#")) and "==" not in line] == []


def test_the_two_lists_of_dependencies_are_one(sources) -> None:
    project = tomllib.loads(_text(sources, "pyproject.toml"))["project"]
    lines = _text(sources, "requirements.in").splitlines()
    assert sorted(project["dependencies"]) == sorted(line for line in lines if line and not line.startswith("#"))


def test_what_is_used_is_required(sources) -> None:
    """Every library that the program imports is asked for by name, not by luck."""
    asked = {re.split(r"[<>=]", line)[0].lower() for line in _text(sources, "requirements.in").splitlines()}
    names = {"PySide6": "pyside6-essentials", "shiboken6": "pyside6-essentials", "python_calamine": "python-calamine",
             "spellchecker": "pyspellchecker"}  # fmt: skip
    used: dict[str, str] = {}
    for path in sources.files("claimdesk"):
        for node in ast.walk(sources.tree(path)):
            modules = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for module in modules:
                top = module.partition(".")[0]
                if top and top != "claimdesk" and top not in sys.stdlib_module_names:
                    used.setdefault(names.get(top, top).lower(), sources.name(path))
    assert {name: where for name, where in used.items() if name not in asked} == {}


def test_the_change_log_keeps_its_form(sources) -> None:
    lines = _text(sources, "CHANGELOG.md").splitlines()
    assert lines[0] == "# Changelog"
    titles = [line for line in lines if line.startswith("## ")]
    assert titles[0] == "## [Unreleased]"
    assert all(re.fullmatch(r"## \[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", title) for title in titles[1:])
    days = [title.rsplit(" ", 1)[1] for title in titles[1:]]
    assert days == sorted(days, reverse=True)
    kinds = {line for line in lines if line.startswith("### ")}
    assert kinds <= {f"### {kind}" for kind in ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")}
    entries = [line for line in lines if line.startswith("- ")]
    assert entries
    assert all(entry.rstrip().endswith(".") or not entry.strip() for entry in _whole(lines))


def _whole(lines: list[str]) -> list[str]:
    """Entries of a list with their continued lines."""
    entries: list[str] = []
    for line in lines:
        if line.startswith("- "):
            entries.append(line)
        elif line.startswith("  ") and entries:
            entries[-1] += line
    return entries


def test_there_is_one_version() -> None:
    assert VERSION.fullmatch(claimdesk.__version__)


def test_a_wheel_carries_all_data(sources, tmp_path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=sources.root, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as parts:
        names = set(parts.namelist())
    for folder in ("resources", "templates"):
        shipped = [path for path in (sources.root / folder).rglob("*") if path.is_file()]
        wanted = {f"claimdesk/{path.relative_to(sources.root).as_posix()}" for path in shipped}
        assert wanted - names == set()
    modules = {sources.name(path) for path in sources.files("claimdesk")}
    assert modules - names == set()
    assert not [name for name in names if name.startswith(("tests/", "resources/", "templates/", "packaging/"))]


def test_the_project_speaks_of_the_product_alone(sources) -> None:
    """No path of a machine in what is shipped."""
    found = []
    for path in [
        *sources.files("claimdesk", "tests", "packaging"),
        sources.root / "dev.py",
        sources.root / "README.md",
    ]:
        if re.search(r"/(root|home/\w+|work/(main|shared))/", path.read_text("utf-8")):
            found.append(sources.name(path))
    assert [name for name in found if name != "tests/architecture/test_project.py"] == []


def test_every_command_is_told(sources) -> None:
    done = subprocess.run(
        [sys.executable, "dev.py", "--help"],
        cwd=sources.root,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    for command in ("setup", "run", "test", "check", "bench", "faults", "shots", "package", "lock", "translate"):
        assert re.search(rf"^  {command} +\S", done.stdout, re.M), command
    assert "dev.py test" in _text(sources, ".ci/run")
