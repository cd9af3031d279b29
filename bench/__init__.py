"""The bench: loads, a peer and figures, to hold beside the goals of the performance page."""
