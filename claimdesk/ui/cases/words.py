"""What platforms, marketplaces and outcomes are called in lists of cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from claimdesk.core.records.bilingual import Bilingual

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext

_NAMES = {"ebay": "eBay", "shopify": "Shopify", "etsy": "Etsy", "temu": "Temu", "lazada": "Lazada"}


class CaseWords(QObject):
    """Names in the language shown now."""

    def __init__(self, ctx: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.titles: Mapping[str, Bilingual] = {}  # marketplace -> its name, once read
        self.shops: Mapping[int, str] = {}  # shop -> its name, once read

    @property
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
        return named.get(platform) or _NAMES.get(platform) or platform.capitalize()

    def shop(self, shop_id: int) -> str:
        """A shop's name; empty where there is one shop only, which need not be named."""
        if len(self.shops) < 2:
            return ""
        return self.shops.get(shop_id) or self.tr("My shop")

    def marketplace(self, platform: str, marketplace: str) -> str:
        """A marketplace's name, `Amazon US`; the platform's where nobody said which."""
        title = self.titles.get(marketplace)
        if title is not None:
            return title.get(self._ctx.language)
        return marketplace if marketplace and "." in marketplace else self.platform(platform)
