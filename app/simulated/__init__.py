"""Simulated people: they come in by the door and play over the socket, as anybody's phone does."""
