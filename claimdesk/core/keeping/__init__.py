"""Keeping the data: backups and putting them back."""
