"""Writes `docs/intake.md` from the notices in `tests/data/notices/`: `python -m tests.core.intake.confusion_table`."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from claimdesk.core.records.moments import moment_text
from tests.core.intake import rounds
from tests.core.intake.notices import NOTICES, readings
from tests.core.policy.measured import LANGUAGES

PAGE = Path(__file__).parents[3] / "docs" / "intake.md"
KINDS = (
    "claim_filed", "info_request", "granted_seller", "granted_amazon", "denied", "withdrawn", "refunded", "cancelled",
    "appeal_granted", "appeal_denied", "chargeback", "return_request", "inr_opened", "snad_opened", "buyer_message",
    "none",
)  # fmt: skip
FIELDS = ("kind", "platform", "order_no", "amount_minor", "currency", "odr", "respond_by")

OPENING = """\
# Reading notices

Platforms tell a shop by mail what happens to its orders. The intake reads such a mail (`.eml`, `.mbox`, a text file or
pasted words) into a notice: the kind, the platform and its order number, the amount, who paid, what it does to the
order defect rate, and by when an answer is wanted. Each field comes with the exact words it was read from; what the
mail does not say stays empty. Nothing is executed, opened or fetched.

How it reads:

1. The mail is taken apart: encodings as they really are, HTML to its visible words, forwards opened down to the
   innermost mail, quotes below an answer cut.
2. Each sentence gives the things it names (claim, order, metric) and the deeds it tells (granted, debited, withdrawn),
   in its own language. A deed that is denied ("we have not debited") or only supposed ("we may debit if you do not
   answer") does not count as done. `resources/intake/languages/` holds the words.
3. Rules put them together (`resources/intake/kinds.toml`): a grant that says who paid, an appeal that was turned down.
   The strongest rule decides. `resources/intake/platforms/` holds sender addresses, forms of order numbers and clocks.

What the words do not say stays unknown. When they do not say who paid a granted claim, the window asks before it
records the outcome (the command line names the kind as paid by the shop, with `payer` null and a warning). When a mail
names several orders that are here, it asks which one. A decision without an open case opens one and records its outcome.
A mailbox is read mail by mail; those that need no question can be taken at once, and taken back.
"""


def right(field: str, expected: dict[str, object], notice: object) -> bool:
    """Whether a field was read as it stands in the mail."""
    got = getattr(notice, field)
    if field == "respond_by":
        got = moment_text(got)
    return (got or None) == expected.get(field)


def page() -> str:
    """The page as it should be."""
    first = tomllib.loads((NOTICES / "first_reading.toml").read_text("utf-8"))
    told = tomllib.loads((NOTICES / "rounds.toml").read_text("utf-8"))["rounds"]
    parts = [OPENING, "## What was measured\n", _rounds(told), _today(), _first(first), _languages(), _confusion()]
    return "\n".join(parts)


_FIELD_NAMES = {
    "kind": "Kind", "platform": "Platform", "order_no": "Order", "payer": "Who pays", "odr": "Metric",
    "amount": "Amount", "reason": "Reason", "respond_by": "Answer by",
}  # fmt: skip


def _rounds(told: list[dict[str, Any]]) -> str:
    """What a first reading of each round got right, did not find, and took for something else."""
    lines = [
        "Rounds of mails with a first reading before any word was changed for them: right / not found / wrong. Rounds 6",
        "and 11 were written by somebody who had not seen the words; the writer of the others knew them. After each round",
        "the words were widened by meaning. A stranger may word a mail in a way that nobody thought of: look at what was",
        "read, beside its words, before it is taken.\n",
        "| Round | Mails | " + " | ".join(_FIELD_NAMES[field] for field in rounds.FIELDS) + " |",
        "|---|---:|" + "---:|" * len(rounds.FIELDS),
    ]
    for one in told:
        cells = [" / ".join(map(str, one[field])) for field in rounds.FIELDS]
        lines.append(f"| {one['number']} | {one['mails']} | " + " | ".join(cells) + " |")
    kinds = ", ".join(f"{one['kind'][0] / one['mails']:.0%} in round {one['number']}" for one in told)
    lines += [f"\nKinds read right at first: {kinds}.\n"]
    lines += [f"- Round {one['number']}: {one['note']}." for one in told]
    return "\n".join(lines) + "\n"


def _today() -> str:
    """The confusion of kinds over all rounds as they are read now."""
    pairs = [pair for number in rounds.numbers() for pair in rounds.readings(number)]
    counted = Counter((mail.said["kind"], notice.kind) for mail, notice in pairs)
    good = sum(count for (said, read), count in counted.items() if said == read)
    tally = rounds.tally(pairs)
    cells = [
        f"{tally[f'{field} right']} / {tally[f'{field} unknown']} / {tally[f'{field} wrong']}"
        for field in rounds.FIELDS
    ]
    return "\n".join([
        f"The same {len(pairs)} mails today, after the words were mended for them ({good} kinds right):\n",
        "| " + " | ".join(_FIELD_NAMES[field] for field in rounds.FIELDS) + " |",
        "|" + "---:|" * len(rounds.FIELDS),
        "| " + " | ".join(cells) + " |\n",
        _matrix(counted),
        "## Earlier batches\n",
    ])  # fmt: skip


_NAMED = {
    "held": "A third of the first batch, kept back",
    "second": "Paraphrases written afterwards",
    "third": "Harder paraphrases",
    "fourth": "Harder paraphrases with traps",
    "fifth": "Harder paraphrases, again",
    "sentences": "Single sentences of Amazon, seven languages",
    "other_platforms": "Single sentences of other platforms",
}


def _first(first: dict[str, dict[str, int]]) -> str:
    lines = [
        "Notices that had not been looked at, read for the first time, batch after batch; after each batch the words were",
        "mended for what had failed. In these batches, paraphrased to be hard, one mail in five or six was read at first",
        "as another kind than it is.\n",
        "| Notices | Number | Kind | Order | Amount | Metric | Answer by |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, counts in first.items():
        shares = [
            f"{counts[key]} ({counts[key] / counts['notices']:.0%})" if key in counts else ""
            for key in ("kind", "order_no", "amount_minor", "odr", "respond_by")
        ]
        lines.append(f"| {_NAMED[name]} | {counts['notices']} | " + " | ".join(shares) + " |")
    return "\n".join(lines) + "\n"


def _languages() -> str:
    lines = [
        f"All {len(readings())} notices today, after the words were mended for those that had failed:\n",
        "| Language | Notices | Kind | Order | Amount | Metric | Answer by |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for code, name in LANGUAGES.items():
        of = [(s, n) for s, n in readings() if s.language == code]
        counts = [
            sum(right(field, s.expected, n) for s, n in of)
            for field in ("kind", "order_no", "amount_minor", "odr", "respond_by")
        ]
        lines.append(f"| {name} | {len(of)} | " + " | ".join(map(str, counts)) + " |")
    return "\n".join(lines) + "\n"


def _confusion() -> str:
    return _matrix(Counter((str(s.expected["kind"]), n.kind) for s, n in readings()))


def _matrix(counted: Counter[tuple[str, str]]) -> str:
    lines = [
        "Rows are what a notice is, columns what it was read as.\n",
        "| | " + " | ".join(kind.replace("_", " ") for kind in KINDS) + " |",
        "|---|" + "---:|" * len(KINDS),
    ]
    for row in KINDS:
        cells = [str(counted[row, column] or "") for column in KINDS]
        lines.append(f"| {row.replace('_', ' ')} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
