"""Who speaks: a platform about a case, or a buyer about her own order."""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.core.intake.kinds import Evidence
from claimdesk.core.intake.meaning import Meaning


def buyer_voice(meanings: Sequence[Meaning]) -> Evidence | None:
    """The first words that only a buyer writes, when the mail speaks as one rather than as a platform."""
    buyer = [(m, hit) for m in meanings for hit in m.hits.get("buyer_voice", ())]
    platform = sum(len(m.hits.get("platform_voice", ())) for m in meanings)
    if not buyer or len(buyer) < 2 * platform or (len(buyer) < 2 and platform == 0 and len(meanings) > 3):
        return None
    if platform > 2:
        return None
    first, hit = buyer[0]
    last = max((h.end for m, h in buyer if m is first), default=hit.end)
    return Evidence("buyer_message", first.sentence.start + hit.start, first.sentence.start + last)
