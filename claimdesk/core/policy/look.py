"""One message while the rules look at it: what each finds, and what stands when its words are weighed as well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from claimdesk.core.policy.checks import CHECKS
from claimdesk.core.policy.expressions import raw_compiled
from claimdesk.core.policy.letters import is_letter
from claimdesk.core.policy.likeness import learnt
from claimdesk.core.policy.matching import Reading, like_hits, merged, rule_hits
from claimdesk.core.policy.message import Message
from claimdesk.core.policy.paragraphs import within_paragraph
from claimdesk.core.policy.parts import Span
from claimdesk.core.policy.quotations import spoken_of
from claimdesk.core.policy.schema import PolicyRule
from claimdesk.core.policy.spelling import suggestions
from claimdesk.core.records.replies import Finding, Severity

Alike = Mapping[str, list[tuple[Span, Span]]]

_MOST_FINDINGS = 40  # of one rule: whoever mends these sees the rest


@dataclass(frozen=True, slots=True)
class Look:
    """One message while the rules look at it."""

    message: Message
    reading: Reading
    head: str
    spoken: tuple[str, ...]
    quoted: list[Span]

    def at(self, rule: PolicyRule) -> list[Span]:
        """Where a rule finds something, in characters of the text as it was written."""
        spans = [self.message.folded.span(*hit) for hit in rule_hits(rule, self.reading, self.spoken)]
        spans += [match.span() for expression in rule.raw for match in raw_compiled(expression).finditer(self.head)]
        if rule.check:
            spans += CHECKS[rule.check](self.message, rule.numbers)
        if rule.category == "placeholder":
            spans = [span for span in spans if not spoken_of(self.head, span)]
        if rule.category in ("tone", "spelling"):  # raw expressions and checks have looked at what others said as well
            spans = [span for span in spans if not any(a <= span[0] and span[1] <= b for a, b in self.quoted)]
        whole = self.message.whole
        spans = [span if span == whole else within_paragraph(self.message.text, span) for span in spans]
        return merged(spans)[:_MOST_FINDINGS]

    def touches(self, span: Span, others: Iterable[Span]) -> bool:
        """Whether one of the others touches a sentence of this finding."""
        lines = (self.message.folded.span(*sentence) for sentence in self.reading.sentences)
        mine = [line for line in lines if line[0] < span[1] and span[0] < line[1]]
        return bool(mine) and any(start < line[1] and line[0] < end for start, end in others for line in mine)

    def weighed(self, findings: list[Finding], weighing: list[PolicyRule]) -> list[Finding]:
        """The findings as they stand beside the words of the whole message, and what only its words say.

        In a message that reads harmless the findings of rules that are sometimes wrong become hints, but for those whose
        own sentence reads as if it broke a rule: one bad sentence may stand in a long and harmless letter.
        """
        trust = learnt().judgement.trust
        loud = [finding for finding in findings if finding.severity is not Severity.HINT]
        doubtful = {(f.rule, f.category) for f in loud if f.rule in trust}
        if not self.reading.stands(doubtful):
            kept = {f for f in loud if f.rule not in trust or self._stands_alone(f)}
            return [
                f if f in kept or f.severity is Severity.HINT else replace(f, severity=Severity.HINT) for f in findings
            ]
        return findings + self._read(findings, weighing, self.reading.alike(alone=not loud))

    def with_letter(self, findings: list[Finding], weighing: list[PolicyRule]) -> list[Finding]:
        """The findings in a letter to a platform as they stand beside what the network makes of the whole letter.

        What only the whole letter says is added; in one that is in order, what rules of such letters found becomes a hint.
        """
        trust = learnt().judgement.letters.trust
        loud = [finding for finding in findings if finding.severity is not Severity.HINT]
        if not self.reading.letter_stands({(f.rule, f.category) for f in loud if f.rule in trust}):
            return [replace(f, severity=Severity.HINT) if f in loud and f.rule in trust else f for f in findings]
        whole = [rule for rule in weighing if "words" not in rule.numbers or is_letter(self.message, rule.numbers)]
        return findings + self._read(findings, whole, self.reading.letter_alike(alone=not loud))

    def _read(self, findings: list[Finding], weighing: list[PolicyRule], alike: Alike) -> list[Finding]:
        """What reads like a category that no warning or block names yet."""
        said = {finding.category for finding in findings if finding.severity is not Severity.HINT}
        return [
            finding_of(rule, self._span(hit), self.message.text, self.message.language)
            for rule in weighing
            if rule.category not in said
            for hit in like_hits(rule, alike.get(rule.category, ()), self.reading, self.spoken)
        ]

    def _stands_alone(self, finding: Finding) -> bool:
        lines = [
            line for line in self.reading.sentences if self.touches((finding.start, finding.end), [self._span(line)])
        ]
        return self.reading.stands_alone(lines, (finding.rule, finding.category))

    def _span(self, line: Span) -> Span:
        return self.message.folded.span(*line)


def finding_of(rule: PolicyRule, span: tuple[int, int], text: str, language: str) -> Finding:
    """What a rule says about a stretch of the text."""
    start, end = span
    finding = Finding(rule.id, rule.severity, rule.category, start, end, "", rule.why, rule.fix, rule.source)
    instead = suggestions(text[start:end], language) if rule.category == "spelling" else ()
    return replace(finding, excerpt=text[start:end][:300], suggestions=instead)
