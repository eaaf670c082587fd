"""Reads the rule files and compiles every expression once, so that a faulty rule is found at the start."""

from __future__ import annotations

from claimdesk.core.knowledge.conditions import names_in
from claimdesk.core.knowledge.shipped import read_knowledge, shipped_files
from claimdesk.core.policy.checks import CHECKS
from claimdesk.core.policy.contradictions import known_contradictions
from claimdesk.core.policy.expressions import alternatives, compiled, raw_compiled
from claimdesk.core.policy.forms import shipped_forms
from claimdesk.core.policy.schema import PolicyFile, PolicyRule
from claimdesk.core.records.problems import Problem


def shipped_rules() -> tuple[PolicyRule, ...]:
    """All shipped rules in file order.

    Raises Problem `knowledge_faulty` (file, key, reason) or `policy_expression` (expression, reason).
    """
    rules: dict[str, PolicyRule] = {}
    for path in shipped_files("resources", "policy", "rules"):
        for rule in read_knowledge(path, PolicyFile).rules:
            if rule.id in rules:
                raise Problem("knowledge_faulty", file=path.name, key=rule.id, reason="this rule exists already")
            if rule.check and rule.check not in CHECKS:
                raise Problem("knowledge_faulty", file=path.name, key=rule.id, reason=f"unknown check {rule.check}")
            rules[rule.id] = rule
    return tuple(rules.values())


def verify(rules: tuple[PolicyRule, ...]) -> None:
    """Compiles every expression of the rules, and the forms and pairs that the checks look for.

    Raises Problem `policy_expression`, `condition_faulty` or `knowledge_faulty`.
    """
    shipped_forms()
    known_contradictions()
    for rule in rules:
        for expression in expressions_of(rule):
            for part in alternatives(expression):
                compiled(part)
        for expression in rule.raw:
            raw_compiled(expression)
        if rule.when:
            names_in(rule.when)


def expressions_of(rule: PolicyRule) -> list[str]:
    """Every expression of a rule that looks at the folded text."""
    found = [e for group in (rule.patterns, rule.unless) for expressions in group.values() for e in expressions]
    for frame in (frame for frames in rule.frames.values() for frame in frames):
        found += [*frame.all, *frame.unless]
        if frame.between_not:
            found.append(frame.between_not)
    return found
