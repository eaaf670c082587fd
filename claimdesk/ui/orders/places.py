"""What platforms and marketplaces are called, and in which zone their days begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimdesk.core.deadlines.marketplaces import Marketplace
    from claimdesk.core.records.shops import ShopRow
    from claimdesk.ui.context import WindowContext

PLATFORM_NAMES = {"ebay": "eBay", "shopify": "Shopify", "etsy": "Etsy", "temu": "Temu", "lazada": "Lazada"}


class Places(QObject):
    """Names in the language shown now; a marketplace that nobody described keeps the name its file gave it."""

    def __init__(self, ctx: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._shops: dict[int, str] = {}

    def know_shops(self, shops: Sequence[ShopRow]) -> bool:
        """Take over what the shops are called; whether that is news."""
        before, self._shops = self._shops, {one.id: one.name for one in shops}
        return before != self._shops

    def shops(self) -> tuple[int, ...]:
        """The shops, where there are several; else none: a single shop need not be named."""
        return tuple(self._shops) if len(self._shops) > 1 else ()

    def shop(self, shop_id: int) -> str:
        """A shop's name; the first one may have none."""
        return self._shops.get(shop_id, "") or self.tr("My shop")

    def language(self) -> str:
        """The language shown now."""
        return self._ctx.language

    def platform(self, platform: str) -> str:
        """A platform's name."""
        named = {
            "amazon": self.tr("Amazon"),
            "dhgate": self.tr("DHgate"),
            "walmart": self.tr("Walmart"),
            "aliexpress": self.tr("AliExpress"),
            "taobao": self.tr("Taobao"),
            "tiktok": self.tr("TikTok Shop"),
            "shopee": self.tr("Shopee"),
        }
        return named.get(platform) or PLATFORM_NAMES.get(platform) or platform.capitalize()

    def title(self, platform: str, marketplace: str) -> str:
        """A marketplace's name, or its platform's where there is one market only."""
        if not marketplace:
            return self.platform(platform)
        place = self._place(platform, marketplace)
        return self._ctx.text(place.title) if place is not None and place.id == marketplace else marketplace

    def zone(self, platform: str, marketplace: str) -> str:
        """The zone in which a marketplace counts days."""
        place = self._place(platform, marketplace)
        return place.zone if place is not None else "UTC"

    def _place(self, platform: str, marketplace: str) -> Marketplace | None:
        desk = self._ctx.desk
        return None if desk is None else desk.deadlines.marketplaces.get(marketplace, platform)
