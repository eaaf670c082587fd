"""Every text of the window has a finished Chinese translation that the program really finds."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

PLACE = re.compile(r"%n|%L?\d|\{\w*[^}]*\}")


@pytest.fixture(scope="module")
def catalogue(sources) -> dict[tuple[str, str], str | None]:
    """Context and source text to translation; None where it is unfinished."""
    path = sources.root / "resources" / "locale" / "claimdesk_zh.ts"
    found: dict[tuple[str, str], str | None] = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            done = translation.get("type") is None and all(form.strip() for form in forms)
            found[name, message.findtext("source") or ""] = "\n".join(forms) if done else None
    return found


def _said(sources) -> dict[tuple[str, str], str]:
    """Every literal given to `self.tr`, or to `translate` with a context, in the window: context and text, and where."""
    found: dict[tuple[str, str], str] = {}
    for path in sources.files("claimdesk/ui"):
        for owner in ast.walk(sources.tree(path)):
            if isinstance(owner, ast.ClassDef):
                for node in ast.walk(owner):
                    if _is_tr(node) and node.args and isinstance(node.args[0], ast.Constant):
                        found[owner.name, node.args[0].value] = f"{sources.name(path)}:{node.lineno}"
            if _is_translate(owner):
                context, text = (part.value for part in owner.args[:2])
                found[context, text] = f"{sources.name(path)}:{owner.lineno}"
    return found


def _is_translate(node: ast.AST) -> bool:
    named = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "translate"
    literals = [part.value for part in node.args[:2] if isinstance(part, ast.Constant)] if named else []
    return len(literals) == 2 and all(isinstance(literal, str) for literal in literals)


def _is_tr(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr"


def test_every_text_is_a_literal_of_the_widget_itself(sources) -> None:
    """The collector sees `self.tr("…")` and nothing else; any other form would stay English in silence."""
    found = []
    for path in sources.files("claimdesk/ui"):
        for node in ast.walk(sources.tree(path)):
            if _is_tr(node):
                literal = node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
                of_self = isinstance(node.func.value, ast.Name) and node.func.value.id == "self"
                if not (literal and of_self):
                    found.append(f"{sources.name(path)}:{node.lineno} {ast.unparse(node)[:60]}")
    assert found == []


def test_every_text_has_a_finished_translation(sources, catalogue) -> None:
    said = _said(sources)
    assert len(said) > 50
    missing = {
        f"{context}: {text}": where for (context, text), where in said.items() if not catalogue.get((context, text))
    }
    assert missing == {}


def test_no_text_is_left_over(sources, catalogue) -> None:
    assert sorted(set(catalogue) - set(_said(sources))) == []


def test_values_stand_in_both_languages(catalogue) -> None:
    for (context, text), translation in catalogue.items():
        if translation is not None:
            wanted = set(PLACE.findall(text)) - {"%n"}
            assert set(PLACE.findall(translation)) - {"%n"} == wanted, (context, text)


def test_the_compiled_catalogue_is_of_today(sources, tmp_path) -> None:
    tool = Path(sys.executable).with_name("pyside6-lrelease" + (".exe" if sys.platform == "win32" else ""))
    folder = sources.root / "resources" / "locale"
    fresh = tmp_path / "claimdesk_zh.qm"
    subprocess.run([str(tool), "-silent", str(folder / "claimdesk_zh.ts"), "-qm", str(fresh)], check=True)
    assert fresh.read_bytes() == (folder / "claimdesk_zh.qm").read_bytes(), "run: python3 dev.py translate"
