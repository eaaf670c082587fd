"""A file is read in one sitting, a function on one screen."""

from __future__ import annotations

import ast

FILE_LINES = 400
FUNCTION_LINES = 60
SOURCES = ("claimdesk", "tests", "packaging")


def test_no_file_is_longer_than_a_sitting(sources) -> None:
    files = [*sources.files(*SOURCES), sources.root / "dev.py"]
    long = {sources.name(path): lines for path in files if (lines := len(_lines(path))) > FILE_LINES}
    assert long == {}


def test_no_function_is_longer_than_a_screen(sources) -> None:
    long = {}
    for path in [*sources.files("claimdesk", "packaging"), sources.root / "dev.py"]:
        for node in ast.walk(sources.tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    long[f"{sources.name(path)}:{node.lineno} {node.name}"] = lines
    assert long == {}


def _lines(path) -> list[str]:
    return path.read_text("utf-8").splitlines()
