"""Scenarios: what to ask, do, collect and send, as data; the walk through them is a pure fold over answers."""
