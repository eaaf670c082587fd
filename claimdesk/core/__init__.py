"""Everything ClaimDesk knows and does without a window; imports no Qt."""
