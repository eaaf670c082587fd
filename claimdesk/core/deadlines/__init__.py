"""Clocks: rules as data, two ends each, computed in the zone they run in."""
