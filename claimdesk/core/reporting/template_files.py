"""Templates out of the house and back: TOML files one by one, or all of them in a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from claimdesk.core.records.problems import Problem
from claimdesk.core.replies.files import read_toml, sound, toml_text
from claimdesk.core.replies.revisions import Revisions
from claimdesk.core.replies.schema import Template
from claimdesk.core.reporting.atomic import replace_file
from claimdesk.core.reporting.template_workbook import read_templates, write_templates


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

    def take_in(self, paths: Sequence[Path], at: datetime) -> TakenIn:
        """Keep the templates in these files as revisions; those with faults are left out and named."""
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
        revisions = self._revisions.take_in(found.values(), at)
        return TakenIn(revisions, len(found) - len(revisions), tuple(faults))


def _write(file: object, content: bytes) -> None:
    file.write(content)  # type: ignore[attr-defined]


def _read(path: Path) -> list[Template | Problem]:
    if path.suffix.lower() != ".xlsx":
        return [read_toml(path)]
    try:
        with path.open("rb") as file:
            read = read_templates(file, path.name)
    except OSError as error:
        raise Problem("template_file_unreadable", file=path.name, reason=error.strerror or "") from error
    found: list[Template | Problem] = []
    for data in read:
        try:
            found.append(sound(data, path.name))
        except Problem as problem:
            found.append(problem)
    return found
