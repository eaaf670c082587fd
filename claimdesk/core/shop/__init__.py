"""What the operator has said about the shop itself."""
