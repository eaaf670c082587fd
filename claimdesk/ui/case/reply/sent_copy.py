"""What was sent at a step, as a draft that can be shown but not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.replies import Audience, Draft, Paragraph

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.records.cases import Event


def sent_event(view: CaseView, step: str) -> Event | None:
    """The last message sent at a step."""
    sent = [event for event in view.case.sent if event.data.get("step") == step]
    return sent[-1] if sent else None


def sent_draft(event: Event) -> Draft:
    """The sent text in paragraphs, paired with its meaning where both have as many."""
    texts = str(event.data.get("text", "")).split("\n\n")
    glosses = str(event.data.get("gloss", "")).split("\n\n")
    if len(glosses) != len(texts):
        glosses = ["\n\n".join(glosses)] + [""] * (len(texts) - 1)
    paragraphs = tuple(
        Paragraph(f"sent{at}", text, gloss) for at, (text, gloss) in enumerate(zip(texts, glosses, strict=True))
    )
    return Draft(
        template=f"sent:{event.id}",
        title=Bilingual("", ""),
        audience=Audience(event.data.get("audience", Audience.BUYER)),
        language=str(event.data.get("language", "en")),
        paragraphs=paragraphs,
    )
