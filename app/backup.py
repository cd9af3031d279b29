"""The backup code: on paper, for whoever must lead when nobody else can."""

import secrets
from hashlib import sha256

ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""That of the games' codes: no letter looks like a figure."""
GROUPS, LETTERS = 4, 4


def new_code() -> str:
    """A code of four groups: 78 bits, and still short enough to type."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))
    return "-".join(groups)


def code_digest(code: str) -> str:
    """What the rules know of a code, however it was typed; nothing of nothing."""
    kept = "".join(letter for letter in code.upper() if letter.isalnum())
    return sha256(kept.encode()).hexdigest() if kept else ""
