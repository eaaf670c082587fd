"""Environments for programs that only measure or make something: kept out of the project's own, pinned by hashes."""

from __future__ import annotations

import os
import subprocess
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


def python_with(name: str, requirements: Path) -> Path:
    """The Python of the environment `out/NAME`, made anew when its pinned requirements changed."""
    place = ROOT / "out" / name
    python = place / ("Scripts" if os.name == "nt" else "bin") / ("python.exe" if os.name == "nt" else "python")
    done = place / "done"
    wanted = requirements.read_text("utf-8")
    if not done.exists() or done.read_text("utf-8") != wanted:
        venv.create(place, with_pip=True, clear=True)
        install = [python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", requirements]
        subprocess.run(install, cwd=ROOT, check=True)
        done.write_text(wanted, "utf-8")
    return python
