"""What the rules say, before anybody words it.

The rules never make a sentence. They hand out `say("recap.orphans", n=3)`, and
`game.sentences.word` turns it into Danish or English for the person who reads it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

Param: TypeAlias = "str | int | Decimal | date | Say | Name | tuple[Param, ...]"
Value: TypeAlias = "str | int | bool | Say | Name | Sequence[Value] | Mapping[str, Value] | None"


@dataclass(frozen=True, slots=True)
class Name:
    """A person of the project, to be named as the room's choice of privacy allows."""

    person: str


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence by its id, with what goes into its placeholders."""

    id: str
    params: tuple[tuple[str, Param], ...] = ()


class Fixed(dict[str, Value]):
    """A value that is the same wherever it is shown, by its `key`: worded and written but once."""

    __slots__ = ("key",)

    def __init__(self, key: str, value: Mapping[str, Value]) -> None:
        super().__init__(value)
        self.key = key


def say(sentence: str, /, **params: Param) -> Say:
    """A Say whose parameters stand in one order, so that equal sentences are equal values."""
    return Say(sentence, tuple(sorted(params.items()))) if params else _alone(sentence)


@lru_cache(maxsize=4096)
def _alone(sentence: str) -> Say:
    """A sentence without parameters, made once: most are said again and again."""
    return Say(sentence)
