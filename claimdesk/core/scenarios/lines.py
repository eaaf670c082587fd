"""Where in a TOML text an entry stands: enough of the grammar to name the line, the values are read elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

_HEAD = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
_TEXT = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*')
_LONG = ('"""', "'''")


def line_of(text: str, data: Any, key: Sequence[str]) -> int:
    """The line, from 1, of the entry at `key`, or of the nearest entry around it; 0 when none of it is in the text.

    Parts of the key are names, and for lists positions or the `id` of an entry, as checks and validation name them.
    """
    path = tuple(_positions(data, key))
    lines = dict(reversed([*_entries(text)]))  # the first mention of a path counts
    for length in range(len(path), 0, -1):
        for found in (path[:length], (*path[:length], "0")):  # a list of tables begins with its first
            if found in lines:
                return lines[found]
    return 0


def _positions(data: Any, key: Sequence[str]) -> Iterator[str]:
    """The key with positions in place of ids."""
    for part in key:
        if isinstance(data, list):
            ids = [entry.get("id") if isinstance(entry, dict) else None for entry in data]
            at = ids.index(part) if part in ids else int(part) if part.isdecimal() else -1
            data = data[at] if 0 <= at < len(data) else None
            yield str(at)
        else:
            data = data.get(part) if isinstance(data, dict) else None
            yield part


def _entries(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every table and key of a text, as path and line; inline tables and lists are where their key is."""
    counts: dict[tuple[str, ...], int] = {}
    here: tuple[str, ...] = ()
    until = ""
    depth = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if until:
            until = "" if until in line else until
            continue
        if depth <= 0:
            head = _HEAD.match(line)
            if head:
                here = _table(head[2], counts, many=head[1] == "[[")
                yield here, number
                continue
            found = _KEY.match(line)
            if found:
                yield (*here, *_names(found[1])), number
                depth = 0
        until = next((mark for mark in _LONG if line.count(mark) % 2), "")
        plain = _TEXT.sub("", line)
        depth += plain.count("[") - plain.count("]")


def _names(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in re.findall(r"\"[^\"]*\"|'[^']*'|[^.]+", dotted)]


def _table(dotted: str, counts: dict[tuple[str, ...], int], *, many: bool) -> tuple[str, ...]:
    """The path of a table head, with the position of each list entry it is in."""
    path: tuple[str, ...] = ()
    names = _names(dotted)
    for at, name in enumerate(names):
        path = (*path, name)
        last = at == len(names) - 1
        if last and many:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, str(counts[path]))
    return path
