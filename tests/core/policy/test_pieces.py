"""How a text is cut into the pieces of words that the networks know."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.core.policy.folding import MASK
from claimdesk.core.policy.pieces import FIRST, HIDDEN, LAST, MARKS, MOST, START, UNKNOWN, Pieces

NAMES = [*MARKS, "▁re", "view", "▁view", "▁", "r", "e", "12", "!", "评", "评价", "▁评", "s"]
SCORES = [-20.0] * 4 + [-4.0, -5.0, -4.5, -3.0, -6.0, -6.0, -5.0, -3.5, -5.0, -6.0, -6.5, -4.0]
KNOWN = Pieces.of(NAMES, SCORES)


def named(text: str) -> list[str]:
    """The pieces between the marks."""
    read = KNOWN.numbered(text)
    assert (read[0], read[-1]) == (FIRST, LAST)
    return [NAMES[place] for place in read[1:-1]]


@pytest.mark.parametrize(
    "text, pieces",
    [
        ("review", ["▁re", "view"]),
        ("view re", ["▁view", "▁re"]),
        ("reviews!", ["▁re", "view", "s", "!"]),
        ("12评价", ["▁", "12", "评价"]),
        ("评评", ["▁评", "评"]),
        ("price", ["▁", "<unk>", "r", "<unk>", "<unk>", "e"]),
        (MASK * 4, ["<mask>"]),
        (f"re{MASK * 3}view", ["▁re", "<mask>", "▁view"]),
        (" \n ", []),
        ("", []),
    ],
)
def test_a_word_is_cut_in_the_likeliest_way(text: str, pieces: list[str]) -> None:
    assert named(text) == pieces


@given(st.text(alphabet="review评价12x!", min_size=1, max_size=9))
def test_no_other_way_to_cut_is_likelier(word: str) -> None:
    """Told by trying all of them."""

    def score(part: str) -> float | None:
        place = KNOWN.places.get(part)
        return KNOWN.scores[place] if place is not None else KNOWN.strange if len(part) == 1 else None

    def total(parts: list[str]) -> float | None:
        found = [score(part) for part in parts]
        return None if None in found else sum(one for one in found if one is not None)

    whole = START + word
    ways = []
    for many in range(len(whole)):
        for cuts in combinations(range(1, len(whole)), many):
            ends = [0, *cuts, len(whole)]
            ways.append(total([whole[a:b] for a, b in pairwise(ends)]))
    read = KNOWN.numbered(word)[1:-1]
    got = sum(KNOWN.strange if place == UNKNOWN else KNOWN.scores[place] for place in read)
    assert got == pytest.approx(max(one for one in ways if one is not None))


@pytest.mark.parametrize("text", ["view " * 1000, "评" * 5000, "x" * 100_000, f"{MASK} " * 900])
def test_a_long_text_is_read_up_to_its_bound(text: str) -> None:
    read = KNOWN.numbered(text)
    assert len(read) == MOST and read[0] == FIRST and read[-1] == LAST


def test_what_is_hidden_counts_once() -> None:
    assert KNOWN.numbered(MASK * 200) == [FIRST, HIDDEN, LAST]


@pytest.mark.parametrize(
    "names, scores",
    [(NAMES, SCORES[:-1]), ([*NAMES, "view"], [*SCORES, -1.0]), (NAMES[1:], SCORES[1:]), ([], [])],
)
def test_a_vocabulary_that_does_not_fit_is_refused(names: list[str], scores: list[float]) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        Pieces.of(names, scores)
