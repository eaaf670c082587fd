"""Conditions in knowledge files: one small expression form over plain facts.

A condition is a Jinja2 expression such as `tracking == 'delivered' and not signature`. It runs in the
immutable sandbox, sees nothing but the plain values it is given, and an unknown name counts as none.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from jinja2 import TemplateSyntaxError, nodes
from jinja2.environment import TemplateExpression
from jinja2.sandbox import ImmutableSandboxedEnvironment

from claimdesk.core.records.problems import Problem

_ALLOWED = (
    nodes.And, nodes.Compare, nodes.Const, nodes.List, nodes.Name, nodes.Not, nodes.Operand, nodes.Or, nodes.Tuple,
    nodes.Output, nodes.Template, nodes.Neg,
)  # fmt: skip


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment()


@cache
def _compiled(text: str) -> TemplateExpression:
    try:
        tree = _environment().parse("{{ " + text + " }}")
    except TemplateSyntaxError as error:
        raise Problem("condition_faulty", condition=text, reason=str(error.message)) from error
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            raise Problem("condition_faulty", condition=text, reason=type(node).__name__)
    return _environment().compile_expression(text)


@cache
def names_in(text: str) -> frozenset[str]:
    """The names a condition looks at. Raises Problem `condition_faulty`."""
    _compiled(text)
    tree = _environment().parse("{{ " + text + " }}")
    return frozenset(node.name for node in tree.find_all(nodes.Name))


def holds(text: str, values: Mapping[str, Any]) -> bool:
    """Whether a condition is true of the values; an empty condition is. Raises Problem `condition_faulty`.

    A comparison with a value that is not there is false, as is one between things that cannot be compared.
    """
    if not text:
        return True
    expression = _compiled(text)
    try:
        return bool(cast(object, expression({name: values.get(name) for name in names_in(text)})))
    except TypeError:
        return False
