"""One question over everything in a data folder."""
