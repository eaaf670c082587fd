"""A reader of many languages: what neighbouring pieces of words mean together, added up over the text.

A published model (Universal Sentence Encoder, multilingual; its words stand near their translations), trained further by
`tests/core/policy/training.py`. It looks at two, three and five pieces side by side, wherever they stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claimdesk.core.policy.layers import Numbers, bent, normal, shares

_SIDE_BY_SIDE: Final = ((2, 0), (3, 1), (5, 2))  # how many pieces, and how many of them before the one looked at
_TINY: Final = 1e-6  # as the model was made with
_LOUD: Final = np.float32(4)  # as it was trained with


@dataclass(frozen=True, slots=True, eq=False)
class Gist:
    """What was learnt: the numbers of each piece (in units of its own), and named arrays."""

    pieces: NDArray[np.int8]
    units: Numbers
    arrays: Mapping[str, Numbers]

    def scores(self, read: Sequence[int]) -> Numbers:
        """How much pieces at these places read like each category, then like any of them; below zero is unlike."""
        places = np.array(read)
        alone: Numbers = self.pieces[places] * self.units[places]
        state = self._normal(
            np.concatenate([alone, *(self._together(alone, *one) for one in _SIDE_BY_SIDE)], axis=1), "all"
        )
        said = self._line(state, "said")
        heard = shares(self._line(state, "heed"), axis=0).T @ self._line(state, "heard")
        return self._judged(np.concatenate([self._sense(said) * _LOUD, said.max(axis=0), heard.ravel()]))

    def _together(self, alone: Numbers, many: int, before: int) -> Numbers:
        """What so many neighbours mean together, at each place: looked at once, then once more at what was seen."""
        seen = self._normal(self._line(alone, f"{many}.taken"), f"{many}.taken")
        for name in (f"{many}.first", f"{many}.second"):
            padded = np.pad(seen, ((before, many - 1 - before), (0, 0)))
            beside = np.concatenate([padded[shift : shift + len(seen)] for shift in range(many)], axis=1)
            seen = seen + np.maximum(self._line(beside, name), 0)
        return seen

    def _sense(self, said: Numbers) -> Numbers:
        """The sentence as one row of numbers, alike for texts that mean the same in whatever language."""
        whole = said.sum(axis=0) / np.sqrt(np.float32(len(said)))
        first = np.maximum(whole @ self.arrays["d0"], 0)
        second = np.maximum(whole @ self.arrays["p1"] + first @ self.arrays["d1"], 0)
        third = np.maximum(second @ self.arrays["d2"], 0)
        result: Numbers = np.tanh(second @ self.arrays["p3"] + third @ self.arrays["d3"])
        return result

    def _judged(self, whole: Numbers) -> Numbers:
        result: Numbers = self._line(whole, "plain") + self._line(bent(self._line(whole, "inner")), "outer")
        return result

    def _line(self, state: Numbers, name: str) -> Numbers:
        result: Numbers = state @ self.arrays[f"{name}.weight"] + self.arrays[f"{name}.bias"]
        return result

    def _normal(self, state: Numbers, name: str) -> Numbers:
        return normal(state, self.arrays[f"{name}.scale"], self.arrays[f"{name}.shift"], _TINY)
