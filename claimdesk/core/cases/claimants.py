"""How often the buyer of an order has claimed before, as far as this shop's own data tells; a help to be fair."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from claimdesk.core.cases.fold import fold
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.storage import similar_rows
from claimdesk.core.storage.folding import fold as fold_text

if TYPE_CHECKING:
    from claimdesk.core.cases.missing import KnownScenarios
    from claimdesk.core.orders.orders import Orders
    from claimdesk.core.records.orders import Order
    from claimdesk.core.storage.similar_rows import Person
    from claimdesk.core.storage.store import Store

SHOWN: Final = 20
_SAME_NAME: Final = 88.0  # of 100: "Jon Smith" and "Jonathan Smith" are not, "J. Smyth" is not, "Dana Withfield" is
_SAME_PLACE: Final = 86.0
FAIR: Final = Bilingual(
    "These are this shop’s own records. People share names and addresses, and every claim is judged by its own facts: "
    "accuse nobody.",
    "以上仅来自本店自己的记录。不同的人可能同名或同住一处；每个索赔都只看它自己的事实，不要指责任何人。",
)


@dataclass(frozen=True, slots=True)
class Match:
    """Another order that may be of the same buyer. `by` is email, username, address, name_place or name_variant."""

    order_id: int
    order_no: str
    name: str
    by: str
    cases: tuple[int, ...]
    claimed: bool  # a case, or a claim, a return or a refund in imported files


@dataclass(frozen=True, slots=True)
class Claimant:
    """What is known of a buyer: `orders` with this one, those `claimed`, and why, the most frequent reason first."""

    orders: int
    claimed: int
    reasons: tuple[tuple[Bilingual, int], ...]
    matches: tuple[Match, ...]
    note: Bilingual = FAIR

    @property
    def returning(self) -> bool:
        """Whether another order of this buyer was claimed as well."""
        return any(match.claimed for match in self.matches)


class Claimants:
    """Compares buyers by what the shop's own orders say of them."""

    def __init__(self, store: Store, orders: Orders, scenarios: KnownScenarios) -> None:
        self._store, self._orders, self._scenarios = store, orders, scenarios

    def of_order(self, order_id: int) -> Claimant:
        """What the other orders of the same buyer tell. Raises Problem `order_unknown`."""
        order = self._orders.order(order_id)
        with self._store.reading() as conn:
            people = [(person, by) for person in similar_rows.near(conn, order) if (by := same_buyer(order, person))]
            told = similar_rows.trouble(conn, [order.id, *(person.order_id for person, _ in people)])
            events = similar_rows.events_of(conn, [case for cases, _ in told.values() for case in cases])
        reasons: Counter[Bilingual] = Counter()
        for order_of, at, happened in events.values():
            reasons[self._scenarios.title(fold(order_of, at, happened).scenario)] += 1
        matches = tuple(
            Match(person.order_id, person.order_no, person.buyer_name or person.ship_name or person.username, by,
                  tuple(told.get(person.order_id, ([], []))[0]), person.order_id in told)
            for person, by in people
        )  # fmt: skip
        matches = tuple(sorted(matches, key=lambda match: not match.claimed))
        return Claimant(
            orders=len(matches) + 1,
            claimed=len(told),
            reasons=tuple(reasons.most_common(4)),
            matches=matches[:SHOWN],
        )


def same_buyer(order: Order, person: Person) -> str:
    """What speaks for one buyer behind two orders; empty when nothing but chance does. A name alone proves nothing."""
    if order.buyer_email and order.buyer_email.casefold() == person.email.casefold():
        return "email"
    if order.buyer_username and (order.buyer_username, order.platform) == (person.username, person.platform):
        return "username"
    here = order.ship_country == person.country
    postal = bool(order.ship_postal_code) and order.ship_postal_code == person.postal_code and here
    named = max(
        (_alike_names(one, other) for one in (order.buyer_name, order.ship_name) for other in (person.buyer_name, person.ship_name)),
        default=0.0,
    )  # fmt: skip
    if postal and order.ship_address and _alike(order.ship_address, person.address) >= _SAME_PLACE:
        return "address"
    if named >= _SAME_NAME:
        city = bool(order.ship_city) and _plain(order.ship_city) == _plain(person.city) and here
        if postal or city:
            return "name_place" if named == 100.0 else "name_variant"
    return ""


def _alike_names(one: str, other: str) -> float:
    """How alike two names are, of 100, whatever the order of their words and their script."""
    first, second = _plain(one), _plain(other)
    if min(len(first), len(second)) < 2 or (len(first) < 4 and first != second):
        return 0.0
    return float(fuzz.token_sort_ratio(first, second))


def _alike(one: str, other: str) -> float:
    return float(fuzz.token_sort_ratio(_plain(one), _plain(other))) if one and other else 0.0


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold_text(text)).split())
