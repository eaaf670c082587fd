"""Every item of the brief has a home in the product; `docs/brief-coverage.md` says which.

Write the page anew with `python tests/core/knowledge/test_brief_coverage.py`.
"""

from __future__ import annotations

from pathlib import Path

from claimdesk.core.knowledge.guides import load_guides
from claimdesk.core.replies.replies import Replies
from claimdesk.core.scenarios.loader import Scenarios

PAGE = Path(__file__).parents[3] / "docs" / "brief-coverage.md"
ITEMS = tuple(f"A{number}" for number in range(1, 108))


def homes() -> dict[str, list[str]]:
    """Item of the brief -> where the product takes it up."""
    found: dict[str, list[str]] = {item: [] for item in ITEMS}
    for scenario in Scenarios.load().all():
        for item in scenario.brief:
            found[item].append(f"scenario {scenario.id} ({scenario.title.en})")
    for template in Replies.load().all():
        for item in template.brief:
            found[item].append(f"template {template.id}")
    for guide in load_guides():
        for section in guide.sections:
            for point in section.items:
                for item in point.brief:
                    found[item].append(f"guide “{guide.title.en}”, {section.title.en}")
    return found


def page() -> str:
    """The page as the product's own files make it."""
    lines = [
        "# Where the brief lives",
        "",
        "Each item of the brief and what takes it up: a scenario that does it, a template that says it, or a guide",
        "that teaches it or warns about it. Made from the shipped files; a test keeps it true.",
        "",
        "| item | home |",
        "|---|---|",
    ]
    return "\n".join([*lines, *(f"| {item} | {'; '.join(where)} |" for item, where in homes().items())]) + "\n"


def test_every_item_has_a_home() -> None:
    assert [item for item, where in homes().items() if not where] == []


def test_the_page_is_what_the_files_say() -> None:
    assert PAGE.read_text("utf-8") == page()


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
