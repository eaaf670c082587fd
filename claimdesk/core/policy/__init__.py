"""The message check: rules as data, matched on normalised text."""
