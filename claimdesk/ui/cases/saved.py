"""The filters that the owner saved: kept with the shop, so that a backup has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from claimdesk.ui.cases.filters import ALL_OPEN, AMOUNTS, DUE, OPENED, CaseQuery
from claimdesk.ui.cases.kept import one_of

KEY = "cases.filters"
OWN = "own:"
MOST = 40
NAME = 60  # characters


@dataclass(frozen=True, slots=True)
class OwnFilter:
    """A query under a name."""

    name: str
    query: CaseQuery

    @property
    def value(self) -> str:
        """What it is called among the filters at the left."""
        return OWN + self.name


def kept(filters: Iterable[OwnFilter]) -> list[dict[str, Any]]:
    """The filters as a setting keeps them."""
    return [{"name": one.name, **asdict(one.query)} for one in filters]


def read(value: object) -> tuple[OwnFilter, ...]:
    """The filters of a setting; whatever is none is left out."""
    entries = value if isinstance(value, list) else []
    found = (_filter(entry) for entry in entries[:MOST] if isinstance(entry, dict))
    return tuple({one.name: one for one in found if one.name}.values())


def _filter(entry: dict[str, Any]) -> OwnFilter:
    def texts(key: str) -> tuple[str, ...]:
        values = entry.get(key)
        return tuple(one for one in values if isinstance(one, str)) if isinstance(values, list | tuple) else ()

    shops = entry.get("shops")
    query = CaseQuery(
        saved=str(entry.get("saved") or ALL_OPEN),
        text=str(entry.get("text") or ""),
        platforms=texts("platforms"),
        scenarios=texts("scenarios"),
        shops=tuple(one for one in shops if isinstance(one, int)) if isinstance(shops, list | tuple) else (),
        due=one_of(entry.get("due"), DUE),
        opened=one_of(entry.get("opened"), OPENED),
        amount=one_of(entry.get("amount"), AMOUNTS),
    )
    return OwnFilter(cleaned(entry.get("name")), query)


def cleaned(name: object) -> str:
    """A name in one line, of bounded length."""
    return " ".join(str(name or "").split())[:NAME]


def with_filter(filters: tuple[OwnFilter, ...], name: str, query: CaseQuery) -> tuple[OwnFilter, ...]:
    """One more; of the same name it takes the place of the old."""
    new = OwnFilter(cleaned(name), query)
    if any(one.name == new.name for one in filters):
        return tuple(new if one.name == new.name else one for one in filters)
    return (*filters, new)


def without(filters: tuple[OwnFilter, ...], value: str) -> tuple[OwnFilter, ...]:
    """All but the one of this value."""
    return tuple(one for one in filters if one.value != value)
