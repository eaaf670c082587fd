"""Templates out of the house and back: TOML files one by one, or all of them in a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from claimdesk.core.records.problems import Problem
from claimdesk.core.replies.difference import Difference, difference
from claimdesk.core.replies.faults import faults as faults_of
from claimdesk.core.replies.faults import read_form
from claimdesk.core.replies.files import read_toml, toml_text
from claimdesk.core.replies.revisions import Revisions
from claimdesk.core.replies.schema import Template
from claimdesk.core.reporting.template_workbook import read_sheets, write_templates
from claimdesk.core.storage.atomic import replace_file


@dataclass(frozen=True, slots=True)
class Planned:
    """One template as an import would change it. `before` is None for one that is not here yet."""

    template: Template
    before: Template | None
    change: Difference | None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import of templates would do, with nothing done yet. `same` counts texts that are here already.

    `faults` are Problems with `file`, and where they are known `template`, `sheet` and `row`; a template with a
    fault is left out.
    """

    planned: tuple[Planned, ...]
    same: int
    faults: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an import of templates did: `revisions` were made, `same` texts were there already.

    `faults` are Problems with `file` (and `template` where it is known), whose templates were left out.
    """

    revisions: tuple[int, ...]
    same: int
    faults: tuple[Problem, ...]


class TemplateFiles:
    """Writes and reads templates as files."""

    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions

    def save(self, templates: Sequence[Template], path: Path) -> Path:
        """Write them: one as TOML, any number as a workbook, by the ending of the name. Gives the path it has in the end.

        Raises Problem `report_folder_missing`, `report_disk_full` or `report_unwritable`.
        """
        if path.suffix.lower() == ".xlsx":
            return replace_file(path, lambda file: write_templates(file, templates))
        text = toml_text(templates[0]).encode("utf-8")
        return replace_file(path, lambda file: _write(file, text))

    def save_each(self, templates: Sequence[Template], folder: Path) -> tuple[Path, ...]:
        """Write each into a TOML file of its own, named by its id. Raises Problem as `save` does."""
        return tuple(self.save([template], folder / f"{template.id}.toml") for template in templates)

    def plan(self, paths: Sequence[Path]) -> ImportPlan:
        """What these files would change; writes nothing."""
        found, faults = _read_all(paths)
        known = {state.template.id: state.template for state in self._revisions.states()}
        planned = []
        for template in found.values():
            before = known.get(template.id)
            change = difference(before, template) if before else None
            if change is None or not change.none:
                planned.append(Planned(template, before, change))
        return ImportPlan(tuple(planned), len(found) - len(planned), tuple(faults))

    def apply(self, templates: Iterable[Template], at: datetime) -> tuple[int, ...]:
        """Keep templates of a plan as revisions, all or none; the revisions made, for `Revisions.take_back`."""
        return self._revisions.take_in(templates, at)

    def take_in(self, paths: Sequence[Path], at: datetime) -> TakenIn:
        """Keep the templates in these files as revisions at once; those with faults are left out and named."""
        plan = self.plan(paths)
        revisions = self.apply((planned.template for planned in plan.planned), at)
        return TakenIn(revisions, plan.same, plan.faults)


def _write(file: object, content: bytes) -> None:
    file.write(content)  # type: ignore[attr-defined]


def _read_all(paths: Sequence[Path]) -> tuple[dict[str, Template], list[Problem]]:
    found: dict[str, Template] = {}
    faults: list[Problem] = []
    for path in paths:
        try:
            read = _read(path)
        except Problem as problem:
            faults.append(problem)
            continue
        for one in read:
            if isinstance(one, Problem):
                faults.append(one)
            else:
                found[one.id] = one
    return found, faults


def _read(path: Path) -> list[Template | Problem]:
    if path.suffix.lower() != ".xlsx":
        return [read_toml(path)]
    try:
        with path.open("rb") as file:
            read = read_sheets(file, path.name)
    except OSError as error:
        raise Problem("template_file_unreadable", file=path.name, reason=error.strerror or "") from error
    found: list[Template | Problem] = [*read.stray]
    for data in read.data:
        try:
            template = read_form(data)
        except Problem as fault:
            found.append(_placed(fault, path.name, data["id"], read.rows[data["id"]]))
            continue
        wrong = [_placed(fault, path.name, template.id, read.rows[template.id]) for fault in faults_of(template)]
        found += wrong or [template]
    return found


_KEY = re.compile(r"(paragraphs|fields)\.(\d+)")


def _placed(fault: Problem, file: str, template: str, rows: Mapping[str, tuple[int, ...]]) -> Problem:
    """The fault with the sheet and the row where it is mended."""
    sheet, number = "Templates", 1
    key = _KEY.match(str(fault.params.get("key", "")))
    if key:
        sheet, number = key[1].capitalize(), int(key[2]) + 1
    elif "paragraph" in fault.params:
        sheet, number = "Paragraphs", int(str(fault.params["paragraph"]))
    elif fault.code == "template_field_twice":
        sheet, number = "Fields", len(rows.get("Fields", ()))
    places = rows.get(sheet, ())
    row = places[number - 1] if 0 < number <= len(places) else rows["Templates"][0]
    if not 0 < number <= len(places):
        sheet = "Templates"
    where = {"file": file, "template": template, "sheet": sheet, "row": row}
    return Problem(fault.code, fault.detail, **{**fault.params, **where})
