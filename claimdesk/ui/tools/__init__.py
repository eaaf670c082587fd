"""Tools beside the cases: what can be tried on anything."""
