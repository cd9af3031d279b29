"""What may be asked of the rules: one frozen class per command of protocol.md 4.

Fields are the arguments as they stand in `d` (a trailing `_` is not on the wire). Numbers that
matter are decimal strings, dates ISO days; `decide` reads them and refuses what it cannot read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar, dataclass_transform


class Command:
    """What every command has: its name on the wire."""

    __slots__ = ()
    do: ClassVar[str]


C = TypeVar("C", bound=Command)
COMMANDS: dict[str, type[Command]] = {}
PLAYER: set[str] = set()
CONSOLE: set[str] = set()
SHELL_ONLY: set[str] = set()


@dataclass_transform(frozen_default=True, kw_only_default=True)
def command(do: str, *groups: set[str]) -> Callable[[type[C]], type[C]]:
    """Makes a class a command by this name, for these kinds of sender."""

    def register(cls: type[C]) -> type[C]:
        made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
        made.do = do
        COMMANDS[do] = made
        for group in groups:
            group.add(do)
        return made

    return register
