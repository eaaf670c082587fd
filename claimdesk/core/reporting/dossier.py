"""The dossier of one case: the proof with its hashes, the letter and the history, in one ZIP for whoever decides."""

from __future__ import annotations

import hashlib
import json
import time
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from claimdesk import __version__
from claimdesk.core.records.moments import moment_text
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.tasks import Task
from claimdesk.core.reporting.dossier_letter import Letter, letter_of
from claimdesk.core.reporting.dossier_pages import DossierPages
from claimdesk.core.reporting.dossier_parts import Exhibit, Lacking, exhibits_of, history_of, lacking_items
from claimdesk.core.storage import evidence_files
from claimdesk.core.storage.atomic import replace_file

if TYPE_CHECKING:
    from claimdesk.core.cases.cases import Cases
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.deadlines.deadlines import Deadlines
    from claimdesk.core.knowledge.wording import Wording

_BLOCK = 1 << 20
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a ZIP knows no day before


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier as it lies on the disk: `file` may be another name than asked for when the old file was held open."""

    file: Path
    exhibits: int


class Dossiers:
    """Writes the dossiers of the cases in a data folder."""

    def __init__(self, folder: Path, cases: Cases, deadlines: Deadlines, wording: Wording) -> None:
        self._folder, self._cases, self._deadlines, self._wording = folder, cases, deadlines, wording

    def lacking(self, case_id: int, now: datetime) -> tuple[Lacking, ...]:
        """The required items of the checklist that have no file yet. Raises Problem `case_unknown`."""
        return lacking_items(self._cases.view(case_id, now))

    def write(
        self, case_id: int, path: Path, now: datetime, *, language: str = "en", reader: str = "",
        task: Task | None = None,
    ) -> Dossier:  # fmt: skip
        """The ZIP of a case: manifest, exhibits, letter, history and a page to read; in `language` (en or zh).

        The buyer's address, phone and mail, and the shop's own notes and considerations are left out. Raises Problem
        `case_unknown`, `dossier_incomplete` (naming the items in the language of the `reader`),
        `dossier_exhibit_damaged`, `report_folder_missing`, `report_disk_full` or `report_unwritable`, and Cancelled
        when the task is stopped; a file of that name is then still the old one.
        """
        view = self._cases.view(case_id, now)
        lacking = lacking_items(view)
        if lacking:
            raise _incomplete(view, lacking, reader or language)
        exhibits = exhibits_of(view, language, self._wording)
        letter = letter_of(self._cases, view, now)
        pages = self._pages(view, language)
        history = history_of(view, self._cases.events(case_id))
        texts = {
            "timeline.txt": pages.timeline(history),
            "case.html": pages.page(history, exhibits, letter),
        }
        if letter is not None:
            texts["letter.txt"] = pages.letter(letter)
        content = {name: text.encode("utf-8", "replace") for name, text in texts.items()}
        about = _manifest(view, exhibits, letter, content, now, language)

        def write(file: BinaryIO) -> None:
            with zipfile.ZipFile(file, "w") as packed:
                for name, text in {"manifest.json": _json(about), **content}.items():
                    packed.writestr(_entry(name, now), text, zipfile.ZIP_DEFLATED)
                self._pack(packed, exhibits, now, task or Task())

        return Dossier(replace_file(path, write), len(exhibits))

    def _pages(self, view: CaseView, language: str) -> DossierPages:
        place = self._deadlines.marketplaces.get(view.order.marketplace, view.order.platform)
        return DossierPages(view, place.title.get(language), place.zone, language, self._wording)

    def _pack(self, packed: zipfile.ZipFile, exhibits: Iterable[Exhibit], now: datetime, task: Task) -> None:
        exhibits = tuple(exhibits)
        total, done = sum(exhibit.size for exhibit in exhibits), 0
        for exhibit in exhibits:
            digest = hashlib.sha256()
            info = _entry(exhibit.file, now)
            info.file_size = exhibit.size  # more than 2 GB needs another form, and it is chosen by this
            with self._open(exhibit) as source, packed.open(info, "w") as target:
                while block := _read(source, exhibit):
                    digest.update(block)
                    target.write(block)
                    done += len(block)
                    task.step(min(done, total), total)
            if digest.hexdigest() != exhibit.sha256:
                raise _damaged(exhibit)

    def _open(self, exhibit: Exhibit) -> BinaryIO:
        try:
            return evidence_files.located(self._folder, exhibit.sha256).open("rb")
        except (OSError, Problem) as error:
            raise _damaged(exhibit) from error


def _read(source: BinaryIO, exhibit: Exhibit) -> bytes:
    try:
        return source.read(_BLOCK)
    except OSError as error:  # the disk under the evidence, not the one that is written to
        raise _damaged(exhibit) from error


def _damaged(exhibit: Exhibit) -> Problem:
    return Problem("dossier_exhibit_damaged", name=exhibit.name, number=exhibit.number)


def _incomplete(view: CaseView, lacking: Iterable[Lacking], reader: str) -> Problem:
    between = "；" if reader.startswith("zh") else "; "
    items = between.join(item.label.get(reader) for item in lacking)
    return Problem("dossier_incomplete", case=view.case.ref, items=items)


def _entry(name: str, now: datetime) -> zipfile.ZipInfo:
    when = time.gmtime(now.timestamp())[:6]
    entry = zipfile.ZipInfo(name, max(when, _EARLIEST))
    entry.external_attr = 0o100644 << 16
    return entry


def _manifest(
    view: CaseView, exhibits: Iterable[Exhibit], letter: Letter | None, content: dict[str, bytes], now: datetime,
    language: str,
) -> dict[str, Any]:  # fmt: skip
    return {
        "made_by": f"ClaimDesk {__version__}",
        "made_at": moment_text(now),
        "language": language,
        "case": view.case.ref,
        "platform": view.order.platform,
        "marketplace": view.order.marketplace,
        "order_no": view.order.order_no,
        "scenario": {"id": view.scenario.id, "title": view.scenario.title.get(language)},
        "exhibits": [
            {
                "number": exhibit.number,
                "file": exhibit.file,
                "item": exhibit.item,
                "title": exhibit.title,
                "name": exhibit.name,
                "sha256": exhibit.sha256,
                "size": exhibit.size,
                "added_at": moment_text(exhibit.at),
            }
            for exhibit in exhibits
        ],
        "letter": None if letter is None else {"status": letter.status, "at": moment_text(letter.at)},
        "files": [
            {"file": name, "sha256": hashlib.sha256(text).hexdigest(), "size": len(text)}
            for name, text in content.items()
        ],
        "left_out": ["buyer_address", "buyer_phone", "buyer_email", "notes"],
    }


def _json(about: dict[str, Any]) -> bytes:
    # A lone surrogate in a file name of old data cannot be written as UTF-8.
    return json.dumps(about, ensure_ascii=False, indent=2).encode("utf-8", "replace")
