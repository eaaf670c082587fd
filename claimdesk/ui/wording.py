"""Short bilingual patterns of the window (`resources/wording/window.toml`) and words for problems before a desk is open."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.problems import Problem
from claimdesk.ui.shipped import resource


def window_text(code: str, params: Mapping[str, Any] | None = None) -> Bilingual:
    """A pattern of the window with its braces filled. Raises KeyError for an unknown code."""
    entry = _patterns()[code]
    return entry.filled(**params) if params else entry


def problem_text(problem: Problem) -> Bilingual:
    """The words for a problem met while no desk is open; the code itself when there are none."""
    try:
        from claimdesk.core.knowledge.wording import Wording  # at failure only: it is not needed to paint

        words = Wording.load()
        said, cure = words.text(problem.code, problem.params), words.cure(problem.code, problem.params)
        return said if cure is None else Bilingual(joined(said.en, cure.en), said.zh + cure.zh)
    except Exception:  # noqa: BLE001  # the wording files themselves may be what is missing
        return Bilingual(problem.code, problem.code)


def joined(first: str, second: str) -> str:
    """Two sentences of one language after each other; full-width punctuation needs no blank."""
    return f"{first}{second}" if first and ord(first[-1]) > 0x2E7F else f"{first} {second}"


@cache
def _patterns() -> dict[str, Bilingual]:
    tables = tomllib.loads(resource("wording", "window.toml").read_text("utf-8"))
    return {code: Bilingual(entry["en"], entry["zh"]) for code, entry in tables.items()}
