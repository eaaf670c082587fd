"""Where samples lie: invented ones in the project, real ones beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data"
EXPORTS = DATA / "exports"
EXPECTED = DATA / "expected"
_SHARED = Path(__file__).parents[4] / "shared" / "formats" / "samples"


def shared_sample(name: str) -> Path:
    """A sample of the shared folder; the test is skipped where that folder is not there."""
    path = _SHARED / name
    if not path.exists():
        pytest.skip(f"{name} lies in ../shared, which is not here")
    return path
