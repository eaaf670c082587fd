"""What the program teaches: short guides, each point with the items of the brief that it answers."""

from __future__ import annotations

from datetime import date

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped_files
from claimdesk.core.records.bilingual import Bilingual


class GuidePoint(Knowledge):
    """One thing to know."""

    text: Bilingual
    brief: tuple[str, ...] = ()


class GuideSection(Knowledge):
    """Points that belong together."""

    title: Bilingual
    items: tuple[GuidePoint, ...]


class Guide(Knowledge):
    """One guide."""

    id: str
    title: Bilingual
    checked: date
    sections: tuple[GuideSection, ...]


def load_guides() -> tuple[Guide, ...]:
    """All shipped guides, in the order of their files. Raises Problem `knowledge_faulty` for a faulty file."""
    return tuple(read_knowledge(path, Guide) for path in shipped_files("resources", "guides"))
