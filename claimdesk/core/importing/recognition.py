"""What a file is: the format chosen, else a known one, else a mapping kept for its headings, else a proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimdesk.core.importing.catalogue import Catalogue, KnownFormat, Recognised
from claimdesk.core.importing.sources import Beginning
from claimdesk.core.importing.unknown import UNKNOWN, find_headings, recognised
from claimdesk.core.records.imports import FileChoices, MappingProfile

Profiles = Mapping[str, MappingProfile]
_KNOWN_WORDS, _HEADINGS = 0.6, 4  # of a sheet that holds orders although no format knows it


@dataclass(frozen=True, slots=True)
class Recognition:
    """A recognised table; `signature` and `profile` only where no format knows it; `choices` with the profile's."""

    found: Recognised
    choices: FileChoices
    signature: str = ""
    profile: str = ""

    @property
    def is_unknown(self) -> bool:
        """Whether the columns were proposed or mapped."""
        return self.found.format.definition.id == UNKNOWN


def recognise(
    tables: Sequence[Beginning], catalogue: Catalogue, choices: FileChoices, profiles: Profiles
) -> Recognition | None:
    """The table to read and how; None when nothing in the file looks like headings, or the chosen format's are missing."""
    shown = [table for table in tables if table.name == choices.sheet] if choices.sheet else []
    tables = shown or tables
    if choices.format_id and choices.format_id != UNKNOWN:
        found = catalogue.recognise(tables, choices.format_id)
        return _applied(found, choices) if found else None
    if not choices.format_id and not choices.columns:
        known = catalogue.recognise(tables) or catalogue.resembling(tables)
        if known is not None:
            return _applied(known, choices)
    headings = find_headings(tables, catalogue.synonyms)
    if headings is None:
        return None
    profile = profiles.get(headings.signature)
    if profile is not None:
        choices = merged(choices, profile.choices)
    found = recognised(headings, catalogue.synonyms, choices)
    return replace(
        _applied(found, choices), signature=headings.signature, profile=profile.name if profile is not None else ""
    )


def merged(choices: FileChoices, kept: FileChoices) -> FileChoices:
    """What the operator chose now, and where that is nothing, what was kept."""
    return FileChoices(
        format_id=choices.format_id,
        encoding=choices.encoding,
        sheet=choices.sheet,
        columns=choices.columns or kept.columns,
        platform=choices.platform or kept.platform,
        currency=choices.currency or kept.currency,
        date_order=choices.date_order or kept.date_order,
        decimal=choices.decimal or kept.decimal,
        zone=choices.zone or kept.zone,
        repair=choices.repair or kept.repair,
        treatments=choices.treatments or kept.treatments,
        shop=choices.shop or (0 if choices.new_shop else kept.shop),
        new_shop=choices.new_shop,
        leave=choices.leave,
    )


def _applied(found: Recognised, choices: FileChoices) -> Recognition:
    """The format with what the operator chose in place of what it leaves open."""
    definition = found.format.definition
    dates: dict[str, object] = {"zone": choices.zone, "zones": {}} if choices.zone else {}
    if choices.date_order:
        dates["order"] = choices.date_order
    amounts: dict[str, object] = {"decimal": choices.decimal} if choices.decimal else {}
    if choices.currency:
        amounts["currency"] = choices.currency
    if dates or amounts:
        changes = {
            "dates": definition.dates.model_copy(update=dates),
            "amounts": definition.amounts.model_copy(update=amounts),
        }
        found = replace(found, format=KnownFormat(definition.model_copy(update=changes)))
    return Recognition(found, choices)


def sheets_like(
    tables: Sequence[Beginning], found: Recognised, catalogue: Catalogue
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the other sheets that hold orders too, those to see and the hidden ones.

    They have the same headings, or are in a known format, or their headings are known words and name the orders.
    """
    others = [table for table in tables if table.name and table.name != found.table.name]
    mine = [heading.strip().casefold() for heading in found.headings if heading.strip()]
    alike = [table for table in others if _has_orders(table, mine, catalogue)]
    return (
        tuple(table.name for table in alike if table.visible),
        tuple(table.name for table in alike if not table.visible),
    )


def _has_orders(table: Beginning, headings: list[str], catalogue: Catalogue) -> bool:
    for index, row in enumerate(table.rows):
        if [cell.strip().casefold() for cell in row if cell.strip()] == headings:
            return table.has_rows_below(index)
    known = catalogue.recognise([table])
    if known is not None:
        return table.has_rows_below(known.index)
    words = find_headings([table], catalogue.synonyms)
    if words is None or not words.names_orders or words.known < _KNOWN_WORDS:
        return False
    return sum(map(bool, words.texts)) >= _HEADINGS and table.has_rows_below(words.index)
