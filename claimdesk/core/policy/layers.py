"""A reader of word order: twelve layers in which every piece of a word takes over something from all others.

A published language model that read a hundred languages (multilingual-e5-small), trained further by
`tests/core/policy/training.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

_HEADS: Final = 12
_TINY: Final = 1e-12  # as the model was made with

Numbers = NDArray[np.float32]


def normal(state: Numbers, scale: Numbers, shift: Numbers, tiny: float) -> Numbers:
    """Every row brought to the mean nought and the spread one, then scaled and shifted."""
    state = state - state.mean(axis=-1, keepdims=True)
    state = state / np.sqrt((state * state).mean(axis=-1, keepdims=True) + np.float32(tiny))
    result: Numbers = state * scale + shift
    return result


def shares(state: Numbers, axis: int) -> Numbers:
    """Numbers as shares of one along an axis (softmax)."""
    weights = np.exp(state - state.max(axis=axis, keepdims=True))
    result: Numbers = weights / weights.sum(axis=axis, keepdims=True)
    return result


def bent(state: Numbers) -> Numbers:
    """What is below nought nearly taken away (GELU, by its usual approximation)."""
    curve = np.tanh(np.float32(0.7978845608) * state * (1 + np.float32(0.044715) * state * state))
    result: Numbers = state * np.float32(0.5) * (1 + curve)
    return result


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """What was learnt: the numbers of each piece (in units of its own), named arrays, how many layers."""

    pieces: NDArray[np.int8]
    units: Numbers
    arrays: Mapping[str, Numbers]
    many: int

    def scores(self, read: Sequence[int]) -> Numbers:
        """How much pieces at these places read like each category, then like any of them; below zero is unlike."""
        return self._line(self._whole(read), "head")

    def of_letter(self, read: Sequence[int]) -> Numbers:
        """The same of a letter to a platform, for the categories of such letters."""
        return self._line(self._whole(read), "letters")

    def _whole(self, read: Sequence[int]) -> Numbers:
        """What all places say together."""
        places = np.array(read)
        state = self.pieces[places] * self.units[places] + self.arrays["positions"][: len(places)]
        state = self._normal(state, "start")
        for layer in range(self.many):
            state = self._normal(state + self._attention(state, f"{layer}."), f"{layer}.seen")
            thought = self._line(bent(self._line(state, f"{layer}.wide")), f"{layer}.narrow")
            state = self._normal(state + thought, f"{layer}.thought")
        result: Numbers = np.concatenate([state.mean(axis=0), state.max(axis=0)])
        return result

    def _attention(self, state: Numbers, layer: str) -> Numbers:
        """What each piece takes over from the others."""
        many, wide = state.shape
        each = wide // _HEADS
        joined = self._line(state, f"{layer}asked").reshape(many, 3, _HEADS, each).transpose(1, 2, 0, 3)
        query, key, value = joined
        weights = shares(query @ key.transpose(0, 2, 1) * np.float32(each**-0.5), axis=-1)
        return self._line((weights @ value).transpose(1, 0, 2).reshape(many, wide), f"{layer}told")

    def _line(self, state: Numbers, name: str) -> Numbers:
        result: Numbers = state @ self.arrays[f"{name}.weight"] + self.arrays[f"{name}.bias"]
        return result

    def _normal(self, state: Numbers, name: str) -> Numbers:
        return normal(state, self.arrays[f"{name}.weight"], self.arrays[f"{name}.bias"], _TINY)
