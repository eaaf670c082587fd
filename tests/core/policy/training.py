"""Trains the networks of the message check: `python -m tests.core.policy.training` writes `network.npz`.

They learn from every message to a buyer in `tests/data/messages` but those held back, and but every fifth stretch of those
unseen: by them the judgement learns how far to believe them (`learning.py`, which must run afterwards). Two cores need about
an hour and three quarters; given `layers` or `gist`, only that reader is trained, and the other stays what it is.
"""

from __future__ import annotations

import json
import math
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from claimdesk.core.policy.folding import fold
from claimdesk.core.policy.network import FILE, GIST, LAYERS
from claimdesk.core.policy.parts import parts_of
from claimdesk.core.policy.pieces import MARKS, MOST, START, Pieces
from claimdesk.core.policy.sentences import sentences
from tests.core.policy import platform_letters
from tests.core.policy.learning import APART, CATEGORIES, CONTRADICTION, Labelled, folded, labelled
from tests.core.policy.measured import ROOT
from tests.own_environment import python_with

TARGET = ROOT / "resources" / "policy" / FILE
FREQUENT = 30_000  # pieces kept for texts to come; beside them all that the messages use
_RARER = 10.0  # how much rarer the marks are than any piece
_READABLE = re.compile(
    r"[\x21-\x7e\u3040-\u30ff\u3400-\u9fff。，、！？：；（）「」]+$"
)  # letters that folded texts have
_FIRST = 3  # of the published pieces; those before are its marks

OFTEN = 3  # letters to platforms are read so often: there are few
FINE_PARTS = 2  # harmless sentences, and neighbours, of one message: all would be four times as much to read

Part = tuple[int, float]  # a published piece and its share
Example = tuple[str, list[str], bool]
Arrays = dict[str, np.ndarray]
Learnt = tuple[list[str], Arrays]  # the pieces of words that a reader knows, and its numbers


def folded_pieces(published: list[str], scores: list[float]) -> Iterator[tuple[str, float, list[Part]]]:
    """The pieces as a folded text has them, those that fold alike as one; the marks first."""
    least = min(scores) - _RARER
    for place, mark in enumerate(MARKS):
        yield mark, least, [(place if place < _FIRST else published.index(mark) if mark in published else 0, 1.0)]
    groups: dict[str, list[int]] = {}
    for place, piece in enumerate(published[_FIRST:], _FIRST):
        if piece in MARKS:
            continue
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


def examples(messages: list[Labelled]) -> Iterator[Example]:
    """Folded texts, what they break, and whether they are harmless: messages whole, and in two where it is known how."""
    for one in messages:
        if one.part != APART:
            yield from one.readings()


def closer(messages: list[Labelled]) -> Iterator[Example]:
    """Single sentences and neighbours of the same messages, some of each, where it is known whether they break a rule."""
    chance = random.Random(0)
    for one in messages:
        if one.part == APART or CONTRADICTION in one.breaks:
            continue
        where = folded(replace(one.message, text=one.message.where)).text.strip() if not one.harmless else ""
        start = one.text.find(where) if where else -1
        if not one.harmless and start < 0:
            continue
        found = parts_of(one.text, sentences(one.text))
        for several in (found.sentences, found.neighbours):
            told = [(text, _breaks(text, where)) for text in several if text != one.text]
            known = [(text, breaks) for text, breaks in told if breaks is not None]
            bad = [(text, one.breaks, False) for text, breaks in known if breaks]
            fine = [(text, [], True) for text, breaks in known if not breaks]
            yield from bad
            yield from chance.sample(fine, min(len(fine), FINE_PARTS))


def _breaks(text: str, where: str) -> bool | None:
    """Whether a part breaks the rule; None where it holds but a piece of what does."""
    if where and where in text:
        return True
    lines = [where[start:end].strip() for start, end in sentences(where)]
    pieces = bool(where) and (text.strip() in where or any(line and line in text for line in lines))
    return None if pieces else False


def of_reader(
    name: str, python: Path, script: str, given: Mapping[str, object], told: list[dict[str, object]]
) -> Arrays:
    """The arrays that the training of a reader leaves, by the names they have in the file."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "arrays.npz"
        said = json.dumps({**given, "examples": told, "target": str(target)})
        path = Path(__file__).with_name(script)
        subprocess.run([python, path], input=said, text=True, encoding="utf-8", check=True)
        with np.load(target, allow_pickle=False) as file:
            return {name + key: value for key, value in file.items()}


def main() -> None:
    """Train in an environment of its own, and write what was learnt."""
    here = Path(__file__)
    python = python_with("training", here.with_suffix(".txt"))
    asked = [python, here.with_name("published.py")]
    brought = json.loads(subprocess.run(asked, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True).stdout)
    messages = list(labelled())
    wholes, parts_too = list(examples(messages)), list(closer(messages))
    to_platforms = list(platform_letters.examples()) * OFTEN
    wanted, readers = set(sys.argv[1:]), {}
    for name, script, told, letters in (
        (LAYERS, "layers_fitting.py", wholes, to_platforms),
        (GIST, "gist_fitting.py", wholes + parts_too, []),
    ):
        if wanted and name.rstrip(".") not in wanted:
            readers[name] = kept(name)
        else:
            readers[name] = trained(name, python, script, brought[name.rstrip(".")], told, letters)
    write(readers, len(wholes))


def trained(
    name: str, python: Path, script: str, brought: Mapping[str, Any], told: list[Example], letters: list[Example]
) -> Learnt:
    """A reader after its training."""
    names, scores, parts = vocabulary(brought["pieces"], brought["scores"], [text for text, _, _ in told + letters])
    pieces = Pieces.of(names, scores)
    outputs = [(False, CATEGORIES), (True, platform_letters.LETTERS)][: 2 if letters else 1]
    given = {"from": brought["from"], "most": MOST, "outputs": outputs, "pieces": names, "parts": parts}
    both = [*numbered(pieces, told, letter=False), *numbered(pieces, letters, letter=True)]
    arrays = of_reader(name, python, script, given, both)
    return names, arrays | {f"{name}scores": np.array(scores, np.float32)}


def numbered(pieces: Pieces, told: list[Example], *, letter: bool) -> list[dict[str, object]]:
    """Examples as the trainings take them."""
    return [
        {"read": pieces.numbered(text), "breaks": breaks, "harmless": harmless, "letter": letter}
        for text, breaks, harmless in told
    ]


def kept(name: str) -> Learnt:
    """A reader of the network that is."""
    with np.load(TARGET, allow_pickle=False) as file:
        stored = dict(file.items())
    names = json.loads(stored["about"].tobytes().decode("utf-8"))["pieces"][name]
    return names, {key: value for key, value in stored.items() if key.startswith(name)}


def write(readers: Mapping[str, Learnt], read: int) -> None:
    """The file that the program reads."""
    arrays = {key: value for _, own in readers.values() for key, value in own.items()}
    layers = {key.split(".")[1] for key in arrays if key.startswith(LAYERS) and key.split(".")[1].isdigit()}
    about = {
        "written": date.today().isoformat(), "examples": read, "categories": CATEGORIES, "layers": len(layers),
        "letters": platform_letters.LETTERS, "pieces": {name: names for name, (names, _) in readers.items()},
    }  # fmt: skip
    text = np.frombuffer(json.dumps(about, ensure_ascii=False).encode("utf-8"), dtype=np.uint8)
    np.savez_compressed(TARGET, about=text, **arrays)


if __name__ == "__main__":
    main()
