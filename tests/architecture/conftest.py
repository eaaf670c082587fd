"""The sources that the rules of the house are checked on."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


class Sources:
    """Python files of the project and their syntax trees, each parsed once."""

    root = ROOT

    def files(self, *folders: str) -> list[Path]:
        """Every Python file below folders of the project (`claimdesk/ui`), in name order."""
        found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
        assert found, f"no Python file below {folders}"
        return found

    def tree(self, path: Path) -> ast.Module:
        return _tree(path)

    def name(self, path: Path) -> str:
        return path.relative_to(ROOT).as_posix()


@pytest.fixture(scope="session")
def sources() -> Sources:
    return Sources()
