"""Settings: the shop, language and time, the look, where the data lies."""
