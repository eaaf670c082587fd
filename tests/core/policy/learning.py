"""Learns which words speak for a broken rule: `python -m tests.core.policy.learning` writes `likeness.json`.

It learns from every message to a buyer in `tests/data/messages`, measured rounds and `learned/` alike. How well that
works on messages it has not seen is told by leaving out one file after the other; those figures go into the file too.
"""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from claimdesk.core.policy.folding import Folded, fold, masked, without_harmless_names
from claimdesk.core.policy.likeness import FILE, grams, stretches
from claimdesk.core.policy.sentences import sentences
from tests.core.policy.measured import DATA, LANGUAGES, ROOT, Sentence, of_messages, of_round, own, rounds
from tests.own_environment import python_with

_BLANK = re.compile(r"\{\{.*?\}\}")
_TAG = re.compile(r"\{%.*?%\}")
TARGET = ROOT / "resources" / "policy" / FILE
CATEGORIES = (
    "incentive", "review_change", "positive_only", "review_gating", "contact", "link", "off_platform", "marketing",
    "threat", "condition", "tone", "returns", "shipping", "frequency", "completeness",
)  # fmt: skip


def letters() -> Iterator[Sentence]:
    """The shipped letters to buyers, whole and by the paragraph, in every language: nothing in them breaks a rule."""
    for path in sorted((ROOT / "templates" / "replies" / "buyer").glob("*.toml")):
        paragraphs = tomllib.loads(path.read_text("utf-8"))["paragraphs"]
        for language in LANGUAGES:
            texts = [_BLANK.sub("7", _TAG.sub("", said[language])) for said in paragraphs if language in said]
            yield from (Sentence("buyer", language, "", text) for text in ("\n\n".join(texts), *texts))


def sources() -> Iterator[tuple[str, Iterable[Sentence]]]:
    """Every file of messages with its name; the sentences that the rules were written with count as one."""
    yield "own", own()
    yield "letters", letters()
    for name in rounds():
        yield name, of_round(name)
    for path in sorted((DATA / "learned").glob("*.toml")):
        yield path.stem, of_messages(path)


def folded(sentence: Sentence) -> Folded:
    """The text as the check sees it."""
    return without_harmless_names(masked(fold(sentence.text), ()), sentence.platform)


def rows() -> Iterator[dict[str, object]]:
    """For each message to a buyer where it is from, what it breaks, and the runs of words of what is judged at once."""
    seen: set[str] = set()
    for source, messages in sources():
        for message in messages:
            if message.audience != "buyer" or message.text in seen:
                continue
            seen.add(message.text)
            text = folded(message).text
            spans = sentences(text)
            judged = [text[part[0][0] : part[-1][1]] for part in stretches(text, spans)]
            yield {
                "source": source,
                "language": message.language,
                "breaks": sorted(message.categories & set(CATEGORIES)),
                "harmless": not message.categories,
                "judged": [sorted(grams(part)) for part in judged],
                "single": [sorted(grams(text[start:end])) for start, end in spans] if not message.categories else [],
            }


def main() -> None:
    """Fit in an environment of its own, and write what was learnt."""
    here = Path(__file__)
    python = python_with("learning", here.with_suffix(".txt"))
    said = json.dumps({"categories": CATEGORIES, "rows": list(rows()), "today": date.today().isoformat()})
    fitted = subprocess.run(
        [python, here.with_name("fitting.py")], input=said, capture_output=True, text=True, encoding="utf-8", check=True
    )
    TARGET.write_text(fitted.stdout, "utf-8", newline="\n")
    print(fitted.stderr, end="")


if __name__ == "__main__":
    main()
