"""Threads of messages, and messages that wait for their order."""
