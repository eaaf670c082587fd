"""Where a fact was read from, in a sentence of each language."""

from __future__ import annotations

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.moments import Moment, day_of
from claimdesk.core.records.order_events import OrderEvent

IMPORTED = Bilingual("From your import", "来自您导入的文件")
UNSAID = Bilingual("Your import does not say", "您导入的文件没有说明")
REFUND = Bilingual("Your import shows a refund", "您导入的文件显示有退款")
NO_REFUND = Bilingual("Your import shows no refund", "您导入的文件没有退款记录")
CANCELLED = Bilingual("Your import shows the order as cancelled", "您导入的文件显示订单已取消")
NOT_CANCELLED = Bilingual("Your import does not show the order as cancelled", "您导入的文件没有显示订单取消")
ASKED = Bilingual("Your import shows that the buyer asked to cancel", "您导入的文件显示买家申请了取消")
NOT_ASKED = Bilingual("Your import shows no request to cancel", "您导入的文件没有取消申请")
NO_NUMBER = Bilingual("Your import has no tracking number", "您导入的文件没有运单号")
LABEL = Bilingual(
    "Your import has a tracking number, and the order is not marked as shipped",
    "您导入的文件有运单号，但订单未标记为已发货",
)
UNDERWAY = Bilingual(
    "Shipped with a tracking number, and no delivery in your import", "已发货且有运单号，您导入的文件没有签收记录"
)
NO_LIMIT = Bilingual("Your import has no latest delivery date", "您导入的文件没有最晚送达日")
NO_DAY = Bilingual("Your import says “delivered” without a date", "您导入的文件显示已签收，但没有日期")

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def quoted(words: str) -> Bilingual:
    """The words of the file itself."""
    return Bilingual(f"Your import says “{words}”", f"您导入的文件写明「{words}」")


def status(words: str) -> Bilingual:
    """The order's state, with the file's own words where it has some."""
    return quoted(words) if words else Bilingual("By the status in your import", "按您导入的文件中的订单状态")


def country(code: str) -> Bilingual:
    """The country that the order goes to."""
    return Bilingual(f"Shipped to {code.upper()}", f"收货国家：{code.upper()}")


def purchased(moment: Moment) -> Bilingual:
    """The day of the purchase."""
    return _dated("Ordered on {day} by your import", "您导入的文件显示 {day} 下单", day=moment)


def ship_by(moment: Moment) -> Bilingual:
    """The day by which to ship."""
    return _dated("Latest ship date {day} in your import", "您导入的文件中最晚发货日为 {day}", day=moment)


def shipped(moment: Moment) -> Bilingual:
    """The day of dispatch."""
    return _dated("Shipped on {day} by your import", "您导入的文件显示 {day} 发货", day=moment)


def deliver_by(moment: Moment) -> Bilingual:
    """The day by which it should arrive."""
    return _dated("Latest delivery date {day} in your import", "您导入的文件中最晚送达日为 {day}", day=moment)


def delivered(moment: Moment) -> Bilingual:
    """The day of arrival."""
    return _dated("Delivered on {day} by the tracking in your import", "您导入的物流信息显示 {day} 签收", day=moment)


def scanned(moment: Moment) -> Bilingual:
    """The carrier's last scan."""
    return _dated("Last scan on {day} in your import", "您导入的物流信息中最后一次扫描为 {day}", day=moment)


def shipped_against(moment: Moment, limit: Moment) -> Bilingual:
    """Dispatch beside the day it was due."""
    return _dated(
        "Shipped on {day}; the latest ship date was {limit}",
        "{day} 发货，最晚发货日为 {limit}",
        day=moment,
        limit=limit,
    )


def delivered_against(moment: Moment, limit: Moment) -> Bilingual:
    """Arrival beside the day it was due."""
    return _dated(
        "Delivered on {day}; the latest delivery date was {limit}",
        "{day} 签收，最晚送达日为 {limit}",
        day=moment,
        limit=limit,
    )


def told_by(event: OrderEvent) -> Bilingual:
    """The row of the file that tells of an event."""
    where = {"file": event.file, "row": str(event.row)}
    if event.at is None:
        return Bilingual("Row {row} of {file}", "{file} 第 {row} 行").filled(**where)
    return _dated("{day}, by row {row} of {file}", "{day}，见 {file} 第 {row} 行", day=event.at, **where)


def _dated(en: str, zh: str, **parts: Moment | str) -> Bilingual:
    days = {name: day_of(part) for name, part in parts.items() if not isinstance(part, str)}
    texts = {name: part for name, part in parts.items() if isinstance(part, str)}
    english = texts | {name: f"{day.day} {_MONTHS[day.month - 1]} {day.year}" for name, day in days.items()}
    chinese = texts | {name: f"{day.year} 年 {day.month} 月 {day.day} 日" for name, day in days.items()}
    return Bilingual(en.format_map(english), zh.format_map(chinese))
