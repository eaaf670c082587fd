"""Learns which words speak for a broken rule: `python -m tests.core.policy.learning` writes `likeness.json`.

It learns from every message to a buyer in `tests/data/messages` but those held back. Which rules are how often wrong it
learns from `unseen/` alone: no rule was written or mended for those messages, and none must be. How well all of it works
is told on them too, on each part after learning from the others; those figures go into the file.
"""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from claimdesk.core.policy.folding import Folded, fold, masked, without_harmless_names
from claimdesk.core.policy.likeness import FILE, grams
from claimdesk.core.policy.limits import Limits
from claimdesk.core.policy.loader import shipped_rules
from claimdesk.core.policy.network import meaning
from claimdesk.core.policy.parts import parts_of
from claimdesk.core.policy.policy import Policy
from claimdesk.core.policy.sentences import sentences
from claimdesk.core.records.replies import Audience, Severity
from claimdesk.core.replies.replies import Replies
from tests.core.policy.measured import DATA, LANGUAGES, ROOT, Sentence, of_messages, of_round, own, rounds
from tests.core.replies.examples import PLATFORMS, example_values, only_asked
from tests.own_environment import python_with

_BLANK = re.compile(r"\{\{.*?\}\}")
_QUOTED = re.compile(r"“([^“”]+)”")
_TAG = re.compile(r"\{%.*?%\}")
UNSEEN = "unseen"
PARTS, TOGETHER = 5, 30  # unseen messages are learnt about in parts; neighbours stay in one, as twins stand together
APART = 0  # the part that the network has not read
TARGET = ROOT / "resources" / "policy" / FILE
CONTRADICTION = "contradiction"
CATEGORIES = (
    "incentive", "review_change", "positive_only", "review_gating", "contact", "link", "off_platform", "marketing",
    "threat", "condition", "tone", "returns", "shipping", "frequency", "completeness", CONTRADICTION,
)  # fmt: skip


def letters() -> Iterator[Sentence]:
    """The shipped letters to buyers, whole, by the paragraph and written out, in every language: all of them are fine."""
    for path in sorted((ROOT / "templates" / "replies" / "buyer").glob("*.toml")):
        paragraphs = tomllib.loads(path.read_text("utf-8"))["paragraphs"]
        for language in LANGUAGES:
            texts = [_BLANK.sub("7", _TAG.sub("", said[language])) for said in paragraphs if language in said]
            yield from (Sentence("buyer", language, "", text) for text in ("\n\n".join(texts), *texts))
    yield from written_out(Audience.BUYER)


def written_out(audience: Audience) -> Iterator[Sentence]:
    """The shipped letters to buyers or to platforms with everything and with nothing known of the order."""
    replies = Replies.load()
    for template in (one for one in replies.all() if one.audience is audience):
        for platform in (one for one in PLATFORMS if template.fits(one)):
            for language in LANGUAGES:
                whole, bare = example_values(platform, language), only_asked(replies, template, platform, language)
                for values in (whole, bare):
                    text = replies.draft(template.id, values, language).text
                    yield Sentence(str(audience), language, "", text, platform)


def rewordings() -> Iterator[Sentence]:
    """What the rules propose to write instead."""
    for rule in shipped_rules():
        for language, said in (("en", rule.fix.en), ("zh", rule.fix.zh)):
            yield from (Sentence("buyer", language, "", text) for text in (said, *_QUOTED.findall(said)))


def sources() -> Iterator[tuple[str, Iterable[Sentence]]]:
    """Every file of messages with its name; the sentences that the rules were written with count as one."""
    yield "own", own()
    yield "letters", letters()
    yield "rewordings", rewordings()
    for name in rounds():
        yield name, of_round(name)
    for folder in ("learned", UNSEEN):
        for path in sorted((DATA / folder).glob("*.toml")):
            yield f"{folder}/{path.stem}", of_messages(path)


def folded(sentence: Sentence) -> Folded:
    """The text as the check sees it."""
    return without_harmless_names(masked(fold(sentence.text), ()), sentence.platform)


def plain_policy() -> Policy:
    """The rules without those that weigh words: nothing they find is doubted."""
    return Policy(tuple(rule for rule in shipped_rules() if not rule.reads_like), Limits.load())


def doubtful(policy: Policy) -> set[str]:
    """Rules that read a meaning out of a message: of a category that is learnt, and not about the record of a case.

    Those about contradictions compare what is said, and were mended for the unseen messages as well.
    """
    read = set(CATEGORIES) - {CONTRADICTION}
    return {rule.id for rule in policy.rules() if rule.category in read and not rule.when}


def found(policy: Policy, message: Sentence, rules: set[str]) -> list[tuple[str, str]]:
    """Which of these rules warn of a message or stop it, and for what."""
    findings = policy.check(
        message.text, audience=Audience(message.audience), platform=message.platform, language=message.language
    )
    return sorted({(f.rule, f.category) for f in findings if f.rule in rules and f.severity is not Severity.HINT})


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message to a buyer: where it is from, what it breaks, as the check sees it; `part` is -1 but for unseen ones."""

    source: str
    message: Sentence
    part: int
    text: str

    @property
    def breaks(self) -> list[str]:
        return sorted(self.message.categories & set(CATEGORIES))

    @property
    def harmless(self) -> bool:
        return not self.message.categories

    def readings(self) -> Iterator[tuple[str, list[str], bool]]:
        """The whole, and where it is known what breaks the rule that alone, and the rest, which is harmless.

        What contradicts itself does so as a whole.
        """
        yield self.text, self.breaks, self.harmless
        where = self.message.where if CONTRADICTION not in self.breaks else ""
        if where and len(where) < 0.9 * len(self.message.text):
            rest = replace(self.message, text=self.message.text.replace(where, " "))
            yield folded(replace(self.message, text=where)).text, self.breaks, self.harmless
            yield folded(rest).text, [], True


def labelled() -> Iterator[Labelled]:
    """Every labelled message to a buyer but those held back, each text once."""
    seen: set[str] = set()
    places: Counter[str] = Counter()
    for source, messages in sources():
        for message in messages:
            if message.audience != "buyer" or message.text in seen:
                continue
            seen.add(message.text)
            part = places[source] // TOGETHER % PARTS if source.startswith(UNSEEN) else -1
            places[source] += 1
            yield Labelled(source, message, part, folded(message).text)


def runs(texts: Iterable[str]) -> list[list[str]]:
    """The runs of words of each text."""
    return [sorted(grams(text)) for text in texts]


def rows() -> Iterator[dict[str, object]]:
    """For each message what it breaks, the runs of words to learn from, and what rules and the network say of unseen ones."""
    policy = plain_policy()
    rules = doubtful(policy)
    for one in labelled():
        readings = [
            {"runs": runs(parts_of(text, sentences(text)).stretches), "breaks": breaks, "harmless": fine}
            for text, breaks, fine in one.readings()
        ]
        parts = parts_of(one.text, sentences(one.text))
        yield {
            "language": one.message.language,
            "breaks": one.breaks,
            "harmless": one.harmless,
            "part": one.part,
            "readings": readings,
            "ways": [runs(way) for way in parts.ways()] if one.part >= 0 else [],
            "found": found(policy, one.message, rules) if one.part >= 0 else [],
            "read": meaning(parts) if one.part == APART and parts.stretches else [],
        }


def main() -> None:
    """Fit in an environment of its own, and write what was learnt."""
    from tests.core.policy import platform_letters  # it reads the same sources

    here = Path(__file__)
    python = python_with("learning", here.with_suffix(".txt"))
    said = {
        "categories": CATEGORIES, "rows": list(rows()), "apart": APART, "today": date.today().isoformat(),
        "letters": {
            "categories": platform_letters.LETTERS, "rows": list(platform_letters.rows()),
            "rules": platform_letters.doubtful(plain_policy()),
        },
    }  # fmt: skip
    fitted = subprocess.run(
        [python, here.with_name("fitting.py")],
        input=json.dumps(said),
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=True,
    )
    TARGET.write_text(json.dumps(json.loads(fitted.stdout), ensure_ascii=False, indent=0) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
