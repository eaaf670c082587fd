"""The workspace of one case: steps at the left, the step in the middle, clocks and facts at the right."""
