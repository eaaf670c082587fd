"""Texts that were decoded wrongly before they were exported (`MarÃ­a`): seen, and put right where that is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimdesk.core.importing.cells import has_lost_letters
from claimdesk.core.importing.fields import FIELDS, Kind

if TYPE_CHECKING:
    from claimdesk.core.importing.values import Values

_NAMES: Final = ("buyer_name", "ship_name", "ship_city", "ship_address1")  # hold no question marks of their own
# Windows reads the five bytes that cp1252 leaves out as control characters.
_LEFT_OUT: Final = {code: bytes([code]) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def repaired(text: str) -> str | None:
    """What a text was before its UTF-8 was read as cp1252; None where that does not come back to the same text."""
    if text.isascii():
        return None
    try:
        raw = b"".join(_LEFT_OUT.get(ord(char)) or char.encode("cp1252") for char in text)
        before = raw.decode("utf-8")
    except UnicodeError:
        return None
    return before if before != text else None


def repair_texts(values: Values) -> None:
    """Put broken texts right when the operator asked for it; else say once, with the first, that there are some."""
    first: tuple[int, str, str, str] | None = None
    count = 0
    for name, texts in values.texts.items():
        if FIELDS[name].kind not in (Kind.TEXT, Kind.NOTE):
            continue
        found = {text: before for text in set(texts) if (before := repaired(text)) is not None}
        if not found:
            continue
        if values.choices.repair:
            values.texts[name] = [found.get(text, text) for text in texts]
            continue
        places = [place for place, text in enumerate(texts) if text in found]
        count += len(places)
        if first is None or places[0] < first[0]:
            first = (places[0], name, texts[places[0]], found[texts[places[0]]])
    if first is not None:
        place, name, text, before = first
        values.warn(place, name, "text_broken", text, count=count, repaired=before[:80])


def note_lost_letters(values: Values) -> None:
    """Say once for each column of names and places that letters of it are gone for good."""
    for name in _NAMES:
        texts = values.texts.get(name, ())
        lost = {text for text in set(texts) if "?" in text and has_lost_letters(text)}
        if lost:
            places = [place for place, text in enumerate(texts) if text in lost]
            values.warn(places[0], name, "letters_lost", texts[places[0]], count=len(places))
