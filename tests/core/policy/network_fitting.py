"""What both trainings share: how examples come together, what is wanted of them, how numbers are written small."""

import json
import random
import sys
import time
from itertools import chain

import numpy as np
import torch
from torch import nn

TOGETHER = 32
WHOLE = 4  # how much more it counts whether a message breaks any rule
LIKE = 40  # batches of texts of one length are cut from so many batches at once
WARMING = 0.06  # of all steps: so long it gets faster
AT_ONCE = 3000  # pieces that are read at once: what they leave in memory grows with the square of a text's length
EVEN = 8  # texts are filled up to a multiple of so many pieces: ever new sizes would leave memory in shreds
LEVELS, LEVELS_OF_PIECES = 127, 31  # of numbers written as bytes; those of pieces are many, and need less


def batches(examples):
    """All examples in an order of chance, those of one length together."""
    examples = random.sample(examples, len(examples))
    found = []
    for start in range(0, len(examples), TOGETHER * LIKE):
        near = sorted(examples[start : start + TOGETHER * LIKE], key=lambda one: len(one["read"]))
        found += [near[first : first + TOGETHER] for first in range(0, len(near), TOGETHER)]
    return random.sample(found, len(found))


def tensors(batch, outputs):
    """What is read, where it stands, what should be said, and how much each of it counts."""
    longest = -(-max(len(one["read"]) for one in batch) // EVEN) * EVEN
    read = torch.tensor([one["read"] + [0] * (longest - len(one["read"])) for one in batch])
    there = torch.tensor([[1] * len(one["read"]) + [0] * (longest - len(one["read"])) for one in batch])
    rows = [[wanted(one, letter, names) for letter, names in outputs] for one in batch]
    said, known = ([list(chain(*(told[place] for told in row))) for row in rows] for place in (0, 1))
    return read, there, torch.tensor(said), torch.tensor(known)


def wanted(one, letter, names):
    """What outputs for messages to buyers, or for letters to platforms, should say of an example; of the other kind none counts."""
    counts = float(one["letter"] == letter)
    said = [float(name in one["breaks"]) for name in names] + [float(not one["harmless"])]
    return said, [counts] * len(names) + [counts * WHOLE * float(one["harmless"] or bool(one["breaks"]))]


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
        net.zero_grad()
        loss = sum(_pass(net, part, len(part) / len(batch), given["outputs"]) for part in _portions(batch))
        nn.utils.clip_grad_norm_(bound, 1.0)
        for one in steps:
            one.step()
        if done % 100 == 0:
            print(done, many, round(loss, 3), round(time.monotonic() - since), file=sys.stderr, flush=True)
    net.eval()


def _portions(batch):
    """A batch in portions of texts that may be read at once."""
    most = max(1, AT_ONCE // max(len(one["read"]) for one in batch))
    return [batch[start : start + most] for start in range(0, len(batch), most)]


def _pass(net, part, share, outputs):
    """Read a portion and add what is to be learnt from it; its loss, by its share of the batch."""
    read, there, wanted, known = tensors(part, outputs)
    loss = nn.functional.binary_cross_entropy_with_logits(net(read, there), wanted, reduction="none")
    loss = (loss * known).mean() * share
    loss.backward()
    return loss.item()


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
