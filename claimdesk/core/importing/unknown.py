"""Files of no known format: which row holds the headings, what each column may be, and a format made from that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Final

from claimdesk.core.importing.catalogue import KnownFormat, Proposed, Recognised
from claimdesk.core.importing.cells import clean
from claimdesk.core.importing.currency_words import shared_signs
from claimdesk.core.importing.evidence import fit, guess, platform_of
from claimdesk.core.importing.headings import normal_heading
from claimdesk.core.importing.schema import Amounts, Choice, Dates, ExportFormat, StatusRule, Title
from claimdesk.core.importing.sources import Beginning
from claimdesk.core.importing.synonyms import Meaning, Synonyms
from claimdesk.core.importing.value_words import fulfilments, marketplace_domain
from claimdesk.core.importing.values import Values
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.imports import FileChoices

UNKNOWN: Final = "unknown"
TITLE: Final = Bilingual("Unknown format", "未知格式")
TAKEN: Final = 60  # how sure a column must be to be used without asking
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SEARCHED: Final = 40
_IDENTITY: Final = frozenset({"line_id", "sku", "item_ref", "title"})
_CHINESE: Final = re.compile("[\u3400-\u9fff]")
# Japanese headings without kana are told by words and characters that Chinese does not write so.
_JAPANESE: Final = re.compile("[\u3040-\u30ff発価円様届払]|注文|受注|氏名|購入|郵便|個数|店舗|伝票|追跡|税込")


@dataclass(frozen=True, slots=True)
class Headings:
    """The row of a table that names its columns; `texts` may be made of two rows."""

    table: Beginning
    index: int
    texts: tuple[str, ...]
    known: float  # share of them that are known words
    names_orders: bool
    lower: tuple[str, ...] = ()  # the second row alone, where there are two

    @property
    def signature(self) -> str:
        """Stands for these headings, whatever their case and blanks."""
        texts = "\x1f".join(filter(None, map(normal_heading, self.texts)))
        return blake2b(texts.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    def meanings(self, at: int, synonyms: Synonyms, *, fuzzy: bool = True) -> tuple[Meaning, ...]:
        """What a column may be: by both rows, else by the second alone, a little less surely."""
        found = synonyms.meanings(self.texts[at], fuzzy=fuzzy)
        if found or not self.lower:
            return found
        return tuple(replace(one, sure=one.sure - 5) for one in synonyms.meanings(self.lower[at], fuzzy=fuzzy))

    def values(self) -> list[list[str]]:
        """For each column the cleaned values of the first rows below."""
        rows = self.table.rows[self.index + 1 :]
        return [[clean(row[at]) if at < len(row) else "" for row in rows] for at in range(len(self.texts))]


def find_headings(tables: Sequence[Beginning], synonyms: Synonyms) -> Headings | None:
    """The row that most likely holds headings; None for tables without a row of at least two texts."""
    best: tuple[tuple[bool, bool, bool, float], Headings] | None = None
    for table in tables:
        for one in _candidates(table, synonyms):
            filled = sum(map(bool, one.texts))
            filled_below = table.has_rows_below(one.index)
            rank = (table.visible, one.names_orders, filled_below, one.known * one.known * filled)
            if one.known and (best is None or rank > best[0]):
                best = (rank, one)
    if best is not None:
        return best[1]
    return _fullest(tables)


def _candidates(table: Beginning, synonyms: Synonyms) -> Iterator[Headings]:
    before: list[str] = []
    for index, row in enumerate(table.rows[:_SEARCHED]):
        # Control characters are the bytes of a picture or a program; nobody heads a column with them.
        cells = [cell.strip() if len(cell) <= 300 and not _CONTROL.search(cell) else "" for cell in row]
        if sum(map(bool, cells)) >= 2:
            yield _headings(table, index, cells, synonyms)
            if any(before) and sum(map(bool, before)) < len(cells):
                yield _headings(table, index, _combined(before, cells), synonyms, cells)
        before = cells


def _headings(
    table: Beginning, index: int, cells: Sequence[str], synonyms: Synonyms, lower: Sequence[str] = ()
) -> Headings:
    plain = Headings(table, index, tuple(cells), 0.0, names_orders=False, lower=tuple(lower))
    found = [plain.meanings(at, synonyms, fuzzy=False) for at, cell in enumerate(cells) if cell]
    known = sum(map(bool, found)) / max(1, len(found))
    names = any(meaning.field == "order_no" for meanings in found for meaning in meanings)
    return replace(plain, known=known, names_orders=names)


def _combined(upper: list[str], lower: list[str]) -> list[str]:
    """Two rows as one: a title over several columns belongs to each of them."""
    result: list[str] = []
    title = ""
    for at, cell in enumerate(lower):
        above = upper[at] if at < len(upper) else ""
        title = above or (title if cell else "")
        result.append(cell if not title or title == cell else f"{title} {cell}".strip())
    return result


def _fullest(tables: Sequence[Beginning]) -> Headings | None:
    for table in sorted(tables, key=lambda one: not one.visible):
        filled = [sum(1 for cell in row if cell.strip()) for row in table.rows[:_SEARCHED]]
        most = max(filled, default=0)
        for index, count in enumerate(filled):
            if count >= 2 and count * 2 >= most and not _CONTROL.search("".join(table.rows[index])):
                cells = tuple(cell.strip()[:300] for cell in table.rows[index])
                return Headings(table, index, cells, 0.0, names_orders=False)
    return None


def propose(headings: Headings, synonyms: Synonyms) -> tuple[Proposed, ...]:
    """What each column may be; a field is given to the column that suits it best, and to no other."""
    values = headings.values()
    wanted: list[tuple[int, int, str]] = []  # how sure, column, field
    known: set[int] = set()
    for at in range(len(headings.texts)):
        for meaning in headings.meanings(at, synonyms):
            known.add(at)
            if meaning.field:
                share = fit(meaning.field, values[at])
                sure = meaning.sure * (0.96 if share is None else 0.3 + 0.7 * share)
                wanted.append((round(sure), -at, meaning.field))
    taken: dict[str, int] = {}
    given: dict[int, tuple[str, int]] = {}
    for sure, place, name in sorted(wanted, reverse=True):
        if name not in taken and -place not in given:
            taken[name] = -place
            given[-place] = (name, sure)
    result: list[Proposed] = []
    for at, column in enumerate(values):
        name, sure = given.get(at, ("", 0))
        if not name and at not in known:
            name, sure = guess(column, synonyms.statuses, synonyms.platforms)
            name, sure = (name, sure) if name not in taken else ("", 0)
        result.append(Proposed(name, sure) if sure >= TAKEN else Proposed("", sure, name))
    return tuple(result)


def recognised(headings: Headings, synonyms: Synonyms, choices: FileChoices) -> Recognised:
    """The file as a format of its own: fields as chosen where the operator chose, else as proposed."""
    texts = _named(headings)
    proposed = propose(headings, synonyms)
    if choices.columns:
        chosen = {normal_heading(heading): name for heading, name in choices.columns}
        proposed = tuple(
            _chosen(one, chosen.get(normal_heading(text))) for one, text in zip(proposed, texts, strict=True)
        )
    columns: dict[str, str] = {}
    for one, text in zip(proposed, texts, strict=True):
        if one.field:
            columns.setdefault(text, one.field)
    values = dict(zip((one.field for one in proposed), headings.values(), strict=True))
    definition = _definition(columns, values, synonyms, choices, texts)
    return Recognised(KnownFormat(definition), headings.table, headings.index, headings.known, texts, proposed)


def _chosen(one: Proposed, name: str | None) -> Proposed:
    if name is None or (name and name == one.field):
        return one
    return Proposed(name, 100 if name else 0)


def _named(headings: Headings) -> tuple[str, ...]:
    """The headings; a blank one over values is called by its letter, so that it can be chosen."""
    values = headings.values()
    return tuple(text or (f"[{_letter(at)}]" if any(values[at]) else "") for at, text in enumerate(headings.texts))


def _letter(at: int) -> str:
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _definition(
    columns: dict[str, str],
    values: Mapping[str, Sequence[str]],
    synonyms: Synonyms,
    choices: FileChoices,
    texts: Sequence[str],
) -> ExportFormat:
    platform = choices.platform or platform_of(values.get("order_no", ())) or "other"
    zone = _zone(texts)
    names = "|".join(sorted(map(re.escape, synonyms.platforms), key=len, reverse=True))
    return ExportFormat.model_construct(
        id=UNKNOWN,
        platform=platform,
        title=Title(en=TITLE.en, zh=TITLE.zh),
        grain="line" if _IDENTITY & set(columns.values()) else "order",
        signature=(),
        columns=columns,
        dates=Dates(zone=choices.zone or zone, order="ask"),
        amounts=Amounts(currency=choices.currency, symbols=shared_signs(zone)),
        platform_of=Choice(field="platform", pattern=f"({names})", map=synonyms.platforms)
        if "platform" in columns.values()
        else None,
        marketplace=(
            Choice(field="marketplace", pattern=marketplace_domain(), keep=True),
            *(Choice(field="marketplace", map=sites) for sites in (synonyms.words.sites.get(platform),) if sites),
        ),
        fulfilment=(Choice(field="fulfilment", map=fulfilments()),),
        status=(StatusRule(field="status", map=synonyms.statuses),),
    )


def _zone(texts: Sequence[str]) -> str:
    """Hours in files with Chinese headings are Beijing's, in Japanese ones Tokyo's; nobody else says for sure."""
    if any(_JAPANESE.search(text) for text in texts):
        return "Asia/Tokyo"
    return "Asia/Shanghai" if sum(bool(_CHINESE.search(text)) for text in texts) * 2 >= len(texts) else "UTC"


def is_importable(found: Recognised) -> bool:
    """Whether a file of no known format can be imported without asking: half its headings known, the orders named."""
    return found.score >= 0.5 and any(one.field == "order_no" for one in found.proposed)


def note_mapping(values: Values, found: Recognised, choices: FileChoices) -> None:
    """Make another mapping of the same file another reading of it, and say when nobody knows the platform."""
    definition = found.format.definition
    values.decisions.append(
        f"{sorted(definition.columns.items())}{definition.platform}{choices.currency}{choices.zone}"
    )
    platforms = values.columns.get("platform")
    if definition.platform == "other" and not choices.platform:
        place = next((at for at, name in enumerate(platforms or ["other"]) if name == "other"), -1)
        if place >= 0 and values.numbers:
            values.warn(place, "platform", "platform_missing")
