"""The life of a case: an append-only timeline, and everything that is derived from it."""
