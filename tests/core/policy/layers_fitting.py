"""Trains the reader of word order, run by `training.py` in an environment that has PyTorch: JSON in, its arrays out.

The start is a published model of six layers that read much English (all-MiniLM-L6-v2, Apache-2.0). Pieces of words that it does not
know start from where the encoder of many languages has them, carried over by what both know of English words.
"""

from pathlib import Path

import numpy as np
import torch
from network_fitting import LEVELS_OF_PIECES, begin, published_table, small, train
from torch import nn
from transformers import AutoModel

ROUNDS = 3
SPEED, OF_PIECES, OF_HEAD = 2e-4, 3, 5  # pieces are seldom seen, and the head starts from nothing
START = "▁"  # as in `pieces.py`
MARKS = ("[UNK]", "[CLS]", "[SEP]", "[MASK]")  # in the order of `pieces.py`
FREQUENT, SHORTEST = 24_000, 3  # English words to carry over by: not the rarest, nor single letters
TRUST = 100  # against carrying over by chance


def english(piece, places):
    """Where the published model has the same piece; None when it has none."""
    if not piece.isascii():
        return places.get(piece[1:]) if piece.startswith(START) and piece[1:].isascii() else None
    return places.get(f"##{piece}" if piece.isalnum() and not piece.isdigit() else piece)


def carried(pieces, theirs, old, places):
    """The numbers to start from: the model's own, else carried over from the other model's table."""
    pairs = [(n, english(one, places)) for n, one in enumerate(pieces) if one.startswith(START) and len(one) > SHORTEST]
    pairs = [(n, place) for n, place in pairs if place is not None and place < FREQUENT]
    known, meant = theirs[[n for n, _ in pairs]], old[[place for _, place in pairs]]
    middle, aim = known.mean(0), meant.mean(0)
    apart = known - middle
    way = np.linalg.solve(apart.T @ apart + TRUST * np.var(known) * np.eye(known.shape[1]), apart.T @ (meant - aim))
    moved = (theirs - middle) @ way
    moved *= np.linalg.norm(meant - aim, axis=1).mean() / np.linalg.norm(apart @ way, axis=1).mean()
    found = moved + aim
    for n, piece in enumerate(pieces):
        place = places[MARKS[n]] if n < len(MARKS) else english(piece, places)
        if place is not None:
            found[n] = old[place]
    return found.astype(np.float32)


class Net(nn.Module):
    """The published layers over the kept pieces, and one line from all they say to the categories."""

    def __init__(self, given):
        super().__init__()
        names = (Path(given["layers"]) / "vocab.txt").read_text("utf-8").split("\n")
        places = {name: place for place, name in enumerate(names) if name}
        self.layers = AutoModel.from_pretrained(given["layers"])
        for layer in self.layers.encoder.layer:
            layer.intermediate.intermediate_act_fn = nn.GELU(approximate="tanh")
        old = self.layers.embeddings.word_embeddings.weight.detach().numpy()
        new = torch.tensor(carried(given["pieces"], published_table(given), old, places))
        self.layers.embeddings.word_embeddings = nn.Embedding.from_pretrained(new, freeze=False)
        self.layers.config.vocab_size = len(new)
        self.head = nn.Linear(2 * old.shape[1], len(given["categories"]) + 1)
        self.drop = nn.Dropout(0.1)

    def forward(self, read, there):
        """What it says of each text of a batch; `there` is 1 where a piece stands."""
        state = self.layers(input_ids=read, attention_mask=there).last_hidden_state
        mask = there.unsqueeze(-1)
        mean = (state * mask).sum(1) / mask.sum(1)
        most = state.masked_fill(mask == 0, -1e4).max(1).values
        return self.head(self.drop(torch.cat([mean, most], -1)))

    def groups(self):
        """The weights by how fast they learn."""
        pieces = self.layers.embeddings.word_embeddings.weight
        return [
            {"params": [one for one in self.layers.parameters() if one is not pieces], "speed": SPEED},
            {"params": [pieces], "speed": SPEED * OF_PIECES},
            {"params": list(self.head.parameters()), "speed": SPEED * OF_HEAD},
        ]


def arrays(net, most):
    """What the program reads: matrices as bytes, the rest as numbers."""
    state = {name: value.detach().numpy() for name, value in net.state_dict().items()}
    said = {
        "positions": state["layers.embeddings.position_embeddings.weight"][:most]
        + state["layers.embeddings.token_type_embeddings.weight"][0],
        "start.weight": state["layers.embeddings.LayerNorm.weight"],
        "start.bias": state["layers.embeddings.LayerNorm.bias"],
        "head.weight": state["head.weight"].T,
        "head.bias": state["head.bias"],
    }
    said |= small("pieces", state["layers.embeddings.word_embeddings.weight"], 1, LEVELS_OF_PIECES)
    for place in range(len(net.layers.encoder.layer)):
        inner = f"layers.encoder.layer.{place}."
        asked = [f"{inner}attention.self.{name}." for name in ("query", "key", "value")]
        said |= small(f"{place}.asked.weight", np.concatenate([state[f"{name}weight"] for name in asked]).T, 0)
        said[f"{place}.asked.bias"] = np.concatenate([state[f"{name}bias"] for name in asked])
        for mine, name in (
            ("told", "attention.output.dense"),
            ("wide", "intermediate.dense"),
            ("narrow", "output.dense"),
        ):
            said |= small(f"{place}.{mine}.weight", state[f"{inner}{name}.weight"].T, 0)
            said[f"{place}.{mine}.bias"] = state[f"{inner}{name}.bias"]
        for mine, name in (("seen", "attention.output.LayerNorm"), ("thought", "output.LayerNorm")):
            said[f"{place}.{mine}.weight"] = state[f"{inner}{name}.weight"]
            said[f"{place}.{mine}.bias"] = state[f"{inner}{name}.bias"]
    return said


def main():
    """Train, and write the arrays."""
    given = begin()
    net = Net(given)
    train(net, given, ROUNDS, net.groups())
    np.savez(given["target"], **arrays(net, given["most"]))


if __name__ == "__main__":
    main()
