"""Every code that the program can say has words, in both languages, with the same values in them."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest

FIELD = re.compile(r"\{(\w+)")
# The first argument, or the named one, of these is a code that people read.
SPEAKERS = {"Problem": 0, "RowIssue": 2, "KeptOrder": 1}


@pytest.fixture(scope="module")
def wording(sources) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for path in sorted((sources.root / "resources" / "wording").glob("*.toml")):
        found.update(tomllib.loads(path.read_text("utf-8")))
    return found


def test_no_code_is_worded_twice(sources) -> None:
    homes: dict[str, list[str]] = {}
    for path in sorted((sources.root / "resources" / "wording").glob("*.toml")):
        for code in tomllib.loads(path.read_text("utf-8")):
            homes.setdefault(code, []).append(path.name)
    assert {code: files for code, files in homes.items() if len(files) > 1} == {}


def test_every_problem_has_words(sources, wording) -> None:
    silent: dict[str, str] = {}
    for path in sources.files("claimdesk"):
        for node in ast.walk(sources.tree(path)):
            for code in _codes(node):
                if code not in wording:
                    silent.setdefault(code, f"{sources.name(path)}:{node.lineno}")
    assert silent == {}


def _codes(node: ast.AST) -> list[str]:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKERS):
        return []
    at = SPEAKERS[node.func.id]
    spoken = [keyword.value for keyword in node.keywords if keyword.arg in {"code", "reason"} and at]
    return [code for part in [*spoken, *node.args[at : at + 1]] for code in _texts(part)]


def _texts(node: ast.AST) -> list[str]:
    """The literal texts that an expression can be: one, or one of two."""
    if isinstance(node, ast.IfExp):
        return _texts(node.body) + _texts(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def test_both_languages_say_the_same(wording) -> None:
    assert wording
    for code, texts in wording.items():
        assert set(texts) <= {"en", "zh", "cure_en", "cure_zh"}, code
        assert all(text.strip() for text in texts.values()), code
        assert set(FIELD.findall(texts["en"])) == set(FIELD.findall(texts["zh"])), code
        assert ("cure_en" in texts) == ("cure_zh" in texts), code


def test_chinese_is_set_as_chinese(wording) -> None:
    """Full-width marks after a Chinese character, and a blank between Chinese and Latin."""
    faults = {}
    for code, texts in wording.items():
        for key in ("zh", "cure_zh"):
            text = FIELD.sub("{x", texts.get(key, ""))
            if re.search(r"[\u4e00-\u9fff][,;:!?]|[,;!?][\u4e00-\u9fff]", text):
                faults[f"{code}.{key}"] = text
            if re.search(r"[\u4e00-\u9fff][A-Za-z0-9{]|[A-Za-z0-9}][\u4e00-\u9fff]", text):
                faults[f"{code}.{key}"] = text
    assert faults == {}
