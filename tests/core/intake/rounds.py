"""Rounds of mails written before the words were mended for them: `tests/data/notices/round_*.mails`.

A block begins with `===`, the language, the kind and what the mail says as `name=value`; then the mail follows as it
came. Without a date of its own it was sent on 16 November 2026, 09:30 UTC. Run as a module it prints what is misread.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from claimdesk.core.records.intake import Notice
from claimdesk.core.records.moments import Moment
from tests.core.intake.notices import NOTICES, NOW, shipped_intake

FIELDS = ("kind", "platform", "order_no", "payer", "odr", "amount", "reason", "respond_by")
_SENT = "Date: Mon, 16 Nov 2026 09:30:00 +0000\n"
_PACIFIC = ZoneInfo("America/Los_Angeles")
_UNITS = {"JPY": 1}


@dataclass(frozen=True)
class Mail:
    """A mail of a round with what it says; an empty text is not said."""

    name: str
    language: str
    raw: bytes
    said: dict[str, str]


@cache
def round_mails(number: int) -> tuple[Mail, ...]:
    """The mails of one round."""
    text = (NOTICES / f"round_{number}.mails").read_text("utf-8")
    blocks = re.split(r"^=== ", text, flags=re.M)[1:]
    return tuple(_mail(f"{number}-{at:03}", block) for at, block in enumerate(blocks, 1))


def numbers() -> tuple[int, ...]:
    """The rounds that there are."""
    return tuple(sorted(int(path.stem.removeprefix("round_")) for path in NOTICES.glob("round_*.mails")))


def _mail(name: str, block: str) -> Mail:
    head, _, raw = block.partition("\n")
    language, kind, *rest = head.split()
    said = dict.fromkeys(FIELDS, "") | {"odr": "unknown", "kind": kind}
    for one in rest:
        key, mark, value = one.partition("=")
        said |= {{"order": "order_no", "by": "respond_by"}.get(key, key): value} if mark else {"platform": key}
    headed = re.match(r"[A-Z][A-Za-z-]*: ", raw) is not None
    dated = "\nDate: " in raw.partition("\n\n")[0] or not headed
    return Mail(f"{name}-{language}-{kind}", language, (raw if dated else _SENT + raw).encode(), said)


def read_as(notice: Notice) -> dict[str, str]:
    """The fields of a notice in the words of a round."""
    amount = ""
    if notice.amount_minor is not None:
        units = _UNITS.get(notice.currency, 100)
        amount = f"{notice.currency}:{notice.amount_minor / units:.{0 if units == 1 else 2}f}"
    return {
        "kind": notice.kind,
        "platform": notice.platform if notice.kind != "none" else "",
        "order_no": notice.order_no.lstrip("#"),
        "payer": notice.payer,
        "odr": notice.odr,
        "amount": amount,
        "reason": notice.reason,
        "respond_by": "",
    }


def wrong(mail: Mail, notice: Notice) -> dict[str, tuple[str, str]]:
    """The fields that were read as something else than what the mail says: said, read."""
    read = read_as(notice)
    read["respond_by"] = mail.said["respond_by"] if mail.said["respond_by"] in _days(notice.respond_by) else _shown(notice.respond_by)  # fmt: skip
    said = mail.said | {"order_no": mail.said["order_no"].lstrip("#")}
    return {field: (said[field], read[field]) for field in FIELDS if said[field] != read[field]}


def _days(moment: Moment | None) -> set[str]:
    """The day as it is called here and there."""
    if moment is None:
        return {""}
    if not isinstance(moment, datetime):
        return {moment.isoformat()}
    return {moment.date().isoformat(), moment.astimezone(_PACIFIC).date().isoformat()}


def _shown(moment: date | None) -> str:
    return "" if moment is None else moment.isoformat()


def readings(number: int) -> tuple[tuple[Mail, Notice], ...]:
    """Each mail of a round with the notice that is read."""
    return tuple((mail, shipped_intake().read(mail.raw, NOW)) for mail in round_mails(number))


def tally(pairs: Iterable[tuple[Mail, Notice]]) -> Counter[str]:
    """How many mails there are, and of each field how many are right, wrong (something else) and unknown (nothing)."""
    counted: Counter[str] = Counter()
    for mail, notice in pairs:
        misread = wrong(mail, notice)
        counted["mails"] += 1
        for field in FIELDS:
            if field not in misread:
                counted[f"{field} right"] += 1
            elif misread[field][1] in {"", "unknown", "none"} and field != "kind":
                counted[f"{field} unknown"] += 1
            else:
                counted[f"{field} wrong"] += 1
    return counted


if __name__ == "__main__":
    for number in map(int, sys.argv[1:]):
        for mail, notice in readings(number):
            if misread := wrong(mail, notice):
                print(mail.name, misread)
        counted = tally(readings(number))
        for field in FIELDS:
            print(f"{field:12}", *(f"{how} {counted[f'{field} {how}']}" for how in ("right", "unknown", "wrong")))
        print(counted["mails"])
