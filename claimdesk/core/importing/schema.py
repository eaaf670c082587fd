"""What a file in `resources/formats/` says: how an export is recognised and what its columns mean."""

from typing import Literal

from pydantic import Field as Setting
from pydantic import field_validator, model_validator

from claimdesk.core.importing.fields import FIELDS
from claimdesk.core.knowledge.shipped import Knowledge
from claimdesk.core.records.order_events import OrderEventKind

Grain = Literal["order", "line", "unit", "summary_items", "shipment_line", "event"]


class Title(Knowledge):
    """What the format is called."""

    en: str
    zh: str


class Reading(Knowledge):
    """Hints for delimited text; the bytes decide, these settle what they leave open."""

    entities: bool = False  # texts hold HTML entities (`&quot;`)


class Dates(Knowledge):
    """How dates are written. Patterns are tried in order; ISO 8601 is always understood.

    Tokens: YYYY YY MM M DD D MMM HH H hh h mm ss A ZZ (offset) zzz (letters such as PST).
    """

    zone: str = ""  # IANA zone of hours without an offset
    zones: dict[str, str] = {}  # marketplace -> zone, before `zone`
    patterns: tuple[str, ...] = ()
    columns: dict[str, tuple[str, ...]] = {}  # field -> its own patterns
    order: Literal["", "day", "month", "ask"] = ""  # of `05/03/2026`; empty: as the first pattern with numbers says
    places: dict[str, tuple[str, ...]] = {}  # marketplace -> patterns before `columns` and `patterns`


class Amounts(Knowledge):
    """How money is written."""

    decimal: Literal[".", ",", ""] = ""  # what an ambiguous column uses
    currency: str = ""  # when neither a column nor a symbol says
    currencies: dict[str, str] = {}  # marketplace -> currency, before `currency`
    symbols: dict[str, str] = {}  # sign that several currencies share -> the one this export means by it


class Choice(Knowledge):
    """Where a value comes from: a constant, a map of what a field says, or a pattern over a field."""

    constant: str = ""
    field: str = ""
    map: dict[str, str] = {}  # folded text -> value
    pattern: str = ""  # regular expression with one group, over the folded text
    starts: bool = False  # a text that begins with a key of the map is enough
    keep: bool = False  # a text that the map does not hold is the value, folded


class StatusRule(Knowledge):
    """One way to an order's status: `present` when the field holds anything, else what the map or a pattern says."""

    field: str
    present: str = ""
    map: dict[str, str] = {}
    patterns: dict[str, str] = {}  # regular expression searched in the folded text -> status, after the map


class Drop(Knowledge):
    """Rows that are no data: the folded text of a field matches the expression from its start."""

    field: str = ""  # empty: the first three cells of the row, joined by blanks
    pattern: str


class Blob(Knowledge):
    """How several items or parcels are written into one cell."""

    split: str  # regular expression between the parts
    title: str = ""  # expressions with one group
    sku: str = ""
    variation: str = ""
    quantity: str = ""
    unit_price: str = ""
    carrier: str = ""
    tracking_no: str = ""


class Condition(Knowledge):
    """Whether one of some fields of a row is one of `any`, or holds `pattern`, or, with neither, holds anything."""

    fields: tuple[str, ...]
    any: tuple[str, ...] = ()  # folded texts
    pattern: str = ""  # regular expression searched in the folded text
    unless: bool = False  # turned round: none of the fields does


class EventRule(Knowledge):
    """What a row tells about its order. Of several fields the first that holds something counts."""

    kind: OrderEventKind
    when: tuple[Condition, ...] = ()  # all must hold
    key: tuple[str, ...]  # fields that make the event the same one in a later file
    order: str = "order_no"  # field with the number of the order that it belongs to
    at: str = ""
    reference: tuple[str, ...] = ()
    reason: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    comment: tuple[str, ...] = ()
    response: tuple[str, ...] = ()
    carrier: tuple[str, ...] = ()
    tracking_no: tuple[str, ...] = ()
    note: tuple[str, ...] = ()  # all that hold something, each as `heading: text`
    rating: str = ""
    quantity: str = ""
    amount: tuple[str, ...] = ()  # added up
    amount_else: tuple[str, ...] = ()  # added up where `amount` is nothing
    turned: bool = False  # the file writes with a minus what the buyer got
    needs_amount: bool = False  # no event where there is no amount
    progress: tuple[str, ...] = ()  # folded statuses in their order: an older file never moves one back

    def reads(self) -> set[str]:
        """Every field that the rule reads."""
        tested = {name for condition in self.when for name in condition.fields}
        texts = (self.key, self.reference, self.reason, self.status, self.comment, self.response, self.carrier)
        more = (self.tracking_no, self.note, self.amount, self.amount_else, (self.order, self.at))
        return {*tested, *(name for names in (*texts, *more) for name in names), self.rating, self.quantity} - {""}


class ExportFormat(Knowledge):
    """One export of one platform."""

    id: str
    platform: str
    title: Title
    kind: Literal["orders", "events"] = "orders"
    version: int = 1  # raised when the same file would be read differently than before
    grain: Grain
    signature: tuple[str, ...]
    note: str = ""
    columns: dict[str, str]  # heading -> field; several headings of one field: the first one that holds something
    ignored: tuple[str, ...] = ()  # headings that belong to the export and fill nothing
    reading: Reading = Reading()
    dates: Dates = Dates()
    amounts: Amounts = Amounts()
    platform_of: Choice | None = None
    marketplace: tuple[Choice, ...] = ()
    place: tuple[Choice, ...] = ()  # what zones and currencies go by where the marketplace does not tell the country
    fulfilment: tuple[Choice, ...] = ()
    status: tuple[StatusRule, ...] = ()
    drop: tuple[Drop, ...] = ()
    flags_true: tuple[str, ...] = ("true", "yes", "y", "1", "是")
    shop_pattern: str = ""  # expression with one group over rows that are no data: what the shop is called
    numbered_by_shop: bool = False  # every shop counts for itself (#1001): the same number can be two orders
    number_fallback: str = ""  # field that names an order which has no number yet
    items: Blob | None = None
    parcels: Blob | None = None
    phrase: str = ""  # text above the headings that tells exports with the same headings apart
    home: tuple[str, ...] = ()  # marketplaces as the rows name them, where nothing stands above the headings
    events: tuple[EventRule, ...] = ()  # what a row of an events file tells
    first_event: bool = False  # only the first rule that fits a row makes an event
    order_optional: bool = False  # rows without an order number are of no order, not faulty
    lines_when: tuple[Condition, ...] = ()  # rows that name a single line of their order; empty: all
    least_known: float = (
        0.0  # share of a file's headings that must belong to the export: its signature is of plain words
    )
    guess: bool = Setting(default=False, description="headings are not confirmed by a real file")

    @field_validator("columns")
    @classmethod
    def _known_fields(cls, columns: dict[str, str]) -> dict[str, str]:
        unknown = sorted({name for name in columns.values() if name not in FIELDS})
        if unknown:
            raise ValueError(f"unknown fields: {', '.join(unknown)}")
        if "order_no" not in columns.values():
            raise ValueError("no column fills order_no")
        return columns

    @model_validator(mode="after")
    def _whole_events(self) -> "ExportFormat":
        if (self.kind == "events") != bool(self.events) or (self.kind == "events") != (self.grain == "event"):
            raise ValueError("kind, grain and rules must all be of events, or none of them")
        read = {name for rule in self.events for name in rule.reads()}
        read |= {name for condition in self.lines_when for name in condition.fields}
        unfilled = sorted(read - set(self.columns.values()))
        if unfilled:
            raise ValueError(f"no column fills {', '.join(unfilled)}")
        return self
