"""Finds what a rule describes in a folded text. Every step is linear in the text; distances are bounded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, pairwise, product

from claimdesk.core.policy.expressions import alternatives, compiled
from claimdesk.core.policy.judgement import Named
from claimdesk.core.policy.likeness import Read, learnt
from claimdesk.core.policy.network import meaning, of_letter, shipped_network
from claimdesk.core.policy.parts import Span, parts
from claimdesk.core.policy.schema import Frame, PolicyRule
from claimdesk.core.policy.sentences import sentences

_AROUND = 60
_MOST_HITS = 400  # of one expression; a message with more is noise, and the first ones are enough to stop it
_MOST_READ = 8  # stretches that the network reads of one message: each takes some thirty milliseconds
_MEANT = 0.5  # how much the network counts beside the words where a category is named: they know it better
_ENOUGH = 60  # hits of one frame: more than anybody reads


@dataclass(slots=True)
class Reading:
    """One folded text with what was already looked up in it."""

    text: str
    language: str = ""  # that the message should be in
    sentences: list[Span] = field(default_factory=list)
    _found: dict[str, list[Span]] = field(default_factory=dict)
    _words: Read | None = None

    def __post_init__(self) -> None:
        self.sentences = sentences(self.text)

    def find(self, expression: str) -> list[Span]:
        """Where an expression stands, looked up once."""
        if expression not in self._found:
            parts = alternatives(expression)
            if parts == (expression,):
                found = [m.span() for m in compiled(expression).finditer(self.text) if m.end() > m.start()]
            else:
                found = sorted({span for part in parts for span in self.find(part)})
            self._found[expression] = found[:_MOST_HITS]
        return self._found[expression]

    @property
    def words(self) -> Read:
        """What the words of the text say, looked up once."""
        if self._words is None:
            self._words = learnt().read(self.text, self.sentences)
        return self._words

    @property
    def meaning(self) -> tuple[float, ...]:
        """What the network makes of the text, read in stretches and closer."""
        suspects = self._suspects()
        return meaning(parts(self.text, suspects)) if suspects else learnt().start

    def _suspects(self) -> list[list[Span]]:
        """The stretches that the network reads: all of an ordinary message, of a very long one those whose words tell most."""
        ordered = sorted(self.words.stretches, key=lambda one: one[1][-1], reverse=True)
        return [stretch for stretch, _ in ordered[:_MOST_READ]]

    def part(self, lines: list[Span]) -> str:
        """The text from the first of these sentences to the last."""
        return self.text[lines[0][0] : lines[-1][1]]

    def stands(self, found: Collection[Named]) -> bool:
        """Whether what rules found stands; without any, whether the text alone is reason to warn."""
        known = learnt()
        return known.judgement.stands(
            self.words.scores, found, known.categories, lambda: self.meaning, language=self.language
        )

    def stands_alone(self, lines: list[Span], found: Named) -> bool:
        """Whether what a rule found stands when its sentences are read without the others."""
        if not lines:
            return False
        known, alone = learnt(), parts(self.text, [lines])
        return known.judgement.stands(
            alone.closely(known.scores), (found,), known.categories, lambda: meaning(alone),
            language=self.language, apart=True,
        )  # fmt: skip

    def alike(self, *, alone: bool) -> Mapping[str, list[tuple[Span, Span]]]:
        """Category -> the stretches that read like it: of each its telling sentence, and all of it.

        `alone` when no rule found anything and the text is reason to warn: then the likeliest is named in any case.
        """
        known = learnt()
        said = [(stretch, _likeliest(self._both(stretch))) for stretch in self._suspects()]
        highest = max((score for _, (_, score) in said), default=0.0)
        least = min(known.least, highest) if alone else known.least
        result: dict[str, list[tuple[Span, Span]]] = {}
        for stretch, (best, score) in said:
            if score >= least:
                telling = max(stretch, key=lambda span: known.scores(self.part([span]))[best])
                result.setdefault(known.categories[best], []).append((telling, (stretch[0][0], stretch[-1][1])))
        return result

    def letter_stands(self, found: Collection[Named]) -> bool:
        """The same of a letter to a platform."""
        return learnt().judgement.letters.stands(of_letter(self.text), found, shipped_network().letters)

    def letter_alike(self, *, alone: bool) -> Mapping[str, list[tuple[Span, Span]]]:
        """Category -> what the network reads out of a letter to a platform: its telling sentence, and all of it; `alone` as above."""
        lines = [span for span in self.sentences if self.text[slice(*span)].strip()]
        said = of_letter(self.text)[:-1]
        least = learnt().judgement.letters.named
        return {
            category: [(max(lines, key=lambda line: of_letter(self.part([line]))[place]), (lines[0][0], lines[-1][1]))]
            for place, category in enumerate(shipped_network().letters)
            if lines and said[place] >= (min(least, max(said)) if alone else least)
        }

    def _both(self, lines: list[Span]) -> tuple[float, ...]:
        """What words and network say of the categories, together."""
        alone = parts(self.text, [lines])
        pairs = zip(alone.closely(learnt().scores)[:-1], meaning(alone)[:-1], strict=True)
        return tuple(words + _MEANT * whole for words, whole in pairs)

    def sentence_of(self, start: int) -> Span:
        """The sentence that holds a position."""
        return next((s for s in self.sentences if s[0] <= start < s[1]), (0, len(self.text)))


def _likeliest(scores: tuple[float, ...]) -> tuple[int, float]:
    best = max(range(len(scores)), key=scores.__getitem__)
    return best, scores[best]


def rule_hits(rule: PolicyRule, reading: Reading, languages: Iterable[str]) -> list[Span]:
    """Where the rule's patterns and frames of the languages match, without what its `unless` makes harmless."""
    found: list[Span] = []
    for language in languages:
        unless = rule.unless.get(language, ())
        for pattern in rule.patterns.get(language, ()):
            found += [hit for hit in reading.find(pattern) if not _harmless(reading, hit, unless)]
        for frame in rule.frames.get(language, ()):
            found += frame_hits(frame, reading, unless)
    return _not_denied(found, reading, rule.unless.get("any", ()))


def like_hits(
    rule: PolicyRule, alike: Iterable[tuple[Span, Span]], reading: Reading, languages: Iterable[str]
) -> list[Span]:
    """Of what reads like the rule's category that which its `unless` does not make harmless."""
    unless = tuple(dict.fromkeys(expression for code in languages for expression in rule.unless.get(code, ())))
    return _not_denied((whole if rule.as_a_whole else telling for telling, whole in alike), reading, unless)


def _not_denied(hits: Iterable[Span], reading: Reading, denials: tuple[str, ...]) -> list[Span]:
    """The hits in whose sentences no denial stands anywhere, joined where they overlap."""
    kept = []
    denied: dict[Span, bool] = {}  # many hits share their sentences
    for hit in hits:
        place = reading.sentence_of(hit[0])[0], reading.sentence_of(max(hit[0], hit[1] - 1))[1]
        if place not in denied:
            denied[place] = any(compiled(expression).search(reading.text, *place) for expression in denials)
        if not denied[place]:
            kept.append(hit)
    return merged(kept)


def frame_hits(frame: Frame, reading: Reading, unless: tuple[str, ...] = ()) -> list[Span]:
    """The narrowest stretches in which all concepts of a frame stand together."""
    concepts: list[list[Span]] = []
    for expression in frame.all:
        concepts.append(reading.find(expression))
        if not concepts[-1]:
            return []
    many = min(max(frame.sentences, 1 + frame.across), len(reading.sentences))
    stretches = [(a[0], b[1]) for a, b in zip(reading.sentences, reading.sentences[many - 1 :], strict=False)]
    found = []
    for stretch in stretches:
        for hit in islice(_together(frame, concepts, stretch), _ENOUGH):
            if frame.between_not and compiled(frame.between_not).search(reading.text, *hit):
                continue
            if not _harmless(reading, hit, frame.unless + unless):
                found.append(hit)
        if len(found) >= _ENOUGH:
            break
    return found


def _together(frame: Frame, concepts: list[list[Span]], stretch: Span) -> Iterator[Span]:
    """Walks the hits in order; each new one is tried with the latest few of every other concept."""
    inside = sorted(
        (start, end, index)
        for index, spans in enumerate(concepts)
        for start, end in spans
        if stretch[0] <= start and end <= stretch[1]
    )
    kept = 3 if len(concepts) <= 3 else 2
    latest: list[list[Span]] = [[] for _ in concepts]
    for start, end, index in inside:
        latest[index] = [(start, end), *latest[index][: kept - 1]]
        choices = [[(start, end)] if other == index else spans for other, spans in enumerate(latest)]
        for spans in product(*choices):
            if _fits(frame, spans):
                yield min(s for s, _ in spans), max(e for _, e in spans)
                break


def _fits(frame: Frame, spans: tuple[Span, ...]) -> bool:
    ordered = sorted(spans)
    if frame.ordered and ordered != list(spans):
        return False
    gaps = [after[0] - before[1] for before, after in pairwise(ordered)]
    return all(gap >= 0 for gap in gaps) and sum(gaps) <= frame.within


def _harmless(reading: Reading, hit: Span, unless: tuple[str, ...]) -> bool:
    if not unless:
        return False
    first, last = reading.sentence_of(hit[0]), reading.sentence_of(max(hit[0], hit[1] - 1))
    low, high = max(first[0], hit[0] - _AROUND), min(last[1], hit[1] + _AROUND)
    return any(compiled(expression).search(reading.text, low, high) for expression in unless)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Overlapping spans joined, in order."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
