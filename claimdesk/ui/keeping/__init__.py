"""Backups: made by themselves and on demand, listed and put back."""
