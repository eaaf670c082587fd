"""Account-health reports: the JSON of the seller account's rates, kept as figures of a marketplace and a window."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped
from claimdesk.core.records.order_events import HealthFigure
from claimdesk.core.records.problems import Problem, RowIssue

FORMAT_ID: Final = "amazon.account_health"
_LIMIT: Final = 32 << 20
_START: Final = b"\xef\xbb\xbf \t\r\n"
_METRICS: Final = {
    "orderDefectRate": "order_defect", "invoiceDefectRate": "invoice_defect", "lateShipmentRate": "late_shipment",
    "preFulfillmentCancellationRate": "cancellation", "orderCancellationRate": "cancellation",
    "onTimeDeliveryRate": "on_time_delivery", "validTrackingRate": "valid_tracking",
    "unitOnTimeDeliveryRate": "on_time_delivery",
}  # fmt: skip
_COUNTS: Final = ("orderWithDefects", "lateShipmentCount", "cancellationCount", "validTrackingCount",
                  "onTimeDeliveryCount", "invoiceDefect")  # fmt: skip


class AmazonMarketplaces(Knowledge):
    """Amazon's ids of marketplaces and the names that the house uses."""

    marketplaces: dict[str, str]


@dataclass(frozen=True, slots=True)
class HealthReport:
    """What a report holds: `figures`, and parts that are no figures as issues (`row` counts the rates from 1)."""

    figures: tuple[HealthFigure, ...]
    issues: tuple[RowIssue, ...]
    rows: int


def health_report(path: Path) -> HealthReport | None:
    """The figures of an account-health report; None when the file is something else, whatever it is.

    Raises Problem `file_truncated` when the file says it is such a report and is no whole JSON.
    """
    try:
        if path.stat().st_size > _LIMIT:
            return None
        with path.open("rb") as file:
            head = file.read(4096).lstrip(_START)
            if not head.startswith(b"{"):
                return None
            file.seek(0)
            raw = file.read(_LIMIT)
    except OSError:
        return None  # the reader of tables says what is wrong with it
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        if b'"performanceMetrics"' in raw:
            raise Problem("file_truncated", detail=type(error).__name__, file=path.name) from error
        return None
    if not isinstance(data, dict) or not isinstance(data.get("performanceMetrics"), list):
        return None
    return _figures(data["performanceMetrics"])


def _figures(places: list[Any]) -> HealthReport:
    known = read_knowledge(shipped("resources") / "health" / "amazon_marketplaces.toml", AmazonMarketplaces)
    figures: list[HealthFigure] = []
    issues: list[RowIssue] = []
    row = 0
    for place in places:
        if not isinstance(place, dict):
            continue
        place_id = str(place.get("marketplaceId", ""))[:40]
        marketplace = known.marketplaces.get(place_id, place_id)
        for key, rates in place.items():
            name = str(key)
            for rate in _rates(rates):
                row += 1
                figure = _figure(marketplace, _METRICS.get(name, name), rate)
                if figure is None:
                    issues.append(RowIssue(row, name, "health_figure_unreadable", str(rate)[:80]))
                else:
                    figures.append(figure)
    return HealthReport(tuple(figures), tuple(issues), row)


def _rates(value: Any) -> list[dict[str, Any]]:
    found = value if isinstance(value, list) else [value]
    if isinstance(value, dict) and "rate" not in value:  # one object for each way of shipping, named by it
        found = [{"fulfillmentType": way, **one} for way, one in value.items() if isinstance(one, dict)]
    return [one for one in found if isinstance(one, dict) and ("rate" in one or "reportingDateRange" in one)]


def _figure(marketplace: str, metric: str, rate: dict[str, Any]) -> HealthFigure | None:
    days = rate.get("reportingDateRange")
    if not isinstance(days, dict):
        return None
    first, last = _day(days.get("reportingDateFrom")), _day(days.get("reportingDateTo"))
    if not last:
        return None
    parts = {name: part["count"] for name, part in rate.items() if isinstance(part, dict) and _whole(part.get("count"))}
    parts |= {name: part for name, part in rate.items() if name != "orderCount" and _whole(part)}
    defects = next((parts[name] for name in _COUNTS if name in parts), None)
    return HealthFigure(
        platform="amazon",
        marketplace=marketplace,
        metric=metric,
        channel=str(rate.get("fulfillmentType") or "").lower()[:20],
        first_day=first,
        last_day=last,
        orders=rate["orderCount"] if _whole(rate.get("orderCount")) else None,
        defects=defects,
        rate=_decimal(rate.get("rate")),
        target=_decimal(rate.get("targetValue")),
        status=str(rate.get("status") or "")[:40],
        detail=json.dumps(parts, sort_keys=True),
    )


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 53


def _day(value: object) -> str:
    text = str(value or "")[:10]
    return text if len(text) == 10 and text[4] == text[7] == "-" and text.replace("-", "").isdigit() else ""


def _decimal(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return f"{value:.6f}".rstrip("0").rstrip(".") if abs(value) < 1e9 else ""
