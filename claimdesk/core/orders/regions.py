"""The part of the world whose rules an order falls under."""

from __future__ import annotations

_EUROPEAN_UNION = frozenset({
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
})  # fmt: skip
_OWN = {"US": "US", "GB": "UK", "UK": "UK", "JP": "JP", "IN": "IN", "CA": "CA", "AU": "AU"}


def region_of(marketplace: str, ship_country: str) -> str | None:
    """US, UK, EU, JP, IN, CA, AU or other: by the marketplace's domain, else by the country shipped to (ISO 3166).

    None when neither says anything.
    """
    if "." in marketplace:
        ending = marketplace.rpartition(".")[2].upper()
        return "US" if ending == "COM" else _region(ending)
    return _region(ship_country.strip().upper()) if ship_country.strip() else None


def _region(country: str) -> str:
    if country in _EUROPEAN_UNION:
        return "EU"
    return _OWN.get(country, "other")
