"""The values a reply may use, read from an order, its facts and the shop.

Every name has a label and an example in `templates/replies/values.toml`; this table says where each comes from.
A value nobody knows is None. What reads differently in another language stands again under `name@zh` (for the
operator's gloss) and `name@en` (for a template that does not speak the marketplace's language).

| name | from |
|---|---|
| order_id, order_date, platform, currency, amount | the order: its number, day of purchase, platform's name, what was paid |
| item, quantity, sku | the first line of the order; `quantity` is the sum over the lines |
| buyer_name, buyer_first_name | the buyer (or who receives the parcel); None where the platform masks the name |
| carrier, tracking_no, ship_date, first_scan, last_scan | the newest parcel, else the order |
| ship_by, edd_from, edd_max, delivered_date | the order's promises and what became of them, as days |
| tracking_status | the fact `tracking` in words; None for a parcel on its way that no scan tells of |
| filed_at, contact_at, info_at, reply_at | the facts `claim_at`, `contact_at`, `info_at`, `replied_at`, as days |
| shop_name, signature, return_route | the shop's profile; the signature falls back on the name |
| today, promise_date, wait_until | the day of `now` in the marketplace's zone, 24 hours later, 7 days later |
| decided_at, claim_type, timeline, refund_date… | what messages, other files and the case tell: `told.py` |
| platform_id, region, fulfilment, this_year | plain codes for conditions (`amazon`, `US`, `seller`), not for texts |

Everything else in the table file (`delivery_place`, `offer`, `evidence_list`…) is a field that the operator
fills in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from claimdesk.core.deadlines.marketplaces import Marketplaces
from claimdesk.core.records.facts import Facts, FactValue
from claimdesk.core.records.moments import Moment, parse_moment
from claimdesk.core.records.money import Money
from claimdesk.core.records.orders import Order, Shipment
from claimdesk.core.replies.names import platform_title, tracking_words
from claimdesk.core.replies.told import told_moments, told_words
from claimdesk.core.replies.writing import day_text, first_name, money_text

THIS_YEAR = "this_year"  # a plain code, no name for texts: a typed day of another year is written with its year


class ShopWords(Protocol):
    """What a reply needs of the shop's profile."""

    @property
    def name(self) -> str:
        """The shop as buyers know it."""
        ...

    @property
    def signature(self) -> str:
        """Who signs, as in `Lin, Northlight Home customer service`."""
        ...

    @property
    def zone(self) -> str:
        """IANA name of the shop's own zone."""
        ...

    @property
    def return_route(self) -> str:
        """How a buyer sends something back."""
        ...


def order_values(
    order: Order, facts: Facts, shop: ShopWords, language: str, now: datetime, *, zone: str = ""
) -> dict[str, str | None]:
    """All values of the table above for a reply in `language` (`en`, `de`…), with `@zh` and `@en` variants.

    `now` is an instant; days are days in `zone`, the marketplace's when not given.
    """
    known = facts.values()
    region = str(known.get("region") or "")
    place = _zone(zone or _marketplaces().get(order.marketplace, order.platform).zone or shop.zone)
    plain = _plain(order, known, shop, region)
    values: dict[str, str | None] = dict(plain)
    values[THIS_YEAR] = str(now.astimezone(ZoneInfo(place)).year)
    values.update(_written(order, known, language, region, place, now))
    for other in ("zh", "en"):
        if other != language:
            written = _written(order, known, other, region, place, now)
            values.update({f"{name}@{other}": text for name, text in written.items()})
    return values


def _plain(order: Order, known: Mapping[str, FactValue], shop: ShopWords, region: str) -> dict[str, str | None]:
    parcel = _parcel(order)
    quantities = [line.quantity for line in order.lines if line.quantity]
    line = order.lines[0] if order.lines else None
    return {
        "order_id": order.order_no or None,
        "platform": platform_title(order.platform) or None,
        "platform_id": order.platform or None,
        "region": region or None,
        "fulfilment": order.fulfilment.value,
        "currency": order.currency or None,
        "item": _short(line.title) if line and line.title else None,
        "sku": line.sku or None if line else None,
        "quantity": str(sum(quantities)) if quantities else None,
        "buyer_name": order.buyer_name or order.ship_name or None,
        "buyer_first_name": first_name(order.buyer_name) or first_name(order.ship_name),
        "carrier": parcel.carrier or _text(known.get("carrier")),
        "tracking_no": parcel.tracking_no or _text(known.get("tracking_no")),
        "shop_name": shop.name or None,
        "signature": shop.signature or shop.name or None,
        "return_route": shop.return_route or None,
    }


def _written(
    order: Order, known: Mapping[str, FactValue], language: str, region: str, zone: str, now: datetime
) -> dict[str, str | None]:
    parcel = _parcel(order)
    today = now.astimezone(ZoneInfo(zone)).date()
    moments: dict[str, Moment | None] = {
        "order_date": order.purchased_at,
        "ship_date": parcel.shipped_at or order.shipped_at or _moment(known.get("shipped_at")),
        "first_scan": parcel.first_scan_at,
        "last_scan": parcel.last_scan_at,
        "ship_by": order.ship_by,
        "edd_from": order.deliver_from,
        "edd_max": order.deliver_by,
        "delivered_date": parcel.delivered_at or order.delivered_at or _moment(known.get("delivered_at")),
        "filed_at": _moment(known.get("claim_at")),
        "contact_at": _moment(known.get("contact_at")),
        "info_at": _moment(known.get("info_at")),
        "reply_at": _moment(known.get("replied_at")),
        "today": today,
        "promise_date": now + timedelta(hours=24),
        "wait_until": today + timedelta(days=7),
    }
    moments |= told_moments(order, known)

    def day(moment: Moment | None) -> str | None:
        return day_text(moment, language, region=region, zone=zone, year=today.year)

    written = {name: day(moment) for name, moment in moments.items()}
    scans = (parcel.first_scan_at, parcel.last_scan_at)
    written |= told_words(order, known, scans, language, zone, day)
    paid = None if order.total_minor is None else Money(order.total_minor, order.currency)
    written["amount"] = money_text(paid, language, region=region)
    written["tracking_status"] = tracking_words(_shown(parcel, known), language)
    return written


def _shown(parcel: Shipment, known: Mapping[str, FactValue]) -> str:
    """What the parcel is doing, as far as the record shows it.

    That it is on its way, or waits for its first scan, is concluded from a day of dispatch; a letter needs a scan.
    """
    tracking = _text(known.get("tracking")) or ""
    concluded = tracking in ("transit", "label") and not (parcel.last_scan_at or parcel.first_scan_at)
    return "" if concluded else tracking


def _parcel(order: Order) -> Shipment:
    """The newest parcel: the one with a number is better than one without."""
    numbered = [parcel for parcel in order.shipments if parcel.tracking_no]
    chosen = numbered or list(order.shipments)
    return chosen[-1] if chosen else Shipment()


def _short(title: str) -> str:
    """A listing title as people would say it: the part before the first comma or bar, at most 60 characters."""
    for mark in (",", "|", " - ", "，", "（", "("):
        head = title.split(mark, 1)[0].strip()
        if 8 <= len(head) < len(title):
            title = head
    return title if len(title) <= 60 else title[:60].rsplit(" ", 1)[0]


def _text(value: FactValue) -> str | None:
    return str(value) if value else None


def _moment(value: FactValue) -> Moment | None:
    try:
        return parse_moment(str(value)) if value else None
    except ValueError:
        return None


@cache
def _marketplaces() -> Marketplaces:
    return Marketplaces.load()


@cache
def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
    return name
