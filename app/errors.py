"""Errors by kind of wrong, for what is neither unreadable nor against the rules."""


class OperatorError(Exception):
    """What stands in the way of a command, as one sentence for the person who gave it."""
