"""Each command: asks the desk, gives back the JSON of the contract and the exit status."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from babel import localedata

from claimdesk.cli.intake import read_intake
from claimdesk.cli.records import (
    Json,
    bilingual_json,
    case_json,
    file_json,
    finding_json,
    issue_json,
    order_json,
    view_json,
)
from claimdesk.core.records.moments import moment_text, parse_moment
from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.replies import Audience, Severity
from claimdesk.core.records.tasks import Task
from claimdesk.core.replies.names import value_table
from claimdesk.core.scenarios.authoring import FileFault, check_file
from claimdesk.core.scenarios.paths import count_paths

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from claimdesk.core.desk import Desk

DONE, FINDINGS, CANNOT = 0, 1, 2
LONGEST_MESSAGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Result:
    """What a command found, and whether there is something to look at."""

    json: Json
    status: int = DONE


def now() -> datetime:
    """The present instant, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def progress() -> Task:
    """How far a long job is, told on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        return Task()

    def show(done: int, total: int) -> None:
        sys.stderr.write(f"\r{done:,}" + (f" / {total:,}" if total else ""))
        if total and done >= total:
            sys.stderr.write("\n")

    return Task(progress=show)


def import_files(desk: Desk, given: argparse.Namespace, language: str) -> Result:
    """`import`: findings when a row was rejected or warned about."""
    done = desk.imports.run(
        given.files,
        format_id=given.format,
        encoding=given.encoding,
        shop=given.shop,
        dry_run=given.dry_run,
        task=progress(),
        at=now(),
    )
    files = [
        file_json(preview, lambda issues: [issue_json(issue, desk.wording, language) for issue in issues])
        for preview in done.files
    ]
    findings = any(file["rejected"] or file["warnings"] for file in files)
    return Result({"batch": done.batch_id, "files": files}, FINDINGS if findings else DONE)


def undo_import(desk: Desk, given: argparse.Namespace, language: str) -> Result:
    """`undo-import`: findings when an order had to be kept."""
    undone = desk.imports.undo(given.batch)
    kept = [{"order_no": k.order_no, "reason": desk.wording.text(k.reason, {}).get(language)} for k in undone.kept]
    json: Json = {"restored": undone.restored, "removed": undone.removed, "kept": kept}
    return Result(json, FINDINGS if kept else DONE)


def orders(desk: Desk, given: argparse.Namespace, _language: str) -> Result:
    """`orders`: newest first."""
    names = {shop.id: shop.name for shop in desk.shops.all()}
    shops = (_shop_id(names, given.shop),) if given.shop else ()
    page = desk.orders.page(
        OrderFilter(text=given.search, shops=shops),
        sort="purchased_at",
        descending=True,
        offset=max(given.offset, 0),
        limit=max(given.limit, 0),
        now=now(),
    )
    return Result({"total": page.total, "orders": [order_json(desk.orders.order(row.id), names) for row in page.rows]})


def _shop_id(names: dict[int, str], name: str) -> int:
    """The shop of a name, or of its number where it has none. Raises Problem `shop_not_found`."""
    plain = " ".join(name.split()).casefold()
    found = next((shop for shop, known in names.items() if (known.casefold() or str(shop)) == plain), None)
    if found is None:
        raise Problem("shop_not_found", name=name, shops=", ".join(known or str(shop) for shop, known in names.items()))
    return found


def scenarios(desk: Desk, given: argparse.Namespace, language: str) -> Result:
    """`scenarios`: all, or one as a whole; findings when a file of the owner, or the one to check, has a fault."""
    if given.check is not None:
        return _checked_scenario(desk, given.check, language)
    chosen = [desk.scenarios.get(given.id)] if given.id else list(desk.scenarios.all())
    rows: list[Json] = []
    for scenario in chosen:
        row: Json = {
            "id": scenario.id,
            "title": bilingual_json(scenario.title),
            "platforms": list(scenario.platforms),
            "steps": len(scenario.steps),
            "paths": desk.scenarios.paths(scenario.id),
        }
        if given.id:
            row["definition"] = scenario.model_dump(mode="json")
        rows.append(row)
    own = desk.scenarios.file_faults.items() if not given.id else ()
    faults = [{"file": file, **_fault_json(desk, fault, language)} for file, fault in own]
    return Result({"scenarios": rows, "faults": faults}, FINDINGS if faults else DONE)


def _fault_json(desk: Desk, fault: FileFault, language: str) -> Json:
    """The first fault of a scenario file: where, why, and what to do."""
    return {
        "line": fault.line,
        "key": fault.key,
        "reason": desk.wording.reason(fault.reason).get(language),
        "cure": desk.wording.text(fault.cure, fault.params).get(language),
    }


def _checked_scenario(desk: Desk, path: Path, language: str) -> Result:
    found = check_file(path, desk.references, [scenario.id for scenario in desk.scenarios.all()])
    if isinstance(found, FileFault):
        return Result({"file": path.name, "ok": False, **_fault_json(desk, found, language)}, FINDINGS)
    good = {"id": found.id, "steps": len(found.steps), "paths": count_paths(found)}
    return Result({"file": path.name, "ok": True, **good})


def cases(desk: Desk, given: argparse.Namespace, _language: str) -> Result:
    """`cases`: by the next safe deadline."""
    return Result({"cases": [case_json(row) for row in desk.cases.rows(now(), status=given.status)]})


def _case_id(text: str) -> int:
    number = text.upper().removeprefix("C-")
    if not number.isdigit():
        raise Problem("case_unknown", case=text)
    return int(number)


def open_case(desk: Desk, given: argparse.Namespace, language: str) -> Result:
    """`open-case`: the new case, as `show` prints it."""
    found = desk.orders.find(given.order_no, given.platform)
    names = {shop.id: shop.name for shop in desk.shops.all()}
    if given.shop:
        found = tuple(order for order in found if order.shop_id == _shop_id(names, given.shop))
    if not found:
        raise Problem("order_not_found", order_no=given.order_no)
    if len(found) > 1:
        if len({order.platform for order in found}) == 1:
            shops = ", ".join(names[order.shop_id] or str(order.shop_id) for order in found)
            raise Problem("order_in_shops", order_no=given.order_no, shops=shops)
        raise Problem("order_ambiguous", order_no=given.order_no, platforms=", ".join(o.platform for o in found))
    case_id = desk.cases.open(found[0].id, given.scenario, given.at or now())
    return _shown(desk, case_id, given.at, language)


def answer(desk: Desk, given: argparse.Namespace, language: str) -> Result:
    """`answer`: the case after it."""
    case_id = _case_id(given.case)
    desk.cases.answer(case_id, given.step, given.option, given.at or now())
    return _shown(desk, case_id, given.at, language)


def show(desk: Desk, given: argparse.Namespace, language: str) -> Result:
    """`show`: the case with its path, clocks, timeline, evidence."""
    return _shown(desk, _case_id(given.case), None, language)


def _shown(desk: Desk, case_id: int, at: datetime | None, _language: str) -> Result:
    return Result(view_json(desk.cases.view(case_id, max(at or now(), now()))))


def draft(desk: Desk, given: argparse.Namespace, language: str) -> Result:
    """`draft`: findings when a value is missing or the check has something to say."""
    case_id, at = _case_id(given.case), now()
    if given.template and not desk.replies.get(given.template).fits(desk.cases.view(case_id, at).order.platform):
        raise Problem("template_elsewhere", template=given.template)
    asked = _language(given.language) if given.language else ""
    made = desk.cases.draft(case_id, at, template=given.template, language=asked)
    findings = desk.cases.check(case_id, made.text, made.audience, made.language, at)
    json: Json = {
        "template": made.template,
        "audience": str(made.audience),
        "language": made.language,
        "text": made.text,
        "gloss": made.gloss,
        "missing": list(made.missing),
        "findings": [finding_json(finding, language) for finding in findings],
    }
    loud = [f for f in findings if f.severity is not Severity.HINT]
    return Result(json, FINDINGS if made.missing or loud else DONE)


def read_text(name: str) -> str:
    """A text file, or standard input for `-`. Raises Problem `text_unreadable`."""
    try:
        raw = sys.stdin.buffer.read(LONGEST_MESSAGE * 4) if name == "-" else Path(name).read_bytes()
        return raw.decode("utf-8-sig")[:LONGEST_MESSAGE]
    except (OSError, UnicodeDecodeError) as error:
        raise Problem("text_unreadable", file=name, detail=str(error)) from error


def check(desk: Desk, given: argparse.Namespace, language: str) -> Result:
    """`check`: findings when a rule is broken or bent; with `--case` also when a message contradicts the record."""
    text, audience, written = read_text(given.file), Audience(given.audience), _language(given.language or "en")
    if given.case:
        if given.platform:
            _platform(desk, given.platform)
        found = desk.cases.check(_case_id(given.case), text, audience, written, now())
    else:
        platform = _platform(desk, given.platform or "amazon")
        found = desk.policy.check(text, audience=audience, platform=platform, language=written)
    return Result({"findings": [finding_json(finding, language) for finding in found]}, FINDINGS if found else DONE)


def _language(name: str) -> str:
    """The code of a language, of `en`, `EN`, `en-US` or `zh_Hans`. Raises Problem `language_unknown`, as `_platform`."""
    code = name.strip().casefold().replace("_", "-").split("-")[0]
    if not 2 <= len(code) <= 3 or not localedata.exists(code):
        raise Problem("language_unknown", language=name)
    return code


def _platform(desk: Desk, name: str) -> str:
    """A platform as rules name it. Raises Problem `platform_unknown`: its rules would be passed over in silence."""
    spoken_of = {platform for rule in desk.policy.rules() for platform in rule.platforms} - {"all"}
    known = {*spoken_of, *value_table().platforms}
    plain = name.strip().casefold()
    if plain not in known:
        raise Problem("platform_unknown", platform=name, platforms=", ".join(sorted(known)))
    return plain


def intake(desk: Desk, given: argparse.Namespace, language: str) -> Result:
    """`intake`: findings when there is a warning, or when the mail is none of the kinds."""
    json, findings = read_intake(given.file, desk.wording, language)
    return Result(json, FINDINGS if findings else DONE)


def clock(desk: Desk, given: argparse.Namespace, _language: str) -> Result:
    """`clock`: both ends of a rule for one event."""
    try:
        start = parse_moment(given.start)
    except ValueError as error:
        raise Problem("instant_faulty", value=given.start) from error
    if start is None:
        raise Problem("instant_faulty", value=given.start)
    rule = desk.deadlines.rule(given.rule)
    ends = desk.deadlines.compute(given.rule, start, given.marketplace)
    return Result(
        {
            "rule": rule.id,
            "safe": moment_text(ends.safe),
            "outer": moment_text(ends.outer),
            "zone": ends.zone,
            "source": rule.source,
            "confidence": rule.confidence,
            "last_checked": rule.checked.isoformat(),
        }
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Problem("day_faulty", value=text) from error


def report(desk: Desk, given: argparse.Namespace, language: str) -> Result:
    """`report`: the workbook."""
    written = desk.reports.workbook(
        given.file, now(), first=_day(given.first), last=_day(given.last), language=language
    )
    return Result({"written": str(written.file), "rows": written.rows})


def dossier(desk: Desk, given: argparse.Namespace, language: str) -> Result:
    """`dossier`: a case's evidence, letter and history in one ZIP; `language` is for what goes wrong only."""
    case_id = _case_id(given.case)
    written = desk.dossiers.write(case_id, given.file, now(), language=given.language, reader=language)
    return Result({"written": str(written.file), "exhibits": written.exhibits})


def calendar(desk: Desk, given: argparse.Namespace, language: str) -> Result:
    """`calendar`: the running deadlines as a file that calendars read."""
    written = desk.calendars.write(given.file, now(), language=language)
    return Result({"written": str(written.file), "events": written.events})


COMMANDS: dict[str, Callable[[Desk, argparse.Namespace, str], Result]] = {
    "import": import_files,
    "undo-import": undo_import,
    "orders": orders,
    "scenarios": scenarios,
    "cases": cases,
    "open-case": open_case,
    "answer": answer,
    "show": show,
    "draft": draft,
    "intake": intake,
    "check": check,
    "clock": clock,
    "report": report,
    "dossier": dossier,
    "calendar": calendar,
}
