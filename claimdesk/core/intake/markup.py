"""The text that an HTML mail shows: nothing is executed, followed or fetched, and hidden parts are not read."""

from __future__ import annotations

import html
import re
from typing import Final

LONGEST: Final = 2_000_000  # characters of markup that are looked at
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "br",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_UNREAD: Final = frozenset(["head", "script", "style", "template", "title", "noscript", "svg", "object", "iframe"])
_VOID: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_NAME: Final = re.compile(r"/?([a-zA-Z][a-zA-Z0-9:]{0,20})")
_HIDDEN: Final = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all", re.I
)
_LONGEST_TAG: Final = 20_000


def shown_text(markup: str) -> str:
    """The words of an HTML text with a line per block and a blank between cells. Linear; never raises."""
    source = markup[:LONGEST]
    text = _scanned(source, skip_hidden=True)
    # A hidden element that is never closed must not swallow the mail.
    if len(text) < 20:
        text = _scanned(source, skip_hidden=False)
    return tidy(text)


def tidy(text: str) -> str:
    """Blanks and empty lines reduced to one each."""
    text = re.sub(r"[ \t\xa0\u200b\u200c\u034f\u00ad\ufeff]+", " ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in text.split("\n"))).strip()


def _scanned(source: str, *, skip_hidden: bool) -> str:
    out: list[str] = []
    position, length = 0, len(source)
    skipping, depth, preformatted = "", 0, 0
    ends = _Ends(source)
    while position < length:
        opening = source.find("<", position)
        words = source[position : opening if opening >= 0 else length]
        if words and not skipping:
            decoded = html.unescape(words)
            out.append(decoded if preformatted else re.sub(r"\s+", " ", decoded))
        if opening < 0:
            break
        end = ends.after(opening)
        tag = source[opening + 1 : end]
        position = end + 1
        found = _NAME.match(tag)
        if not found:
            if not tag.startswith(("!", "?")) and not skipping:
                out.append("<")  # a bare sign, as in `a < b`
                position = opening + 1
            continue
        name, closes = found.group(1).lower(), tag.startswith("/")
        if skipping:
            if name == skipping:
                depth += -1 if closes else (0 if tag.endswith("/") else 1)
                skipping = skipping if depth > 0 else ""
            continue
        hidden = skip_hidden and name not in _VOID and _HIDDEN.search(tag[:2_000]) is not None
        if not closes and not tag.endswith("/") and (name in _UNREAD or hidden):
            skipping, depth = name, 1
            continue
        if name == "pre":
            preformatted = max(0, preformatted + (-1 if closes else 1))
        out.append(_separator(name))
    return "".join(out)


def _separator(name: str) -> str:
    if name in _BLOCKS:
        return "\n"
    return " " if name in {"td", "th", "img"} else ""


class _Ends:
    """Where tags and comments end. Each sign is looked for once, so that a text full of openings stays linear."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._next: dict[str, int] = {}

    def after(self, opening: int) -> int:
        """The last character of the tag or comment that opens here; the opening itself when nothing closes it."""
        if self._source.startswith("<!--", opening):
            end = self._find("-->", opening + 4)
            return end + 2 if end >= 0 else opening + 3
        end = self._find(">", opening)
        return end if 0 <= end <= opening + _LONGEST_TAG else opening

    def _find(self, sign: str, start: int) -> int:
        known = self._next.get(sign, 0)
        if 0 <= known < start or sign not in self._next:
            known = self._next[sign] = self._source.find(sign, start)
        return known
