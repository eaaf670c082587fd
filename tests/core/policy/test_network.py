"""The network that reads a text for its meaning: pieces of words, the sums, damaged files."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from claimdesk.core.policy import network
from claimdesk.core.policy.folding import fold
from claimdesk.core.policy.gist import Gist
from claimdesk.core.policy.layers import Layers
from claimdesk.core.policy.likeness import learnt
from claimdesk.core.policy.network import meaning, read_network, shipped_network
from claimdesk.core.policy.parts import parts_of
from claimdesk.core.policy.pieces import MARKS, MOST
from claimdesk.core.policy.sentences import sentences
from claimdesk.core.records.problems import Problem

NAMES = [*MARKS, "▁re", "view", "▁view", "▁", "12", "!", "评"]
SCORES = [-20.0] * 4 + [-4.0] * 7
WIDE, SEEN, VOICES = 12, 5, 2
SIDE_BY_SIDE = ((2, 0), (3, 1), (5, 2))
Arrays = dict[str, np.ndarray]


def bytes_of(chance: np.random.Generator, *shape: int) -> np.ndarray:
    return chance.integers(-127, 127, shape).astype(np.int8)


def made_layers(chance: np.random.Generator) -> Arrays:
    """A reader of one layer and twelve numbers, as a file holds it."""
    arrays: Arrays = {
        "positions": chance.normal(size=(MOST, WIDE)), "start.weight": np.ones(WIDE), "start.bias": np.zeros(WIDE),
        "head.weight": chance.normal(size=(2 * WIDE, 2)), "head.bias": np.zeros(2),
        "letters.weight": chance.normal(size=(2 * WIDE, 3)), "letters.bias": np.ones(3),
        "pieces": bytes_of(chance, len(NAMES), WIDE), "pieces.unit": np.full((len(NAMES), 1), 0.01),
    }  # fmt: skip
    for name, columns, rows in (("asked", 36, 12), ("told", 12, 12), ("wide", 24, 12), ("narrow", 12, 24)):
        arrays[f"0.{name}.weight"] = bytes_of(chance, rows, columns)
        arrays[f"0.{name}.weight.unit"] = np.full((1, columns), 0.01)
        arrays[f"0.{name}.bias"] = chance.normal(size=columns)
    for name in ("seen", "thought"):
        arrays |= {f"0.{name}.weight": np.ones(WIDE), f"0.{name}.bias": np.zeros(WIDE)}
    return arrays


def made_gist(chance: np.random.Generator) -> Arrays:
    """A reader of neighbours with twelve numbers, and five for each number of neighbours, as a file holds it."""
    whole = WIDE + 3 * SEEN
    shapes = {
        "said": (whole, WIDE), "heed": (whole, VOICES), "heard": (whole, 3), "inner": (2 * WIDE + 3 * VOICES, 7),
        "plain": (2 * WIDE + 3 * VOICES, 2), "outer": (7, 2),
        **{f"{many}.taken": (WIDE, SEEN) for many, _ in SIDE_BY_SIDE},
        **{f"{many}.{name}": (many * SEEN, SEEN) for many, _ in SIDE_BY_SIDE for name in ("first", "second")},
    }  # fmt: skip
    arrays: Arrays = {"pieces": bytes_of(chance, len(NAMES), WIDE), "pieces.unit": np.full((len(NAMES), 1), 0.01)}
    for name, (rows, columns) in shapes.items():
        arrays[f"{name}.weight"] = bytes_of(chance, rows, columns)
        arrays[f"{name}.weight.unit"] = np.full((1, columns), 0.004)
        arrays[f"{name}.bias"] = chance.normal(size=columns)
    for name, many in (("all", whole), *((f"{many}.taken", SEEN) for many, _ in SIDE_BY_SIDE)):
        arrays |= {f"{name}.scale": chance.normal(size=many), f"{name}.shift": chance.normal(size=many)}
    for name, shape in (
        ("d0", (WIDE, 4)),
        ("d1", (4, 4)),
        ("p1", (WIDE, 4)),
        ("d2", (4, 6)),
        ("p3", (4, WIDE)),
        ("d3", (6, WIDE)),
    ):
        arrays[name] = chance.normal(size=shape)
    return arrays


def made() -> Arrays:
    """A small network, as a file holds it."""
    chance = np.random.default_rng(3)
    about = json.dumps(
        {
            "categories": ["tone"],
            "letters": ["tone", "threat"],
            "layers": 1,
            "pieces": {network.LAYERS: NAMES, network.GIST: NAMES},
        }
    ).encode()
    arrays = {network.LAYERS + name: value for name, value in made_layers(chance).items()}
    arrays |= {network.GIST + name: value for name, value in made_gist(chance).items()}
    scores = {f"{name}scores": np.array(SCORES, np.float32) for name in (network.LAYERS, network.GIST)}
    return {"about": np.frombuffer(about, np.uint8), **scores, **arrays}


def stored(folder: Path, arrays: dict[str, np.ndarray]) -> Path:
    path = folder / "network.npz"
    np.savez(path, **arrays)
    return path


def test_the_order_of_words_counts(tmp_path: Path) -> None:
    small = read_network(stored(tmp_path, made()))
    for reader in (small.in_order.scores, small.in_gist.scores):
        assert reader("review 12") != reader("12 review")
        assert len(reader("")) == 2
        assert reader("view  re") == pytest.approx(reader(" view\nre"))


def plainly(layers: Layers, read: list[int], outputs: str) -> np.ndarray:
    """The same sums in the plainest way, piece by piece, as the papers write them."""
    a = {name: value.astype(np.float64) for name, value in layers.arrays.items()}

    def normal(x: np.ndarray, name: str) -> np.ndarray:
        return (x - x.mean()) / np.sqrt(x.var() + 1e-12) * a[f"{name}.weight"] + a[f"{name}.bias"]

    rows = [
        normal(layers.pieces[p] * float(layers.units[p, 0]) + a["positions"][n], "start") for n, p in enumerate(read)
    ]
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
    return both @ a[f"{outputs}.weight"] + a[f"{outputs}.bias"]


def plainly_by_neighbours(gist: Gist, read: list[int]) -> np.ndarray:
    """The same sums of the other reader, place by place."""
    a = {name: value.astype(np.float64) for name, value in gist.arrays.items()}

    def normal(x: np.ndarray, name: str) -> np.ndarray:
        return (x - x.mean()) / np.sqrt(x.var() + 1e-6) * a[f"{name}.scale"] + a[f"{name}.shift"]

    def line(x: np.ndarray, name: str) -> np.ndarray:
        return x @ a[f"{name}.weight"] + a[f"{name}.bias"]

    def beside(rows: list[np.ndarray], place: int, many: int, before: int) -> np.ndarray:
        places = range(place - before, place - before + many)
        return np.concatenate([rows[n] if 0 <= n < len(rows) else np.zeros(SEEN) for n in places])

    alone = [gist.pieces[p].astype(np.float64) * float(gist.units[p, 0]) for p in read]
    all_seen = [[row] for row in alone]
    for many, before in SIDE_BY_SIDE:
        rows = [normal(line(row, f"{many}.taken"), f"{many}.taken") for row in alone]
        for name in (f"{many}.first", f"{many}.second"):
            rows = [row + np.maximum(line(beside(rows, n, many, before), name), 0) for n, row in enumerate(rows)]
        for seen, row in zip(all_seen, rows, strict=True):
            seen.append(row)
    states = [normal(np.concatenate(seen), "all") for seen in all_seen]
    said = [line(state, "said") for state in states]
    mean = sum(said) / np.sqrt(len(said))
    first = np.maximum(mean @ a["d0"], 0)
    second = np.maximum(mean @ a["p1"] + first @ a["d1"], 0)
    sense = np.tanh(second @ a["p3"] + np.maximum(second @ a["d2"], 0) @ a["d3"])
    weights = np.exp([line(state, "heed") for state in states])
    heard = [
        sum(w * line(s, "heard") for w, s in zip(weights[:, v] / weights[:, v].sum(), states, strict=True))
        for v in range(VOICES)
    ]
    whole = np.concatenate([4 * sense, np.max(said, axis=0), *heard])
    inner = line(whole, "inner")
    inner = inner * 0.5 * (1 + np.tanh(np.sqrt(2 / np.pi) * (inner + 0.044715 * inner**3)))
    return line(whole, "plain") + line(inner, "outer")


def test_it_adds_up_what_a_plain_reckoning_adds_up(tmp_path: Path) -> None:
    small = read_network(stored(tmp_path, made()))
    for text in ("review 12!", "评评", "", "view"):
        read = small.in_order.pieces.numbered(text)
        words, sense = plainly(small.in_order.sums, read, "head"), plainly_by_neighbours(small.in_gist.sums, read)
        letter = plainly(small.in_order.sums, read, "letters")
        assert small.in_order.scores(text) == pytest.approx(words, rel=1e-3, abs=1e-3)
        assert small.in_order.sums.of_letter(read) == pytest.approx(letter, rel=1e-3, abs=1e-3)
        assert small.in_gist.scores(text) == pytest.approx(sense, rel=1e-3, abs=1e-3)


def test_a_damaged_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "policy").mkdir()
    monkeypatch.setattr(network, "shipped", lambda _: tmp_path)
    path = tmp_path / "policy" / network.FILE
    whole = stored(tmp_path, made()).read_bytes()
    wrong = made() | {"layers.pieces": made()["layers.pieces"][:-1]}
    fewer = made() | {"gist.plain.bias": np.zeros(3)}
    without = {name: value for name, value in made().items() if name != "layers.head.bias"}
    less = made() | {"layers.letters.bias": np.ones(2)}
    broken = [b"", b"no zip", whole[: len(whole) // 2]]
    broken += [stored(tmp_path, arrays).read_bytes() for arrays in (wrong, fewer, less, without)]
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
        assert said(bad) > said(fine) + 1


def said(text: str) -> float:
    """How much the shipped network thinks that a text breaks some rule."""
    seen = fold(text).text
    return meaning(parts_of(seen, sentences(seen)))[-1]


def test_a_long_letter_is_read_in_stretches_and_closer() -> None:
    """The first reader by the stretch alone; the second also by the sentence and by neighbours, and the mean of the three counts."""
    text = "We packed it on Monday. The box is blue. It holds two cups, wrapped in straw."
    read, shipped = parts_of(text, sentences(text)), shipped_network()
    assert read.stretches == (text,)
    assert [one.strip() for one in read.sentences] == text.replace(". ", ".|").split("|")
    assert [one.strip() for one in read.neighbours] == [text[:40], text[24:]]
    ways = [np.max([shipped.in_gist.scores(one) for one in way], axis=0) for way in read.ways()]
    assert meaning(read) == pytest.approx((np.array(shipped.in_order.scores(text)) + np.mean(ways, axis=0)) / 2)


def test_a_single_sentence_is_read_in_one_way_alone() -> None:
    text = "It holds two cups."
    assert parts_of(text, sentences(text)).ways() == ((text,), (text,), (text,))
    assert parts_of("Hi. Yes.", sentences("Hi. Yes.")).ways() == ((), (), ())
    assert parts_of("Hi. It holds.", sentences("Hi. It holds.")).ways() == (("Hi. It holds.",),) * 3
