"""Models and delegates that any screen's table may use; they know nothing about orders or cases."""
