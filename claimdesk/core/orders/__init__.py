"""Questions about orders: the list, one order, its facts, what else its buyer bought."""
