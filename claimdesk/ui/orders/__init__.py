"""The Orders screen: find an order, see what is known about it, start the case that fits."""
