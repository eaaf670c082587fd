"""What both trainings share: how examples come together, what is wanted of them, how numbers are written small."""

import json
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

TOGETHER = 32
WHOLE = 4  # how much more it counts whether a message breaks any rule
LIKE = 40  # batches of texts of one length are cut from so many batches at once
WARMING = 0.06  # of all steps: so long it gets faster
PUBLISHED_CHUNKS = 17  # the published table of pieces lies in so many, one row here and one there
LEVELS, LEVELS_OF_PIECES = 127, 31  # of numbers written as bytes; those of pieces are many, and need less


def batches(examples):
    """All examples in an order of chance, those of one length together."""
    examples = random.sample(examples, len(examples))
    found = []
    for start in range(0, len(examples), TOGETHER * LIKE):
        near = sorted(examples[start : start + TOGETHER * LIKE], key=lambda one: len(one["read"]))
        found += [near[first : first + TOGETHER] for first in range(0, len(near), TOGETHER)]
    return random.sample(found, len(found))


def tensors(batch, categories):
    """What is read, where it stands, what should be said, and how much each of it counts."""
    longest = max(len(one["read"]) for one in batch)
    read = torch.tensor([one["read"] + [0] * (longest - len(one["read"])) for one in batch])
    there = torch.tensor([[1] * len(one["read"]) + [0] * (longest - len(one["read"])) for one in batch])
    said = [[float(name in one["breaks"]) for name in categories] + [float(not one["harmless"])] for one in batch]
    known = [[1.0] * len(categories) + [WHOLE * float(one["harmless"] or bool(one["breaks"]))] for one in batch]
    return read, there, torch.tensor(said), torch.tensor(known)


def train(net, given, rounds, groups, sparse=None):
    """All rounds, faster at first and slower at last; each group of weights has a speed of its own."""
    steps = [torch.optim.AdamW(groups, lr=1.0, weight_decay=0.01)]
    if sparse:
        steps.append(torch.optim.SparseAdam(sparse["params"], lr=1.0))
        steps[-1].param_groups[0]["speed"] = sparse["speed"]
    bound = [value for group in groups for value in group["params"]]
    many, since = rounds * len(batches(given["examples"])), time.monotonic()
    net.train()
    for done, batch in enumerate(batch for _ in range(rounds) for batch in batches(given["examples"])):
        pace = min(1.0, done / (WARMING * many)) * max(0.02, 1 - done / many)
        for group in (group for one in steps for group in one.param_groups):
            group["lr"] = group["speed"] * pace
        read, there, wanted, known = tensors(batch, given["categories"])
        loss = nn.functional.binary_cross_entropy_with_logits(net(read, there), wanted, reduction="none")
        loss = (loss * known).mean()
        net.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(bound, 1.0)
        for one in steps:
            one.step()
        if done % 100 == 0:
            print(done, many, round(loss.item(), 3), round(time.monotonic() - since), file=sys.stderr, flush=True)
    net.eval()


def published_table(given):
    """The numbers of each kept piece in the published encoder of sentences: of several that fold alike, by their shares."""
    with np.load(Path(given["gist"]) / "weights.npz") as file:
        chunks = [file[f"q{n + 1}"] * file["scale"][n] + file["lo"][n] for n in range(PUBLISHED_CHUNKS)]
    table = np.stack(chunks, axis=1).reshape(-1, chunks[0].shape[1])
    return np.stack([sum(share * table[place] for place, share in parts) for parts in given["parts"]], dtype=np.float32)


def small(name, weights, axis, levels=LEVELS):
    """A matrix as bytes and the unit of each of its columns (or rows)."""
    unit = np.abs(weights).max(axis=axis, keepdims=True) / levels
    unit[unit == 0] = 1.0
    return {name: np.rint(weights / unit).astype(np.int8), f"{name}.unit": unit.astype(np.float32)}


def chance(seed):
    """Chance made the same each time."""
    torch.manual_seed(seed)
    random.seed(seed)


def begin():
    """What is given on standard input."""
    chance(0)
    return json.load(sys.stdin)
