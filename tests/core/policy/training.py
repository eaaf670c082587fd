"""Trains the networks of the message check: `python -m tests.core.policy.training` writes `network.npz`.

They learn from every message to a buyer in `tests/data/messages` but those held back, and but every fifth stretch of those
unseen: by them the judgement learns how far to believe them (`learning.py`, which must run afterwards). Two cores need about
an hour and a quarter.
"""

from __future__ import annotations

import json
import math
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import numpy as np

from claimdesk.core.policy.folding import fold
from claimdesk.core.policy.network import FILE, GIST, LAYERS
from claimdesk.core.policy.pieces import MARKS, MOST, START, Pieces
from tests.core.policy.learning import APART, CATEGORIES, Labelled, labelled
from tests.core.policy.measured import ROOT
from tests.own_environment import python_with

TARGET = ROOT / "resources" / "policy" / FILE
FREQUENT = 30_000  # pieces kept for texts to come; beside them all that the messages use
_RARER = 10.0  # how much rarer the marks are than any piece
_READABLE = re.compile(
    r"[\x21-\x7e\u3040-\u30ff\u3400-\u9fff。，、！？：；（）「」]+$"
)  # letters that folded texts have
_FIRST = 3  # of the published pieces; those before are its marks

Part = tuple[int, float]  # a published piece and its share


def folded_pieces(published: list[str], scores: list[float]) -> Iterator[tuple[str, float, list[Part]]]:
    """The pieces as a folded text has them, those that fold alike as one; the marks first."""
    least = min(scores) - _RARER
    for place, mark in enumerate(MARKS):
        yield mark, least, [(place if place < _FIRST else 0, 1.0)]
    groups: dict[str, list[int]] = {}
    for place, piece in enumerate(published[_FIRST:], _FIRST):
        body = piece.removeprefix(START)
        said = fold(body).text if body else ""
        if bool(said) == bool(body) and (not said or _READABLE.match(said)):
            groups.setdefault((START if piece.startswith(START) else "") + said, []).append(place)
    for said, places in groups.items():
        highest = max(scores[place] for place in places)
        shares = [math.exp(scores[place] - highest) for place in places]
        total = sum(shares)
        parts = [(place, share / total) for place, share in zip(places, shares, strict=True)]
        yield said, highest + math.log(total), parts


def vocabulary(
    published: list[str], scores: list[float], texts: Iterable[str]
) -> tuple[list[str], list[float], list[list[Part]]]:
    """The pieces to keep, what each scores, and of which published ones it is made."""
    every = list(folded_pieces(published, scores))
    whole = Pieces.of([piece for piece, _, _ in every], [score for _, score, _ in every])
    used = {place for text in texts for place in whole.numbered(text)} | set(range(len(MARKS)))
    used |= set(sorted(range(len(every)), key=lambda place: -every[place][1])[:FREQUENT])
    kept = sorted(used, key=lambda place: (place >= len(MARKS), -every[place][1] if place >= len(MARKS) else place))
    return [every[n][0] for n in kept], [every[n][1] for n in kept], [every[n][2] for n in kept]


def examples(messages: list[Labelled]) -> Iterator[tuple[str, list[str], bool]]:
    """Folded texts, what they break, and whether they are harmless: messages whole, and in two where it is known how."""
    for one in messages:
        if one.part != APART:
            yield from one.readings()


def trained(python: Path, script: str, given: Mapping[str, object]) -> Iterator[tuple[str, np.ndarray]]:
    """The arrays that a training leaves."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "arrays.npz"
        said = json.dumps({**given, "target": str(target)})
        path = Path(__file__).with_name(script)
        subprocess.run([python, path], input=said, text=True, encoding="utf-8", check=True)
        with np.load(target, allow_pickle=False) as file:
            yield from file.items()


def main() -> None:
    """Train in an environment of its own, and write what was learnt."""
    here = Path(__file__)
    python = python_with("training", here.with_suffix(".txt"))
    asked = [python, here.with_name("published.py")]
    brought = json.loads(subprocess.run(asked, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True).stdout)
    texts = list(examples(list(labelled())))
    names, scores, parts = vocabulary(brought["pieces"], brought["scores"], [text for text, _, _ in texts])
    pieces = Pieces.of(names, scores)
    given = {
        "layers": brought["layers"], "gist": brought["gist"], "most": MOST,
        "categories": CATEGORIES, "pieces": names, "parts": parts,
        "examples": [
            {"read": pieces.numbered(text), "breaks": breaks, "harmless": harmless} for text, breaks, harmless in texts
        ],
    }  # fmt: skip
    arrays = {LAYERS + name: value for name, value in trained(python, "layers_fitting.py", given)}
    arrays |= {GIST + name: value for name, value in trained(python, "gist_fitting.py", given)}
    write(names, scores, arrays, len(texts))


def write(names: list[str], scores: list[float], arrays: Mapping[str, np.ndarray], read: int) -> None:
    """The file that the program reads."""
    layers = len({name.split(".")[1] for name in arrays if name.startswith(LAYERS) and name.split(".")[1].isdigit()})
    about = {
        "written": date.today().isoformat(), "examples": read, "categories": CATEGORIES, "layers": layers, "pieces": names,
    }  # fmt: skip
    text = np.frombuffer(json.dumps(about, ensure_ascii=False).encode("utf-8"), dtype=np.uint8)
    np.savez_compressed(TARGET, about=text, scores=np.array(scores, np.float32), **arrays)


if __name__ == "__main__":
    main()
