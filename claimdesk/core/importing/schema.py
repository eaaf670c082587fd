"""What a file in `resources/formats/` says: how an export is recognised and what its columns mean."""

from typing import Literal

from pydantic import Field as Setting
from pydantic import field_validator

from claimdesk.core.importing.fields import FIELDS
from claimdesk.core.knowledge.shipped import Knowledge

Grain = Literal["order", "line", "unit", "summary_items", "shipment_line"]


class Title(Knowledge):
    """What the format is called."""

    en: str
    zh: str


class Reading(Knowledge):
    """Hints for delimited text; the bytes decide, these settle what they leave open."""

    entities: bool = False  # texts hold HTML entities (`&quot;`)
    quoted: bool = True  # False: quotes are ordinary characters even where the heading row has some


class Dates(Knowledge):
    """How dates are written. Patterns are tried in order; ISO 8601 is always understood.

    Tokens: YYYY YY MM M DD D MMM HH H hh h mm ss A ZZ (offset) zzz (letters such as PST).
    """

    zone: str = ""  # IANA zone of hours without an offset
    zones: dict[str, str] = {}  # marketplace -> zone, before `zone`
    patterns: tuple[str, ...] = ()
    columns: dict[str, tuple[str, ...]] = {}  # field -> its own patterns


class Amounts(Knowledge):
    """How money is written."""

    decimal: Literal[".", ",", ""] = ""  # what an ambiguous column uses
    currency: str = ""  # when neither a column nor a symbol says
    currencies: dict[str, str] = {}  # marketplace -> currency, before `currency`


class Choice(Knowledge):
    """Where a value comes from: a constant, a map of what a field says, or a pattern over a field."""

    constant: str = ""
    field: str = ""
    map: dict[str, str] = {}  # folded text -> value
    pattern: str = ""  # regular expression with one group, over the folded text
    keep: bool = False  # a text that the map does not hold is the value, folded


class StatusRule(Knowledge):
    """One way to an order's status: `present` when the field holds anything, else the map of what it says."""

    field: str
    present: str = ""
    map: dict[str, str] = {}


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


class ExportFormat(Knowledge):
    """One export of one platform."""

    id: str
    platform: str
    title: Title
    kind: Literal["orders"] = "orders"
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
    fulfilment: tuple[Choice, ...] = ()
    status: tuple[StatusRule, ...] = ()
    drop: tuple[Drop, ...] = ()
    flags_true: tuple[str, ...] = ("true", "yes", "y", "1", "是")
    number_fallback: str = ""  # field that names an order which has no number yet
    items: Blob | None = None
    parcels: Blob | None = None
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
