"""The remedies beside each other, in whole minor units: costs, what is forbidden, the best, the chance of losing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.remedies import arithmetic
from claimdesk.core.remedies.arithmetic import Inputs, Parts
from claimdesk.core.remedies.assumptions import Assumptions
from claimdesk.core.remedies.rules import Ruling, Rulings
from claimdesk.core.remedies.schema import OptionText

_STEPS = 20  # points of a line of the chart, without the first


@dataclass(frozen=True, slots=True)
class MinorParts:
    """The parts of a cost in minor units; they add up to the total. Goods that can be sold again count negative."""

    refund: int
    goods: int
    freight: int
    time: int
    risk: int


@dataclass(frozen=True, slots=True)
class Compared:
    """One remedy.

    `line` explains it. `forbidden` says why it cannot be chosen, `note` what has to be known. `offer_minor` is what
    the buyer is offered in part, and `otherwise` the remedy that follows when that is declined.
    """

    id: str
    title: Bilingual
    short: Bilingual
    line: Bilingual
    parts: MinorParts
    total_minor: int
    forbidden: Ruling | None = None
    note: Ruling | None = None
    offer_minor: int = 0
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class CurveLine:
    """The expected cost of one remedy over the chance of losing: `(chance, minor units)`, chances from 0 to 1."""

    option: str
    points: tuple[tuple[float, int], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every remedy that makes sense here: the allowed by expected cost, then the forbidden.

    `best` and `second` are allowed ones (empty when there is none), `margin_minor` lies between them; `close` asks the
    operator to look again because they differ by little. `contest_up_to` is the chance of losing up to which a
    contest costs the least (None when it never does). `break_even_minor` is the revenue above which a replacement is
    cheaper than a refund, `break_even_risk_minor` with the risk of a second failure; None when it never is.
    """

    currency: str
    options: tuple[Compared, ...]
    best: str
    second: str
    margin_minor: int
    close: bool
    estimated: tuple[str, ...]
    base_minor: int
    break_even_minor: int | None
    break_even_risk_minor: int | None
    chance: float
    contest_up_to: float | None
    curve: tuple[CurveLine, ...]
    reminders: tuple[Ruling, ...]

    def option(self, option_id: str) -> Compared | None:
        """The remedy with this id."""
        return next((option for option in self.options if option.id == option_id), None)


def compared(
    texts: tuple[OptionText, ...], assumptions: Assumptions, said: Rulings, close_under: Decimal
) -> Comparison:
    """The comparison of these remedies under what the rules say."""
    inputs = assumptions.inputs()
    ids = tuple(text.id for text in texts)
    allowed = tuple(id_ for id_ in ids if id_ not in said.forbidden)
    costs, otherwise = costs_of(inputs, ids, allowed)
    rows = [_row(text, costs[text.id], said, inputs, otherwise) for text in texts]
    rows.sort(key=lambda row: (row.forbidden is not None, row.total_minor))
    open_rows = [row for row in rows if row.forbidden is None]
    margin = open_rows[1].total_minor - open_rows[0].total_minor if len(open_rows) > 1 else 0
    return Comparison(
        currency=assumptions.currency,
        options=tuple(rows),
        best=open_rows[0].id if open_rows else "",
        second=open_rows[1].id if len(open_rows) > 1 else "",
        margin_minor=margin,
        close=len(open_rows) > 1 and margin < close_under * abs(open_rows[1].total_minor),
        estimated=assumptions.estimated,
        base_minor=whole(arithmetic.refund_base(inputs)),
        break_even_minor=_maybe(arithmetic.break_even(inputs)),
        break_even_risk_minor=_maybe(arithmetic.break_even_at_risk(inputs)),
        chance=float(inputs.chances.lose),
        contest_up_to=_contest_up_to(inputs, allowed),
        curve=_curve(inputs, ids, allowed),
        reminders=said.reminders,
    )


def costs_of(inputs: Inputs, ids: tuple[str, ...], allowed: tuple[str, ...]) -> tuple[Mapping[str, Parts], str]:
    """The cost of each remedy asked for, and the one that follows when a partial refund is declined.

    That is the cheapest other one that is allowed; where all others are forbidden, the cheapest of them.
    """
    formulas = {
        "keep": arithmetic.keep,
        "return": arithmetic.returned,
        "resend": arithmetic.resend,
        "contest": arithmetic.contest,
    }
    costs = {id_: formulas[id_](inputs) for id_ in ids if id_ in formulas}
    if "partial" not in ids:
        return costs, ""
    others = [id_ for id_ in costs if id_ in allowed] or list(costs)
    otherwise = min(others, key=lambda id_: costs[id_].total, default="")
    following = costs[otherwise] if otherwise else arithmetic.keep(inputs)
    return {**costs, "partial": arithmetic.offered_part(inputs, following)}, otherwise


def _row(text: OptionText, parts: Parts, said: Rulings, inputs: Inputs, otherwise: str) -> Compared:
    rounded, total = _rounded(parts)
    return Compared(
        id=text.id,
        title=text.title,
        short=text.short,
        line=text.line,
        parts=rounded,
        total_minor=total,
        forbidden=said.forbidden.get(text.id),
        note=said.notes.get(text.id),
        offer_minor=whole(inputs.partial * inputs.revenue) if text.id == "partial" else 0,
        otherwise=otherwise if text.id == "partial" else "",
    )


def whole(amount: Decimal) -> int:
    """Whole minor units, a half rounded up."""
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def _maybe(amount: Decimal | None) -> int | None:
    return None if amount is None else whole(amount)


def _rounded(parts: Parts) -> tuple[MinorParts, int]:
    """Whole parts that add up to the rounded total: what is left over goes to the largest fractions."""
    total = whole(parts.total)
    exact = {field.name: getattr(parts, field.name) for field in fields(parts)}
    floors = {name: int(value.to_integral_value(ROUND_FLOOR)) for name, value in exact.items()}
    left = total - sum(floors.values())
    by_fraction = sorted(exact, key=lambda name: exact[name] - floors[name], reverse=True)
    for name in by_fraction[:left]:
        floors[name] += 1
    return MinorParts(**floors), total


def _curve(inputs: Inputs, ids: tuple[str, ...], allowed: tuple[str, ...]) -> tuple[CurveLine, ...]:
    lines: dict[str, list[tuple[float, int]]] = {id_: [] for id_ in allowed}
    for step in range(_STEPS + 1):
        chance = Decimal(step) / _STEPS
        costs, _ = costs_of(inputs.losing(chance), ids, allowed)
        for id_, points in lines.items():
            points.append((float(chance), whole(costs[id_].total)))
    return tuple(CurveLine(id_, tuple(points)) for id_, points in lines.items())


def _contest_up_to(inputs: Inputs, allowed: tuple[str, ...]) -> float | None:
    """A part that is accepted must beat a contest by itself: declined, it leads to the contest at most."""
    if "contest" not in allowed:
        return None
    flat = {
        "keep": arithmetic.keep,
        "return": arithmetic.returned,
        "resend": arithmetic.resend,
        "partial": arithmetic.accepted_part,
    }
    others = [flat[id_](inputs).total for id_ in allowed if id_ in flat]
    if not others:
        return 1.0
    room, loss = min(others) - inputs.labour, arithmetic.loss(inputs)
    if room < 0:
        return None
    return 1.0 if loss <= 0 else min(1.0, float(room / loss))
