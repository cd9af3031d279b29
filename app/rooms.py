"""The games this process plays, each in its room, loaded when somebody asks for it."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Iterable, Sequence

import structlog

from app import closes, metrics
from app.admission import Admission
from app.bus import Bus, LocalBus
from app.clock import Clock, SystemClock, Timer
from app.room import Ports, Room, Store
from app.rules import Rules
from app.store import Batch
from app.succession import Succession
from app.teller import Teller
from game.commands import HandOn
from game.events import Event

SWEEP_S = 60.0
log = structlog.get_logger(__name__)


def new_epoch() -> str:
    """What a room is called from its opening to its closing: its views are worth nothing after."""
    return f"e_{secrets.token_hex(6)}"


class Rooms:
    """Rooms by game code. `start` before the first request, `stop` after the last."""

    def __init__(
        self,
        store: Store,
        rules: Rules,
        *,
        clock: Clock | None = None,
        bus: Bus | None = None,
        epochs: Callable[[], str] = new_epoch,
    ) -> None:
        self._epochs = epochs
        self.ports = Ports(
            rules=rules,
            store=store,
            clock=clock or SystemClock(),
            bus=bus or LocalBus(),
            admission=Admission(),
            teller=Teller(),
            succession=Succession(store),
        )
        self.ports.succession.begun = self._hand_on
        self._rooms: dict[str, Room] = {}
        self._opening: dict[str, asyncio.Lock] = {}
        self._sweeping: asyncio.Task[None] | None = None
        self._sweep_timer: Timer | None = None
        self._idle: set[str] = set()

    async def start(self, live: Iterable[str] = ()) -> None:
        """Open the games that are being played, so that their time goes on running."""
        for code in live:
            try:
                await self.find(code)
            except Exception:
                # One record that cannot be read must not keep every other game from going on.
                log.exception("room.not_opened")
        self._sweep_later()

    async def stop(self) -> None:
        """Close every room."""
        if self._sweep_timer is not None:
            self._sweep_timer.cancel()
        if self._sweeping is not None:
            await self._sweeping
        rooms = list(self._rooms.values())
        self._rooms.clear()
        await asyncio.gather(*(room.stop() for room in rooms))
        await self.ports.bus.close()

    def __len__(self) -> int:
        return len(self._rooms)

    async def find(self, code: str) -> Room | None:
        """The room of a game, or None when there is no such game. Codes are case-blind."""
        code = code.upper()
        room = self._rooms.get(code)
        if room is not None:
            return room
        lock = self._opening.setdefault(code, asyncio.Lock())
        async with lock:
            try:
                return self._rooms.get(code) or await self._open(code)
            finally:
                self._opening.pop(code, None)

    async def begin(self, code: str, events: Sequence[Event]) -> Room:
        """The room of a new game, whose first events these are; they are stored first."""
        at_ms = self.ports.clock.now_ms()
        await self.ports.store.append(Batch(code, 1, list(events), [], {}, at_ms))
        room = await self.find(code)
        if room is None:
            raise LookupError(code)
        return room

    async def discard(self, code: str, delete: Callable[[], Awaitable[None]]) -> None:
        """Close a room for good: nobody may open it again before its record is deleted."""
        lock = self._opening.setdefault(code, asyncio.Lock())
        async with lock:
            room = self._rooms.pop(code, None)
            if room is not None:
                for watcher in tuple(room.hub.watchers):
                    watcher.dismiss(closes.NO_GAME)
                await room.stop()
            self.ports.store.forget(code)
            metrics.ROOMS_OPEN.set(len(self._rooms))
            await delete()
            self._opening.pop(code, None)

    async def _open(self, code: str) -> Room | None:
        loaded = await self.ports.store.load(code)
        if code in self._rooms:  # somebody else was as quick
            return self._rooms[code]
        if not loaded.events:
            self.ports.store.forget(code)
            return None
        room = Room(code, self._epochs(), loaded, self.ports)
        self._rooms[code] = room
        room.start()
        if loaded.standing.is_over and room.state.phase == "closed":
            room.tell_rules(HandOn())
        metrics.ROOMS_OPEN.set(len(self._rooms))
        return room

    def _hand_on(self, project: str) -> None:
        """Let the project's earlier games know that another one holds its map now."""
        for room in self._rooms.values():
            rules = room.state.rules
            if rules.project == project and rules.kind != "rehearsal":
                room.tell_rules(HandOn())

    def _sweep_later(self) -> None:
        self._sweep_timer = self.ports.clock.call_later(SWEEP_S, self._sweep)

    def _sweep(self) -> None:
        """Close the rooms where nothing happens; the next visitor opens them again."""
        for room in self._rooms.values():
            room.pause_if_untouched()
        idle = {code for code, room in self._rooms.items() if room.is_idle}
        leaving = [self._rooms.pop(code) for code in idle & self._idle]
        self._idle = idle
        if leaving:
            self._sweeping = asyncio.create_task(self._close(leaving))
        self._sweep_later()

    async def _close(self, leaving: list[Room]) -> None:
        for room in leaving:
            await room.stop()
            self.ports.store.forget(room.code)
        metrics.ROOMS_OPEN.set(len(self._rooms))
