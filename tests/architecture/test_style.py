"""Rules that no linter knows: colours by role, no hidden state, services by constructor, plain text."""

from __future__ import annotations

import ast
import re

COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
# The one place that turns tokens into colours.
THEME = {"claimdesk/ui/theme.py", "claimdesk/ui/tokens.py"}
NAMED_COLOURS = {"white", "black", "red", "green", "blue", "yellow", "gray", "darkGray", "lightGray", "cyan", "magenta"}
VAGUE = re.compile(r"(Manager|Helper|Utils?|Util)$")


def test_the_window_has_no_colour_of_its_own(sources) -> None:
    found = []
    for path in sources.files("claimdesk/ui"):
        if sources.name(path) in THEME:
            continue
        for node in ast.walk(sources.tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and COLOUR.search(node.value):
                found.append(f"{sources.name(path)}:{node.lineno} {node.value[:40]!r}")
            if isinstance(node, ast.Attribute) and node.attr in NAMED_COLOURS and "GlobalColor" in ast.unparse(node):
                found.append(f"{sources.name(path)}:{node.lineno} {ast.unparse(node)}")
            if _is_colour_of_numbers(node):
                found.append(f"{sources.name(path)}:{node.lineno} {ast.unparse(node)}")
    assert found == []


def _is_colour_of_numbers(node: ast.AST) -> bool:
    """`QColor(12, 34, 56)`, but not a shadow: black with an alpha is no colour of the design."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QColor"):
        return False
    values = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
    return len(values) >= 3 and values[:3] != [0, 0, 0]


def test_nothing_is_kept_in_a_global(sources) -> None:
    found = []
    for path in sources.files("claimdesk"):
        found += [
            f"{sources.name(path)}:{node.lineno} global {', '.join(node.names)}"
            for node in ast.walk(sources.tree(path))
            if isinstance(node, ast.Global)
        ]
        found += [
            f"{sources.name(path)}:{node.lineno} {node.name}"
            for node in ast.walk(sources.tree(path))
            if isinstance(node, ast.FunctionDef) and node.name in {"instance", "get_instance", "get_service"}
        ]
    assert found == []


def test_no_service_is_made_when_a_module_is_imported(sources) -> None:
    """A module holds constants: what is opened, remembered or watched is made in the composition root."""
    found = []
    for path in sources.files("claimdesk"):
        for node in sources.tree(path).body:
            value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
            if isinstance(value, ast.Call) and isinstance(value.func, ast.Name | ast.Attribute):
                name = ast.unparse(value.func)
                if re.search(r"(Store|Desk|Orders|Cases|Imports|Reports|Shop|Jobs|Theme|QApplication)(\.open)?$", name):
                    found.append(f"{sources.name(path)}:{node.lineno} {name}")
    assert found == []


def test_names_say_what_a_thing_is(sources) -> None:
    found = [
        f"{sources.name(path)}:{node.lineno} {node.name}"
        for path in sources.files("claimdesk")
        for node in ast.walk(sources.tree(path))
        if isinstance(node, ast.ClassDef) and VAGUE.search(node.name)
    ]
    found += [sources.name(p) for p in sources.files("claimdesk") if re.search(r"(utils?|helpers?|misc)\.py$", p.name)]
    assert found == []


def test_no_rich_text_is_guessed(sources) -> None:
    """A label that guesses its format would read a buyer's text as markup and touch files that it names."""
    found = []
    for path in sources.files("claimdesk/ui"):
        for node in ast.walk(sources.tree(path)):
            if isinstance(node, ast.Attribute) and node.attr in {"AutoText", "setHtml", "insertHtml"}:
                found.append(f"{sources.name(path)}:{node.lineno} {node.attr}")
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "QLabel"
                and node.args
            ):
                found.append(f"{sources.name(path)}:{node.lineno} QLabel with a text: use Plain")
    assert found == []


def test_no_platform_is_named_in_a_condition(sources) -> None:
    """What a platform demands is data; `if platform == "amazon"` is a rule written in Python."""
    found = []
    for path in sources.files("claimdesk/core"):
        for node in ast.walk(sources.tree(path)):
            if isinstance(node, ast.Compare):
                for side in (node.left, *node.comparators):
                    if isinstance(side, ast.Constant) and side.value in {"amazon", "ebay", "shopify", "etsy", "dhgate"}:
                        found.append(f"{sources.name(path)}:{node.lineno} {ast.unparse(node)}")
    assert found == []
