"""The earlier states of a draft: kept beside it while it is typed, a bounded number, the newest last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from claimdesk.core.records.moments import moment_text

MOST = 30
APART = timedelta(seconds=60)  # typing within a minute makes one state
_CUT = 0.7  # a text that lost more than this share's rest begins a new state: what went may be wanted back

_EARLIER, _SINCE = "earlier", "since"


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """One state of a draft: since when it stood (None in data of an older program), and what was kept of it."""

    at: datetime | None
    data: Mapping[str, Any]

    @property
    def text(self) -> str:
        """The words that would have gone out."""
        return str(self.data.get("text", ""))


def with_state(row: Mapping[str, Any] | None, data: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    """The row to keep for a new state, with the earlier ones it leaves behind."""
    if row is None:
        return {**data, _SINCE: moment_text(at), _EARLIER: []}
    before, earlier = _plain(row), list(row.get(_EARLIER) or [])
    since = row.get(_SINCE)
    if before == data:
        return {**row}
    if _is_new_state(before, data, since, at):
        earlier = [*earlier, {**before, _SINCE: since}][-MOST:]
        since = moment_text(at)
    return {**data, _SINCE: since or moment_text(at), _EARLIER: earlier}


def current(row: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """What stands in the step now, without what it was before."""
    return None if row is None else _plain(row)


def earlier_states(row: Mapping[str, Any] | None) -> tuple[KeptDraft, ...]:
    """The states a draft had before, the newest first."""
    found = (row or {}).get(_EARLIER) or []
    return tuple(KeptDraft(_instant(one.get(_SINCE)), _plain(one)) for one in reversed(found))


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in (_EARLIER, _SINCE)}


def _is_new_state(before: Mapping[str, Any], data: Mapping[str, Any], since: Any, at: datetime) -> bool:
    began = _instant(since)
    other = any(before.get(key) != data.get(key) for key in ("template", "language"))
    shorter = len(str(data.get("text", ""))) < _CUT * len(str(before.get("text", "")))
    return other or shorter or began is None or not timedelta() <= at - began < APART


def _instant(text: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(str(text)) if text else None
    except ValueError:
        return None
