"""The marketplaces: zone, country, currency, language, region and name of each."""

from __future__ import annotations

from typing import Literal

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped
from claimdesk.core.records.bilingual import Bilingual

Region = Literal["US", "CA", "UK", "EU", "JP", "IN", "AU", "other"]


class Marketplace(Knowledge):
    """One place where orders come from. `language` is the one its buyers are written to in."""

    id: str
    platform: str
    title: Bilingual
    zone: str
    country: str  # ISO 3166, for public holidays
    currency: str
    language: str = "en"
    region: Region = "other"


class MarketplaceFile(Knowledge):
    """All of them; `fallback` maps a platform to the marketplace that stands in for one that is not listed."""

    marketplaces: tuple[Marketplace, ...]
    fallback: dict[str, str]


class Marketplaces:
    """Marketplaces by name."""

    def __init__(self, file: MarketplaceFile) -> None:
        self._by_id = {m.id: m for m in file.marketplaces}
        self._fallback = file.fallback

    @classmethod
    def load(cls) -> Marketplaces:
        """Those of `resources/calendars/marketplaces.toml`. Raises Problem for a faulty file."""
        return cls(read_knowledge(shipped("resources") / "calendars" / "marketplaces.toml", MarketplaceFile))

    def all(self) -> tuple[Marketplace, ...]:
        """Every marketplace, in the order of the file."""
        return tuple(self._by_id.values())

    def get(self, name: str, platform: str = "") -> Marketplace:
        """The marketplace called so (`amazon.de`, `dhgate`); an unknown one is stood in for by its platform's usual one."""
        if name in self._by_id:
            return self._by_id[name]
        root = platform or name.split(".", maxsplit=1)[0]
        return self._by_id[self._fallback.get(root, self._fallback["other"])]
