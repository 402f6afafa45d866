"""Qt models over the facts of a provision."""
