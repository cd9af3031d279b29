"""The questions that are put to a seat now (protocol.md 5, `asks`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.say import Say

Options = tuple[tuple[str, Say | str], ...]
"""What an argument may be: (value, what people read)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question. Answering is sending `do` with `d` and the arguments in `needs`.

    `optional` asks do not hold the room back: a seat is ready with them open.
    """

    id: str
    do: str
    text: Say
    d: Mapping[str, object] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    options: Mapping[str, Options] = field(default_factory=dict)
    optional: bool = False
