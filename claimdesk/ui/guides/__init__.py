"""The guides: what is worth knowing about claims before one comes."""
