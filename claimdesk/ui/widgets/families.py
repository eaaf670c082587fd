"""The picture of each family of scenarios, the same wherever one is listed."""

from __future__ import annotations

from typing import Final

FAMILY_ICONS: Final = {
    "not_received": "package",
    "not_as_described": "magnifying-glass",
    "returns": "arrow-u-up-left",
    "claims": "scales",
    "chargebacks": "credit-card",
    "feedback": "star-half",
    "service": "chat-circle-text",
}
