"""Files made wrong on purpose, each from a sound one and a number: the same number gives the same file."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

Random = random.Random
_NUMBERS = (b"0", b"-1", b"4294967296", b"99999999999999999999", b"1e400", b"NaN", b"", b"\xff")
_BYTES = (b"\0", b'"', b"\r", b"\n", b"\t", b",", b"\xff\xfe", b"\xe2\x80\xae", b"\x1a", b"'", b"=", b"\xc3")


def bytes_changed(content: bytes, chance: Random) -> bytes:
    """A few bytes other than they were."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 30)):
        if made:
            made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def cut(content: bytes, chance: Random) -> bytes:
    """The end is missing."""
    return content[: chance.randrange(len(content) + 1)]


def hole(content: bytes, chance: Random) -> bytes:
    """Some of the middle is missing, or is nothing but zeros."""
    start = chance.randrange(len(content) + 1)
    length = chance.randint(1, max(1, len(content) // 4))
    filler = bytes(length) if chance.random() < 0.5 else b""
    return content[:start] + filler + content[start + length :]


def doubled(content: bytes, chance: Random) -> bytes:
    """A piece comes again somewhere else."""
    start = chance.randrange(len(content) + 1)
    piece = content[start : start + chance.randint(1, max(1, len(content) // 3))]
    place = chance.randrange(len(content) + 1)
    return content[:place] + piece * chance.choice((1, 1, 2, 50)) + content[place:]


def planted(content: bytes, chance: Random) -> bytes:
    """Characters with a meaning where none belong."""
    made = content
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(made) + 1)
        made = made[:place] + chance.choice(_BYTES) * chance.choice((1, 1, 2, 1000)) + made[place:]
    return made


def numbers_changed(content: bytes, chance: Random) -> bytes:
    """Numbers that are too large, negative, or none."""
    places = [match.span() for match in re.finditer(rb"\d+", content)]
    for start, end in sorted(chance.sample(places, min(len(places), chance.randint(1, 8))), reverse=True):
        content = content[:start] + chance.choice(_NUMBERS) + content[end:]
    return content


def lines_moved(content: bytes, chance: Random) -> bytes:
    """Lines in another order, joined, doubled or very long."""
    lines = content.split(b"\n")
    for _ in range(chance.randint(1, 6)):
        how, place = chance.randrange(4), chance.randrange(len(lines))
        if how == 0:
            lines.insert(chance.randrange(len(lines)), lines[place])
        elif how == 1 and len(lines) > 1:
            lines[place - 1] += lines.pop(place)
        elif how == 2:
            lines[place] += chance.choice((b",", b"\t", b";", b"x")) * chance.choice((1, 40, 5000))
        else:
            chance.shuffle(lines)
    return b"\n".join(lines)


def recoded(content: bytes, chance: Random) -> bytes:
    """Another encoding, or two of them in one file."""
    text = content.decode("utf-8", "replace")
    name = chance.choice(("utf-16", "utf-16-be", "gb18030", "cp932", "cp1252", "utf-8-sig", "utf-32"))
    other = text.encode(name, "replace")
    half = len(content) // 2
    return other if chance.random() < 0.6 else content[:half] + other[half:]


_PLAIN: tuple[Callable[[bytes, Random], bytes], ...] = (bytes_changed, cut, hole, doubled, planted, numbers_changed)
_TEXT = (*_PLAIN, lines_moved, lines_moved, recoded, planted)


def text_mutant(content: bytes, number: int) -> bytes:
    """A delimited text made wrong in one to three ways."""
    chance = Random(number)
    for _ in range(chance.randint(1, 3)):
        content = chance.choice(_TEXT)(content or b"x", chance)
    return content


def xls_mutant(content: bytes, number: int) -> bytes:
    """An old workbook made wrong: its sectors, its directory, its records."""
    chance = Random(number)
    for _ in range(chance.randint(1, 3)):
        content = chance.choice((bytes_changed, bytes_changed, cut, hole, doubled))(content or b"\xd0", chance)
    return content


def xlsx_mutant(content: bytes, number: int) -> bytes:
    """A workbook made wrong inside: one of its parts, or the archive around them."""
    chance = Random(number)
    if chance.random() < 0.15:
        return chance.choice((bytes_changed, cut, hole, doubled))(content, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        names = old.namelist()
        chosen = chance.sample(names, min(len(names), chance.randint(1, 2)))
        if chance.random() < 0.7:
            sheets = [name for name in names if "sheet" in name.lower() and name.endswith(".xml")]
            chosen = [chance.choice(sheets or names)]
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for name in names:
                part = old.read(name)
                if name in chosen:
                    if chance.random() < 0.08:
                        continue  # the part is missing
                    part = _part_changed(part, chance)
                new.writestr(name, part)
    return out.getvalue()


def _part_changed(part: bytes, chance: Random) -> bytes:
    how = chance.randrange(8)
    if how == 0:
        return _tags_changed(part, chance)
    if how == 1:
        return _cells_elsewhere(part, chance)
    if how == 2:
        head, _, tail = part.partition(b"?>")
        return head + b'?><!DOCTYPE x [<!ENTITY a "aaaa">]>' + tail
    return chance.choice(_PLAIN)(part or b"<x/>", chance)


def _tags_changed(part: bytes, chance: Random) -> bytes:
    """An attribute, a tag or a kind of cell that no program writes."""
    pairs = ((b't="n"', b't="zz"'), (b't="s"', b't="n"'), (b"<v>", b"<v/><v>"), (b"</row>", b""), (b"<c ", b"<c><c "),
             (b't="inlineStr"', b't="s"'), (b"xmlns", b"xmlnx"), (b"&amp;", b"&undefined;"), (b"<f>", b"<f><f>"))  # fmt: skip
    for old, new in chance.sample(pairs, 3):
        part = part.replace(old, new, chance.choice((1, 3, -1)))
    return part


def _cells_elsewhere(part: bytes, chance: Random) -> bytes:
    """Cells in rows and columns where the sheet has none."""
    places = [match.span(1) for match in re.finditer(rb'\sr="([A-Z]*\d+)"', part)]
    for start, end in sorted(chance.sample(places, min(len(places), chance.randint(1, 5))), reverse=True):
        place = chance.choice(
            (b"A1", b"XFD1048576", b"ZZZZ9", b"A0", b"A99999999999", b"B", b"7", b"AB5000000", b"M40")
        )
        part = part[:start] + place + part[end:]
    return part
