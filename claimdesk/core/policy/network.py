"""A small network that reads a whole text for its meaning, where single words do not tell.

Its weights stand in `resources/policy/network.npz`, written by `python -m tests.core.policy.training`: a published language model
of six layers (all-MiniLM-L6-v2), trained further on the labelled messages in `tests/data/messages`. Only NumPy is needed
to ask it, and nothing leaves the machine.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claimdesk.core.knowledge.shipped import shipped
from claimdesk.core.policy.pieces import numbered
from claimdesk.core.records.problems import Problem

FILE: Final = "network.npz"
_HEADS: Final = 12
_TINY: Final = 1e-12  # as the model was made with

Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """What was learnt: the numbers of each piece of a word (in units of its own), named arrays, what the outputs mean."""

    places: Mapping[str, int]
    pieces: NDArray[np.int8]
    units: Numbers
    arrays: Mapping[str, Numbers]
    categories: tuple[str, ...]
    layers: int

    def scores(self, text: str) -> tuple[float, ...]:
        """How much a folded text reads like each category, then like any of them; below zero is unlike."""
        read = np.array(numbered(text, self.places))
        state = self._normal(self.pieces[read] * self.units[read] + self.arrays["positions"][: len(read)], "start")
        for layer in range(self.layers):
            state = self._normal(state + self._attention(state, f"{layer}."), f"{layer}.seen")
            state = self._normal(state + self._thought(state, f"{layer}."), f"{layer}.thought")
        whole = np.concatenate([state.mean(axis=0), state.max(axis=0)])
        return tuple(float(one) for one in self._line(whole, "head"))

    def _line(self, state: Numbers, name: str) -> Numbers:
        result: Numbers = state @ self.arrays[f"{name}.weight"] + self.arrays[f"{name}.bias"]
        return result

    def _normal(self, state: Numbers, name: str) -> Numbers:
        state = state - state.mean(axis=-1, keepdims=True)
        state = state / np.sqrt((state * state).mean(axis=-1, keepdims=True) + np.float32(_TINY))
        result: Numbers = state * self.arrays[f"{name}.weight"] + self.arrays[f"{name}.bias"]
        return result

    def _attention(self, state: Numbers, layer: str) -> Numbers:
        """What each piece takes over from the others."""
        many, wide = state.shape
        each = wide // _HEADS
        joined = self._line(state, f"{layer}asked").reshape(many, 3, _HEADS, each).transpose(1, 2, 0, 3)
        query, key, value = joined
        weights = query @ key.transpose(0, 2, 1) * np.float32(each**-0.5)
        weights = np.exp(weights - weights.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        return self._line((weights @ value).transpose(1, 0, 2).reshape(many, wide), f"{layer}told")

    def _thought(self, state: Numbers, layer: str) -> Numbers:
        wide = self._line(state, f"{layer}wide")
        bent = np.tanh(np.float32(0.7978845608) * wide * (1 + np.float32(0.044715) * wide * wide))
        bent = wide * np.float32(0.5) * (1 + bent)
        return self._line(bent, f"{layer}narrow")


@lru_cache(maxsize=4096)  # a message is read again at every pause in typing, and only one of its stretches is new
def meaning(text: str) -> tuple[float, ...]:
    """The shipped network's scores of a folded text. Raises as `shipped_network`."""
    return shipped_network().scores(text)


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
    pieces, units = stored.pop("pieces"), stored.pop("pieces.unit").astype(np.float32)
    arrays = dict(_whole(stored))
    places = {str(piece): place for place, piece in enumerate(said["pieces"])}
    if len(places) != len(pieces) or arrays["head.bias"].shape != (len(said["categories"]) + 1,):
        raise ValueError("weights that do not fit their words")
    return Network(places, pieces, units, arrays, tuple(map(str, said["categories"])), int(said["layers"]))


def _whole(stored: Mapping[str, NDArray[np.generic]]) -> Iterator[tuple[str, Numbers]]:
    """The arrays as numbers; large ones are kept as bytes, each column with its own unit."""
    for name, kept in stored.items():
        if kept.dtype == np.int8:
            yield name, kept.astype(np.float32) * stored[f"{name}.unit"].astype(np.float32)
        elif not name.endswith(".unit"):
            yield name, kept.astype(np.float32)
