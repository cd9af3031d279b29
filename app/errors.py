"""Errors by kind of wrong, for what is neither unreadable nor against the rules."""

Plain = str | int


class OperatorError(Exception):
    """What stands in the way of a command, as one sentence for the person who gave it."""


class AppError(Exception):
    """What is not allowed, not there, or not now. `code` is stable; `refusals` words it."""

    def __init__(self, status: int, code: str, **params: Plain) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.params: dict[str, Plain] = params
