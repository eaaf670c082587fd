"""Two small networks that read a text for its meaning, where single words do not tell: their mean is what counts.

Their weights stand in `resources/policy/network.npz`, written by `python -m tests.core.policy.training`: published models of many
languages, one that knows word order (`layers.py`) and one that knows what neighbours mean (`gist.py`), trained further on the
labelled messages in `tests/data/messages`. Only NumPy is needed to ask them, and nothing leaves the machine.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from claimdesk.core.knowledge.shipped import shipped
from claimdesk.core.policy.gist import Gist
from claimdesk.core.policy.layers import Layers, Numbers
from claimdesk.core.policy.parts import Parts, highest
from claimdesk.core.policy.pieces import Pieces
from claimdesk.core.records.problems import Problem

FILE: Final = "network.npz"
LAYERS, GIST = "layers.", "gist."  # what the names of their arrays start with


Sums = TypeVar("Sums", Layers, Gist)


@dataclass(frozen=True, slots=True, eq=False)
class Reader(Generic[Sums]):
    """One of them: the pieces of words that it knows, and what it makes of them."""

    pieces: Pieces
    sums: Sums

    def scores(self, text: str) -> tuple[float, ...]:
        """How much a folded text reads like each category, then like any of them; below zero is unlike."""
        return tuple(self.sums.scores(self.pieces.numbered(text)).tolist())


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Both readers, and what their outputs mean; of letters to platforms the first alone has read any."""

    in_order: Reader[Layers]
    in_gist: Reader[Gist]
    categories: tuple[str, ...]
    letters: tuple[str, ...]  # the categories of letters to platforms


def meaning(parts: Parts) -> tuple[float, ...]:
    """How much a message reads like each category, then like any of them, to the shipped network. Raises as `shipped_network`.

    The first reader is asked for its stretches alone; the second, six times as fast, reads them closely.
    """
    far, near = highest(_in_order, parts.stretches), parts.closely(_in_gist)
    return tuple((one + other) / 2 for one, other in zip(far, near, strict=True))


@lru_cache(maxsize=256)
def of_letter(text: str) -> tuple[float, ...]:
    """How much a folded letter to a platform, read whole, reads like each of its categories, then like any of them.

    Raises as `shipped_network`.
    """
    reader = shipped_network().in_order
    return tuple(reader.sums.of_letter(reader.pieces.numbered(text)).tolist())


@lru_cache(maxsize=4096)  # a message is read again at every pause in typing, and only one of its parts is new
def _in_order(text: str) -> tuple[float, ...]:
    return shipped_network().in_order.scores(text)


@lru_cache(maxsize=4096)
def _in_gist(text: str) -> tuple[float, ...]:
    return shipped_network().in_gist.scores(text)


@cache
def shipped_network() -> Network:
    """What is shipped, read when it is first asked for. Raises Problem `knowledge_faulty` when the file is damaged."""
    path = shipped("resources") / "policy" / FILE
    try:
        return read_network(path)
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        raise Problem("knowledge_faulty", file=FILE, key="", reason=str(error)[:120]) from error


def read_network(path: Path) -> Network:
    """The network of a file. Raises ValueError, KeyError or OSError when it is damaged."""
    with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
        stored = dict(file)
    said = json.loads(stored.pop("about").tobytes().decode("utf-8"))
    categories, letters = tuple(map(str, said["categories"])), tuple(map(str, said["letters"]))
    known, first = _of_reader(stored, said, LAYERS)
    others, second = _of_reader(stored, said, GIST)
    outputs = {len(first[2]["head.bias"]), len(second[2]["plain.bias"]), len(second[2]["outer.bias"])}
    if len(first[0]) != len(known.scores) or len(second[0]) != len(others.scores):
        raise ValueError("weights that do not fit their words")
    if outputs != {len(categories) + 1} or len(first[2]["letters.bias"]) != len(letters) + 1:
        raise ValueError("weights that do not fit their categories")
    layers, gist = Layers(*first, int(said["layers"])), Gist(*second)
    return Network(Reader(known, layers), Reader(others, gist), categories, letters)


def _of_reader(
    stored: Mapping[str, NDArray[np.generic]], said: Mapping[str, Mapping[str, list[str]]], name: str
) -> tuple[Pieces, tuple[NDArray[np.int8], Numbers, Mapping[str, Numbers]]]:
    """The pieces of a reader; their bytes with their units, and its other arrays as numbers."""
    mine = {key.removeprefix(name): kept for key, kept in stored.items() if key.startswith(name)}
    known = Pieces.of(said["pieces"][name], mine.pop("scores").tolist())
    pieces, units = mine.pop("pieces").astype(np.int8, copy=False), mine.pop("pieces.unit").astype(np.float32)
    return known, (pieces, units, dict(_whole(mine)))


def _whole(stored: Mapping[str, NDArray[np.generic]]) -> Iterator[tuple[str, Numbers]]:
    """The arrays as numbers; large ones are kept as bytes, each column with its own unit."""
    for name, kept in stored.items():
        if kept.dtype == np.int8:
            yield name, kept.astype(np.float32) * stored[f"{name}.unit"].astype(np.float32)
        elif not name.endswith(".unit"):
            yield name, kept.astype(np.float32)
