"""ClaimDesk: an offline desk for shop owners who answer claims on marketplaces."""

__version__ = "0.1.0"
