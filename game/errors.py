"""What the rules refuse."""

from __future__ import annotations

Plain = str | int


class RuleError(Exception):
    """A command is against the rules; `code` is stable, its sentence is `refusal.<code>`.

    The same command may be accepted at another time or from another seat: nothing is stored.
    """

    def __init__(self, code: str, **params: Plain) -> None:
        super().__init__(code)
        self.code = code
        self.params: dict[str, Plain] = params
