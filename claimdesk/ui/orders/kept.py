"""What the list of orders was narrowed to, kept with the window; searched words and single imports are not."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QSettings

from claimdesk.core.records.orders import OrderFilter, OrderStatus

SPANS = ("7", "30", "90")
_STATUSES = frozenset(OrderStatus)
_FLAGS = ("late", "has_case", "unanswered")


def keep_filter(settings: QSettings, wanted: OrderFilter, today: date) -> None:
    """Keep the chips for the next start; the last days stay the last days."""
    settings.setValue("orders/platforms", " ".join(wanted.platforms))
    settings.setValue("orders/marketplaces", " ".join(wanted.marketplaces))
    settings.setValue("orders/statuses", " ".join(wanted.statuses))
    settings.setValue("orders/shops", " ".join(map(str, wanted.shops)))
    settings.setValue("orders/flags", " ".join(name for name in _FLAGS if getattr(wanted, name)))
    settings.setValue("orders/span", "" if wanted.purchased_to else span_of(wanted.purchased_from, today))


def kept_filter(settings: QSettings, today: date) -> OrderFilter:
    """The filter as it was kept; what is no value any more is left out."""

    def words(key: str) -> tuple[str, ...]:
        return tuple(str(settings.value(key, "") or "").split())

    flags = words("orders/flags")
    span = next((one for one in words("orders/span") if one in SPANS), "")
    return OrderFilter(
        platforms=words("orders/platforms"),
        marketplaces=words("orders/marketplaces"),
        statuses=tuple(OrderStatus(one) for one in words("orders/statuses") if one in _STATUSES),
        shops=tuple(int(shop) for shop in words("orders/shops") if shop.isdigit()),
        purchased_from=first_day(int(span), today) if span else "",
        late="late" in flags,
        has_case="has_case" in flags,
        unanswered="unanswered" in flags,
    )


def first_day(days: int, today: date) -> str:
    """The first of the last so many days, today being the last of them, as an ISO day."""
    return (today - timedelta(days=days - 1)).isoformat()


def span_of(first: str, today: date) -> str:
    """Which of the spans begins on a day; empty for none."""
    return next((span for span in SPANS if first_day(int(span), today) == first), "")
