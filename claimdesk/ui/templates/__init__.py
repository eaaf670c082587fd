"""Templates: what can be sent, in both languages."""
