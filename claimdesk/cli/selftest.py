"""Is this copy of the program whole? Used on installed and frozen copies, from any folder."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from claimdesk.cli.commands import DONE, FINDINGS, Result
from claimdesk.core.knowledge.shipped import shipped, shipped_files
from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.replies import Audience, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimdesk.core.desk import Desk

T = TypeVar("T")

# What must be there for anything to work: folder of `resources` or `templates`, and the kind of file.
_NEEDED = (
    ("resources", "formats", "*.toml"),
    ("resources", "scenarios", "*.toml"),
    ("resources", "platforms", "*.toml"),
    ("resources", "deadlines", "*.toml"),
    ("resources", "outcomes", "*.toml"),
    ("resources", "calendars", "*.toml"),
    ("resources", "policy", "*.toml"),
    ("resources", "policy", "*.json"),
    ("resources", "policy", "*.npz"),
    ("resources", "notices", "*.toml"),
    ("resources", "intake", "*.toml"),
    ("resources", "intake/languages", "*.toml"),
    ("resources", "intake/platforms", "*.toml"),
    ("resources", "wording", "*.toml"),
    ("resources", "sample", "*"),
    ("resources", "locale", "*.qm"),
    ("templates", "replies", "*.toml"),
)


def selftest() -> Result:
    """Every shipped kind is present and loads, a sample is imported, a case walked to its outcome, a report written."""
    checks: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory(prefix="claimdesk-selftest-", ignore_cleanup_errors=True) as folder:
        tested: list[tuple[str, Callable[[], str]]] = [("files", _files)]
        desk = _try(checks, "desk", lambda: _open(Path(folder) / "data"))
        if desk is not None:
            tested += [
                ("sample", lambda: _sample(desk)),
                ("workbook", lambda: _workbook(desk, Path(folder))),
                ("case", lambda: _case(desk)),
                ("message check", lambda: _checked(desk)),
                ("report", lambda: _report(desk, Path(folder) / "report.xlsx")),
            ]
        for name, test in tested:
            _try(checks, name, test)
        if desk is not None:
            desk.close()
    good = all(check["ok"] for check in checks)
    return Result({"ok": good, "checks": checks}, DONE if good else FINDINGS)


def _try(checks: list[dict[str, object]], name: str, test: Callable[[], T]) -> T | None:
    try:
        found = test()
    except Problem as problem:
        checks.append({"name": name, "ok": False, "detail": f"{problem.code} {problem.params}"})
    except Exception as error:  # noqa: BLE001 (a self-test reports whatever breaks, and goes on)
        checks.append({"name": name, "ok": False, "detail": f"{type(error).__name__}: {error}"})
    else:
        checks.append({"name": name, "ok": True, "detail": found if isinstance(found, str) else ""})
        return found
    return None


def _files() -> str:
    for folder, part, pattern in _NEEDED:
        if not any(path.is_file() for path in shipped_files(folder, part, pattern=pattern)):
            raise Problem("shipped_missing", folder=f"{shipped(folder).name}/{part}")
    return f"{sum(len(shipped_files(folder, part, pattern=pattern)) for folder, part, pattern in _NEEDED)} files"


def _open(folder: Path) -> Desk:
    from claimdesk.core.desk import Desk

    return Desk.open(folder)


def _sample(desk: Desk) -> str:
    desk.sample.fill(_now())
    return f"{desk.orders.count()} orders, {len(desk.imports.formats())} formats"


def _workbook(desk: Desk, folder: Path) -> str:
    """The importer's child process reads what the report wrote."""
    book = folder / "roundtrip.xlsx"
    desk.reports.workbook(book, _now())
    try:
        preview = desk.imports.preview(book)
    except Problem as problem:
        # The report is not an order export; that it was read far enough to say so is what is tested.
        if problem.code.startswith("format_"):
            return problem.code
        raise
    return f"{preview.rows} rows"


def _case(desk: Desk) -> str:
    at = _now()
    walked = 0
    order = desk.orders.page(OrderFilter(), sort="purchased_at", descending=True, offset=0, limit=1, now=at).rows[0]
    for scenario in desk.scenarios.all():
        case_id = desk.cases.open(order.id, scenario.id, at)
        for _ in range(60):
            view = desk.cases.view(case_id, at)
            if view.walk.current is None:
                break
            step = next(step for step in view.walk.path if step.step.id == view.walk.current)
            desk.cases.answer(case_id, view.walk.current, step.prefill or step.options[0].id, at)
        if not desk.cases.view(case_id, at).case.outcome:
            raise Problem("scenario_endless", scenario=scenario.id)
        walked += 1
    return f"{walked} scenarios walked"


def _checked(desk: Desk) -> str:
    """Every rule can work, words and network are there, and a bribe is stopped."""
    desk.policy.prepare()
    bribe = "Please change your review to five stars and we will send you $10."
    found = desk.policy.check(bribe, audience=Audience.BUYER, platform="amazon", language="en")
    if not any(finding.severity is Severity.BLOCK for finding in found):
        raise Problem("knowledge_faulty", file="policy", key="", reason="a bribe passed")
    return f"{len(desk.policy.rules())} rules"


def _report(desk: Desk, book: Path) -> str:
    return f"{desk.reports.workbook(book, _now() + timedelta(minutes=1)).rows} rows"


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
