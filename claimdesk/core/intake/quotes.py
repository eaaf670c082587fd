"""The earlier messages that stand quoted below a mail: who wrote each, when, and its words."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from claimdesk.core.intake.dates import dates_in
from claimdesk.core.intake.folding import fold
from claimdesk.core.intake.platforms import address_in, origin
from claimdesk.core.intake.quoting import buyer_frame, header_run, opens_quote, reply_header
from claimdesk.core.records.intake import Earlier
from claimdesk.core.records.moments import Moment

_MOST: Final = 20
_LONGEST: Final = 8_000  # characters of one quoted message
_LINES: Final = 2_000
_MARK: Final = re.compile(r"^\s{0,3}>\s?")
_CLOCK: Final = re.compile(r"(?<!\d)(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*([ap]\.?m\.?)?", re.I)
_ZONE: Final = re.compile(r"(?:GMT|UTC|Z)?\s*([+-]\d{2}):?(\d{2})\b|\b(GMT|UTC)\b")


def earlier_messages(quotes: str, sender: str, relay: str) -> tuple[Earlier, ...]:
    """The messages quoted below a buyer's mail, the nearest first; those that the shop wrote are `own`.

    Who wrote one is told by the line above it; where that names nobody known, a buyer's mail answers the shop's, and
    the two take turns. Nothing is told of the quotes in a mail that no relay address marks as a buyer's.
    """
    found: list[Earlier] = []
    for head, body in _blocks(quotes):
        text = _clean(body)
        if not text or len(found) >= _MOST:
            continue
        own = _is_own(head, sender, relay, turn=len(found) % 2 == 0)
        found.append(Earlier(text[:_LONGEST], own, head[:200], _moment(head)))
    return tuple(found)


def _blocks(quotes: str) -> list[tuple[str, list[str]]]:
    """Each quoted message as the line that introduces it and its own lines, outermost first."""
    lines = quotes.split("\n")[:_LINES]
    blocks: list[tuple[str, list[str]]] = []
    head, body, index = "", list[str](), 0
    while index < len(lines):
        plain = [_unmarked(line) for line in lines[index : index + 14]]
        if plain[0].strip() and reply_header(plain, 0):
            fields, after = header_run(plain, 0)
            blocks.append((head, body))
            head, body = f"{fields.get('from', '')} · {fields.get('date', '')}", []
            index += after
            continue
        if plain[0].strip() and opens_quote(plain, 0):
            two = len(plain) > 1 and not plain[0].rstrip().endswith((":", "：", "-")) and len(plain[1]) < 100
            blocks.append((head, body))
            head, body = " ".join(plain[: 2 if two else 1]).strip(), []
            index += 2 if two else 1
            continue
        body.append(plain[0])
        index += 1
    blocks.append((head, body))
    return [(head, body) for head, body in blocks if any(line.strip() for line in body)]


def _unmarked(line: str) -> str:
    while _MARK.match(line):
        line = _MARK.sub("", line, count=1)
    return line


def _clean(lines: list[str]) -> str:
    """The words of a quoted message, without the platform's frames and tokens."""
    noise = buyer_frame().noise
    kept = [line.rstrip() for line in lines if not noise.match(line.strip())]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _is_own(head: str, sender: str, relay: str, *, turn: bool) -> bool:
    if not relay:
        return False
    address = address_in(head)
    if address:
        return not (address in (relay, address_in(sender)) or origin(address).relay)
    name = fold(re.split(r"[<(]| - | via ", sender, maxsplit=1)[0].strip(' "')).text
    return turn if not name or not head else name not in fold(head).text


def _moment(head: str) -> Moment | None:
    """When a quoted message was written: an instant where the line names a zone, else its day."""
    try:
        told = parsedate_to_datetime(head.rpartition(" · ")[2])
        if told.tzinfo is not None:
            return told.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    folded = fold(head[:300])
    found = next(dates_in(folded.text, language="", marketplace="", today=None), None)
    if found is None:
        return None
    day = found.moment.date() if isinstance(found.moment, datetime) else found.moment
    return _with_clock(head, day)


def _with_clock(head: str, day: date) -> Moment:
    clock, zone = _CLOCK.search(head), _ZONE.search(head)
    if clock is None or zone is None:
        return day
    hour, minute = int(clock[1]), int(clock[2])
    half = (clock[3] or "").lower()[:1]
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    offset = f"{zone[1]}:{zone[2]}" if zone[1] else "+00:00"
    try:
        return datetime.fromisoformat(f"{day.isoformat()}T{hour:02d}:{minute:02d}:00{offset}").astimezone(UTC)
    except ValueError:
        return day
