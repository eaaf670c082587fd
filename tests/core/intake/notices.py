"""The notices of our own in `tests/data/notices/`, each with what it says."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from claimdesk.core.intake.intake import Intake
from claimdesk.core.records.intake import Notice

NOTICES = Path(__file__).parents[2] / "data" / "notices"
NOW = datetime(2026, 11, 16, 10, tzinfo=UTC)


@dataclass(frozen=True)
class Sample:
    """A notice of our own with what it says; fields that are not given are not said."""

    name: str
    raw: bytes
    expected: dict[str, object]
    batch: str
    held_out: bool

    @property
    def language(self) -> str:
        return self.name.split("/")[0]


@cache
def samples() -> tuple[Sample, ...]:
    found = []
    for path in sorted(NOTICES.glob("*/*.toml")):
        given = tomllib.loads(path.read_text("utf-8"))
        mail = next(p for p in (path.with_suffix(".eml"), path.with_suffix(".txt")) if p.is_file())
        name = f"{path.parent.name}/{path.stem}"
        found.append(Sample(name, mail.read_bytes(), given["expected"], given["batch"], given["held_out"]))
    return tuple(found)


@cache
def shipped_intake() -> Intake:
    return Intake.load()


@cache
def readings() -> tuple[tuple[Sample, Notice], ...]:
    return tuple((sample, shipped_intake().read(sample.raw, NOW)) for sample in samples())
