"""Where the window's own data files lie, found without importing anything heavy before the first paint."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def resource(*parts: str) -> Path:
    """A path below `resources/`: inside the package in a wheel or bundle, beside it in a checkout."""
    for base in (_PACKAGE, _PACKAGE.parent):
        if (base / "resources").is_dir():
            return base.joinpath("resources", *parts)
    return _PACKAGE.joinpath("resources", *parts)
