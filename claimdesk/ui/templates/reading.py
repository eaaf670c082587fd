"""Templates as the screen shows them; read on a lane, because the schema behind them takes a while to import."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.replies import Audience

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk

STAGES = ("before_payment", "before_dispatch", "after_dispatch", "return", "dispute", "claim", "appeal", "feedback")
_NAME = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Shown:
    """One template. Paragraphs are (English, Chinese) with `{{ name }}`; `labels` holds the words for each name."""

    id: str
    stage: str
    title: Bilingual
    purpose: Bilingual
    audience: Audience
    platforms: tuple[str, ...]
    paragraphs: tuple[tuple[str, str], ...]
    asked: tuple[Bilingual, ...]
    checked: str
    version: int
    labels: dict[str, Bilingual]

    def found_by(self, text: str) -> bool:
        """Whether a search in either language finds it."""
        wanted = text.casefold()
        pool = (
            self.id,
            self.title.en,
            self.title.zh,
            self.purpose.en,
            self.purpose.zh,
            *(part for pair in self.paragraphs for part in pair),
        )
        return all(any(word in part.casefold() for part in pool) for word in wanted.split())


def read(desk: Desk) -> tuple[Shown, ...]:
    """Every template, by stage and title."""
    from claimdesk.core.replies.names import platform_title, value_names

    known = value_names()
    result = []
    for template in desk.replies.all():
        texts = tuple((p.en, p.zh) for p in template.paragraphs)
        names = {name for pair in texts for part in pair for name in _NAME.findall(part)}
        labels = {name: known[name].label for name in names if name in known}
        labels |= {f.name: f.ask for f in template.fields if f.name not in labels}
        platforms = () if "all" in template.platforms else tuple(platform_title(p) for p in template.platforms)
        result.append(
            Shown(
                template.id,
                template.stage,
                template.title,
                template.purpose,
                template.audience,
                platforms,
                texts,
                tuple(f.ask for f in template.fields),
                template.checked.isoformat(),
                template.version,
                labels,
            )
        )
    return tuple(sorted(result, key=lambda t: (STAGES.index(t.stage) if t.stage in STAGES else 99, t.title.en)))


def pieces(text: str, labels: dict[str, Bilingual], language: str) -> list[tuple[str, bool]]:
    """A paragraph cut into (text, is a value's name in words)."""
    result, at = [], 0
    for match in _NAME.finditer(text):
        if match.start() > at:
            result.append((text[at : match.start()], False))
        label = labels.get(match[1])
        result.append((f"\u2009{label.get(language) if label else match[1]}\u2009", True))
        at = match.end()
    if at < len(text):
        result.append((text[at:], False))
    return result
