"""The network that reads a text for its meaning: pieces of words, the sums, damaged files."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from claimdesk.core.policy import network
from claimdesk.core.policy.folding import MASK, fold
from claimdesk.core.policy.likeness import learnt
from claimdesk.core.policy.network import Network, meaning, read_network, shipped_network
from claimdesk.core.policy.pieces import MOST, numbered
from claimdesk.core.records.problems import Problem

PLACES = {
    name: place
    for place, name in enumerate(["[CLS]", "[SEP]", "[UNK]", "[MASK]", "re", "##view", "view", "12", "!", "评"])
}


@pytest.mark.parametrize(
    "text, read",
    [
        ("review", [4, 5]),
        ("view re", [6, 4]),
        ("review!", [4, 5, 8]),
        ("12评", [7, 9]),
        ("评评", [9, 9]),
        ("reviews", [2]),  # a rest that is not known makes the word unknown
        ("价", [2]),
        (MASK * 4, [3]),
        ("x" * 500, [2]),
        ("", []),
    ],
)
def test_words_are_cut_into_known_pieces(text: str, read: list[int]) -> None:
    assert numbered(text, PLACES) == [0, *read, 1]


def test_a_long_text_is_read_up_to_its_bound() -> None:
    read = numbered("view " * 1000, PLACES)
    assert len(read) == MOST and read[0] == 0 and read[-1] == 1


def made() -> dict[str, np.ndarray]:
    """A network of one layer and twelve numbers, as a file holds it."""
    chance = np.random.default_rng(3)
    wide = 12
    arrays = {
        "positions": chance.normal(size=(MOST, wide)), "start.weight": np.ones(wide), "start.bias": np.zeros(wide),
        "head.weight": chance.normal(size=(2 * wide, 2)), "head.bias": np.zeros(2),
        "pieces": chance.integers(-127, 127, (len(PLACES), wide)).astype(np.int8),
        "pieces.unit": np.full((len(PLACES), 1), 0.01),
    }  # fmt: skip
    for name, columns, rows in (("asked", 36, 12), ("told", 12, 12), ("wide", 24, 12), ("narrow", 12, 24)):
        arrays[f"0.{name}.weight"] = chance.integers(-127, 127, (rows, columns)).astype(np.int8)
        arrays[f"0.{name}.weight.unit"] = np.full((1, columns), 0.01)
        arrays[f"0.{name}.bias"] = chance.normal(size=columns)
    for name in ("seen", "thought"):
        arrays |= {f"0.{name}.weight": np.ones(wide), f"0.{name}.bias": np.zeros(wide)}
    about = json.dumps({"categories": ["tone"], "layers": 1, "pieces": list(PLACES)}).encode()
    return {"about": np.frombuffer(about, np.uint8), **arrays}


def stored(folder: Path, arrays: dict[str, np.ndarray]) -> Path:
    path = folder / "network.npz"
    np.savez(path, **arrays)
    return path


def test_the_order_of_words_counts(tmp_path: Path) -> None:
    small = read_network(stored(tmp_path, made()))
    assert small.scores("review 12") != small.scores("12 review")
    assert len(small.scores("")) == 2
    assert small.scores("view!") == pytest.approx(small.scores("view !"))


def reference(small: Network, read: list[int]) -> np.ndarray:
    """The same sums in the plainest way, piece by piece, as the papers write them."""
    a = {name: value.astype(np.float64) for name, value in small.arrays.items()}

    def normal(x: np.ndarray, name: str) -> np.ndarray:
        return (x - x.mean()) / np.sqrt(x.var() + 1e-12) * a[f"{name}.weight"] + a[f"{name}.bias"]

    rows = [normal(small.pieces[p] * float(small.units[p, 0]) + a["positions"][n], "start") for n, p in enumerate(read)]
    asked = [row @ a["0.asked.weight"] + a["0.asked.bias"] for row in rows]
    told = []
    for one in asked:
        heads = []
        for head in range(12):
            weights = np.exp([one[head] * other[12 + head] for other in asked])
            heads.append(sum(w * other[24 + head] for w, other in zip(weights / weights.sum(), asked, strict=True)))
        told.append(np.array(heads) @ a["0.told.weight"] + a["0.told.bias"])
    rows = [normal(row + more, "0.seen") for row, more in zip(rows, told, strict=True)]
    wide = [row @ a["0.wide.weight"] + a["0.wide.bias"] for row in rows]
    bent = [x * 0.5 * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3))) for x in wide]
    rows = [
        normal(row + x @ a["0.narrow.weight"] + a["0.narrow.bias"], "0.thought")
        for row, x in zip(rows, bent, strict=True)
    ]
    both = np.concatenate([np.mean(rows, axis=0), np.max(rows, axis=0)])
    return both @ a["head.weight"] + a["head.bias"]


def test_it_adds_up_what_a_plain_reckoning_adds_up(tmp_path: Path) -> None:
    small = read_network(stored(tmp_path, made()))
    for text in ("review 12!", "评评", ""):
        assert small.scores(text) == pytest.approx(reference(small, numbered(text, PLACES)), rel=1e-3, abs=1e-3)


def test_a_damaged_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "policy").mkdir()
    monkeypatch.setattr(network, "shipped", lambda _: tmp_path)
    path = tmp_path / "policy" / network.FILE
    whole = stored(tmp_path, made()).read_bytes()
    wrong = made() | {"pieces": made()["pieces"][:-1]}
    without = {name: value for name, value in made().items() if name != "head.bias"}
    broken = [b"", b"no zip", whole[: len(whole) // 2]]
    broken += [stored(tmp_path, arrays).read_bytes() for arrays in (wrong, without)]
    for data in broken:
        path.write_bytes(data)
        with pytest.raises(Problem) as caught:
            network.shipped_network.__wrapped__()
        assert caught.value.code == "knowledge_faulty"


def test_the_shipped_one_names_the_categories_of_the_words() -> None:
    assert shipped_network().categories == learnt().categories


def test_it_tells_a_meaning_that_hardly_a_word_tells() -> None:
    """Neither pair stands in what was learnt."""
    for bad, fine in [
        ("If the stars above your comment grew a little, the second kettle would be on the house.",
         "The second kettle is on the house, the first one arrived broken."),
        ("Whoever writes something kind about the rug finds a note of ten euros in the next parcel.",
         "You find the invoice of ten euros in the next parcel, together with the rug."),
    ]:  # fmt: skip
        assert meaning(fold(bad).text)[-1] > meaning(fold(fine).text)[-1] + 1
