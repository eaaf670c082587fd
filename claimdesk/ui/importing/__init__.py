"""The Import screen: what a file holds, what it would change, the import itself, and the way back."""
