"""A shop to try things on: invented orders and cases, always of the last weeks."""
