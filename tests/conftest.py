"""What every test stands on: no display, no user's folders, no waiting, a record of what needs a window."""

from __future__ import annotations

import os
import pickle
import tempfile
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

# Before anything imports Qt: its platform, and an ordinary scale on any screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
# The user's own settings and data are neither read nor written by a test, nor by a program that it starts.
_HOME = tempfile.TemporaryDirectory(prefix="claimdesk-tests-", ignore_cleanup_errors=True)
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
    os.environ[_name] = str(Path(_HOME.name) / _name.lower())
# The language of the machine must not decide what a test sees.
for _name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"
# Two workers on two cores: neither wants more than one of them for its sums.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest  # noqa: E402
from hypothesis import HealthCheck, settings  # noqa: E402

# A shared machine is slow at times: an example has no deadline, and a failure is found again by its printed blob.
settings.register_profile("house", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("house"), max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))

# Hundreds of tests open a desk, and each desk reads a hundred files of knowledge. The same text is parsed once a process;
# every caller gets a copy of its own.
_parse = tomllib.loads


@lru_cache(maxsize=2_000)
def _parsed(text: str) -> bytes:
    return pickle.dumps(_parse(text))


def _loads(text: str, /, **how: Any) -> dict[str, Any]:
    return _parse(text, **how) if how else pickle.loads(_parsed(text))


tomllib.loads = _loads

_WINDOW = {"qapp", "qtbot", "qtmodeltester"}
_CORE = Path(__file__).parent / "core"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a window; a test of the core that asks for one is a mistake."""
    for item in items:
        wanted = _WINDOW & set(getattr(item, "fixturenames", ()))
        if not wanted:
            continue
        if _CORE in Path(item.path).parents:
            message = f"{item.nodeid} asks for {', '.join(sorted(wanted))}: the core is tested without Qt"
            raise pytest.UsageError(message)
        item.add_marker("gui")
