"""Reply templates in every language, rendered in a sandbox from plain values."""
