"""Reads platforms' mails and pasted texts: what happened to which order, and in which words it was said."""
