"""The training itself, run by `training.py` in an environment that has PyTorch: JSON in, `network.npz` out.

The start is a published model of six layers that read much English (all-MiniLM-L6-v2, Apache-2.0). Letters that it does not know, most
Chinese ones among them, are new to it: what they mean it learns from the messages alone.
"""

import json
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from transformers import AutoModel

ROUNDS, TOGETHER = 3, 32
SPEED, OF_PIECES, OF_HEAD = 2e-4, 3, 5  # pieces are seldom seen, and the head starts from nothing
WHOLE = 4  # how much more it counts whether a message breaks any rule
LIKE = 40  # batches of texts of one length are cut from so many batches at once


class Net(nn.Module):
    """The published layers over the kept pieces, and one line from all they say to the categories."""

    def __init__(self, given):
        super().__init__()
        names = (Path(given["start"]) / "vocab.txt").read_text("utf-8").split("\n")
        places = {name: place for place, name in enumerate(names)}
        self.layers = AutoModel.from_pretrained(given["start"])
        for layer in self.layers.encoder.layer:
            layer.intermediate.intermediate_act_fn = nn.GELU(approximate="tanh")
        old = self.layers.embeddings.word_embeddings.weight.detach()
        new = torch.randn(len(given["pieces"]), old.shape[1]) * old.std(0) + old.mean(0)
        for place, piece in enumerate(given["pieces"]):
            if piece in places:
                new[place] = old[places[piece]]
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


def batches(examples):
    """All examples in an order of chance, those of one length together."""
    examples = random.sample(examples, len(examples))
    found = []
    for start in range(0, len(examples), TOGETHER * LIKE):
        near = sorted(examples[start : start + TOGETHER * LIKE], key=lambda one: len(one["read"]))
        found += [near[first : first + TOGETHER] for first in range(0, len(near), TOGETHER)]
    return random.sample(found, len(found))


def tensors(batch, categories):
    """What is read, where it stands, and what should be said; -1 where nobody knows which category it is."""
    longest = max(len(one["read"]) for one in batch)
    read = torch.tensor([one["read"] + [0] * (longest - len(one["read"])) for one in batch])
    there = torch.tensor([[1] * len(one["read"]) + [0] * (longest - len(one["read"])) for one in batch])
    said = [[float(name in one["breaks"]) for name in categories] + [float(not one["harmless"])] for one in batch]
    known = [[1.0] * len(categories) + [WHOLE * float(one["harmless"] or bool(one["breaks"]))] for one in batch]
    return read, there, torch.tensor(said), torch.tensor(known)


def train(net, given):
    """All rounds, faster at first and slower at last."""
    pieces = net.layers.embeddings.word_embeddings.weight
    groups = [
        {"params": [one for one in net.layers.parameters() if one is not pieces], "speed": SPEED},
        {"params": [pieces], "speed": SPEED * OF_PIECES},
        {"params": net.head.parameters(), "speed": SPEED * OF_HEAD},
    ]
    steps = torch.optim.AdamW(groups, lr=SPEED, weight_decay=0.01)
    many, since = ROUNDS * len(batches(given["examples"])), time.monotonic()
    net.train()
    for done, batch in enumerate(batch for _ in range(ROUNDS) for batch in batches(given["examples"])):
        pace = min(1.0, done / (0.06 * many)) * max(0.02, 1 - done / many)
        for group in steps.param_groups:
            group["lr"] = group["speed"] * pace
        read, there, wanted, known = tensors(batch, given["categories"])
        loss = nn.functional.binary_cross_entropy_with_logits(net(read, there), wanted, reduction="none")
        loss = (loss * known).mean()
        steps.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        steps.step()
        if done % 100 == 0:
            print(done, many, round(loss.item(), 3), round(time.monotonic() - since), file=sys.stderr, flush=True)


def small(name, weights, axis):
    """A matrix as bytes and the unit of each of its columns (or rows)."""
    unit = np.abs(weights).max(axis=axis, keepdims=True) / 127
    unit[unit == 0] = 1.0
    return {name: np.rint(weights / unit).astype(np.int8), f"{name}.unit": unit.astype(np.float32)}


def arrays(net, given):
    """What the program reads: matrices as bytes, the rest as numbers."""
    state = {name: value.detach().numpy() for name, value in net.state_dict().items()}
    said = {
        "positions": state["layers.embeddings.position_embeddings.weight"][: given["most"]]
        + state["layers.embeddings.token_type_embeddings.weight"][0],
        "start.weight": state["layers.embeddings.LayerNorm.weight"],
        "start.bias": state["layers.embeddings.LayerNorm.bias"],
        "head.weight": state["head.weight"].T,
        "head.bias": state["head.bias"],
    }
    said |= small("pieces", state["layers.embeddings.word_embeddings.weight"], 1)
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
    """Train, and write the file."""
    given = json.load(sys.stdin)
    torch.manual_seed(0)
    random.seed(0)
    net = Net(given)
    train(net, given)
    net.eval()
    about = {
        "written": given["today"], "examples": len(given["examples"]), "categories": given["categories"],
        "layers": len(net.layers.encoder.layer), "pieces": given["pieces"],
    }  # fmt: skip
    text = np.frombuffer(json.dumps(about, ensure_ascii=False).encode("utf-8"), dtype=np.uint8)
    np.savez_compressed(given["target"], about=text, **arrays(net, given))
    with torch.no_grad():
        read, there, _, _ = tensors(given["examples"][:3], given["categories"])
        print(net(read, there)[:, -1].tolist(), file=sys.stderr)


if __name__ == "__main__":
    main()
