"""Which shop the orders of a file are of: as chosen, as the file says, else where its orders are already."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from claimdesk.core.importing.cells import folded, is_masked
from claimdesk.core.importing.fields import ORDER_VALUES
from claimdesk.core.records.shops import CHOSEN, FIRST_SHOP, ORDERS, OTHERS, REMEMBERED, SAID, USUAL, ShopShare
from claimdesk.core.shop.shops import shop_name
from claimdesk.core.storage import setting_rows, shop_rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from claimdesk.core.importing.parsing import ParsedFile

_SAME_PURCHASE = 3  # days that reports may differ in what they call the purchase, zones included
COMPARED = ("purchased_at", "buyer_email", "buyer_name", "currency", "total_minor")
_PLACES = tuple(map(ORDER_VALUES.index, COMPARED))
_LOOKED_AT = 20_000  # orders of a file that are looked up to find its shop
_REMEMBERED, _CALLED = "import.shop.", "import.shop_called."


@dataclass(frozen=True, slots=True)
class Placed:
    """The shop of each order of a file by position, and the shops with their shares, the largest first."""

    ids: Sequence[int]
    shares: tuple[ShopShare, ...]

    @property
    def first(self) -> int:
        """The shop of the file where it is of one: that of its events."""
        return self.shares[0].id if self.shares else FIRST_SHOP


def compared(values: Sequence[Any]) -> list[Any]:
    """Of an order's values those by which `another_order` tells orders apart."""
    return [values[place] for place in _PLACES]


def another_order(stored: Sequence[Any], read: Sequence[Any]) -> bool:
    """Whether two orders with one number cannot be the same; both are values as `COMPARED`.

    One order is bought once and by one buyer: purchase days far apart, or another buyer with all that is known of
    him, are two orders, of two shops that count alike (Shopify's #1001).
    """
    if stored[0] and read[0]:
        apart = date.fromisoformat(str(stored[0])[:10]) - date.fromisoformat(str(read[0])[:10])
        if abs(apart.days) > _SAME_PURCHASE:
            return True
    people = [_differ(stored[at], read[at]) for at in (1, 2)]
    money = [_differ(stored[at], read[at]) for at in (3, 4)]
    return True in people and False not in people and True in money


def _differ(stored: Any, read: Any) -> bool | None:
    """Whether two values differ; None where one of them is not known."""
    if stored in (None, "") or read in (None, ""):
        return None
    if isinstance(stored, str) and (is_masked(stored) or is_masked(str(read))):
        return None
    return folded(str(stored)) != folded(str(read))


def place_orders(conn: Connection, parsed: ParsedFile) -> Placed:
    """Find the shop of every order of a file; nothing is written. A chosen shop that is gone counts as none."""
    said = _said(parsed)
    finder = _Finder(conn, parsed, said)
    shares: dict[str, ShopShare] = {}
    for name, count in (Counter(said) or Counter({parsed.shop_said: 0})).most_common():
        shares[name] = replace(finder.shop_of(name, shares.values()), orders=count, said=name)
    if len(shares) == 1:
        return Placed([next(iter(shares.values())).id] * len(said), tuple(shares.values()))
    return Placed([shares[name].id for name in said], tuple(shares.values()))


def _said(parsed: ParsedFile) -> Sequence[str]:
    """What the file calls the shop of each order, empty where it does not say."""
    return parsed.orders.shops or [parsed.shop_said] * len(parsed.orders.numbers)


def make_shops(conn: Connection, placed: Placed) -> Placed:
    """Make the shops that are not there yet; the ids are then theirs."""
    new = {share.id: share.name for share in placed.shares if share.is_new}
    if not new:
        return placed
    made = {shop: shop_rows.add(conn, name) for shop, name in new.items()}
    shares = tuple(replace(share, id=made.get(share.id, share.id)) for share in placed.shares)
    return Placed([made.get(shop, shop) for shop in placed.ids], shares)


def remember(conn: Connection, parsed: ParsedFile, placed: Placed) -> None:
    """Keep what was chosen for files of this kind, and what files call the shops, for the next time."""
    said = _said(parsed)
    for share in placed.shares:
        if share.because == CHOSEN:
            _keep(conn, _REMEMBERED + _kind(parsed), share.id)
        if share.said and (share.because != CHOSEN or len(placed.shares) == 1):
            _keep(conn, _called(_platform(parsed, said, share.said), share.said), share.id)


def _keep(conn: Connection, key: str, shop_id: int) -> None:
    if setting_rows.setting(conn, key, 0) != shop_id:
        setting_rows.set_setting(conn, key, shop_id)


def _called(platform: str, said: str) -> str:
    return f"{_CALLED}{platform}.{folded(said)}"


def _kind(parsed: ParsedFile) -> str:
    return parsed.recognition.signature or parsed.recognised.format.definition.id


def _platform(parsed: ParsedFile, said: Sequence[str], name: str) -> str:
    """The platform that most orders of a shop in the file are of."""
    platforms = parsed.orders.platforms
    if len(set(platforms)) == 1:
        return platforms[0]
    found = Counter(platform for platform, shop in zip(platforms, said, strict=True) if shop == name)
    return found.most_common(1)[0][0] if found else parsed.recognised.format.definition.platform


class _Finder:
    """Finds the shop of the orders that a file says one thing about."""

    def __init__(self, conn: Connection, parsed: ParsedFile, said: Sequence[str]) -> None:
        self._conn, self._parsed, self._said = conn, parsed, said
        self._choices = parsed.recognition.choices
        self._names = {one.id: one.name for one in shop_rows.shops(conn, counted=False)}
        self._names[FIRST_SHOP] = self._names[FIRST_SHOP] or str(setting_rows.setting(conn, "shop.name"))
        self._calls: dict[str, int] = setting_rows.starting(conn, _CALLED)

    def shop_of(self, said: str, others: Iterable[ShopShare]) -> ShopShare:
        """The shop of the orders of which the file says `said`; `others` are found already."""
        if self._choices.shop in self._names or self._choices.new_shop:
            return self._chosen()
        platform = _platform(self._parsed, self._said, said)
        called = self._calls.get(_called(platform, said), 0) if said else 0
        known = called if called in self._names else self._named(said)
        if known:
            return self._share(known, SAID)
        if not said and len(self._names) == 1 and not self._parsed.orders.numbered_by_shop:
            return self._share(FIRST_SHOP, USUAL)
        same, other = self._held(said)
        holder = max(same, key=lambda shop: (same[shop], -shop), default=0)
        taken = list(others)
        is_another = bool(said) and self._is_another(platform, said, taken)
        # Some numbers are a record's of the shop and equal by chance: against another name only most of them count.
        if holder and (not is_another or same[holder] * 2 > self._said.count(said)):
            return self._share(holder, ORDERS)
        if is_another:
            return self._new(said, SAID, taken)
        remembered = setting_rows.setting(self._conn, _REMEMBERED + _kind(self._parsed), 0)
        usual = remembered if remembered in self._names and not said else FIRST_SHOP
        if other[usual]:
            return self._beside(usual, other, said or self._own(platform), platform, taken)
        return self._share(usual, REMEMBERED if remembered == usual else SAID if said else USUAL)

    def _chosen(self) -> ShopShare:
        shop = self._choices.shop if self._choices.shop in self._names else self._named(self._choices.new_shop)
        return self._share(shop, CHOSEN) if shop else self._new(self._choices.new_shop, CHOSEN, ())

    def _is_another(self, platform: str, said: str, taken: Iterable[ShopShare]) -> bool:
        """Whether the first shop is called something else on this platform."""
        head = _called(platform, "")
        if any(shop == FIRST_SHOP and key.startswith(head) for key, shop in self._calls.items()):
            return True
        mine = [share.said for share in taken if share.id == FIRST_SHOP]
        return any(_platform(self._parsed, self._said, name) == platform for name in mine if name != said)

    def _beside(
        self, usual: int, other: Counter[int], name: str, platform: str, taken: Iterable[ShopShare]
    ) -> ShopShare:
        """Another shop than the usual one, whose orders have these numbers."""
        free = [shop for shop in self._names if shop != usual and not other[shop] and self._sells_on(shop, platform)]
        made = self._share(free[0], OTHERS) if len(free) == 1 else self._new(name, OTHERS, taken)
        return replace(made, against=other[usual])

    def _sells_on(self, shop: int, platform: str) -> bool:
        sql = "SELECT 1 FROM orders WHERE shop_id = ? AND platform = ? LIMIT 1"
        return self._conn.exec_driver_sql(sql, (shop, platform)).first() is not None

    def _held(self, said: str) -> tuple[Counter[int], Counter[int]]:
        """How many of the orders each shop holds, and how many other orders with their numbers."""
        orders = self._parsed.orders
        places: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for at, (number, name) in enumerate(zip(orders.numbers[:_LOOKED_AT], self._said, strict=False)):
            if name == said:
                places[orders.platforms[at]][number] = at
        same: Counter[int] = Counter()
        other: Counter[int] = Counter()
        for platform, numbers in places.items():
            for shop, number, *stored in shop_rows.holders(self._conn, platform, numbers, COMPARED):
                differs = orders.numbered_by_shop and another_order(stored, compared(orders.values[numbers[number]]))
                (other if differs else same)[shop] += 1
        return same, other

    def _named(self, name: str) -> int:
        """The shop of this name, or that files call so; 0 when there is none."""
        plain = shop_name(name).casefold()
        if not plain:
            return 0
        by_name = (shop for shop, known in self._names.items() if known.casefold() == plain)
        calls = (shop for key, shop in self._calls.items() if key.endswith("." + folded(name)) and shop in self._names)
        return next(by_name, 0) or next(calls, 0)

    def _own(self, platform: str) -> str:
        """A name for a shop that nobody named: `Shopify 2`."""
        taken = {name.casefold() for name in self._names.values()}
        names = (f"{platform.capitalize()} {count}" for count in range(2, len(taken) + 4))
        return next(name for name in names if name.casefold() not in taken)

    def _share(self, shop: int, because: str) -> ShopShare:
        return ShopShare(shop, self._names[shop], because)

    def _new(self, name: str, because: str, taken: Iterable[ShopShare]) -> ShopShare:
        return ShopShare(min([0, *(share.id for share in taken)]) - 1, shop_name(name), because)
