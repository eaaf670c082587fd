"""The form of a template text: plain text and bare names in double braces, nothing else.

A text is parsed by Jinja2's sandboxed environment and never compiled: merely compiling a hostile template can hang
(constants are folded even in dead code). What the parser found is compared with a list of two allowed things.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from claimdesk.core.records.problems import Problem

LONGEST_TEXT = 8_000  # characters of one paragraph; the longest shipped one has under 600
# A name is short: what stands longer in braces is refused before anything parses it.
_LONG_NAME = re.compile(r"\{\{[^{}]{100}")
_MOST_PIECES = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of plain text, or (when `name` is set) the place of a value."""

    text: str = ""
    name: str = ""


@lru_cache(maxsize=4_096)
def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a template text in order.

    Raises Problem `template_faulty` with `reason` and `line` for anything but text and `{{ name }}`.
    """
    if len(text) > LONGEST_TEXT:
        raise Problem("template_faulty", reason="longer than 8,000 characters", line=1)
    if "{%" in text or "{#" in text:
        raise Problem("template_faulty", reason="only {{ name }} may stand in braces", line=_line_of(text, "{%", "{#"))
    if (long := _LONG_NAME.search(text)) is not None:
        raise Problem(
            "template_faulty", reason="only {{ name }} may stand in braces", line=text.count("\n", 0, long.start()) + 1
        )
    try:
        tree = ImmutableSandboxedEnvironment(keep_trailing_newline=True).parse(text)
    except TemplateSyntaxError as error:
        raise Problem("template_faulty", reason=str(error.message), line=error.lineno) from error
    except RecursionError as error:
        raise Problem("template_faulty", reason="nested too deeply", line=1) from error
    found = tuple(_piece(node) for output in tree.body for node in _parts(output))
    if len(found) > _MOST_PIECES:
        raise Problem("template_faulty", reason="more than 400 pieces", line=1)
    return found


def names_of(text: str) -> tuple[str, ...]:
    """The names a template text uses, in order, each once. Raises Problem `template_faulty`."""
    return tuple(dict.fromkeys(piece.name for piece in pieces(text) if piece.name))


def _parts(node: nodes.Node) -> list[nodes.Expr]:
    if not isinstance(node, nodes.Output):
        raise Problem("template_faulty", reason=type(node).__name__, line=node.lineno)
    return node.nodes


def _piece(node: nodes.Expr) -> Piece:
    if isinstance(node, nodes.TemplateData):
        return Piece(text=node.data)
    if isinstance(node, nodes.Name) and node.ctx == "load" and not node.name.startswith("_"):
        return Piece(name=node.name)
    raise Problem("template_faulty", reason=f"{type(node).__name__} is not allowed", line=node.lineno)


def _line_of(text: str, *marks: str) -> int:
    first = min(text.index(mark) for mark in marks if mark in text)
    return text.count("\n", 0, first) + 1
