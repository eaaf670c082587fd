"""Conditions in knowledge files: one small expression form over plain facts.

A condition is a Jinja2 expression such as `tracking == 'delivered' and not signature`. Only names, values, comparisons
and `and`, `or`, `not` are allowed; an unknown name counts as none. It is read by Jinja2's parser and evaluated here,
because a list of cases asks thousands of conditions and a template's own machinery costs far more than they do.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from claimdesk.core.records.problems import Problem

_Evaluate = Callable[[Mapping[str, Any]], Any]
_COMPARISONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "gteq": operator.ge,
    "lt": operator.lt,
    "lteq": operator.le,
    "in": lambda left, right: left in right,
    "notin": lambda left, right: left not in right,
}


@cache
def _environment() -> Environment:
    return Environment(autoescape=False)  # noqa: S701 - nothing is rendered


@cache
def _parsed(text: str) -> nodes.Expr:
    try:
        tree = _environment().parse("{{ " + text + " }}")
    except TemplateSyntaxError as error:
        raise Problem("condition_faulty", condition=text, reason=str(error.message)) from error
    except RecursionError as error:
        raise Problem("condition_faulty", condition=text[:200], reason="nested too deeply") from error
    match tree.body:
        case [nodes.Output(nodes=[nodes.Expr() as expression])]:
            return expression
        case _:
            raise Problem("condition_faulty", condition=text, reason="not one expression")


@cache
def _compiled(text: str) -> _Evaluate:
    return _evaluation(_parsed(text), text)


def _evaluation(node: nodes.Node, text: str) -> _Evaluate:
    match node:
        case nodes.Name():
            name = node.name
            return lambda values: values.get(name)
        case nodes.Const():
            constant = node.value
            return lambda _: constant
        case nodes.And():
            left, right = _evaluation(node.left, text), _evaluation(node.right, text)
            return lambda values: left(values) and right(values)
        case nodes.Or():
            left, right = _evaluation(node.left, text), _evaluation(node.right, text)
            return lambda values: left(values) or right(values)
        case nodes.Not():
            inner = _evaluation(node.node, text)
            return lambda values: not inner(values)
        case nodes.Neg():
            inner = _evaluation(node.node, text)
            return lambda values: -inner(values)
        case nodes.List() | nodes.Tuple():
            items = [_evaluation(item, text) for item in node.items]
            return lambda values: tuple(item(values) for item in items)
        case nodes.Compare():
            return _comparison(node, text)
        case _:
            raise Problem("condition_faulty", condition=text, reason=type(node).__name__)


def _comparison(node: nodes.Compare, text: str) -> _Evaluate:
    first = _evaluation(node.expr, text)
    rest = [(_COMPARISONS[operand.op], _evaluation(operand.expr, text)) for operand in node.ops]
    if len(rest) == 1:
        compare, second = rest[0]
        return lambda values: compare(first(values), second(values))

    def chained(values: Mapping[str, Any]) -> bool:
        left = first(values)
        for compare, following in rest:
            right = following(values)
            if not compare(left, right):
                return False
            left = right
        return True

    return chained


@cache
def names_in(text: str) -> frozenset[str]:
    """The names a condition looks at. Raises Problem `condition_faulty`."""
    _compiled(text)
    parsed = _parsed(text)
    names = {node.name for node in parsed.find_all(nodes.Name)}
    return frozenset({*names, parsed.name} if isinstance(parsed, nodes.Name) else names)


@cache
def constants_in(text: str) -> Mapping[str, frozenset[str | int | bool]]:
    """The values that a condition compares each of its names with. Raises Problem `condition_faulty`."""
    _compiled(text)
    parsed = _parsed(text)
    found: dict[str, set[str | int | bool]] = {name: set() for name in names_in(text)}
    comparisons = list(parsed.find_all(nodes.Compare))
    if isinstance(parsed, nodes.Compare):
        comparisons.append(parsed)
    for comparison in comparisons:
        parts = [comparison.expr, *(operand.expr for operand in comparison.ops)]
        names = [part.name for part in parts if isinstance(part, nodes.Name)]
        values = [c.value for part in parts for c in (part, *part.find_all(nodes.Const)) if isinstance(c, nodes.Const)]
        for name in names:
            found[name].update(value for value in values if value is not None)
    return {name: frozenset(values) for name, values in found.items()}


def holds(text: str, values: Mapping[str, Any]) -> bool:
    """Whether a condition is true of the values; an empty condition is. Raises Problem `condition_faulty`.

    A comparison with a value that is not there is false, as is one between things that cannot be compared.
    """
    if not text:
        return True
    evaluate = _compiled(text)
    try:
        return bool(evaluate(values))
    except TypeError:
        return False
