"""An order's instants on the calendar of its marketplace, so that days are named and compared as the platform does."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from claimdesk.core.records.orders import Order

R = TypeVar("R")


def on_calendar_of(order: Order, zone: str) -> Order:
    """The order with every instant in a zone (IANA name), those of its parcels and events too; days stay days."""
    place = ZoneInfo(zone)
    return replace(
        _moved(order, place),
        shipments=tuple(_moved(parcel, place) for parcel in order.shipments),
        events=tuple(_moved(event, place) for event in order.events),
    )


def _moved(record: R, place: ZoneInfo) -> R:
    moved: dict[str, Any] = {
        field.name: value.astimezone(place)
        for field in fields(record)  # type: ignore[arg-type]
        if isinstance(value := getattr(record, field.name), datetime)
    }
    return replace(record, **moved) if moved else record  # type: ignore[type-var]
