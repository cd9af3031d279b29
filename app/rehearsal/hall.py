"""The rehearsals of this server: begun, watched over, and thrown away.

They end with the server: what a restart finds of them is deleted before any game is opened.
"""

from __future__ import annotations

import asyncio
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import structlog

from app import games, projects
from app.db import Database
from app.errors import AppError
from app.games import Beginning, GameBegun, GameWish
from app.models import Account
from app.rehearsal import rows
from app.rehearsal.crowd import Crowd
from app.rehearsal.tempers import LEAST, MOST, TEMPERS
from app.rooms import Rooms
from app.store import StoreAway

MOST_AT_ONCE: Final = 3
LONGEST_S: Final = 4 * 3600.0
CLOSED_S: Final = 600.0
"""How long a closed rehearsal stays to be looked at."""
LOOK_S: Final = 5.0
SPARE_SEATS: Final = 30
"""For the phones of real people who want to see how it feels."""
ROOT: Final = Path(__file__).parents[2]
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for; what is not said is as the project has it."""

    mix: Mapping[str, int]
    variant: str | None = None
    language: str | None = None
    seed: str | None = None
    speed: float = 1.0

    @property
    def people(self) -> int:
        """How many will come."""
        return sum(self.mix.values())


@dataclass(slots=True, kw_only=True)
class Running:
    """A rehearsal that is going on."""

    project: str
    people: int
    code: str = ""
    begun_s: float = 0.0
    closed_s: float | None = None
    crowd: asyncio.subprocess.Process | None = None
    tasks: list[asyncio.Task[None]] = field(default_factory=list)


class Rehearsals:
    """One for each project at most. `start` before the first request, `stop` after the last."""

    def __init__(self, database: Database, rooms: Rooms) -> None:
        self._database = database
        self._rooms = rooms
        self._running: dict[str, Running] = {}

    async def start(self) -> None:
        """Throw away what an ended server has left, before any game is opened."""
        for code in await asyncio.to_thread(self._kept):
            await asyncio.to_thread(self._throw_away, code)

    async def stop(self) -> None:
        """End all of them."""
        for running in list(self._running.values()):
            await self._end(running)

    def of_project(self, project: str) -> Running | None:
        """The rehearsal of a project that is going on."""
        found = self._running.get(project)
        return found if found and found.code else None

    async def begin(self, account: Account, project: str, wish: Wish, url: str) -> GameBegun:
        """A room of simulated people, who come in at this address of the server."""
        _require_sound(wish)
        games.require_playable(GameWish(variant=wish.variant))
        if project in self._running:
            raise AppError(409, "rehearsal.running")
        if len(self._running) >= MOST_AT_ONCE:
            raise AppError(409, "rehearsal.many", most=MOST_AT_ONCE)
        loop = asyncio.get_running_loop()
        running = Running(project=project, people=wish.people, begun_s=loop.time())
        self._running[project] = running
        try:
            made = await asyncio.to_thread(self._add, account, project, wish)
            running.code = made.begun.code
            seed = wish.seed or secrets.token_hex(8)
            room = await self._rooms.begin(running.code, made.events(seed))
            room.names.update(await asyncio.to_thread(self._names, project))
            language = made.setup.language
            crowd = Crowd(url, running.code, wish.mix, seed, language, wish.speed)
            await self._send_in(running, crowd)
        except StoreAway:
            await self._end(running)
            raise AppError(503, "store.away") from None
        except BaseException:
            await self._end(running)
            raise
        running.tasks.append(loop.create_task(self._watch(running)))
        return made.begun

    async def end(self, project: str, code: str) -> None:
        """End a rehearsal and throw it away."""
        running = self.of_project(project)
        if running is None or running.code != code.upper():
            raise AppError(404, "game.not_found")
        await self._end(running)

    async def _send_in(self, running: Running, crowd: Crowd) -> None:
        running.crowd = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "app.rehearsal.crowd"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            cwd=ROOT,
        )
        assert running.crowd.stdin is not None  # noqa: S101 - it was asked for
        running.crowd.stdin.write(crowd.line())  # it stays open: its end is the end of the crowd
        running.tasks.append(asyncio.create_task(_log_what_it_says(running.crowd)))

    async def _watch(self, running: Running) -> None:
        """End it when it is over: some minutes after it was closed, or after some hours."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(LOOK_S)
            room = await self._rooms.find(running.code)
            if room is None or loop.time() - running.begun_s >= LONGEST_S:
                break
            if room.state.phase == "closed":
                running.closed_s = running.closed_s or loop.time()
                if loop.time() - running.closed_s >= CLOSED_S:
                    break
        await self._end(running)

    async def _end(self, running: Running) -> None:
        if self._running.get(running.project) is not running:
            return
        crowd, code = running.crowd, running.code
        running.code = ""
        if crowd is not None and crowd.returncode is None:
            crowd.kill()
            await crowd.wait()
        for task in running.tasks:
            if task is not asyncio.current_task():
                task.cancel()
        try:
            if code:
                await self._rooms.discard(code, lambda: asyncio.to_thread(self._throw_away, code))
        finally:
            self._running.pop(running.project, None)

    def _add(self, account: Account, project: str, wish: Wish) -> Beginning:
        game = GameWish(
            kind=rows.KIND,
            variant=wish.variant,
            language=wish.language,
            capacity=wish.people + SPARE_SEATS,
        )
        return games.add(self._database, account, project, game, rows.add_copy)

    def _names(self, project: str) -> dict[str, str]:
        with self._database.read() as session:
            return projects.names(session, project)

    def _kept(self) -> list[str]:
        with self._database.read() as session:
            return rows.kept(session)

    def _throw_away(self, code: str) -> None:
        with self._database.write() as session:
            rows.throw_away(session, code)


def _require_sound(wish: Wish) -> None:
    unknown = [name for name in wish.mix if name not in TEMPERS]
    if unknown or any(count < 0 for count in wish.mix.values()):
        raise AppError(422, "rehearsal.tempers")
    if not LEAST <= wish.people <= MOST:
        raise AppError(422, "rehearsal.people", least=LEAST, most=MOST)


async def _log_what_it_says(crowd: asyncio.subprocess.Process) -> None:
    """A crowd says something only when it fails; nobody's words are in it."""
    assert crowd.stderr is not None  # noqa: S101 - it was asked for
    async for line in crowd.stderr:
        log.warning("rehearsal.crowd", said=line.decode(errors="replace").rstrip()[:300])
