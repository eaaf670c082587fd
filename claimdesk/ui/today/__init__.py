"""What is due now, how the shop is doing, and the first run."""
