"""Games of a project follow each other, and one at a time holds its map.

A next game takes the map when it begins, which may be long after it was opened; from then on the
one before it is edited no more. What depends on the other games of a project is judged and stored
by one room at a time, so that no edit falls between them and no version is numbered twice.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol
from weakref import WeakValueDictionary

import structlog

from game.carry import Content
from game.decide.succession import TAKES
from game.evolve import is_waiting
from game.fold import replace
from game.model import EMPTY, State

log = structlog.get_logger(__name__)


class Standing(NamedTuple):
    """How a game stands to its project: the newest version, and whether a later game has begun."""

    newest: int = 0
    is_over: bool = False
    content: Content | None = None
    """The newest version's, where somebody asked for what is newer than they know."""
    last: State = EMPTY
    """The game that wrote it, as it was then."""
    names: Mapping[str, str] = MappingProxyType({})
    """The names of the project's people, of whom some may have come in the meantime."""


ALONE: Final = Standing()


class Register(Protocol):
    """Where it is known what a project's games have done."""

    async def standing(self, game: str, known: int) -> Standing:
        """How the game stands to its project, with the newest map if that is past `known`."""


class Succession:
    """Who waits for whom among the rooms of a project, and who is told when a game begins."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self.begun: Callable[[str], None] = lambda project: None

    @asynccontextmanager
    async def standing(self, code: str, state: State) -> AsyncIterator[Standing | None]:
        """How a game stands while it judges and stores; None when that is not known now."""
        async with self._locks.setdefault(state.rules.project, asyncio.Lock()):
            try:
                found = await self._register.standing(code, state.version)
            except Exception:
                # As when nothing can be stored: the same commands may be tried again.
                log.exception("room.standing_unknown")
                found = None
            yield found


def numbered(state: State, standing: Standing) -> State:
    """The state of a game that writes versions: the next one comes after all there are."""
    return replace(state, version=max(state.version, standing.newest))


def takes_map(state: State, commands: Sequence[str]) -> bool:
    """Whether one of these is about the map as it stands now, and not as the lobby found it."""
    if state.setup is None or state.setup.kind == "rehearsal" or not is_waiting(state):
        return False
    return not TAKES.isdisjoint(commands)


def depends(state: State, commands: Sequence[str]) -> bool:
    """Whether the answer to any of these depends on what other games of the project do."""
    if state.phase == "closed":
        return state.setup is not None and not state.over
    return takes_map(state, commands)
