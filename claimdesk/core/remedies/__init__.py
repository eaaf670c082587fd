"""What each remedy is expected to cost, which ones the platforms forbid, and what the goods cost the shop."""
