"""What notices make known about a case: facts, and the outcome of a decision; `resources/notices/effects.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from pydantic import Field

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.cases import Event
from claimdesk.core.records.facts import Fact, FactValue
from claimdesk.core.records.moments import Moment, parse_moment

_READ = Bilingual("Read from the notice “{subject}”", "读自通知“{subject}”")


class Effect(Knowledge):
    """One kind of notice: facts it states, facts that take its time, and the outcome that it records."""

    kind: str
    facts: dict[str, str | bool] = Field(default_factory=dict)
    at: tuple[str, ...] = ()
    outcome: str = ""
    outcome_not_counted: str = ""  # instead, when the notice says that it does not count


class Effects(Knowledge):
    """The effects of all kinds of notices."""

    checked: date
    issues: dict[str, str]
    effects: tuple[Effect, ...]


@cache
def effects() -> Effects:
    """The shipped effects. Raises Problem for a faulty file."""
    return read_knowledge(shipped("resources") / "notices" / "effects.toml", Effects)


def effect_of(kind: str) -> Effect | None:
    """What a kind of notice does; None for one that says nothing about a case."""
    return next((effect for effect in effects().effects if effect.kind == kind), None)


def outcome_of(kind: str, odr: str) -> str:
    """The outcome that a decision records; empty for a notice that decides nothing."""
    effect = effect_of(kind)
    if effect is None:
        return ""
    return effect.outcome_not_counted if odr == "not_counted" and effect.outcome_not_counted else effect.outcome


def notice_facts(notices: Iterable[Event]) -> Iterator[Fact]:
    """The facts that notices state, oldest notice first; of several that state the same, the last one counts."""
    for notice in notices:
        effect = effect_of(str(notice.data.get("kind")))
        if effect is None:
            continue
        because = _READ.filled(subject=str(notice.data.get("subject") or notice.data.get("kind")))
        found: dict[str, FactValue] = {**effect.facts}
        issue = effects().issues.get(str(notice.data.get("reason") or ""))
        if issue and "issue" not in found:
            found["issue"] = issue
        found.update(dict.fromkeys(effect.at, str(notice.data.get("sent_at") or "") or None))
        yield from (Fact(name, value, because) for name, value in found.items() if value is not None)


def printed_ends(notices: Iterable[Event]) -> Mapping[str, Moment]:
    """By when each notice wants its answer, where it prints a day or a time: the fact that takes its time -> that end.

    Of several notices that give the same fact its time, the last one counts; where it prints no end, none is given.
    """
    found: dict[str, Moment | None] = {}
    for notice in notices:
        effect = effect_of(str(notice.data.get("kind")))
        if effect is not None and notice.data.get("sent_at"):
            found.update(dict.fromkeys(effect.at, parse_moment(str(notice.data.get("respond_by") or ""))))
    return {fact: end for fact, end in found.items() if end is not None}
