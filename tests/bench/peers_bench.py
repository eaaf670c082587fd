"""The import beside what others use for the same file: `python tests/bench/peers_bench.py`.

LibreOffice converts it to a workbook, sqlite-utils and pandas put it into a table. Each runs as a process of its own,
ours too (the command line, a fresh data folder), so every start is counted. Peers get their own environment in `out/`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]

from import_bench import ROOT, large_file  # noqa: E402 - found by the line above

from tests.own_environment import python_with  # noqa: E402

Command = list[str | Path]
_PANDAS = """
import sqlite3, sys, pandas
pandas.read_csv(sys.argv[1], dtype=str).to_sql("orders", sqlite3.connect(sys.argv[2]), index=False)
"""


def commands(file: Path, folder: Path) -> dict[str, Callable[[], Command]]:
    """What each of them is called with, on a fresh target every time."""
    python = python_with("peers", Path(__file__).with_name("peers.txt"))
    office = shutil.which("soffice")
    count = iter(range(1_000))

    def fresh() -> Path:
        return folder / f"target{next(count)}"

    found: dict[str, Callable[[], Command]] = {
        "claimdesk import": lambda: [sys.executable, "-m", "claimdesk", "import", file, "--data-dir", fresh()],
        "sqlite-utils insert --csv": lambda: [
            python, "-m", "sqlite_utils", "insert", fresh(), "orders", file, "--csv"
        ],
        "pandas.read_csv + to_sql": lambda: [python, "-c", _PANDAS, file, fresh()],
    }  # fmt: skip
    if office:
        found["LibreOffice csv to xlsx"] = lambda: [
            office, f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to", "xlsx",
            "--outdir", fresh(), file,
        ]  # fmt: skip
    return found


def timed(command: Command) -> tuple[float, float]:
    """Seconds of one run, and its highest memory in MB, with all its children (0 where the system does not tell)."""
    started = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), cwd=ROOT, stdout=subprocess.DEVNULL)
    peak = 0.0
    if hasattr(os, "wait4"):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = usage.ru_maxrss / (1_048_576 if sys.platform == "darwin" else 1_024)
    code = process.wait() if process.returncode is None else process.returncode
    if code not in (0, 1):  # 1: our import is done and has something to tell
        raise SystemExit(f"{command[0]} ended with {code}")
    return time.perf_counter() - started, peak


def measure(file: Path, rounds: int) -> dict[str, dict[str, float]]:
    """Median seconds, highest memory in MB and seconds ÷ ours, of each."""
    seconds: dict[str, list[float]] = {}
    memory: dict[str, float] = {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        chosen = commands(file, Path(name))
        for _ in range(rounds):
            for label, command in chosen.items():
                took, peak = timed(command())
                seconds.setdefault(label, []).append(took)
                memory[label] = max(memory.get(label, 0.0), peak)
    ours = statistics.median(seconds["claimdesk import"])
    return {
        label: {
            "seconds": round(statistics.median(found), 2),
            "÷ ours": round(statistics.median(found) / ours, 2),
            "MB": round(memory[label]),
        }
        for label, found in seconds.items()
    }


def main() -> int:
    """Print the measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    if chosen.file:
        result = measure(chosen.file, chosen.rounds)
    else:
        with large_file() as file:
            result = measure(file, chosen.rounds)
    if chosen.json:
        print(json.dumps(result, indent=1, ensure_ascii=False))
        return 0
    for label, row in result.items():
        print(f"{row['seconds']:8.2f} s  {row['÷ ours']:6.2f} × ours  {row['MB']:6.0f} MB  {label}")
    if not shutil.which("soffice"):
        print("LibreOffice is not installed: not measured")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
