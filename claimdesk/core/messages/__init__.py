"""Messages: kept once, with order and buyer, and what they ask or answer."""
