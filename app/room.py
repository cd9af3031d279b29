"""A game as it is being played: one actor judges its commands, stores, answers, then tells.

The actor takes what has queued up, at most 64 commands, and while one batch is on its way to the
disk the next one gathers. It is the only one that changes the game's state, and it waits for
nothing but the store: a slow phone is the hub's business.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import structlog

from app import closes
from app.admission import Admission
from app.answers import Answer
from app.backup import code_digest
from app.bus import Bus
from app.clock import Clock
from app.frames import Frames, Viewer, desk_place
from app.hub import Hub
from app.keeper import Keeper
from app.memory import Memory
from app.presence import Presence
from app.protocol import Credential
from app.ratelimit import Bucket
from app.rules import Rules
from app.store import Batch, Loaded, StoreAway
from app.succession import ALONE, Register, Standing, Succession, depends, numbered
from app.teller import Teller
from app.turn import Request, Turn, ignored
from game.commands import Command, Pause, TakeDesk, TakeOver
from game.events import DeputyRemoved, Event, SeatRemoved
from game.model import FACILITATOR, SHELL, State

MOST_IN_A_TURN = 64
UNTOUCHED_S = 12 * 3600.0
log = structlog.get_logger(__name__)


class Store(Register, Protocol):
    """Where games are kept."""

    async def load(self, game: str) -> Loaded:
        """All that is kept of a game."""

    async def append(self, batch: Batch) -> None:
        """Make a batch durable, or raise StoreAway and keep nothing of it."""

    def forget(self, game: str) -> None:
        """Let go of a game that no room plays any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """What every room of this process shares."""

    rules: Rules
    store: Store
    clock: Clock
    bus: Bus
    admission: Admission
    teller: Teller
    succession: Succession


class Room:
    """One game. `start` it before the first command, `stop` it after the last."""

    def __init__(self, code: str, epoch: str, loaded: Loaded, ports: Ports) -> None:
        self.code = code
        self.epoch = epoch
        self.ports = ports
        self.state: State = ports.rules.empty
        self.names = loaded.names
        self.memory = Memory(ports.clock, loaded.answers)
        for event in loaded.events:
            self.state = ports.rules.evolve(self.state, event)
            self.memory.note_seat(event, self.state.seq)
        if self.state.phase in {"playing", "paused"}:
            self.state = numbered(self.state, loaded.standing)
        frames = Frames(ports.rules, self.names)
        self.hub = Hub(frames, ports.clock, ports.teller, self.state)
        self.presence = Presence(ports.clock.seconds())
        self.keeper = Keeper(self)
        self._buckets: dict[str, Bucket] = {}
        self._queue: deque[Request] = deque()
        self._woken: asyncio.Future[None] | None = None
        """What the actor waits for while there is nothing to do."""
        self._actor: asyncio.Task[None] | None = None
        self._is_judging = False
        self._touched_s = ports.clock.seconds()

    def start(self) -> None:
        """Begin to take commands and to keep time."""
        self._actor = asyncio.create_task(self._run(), name=f"room {self.code}")
        self.keeper.start()

    async def stop(self) -> None:
        """Take no more commands. What waits unanswered is sent again by its clients."""
        self.keeper.stop()
        self.hub.close()
        self.ports.admission.leave(len(self._queue), 0.0)
        self._queue.clear()
        actor, self._actor = self._actor, None
        if actor is not None:
            actor.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await actor

    def viewer(self, credential: Credential) -> Viewer | None:
        """How somebody looks at this game; None for a seat that is not, or no longer, in it."""
        if credential.kind != "player":
            language = credential.language or self.state.rules.language
            if credential.name:
                self.names.setdefault(credential.desk, credential.name)
            elif credential.desk and credential.desk not in self.state.deputies:
                return None
            return Viewer(credential.kind, None, language, credential.desk)
        seat = self.state.seats.get(credential.seat or "")
        while seat is not None and seat.into:
            seat = self.state.seats.get(seat.into)
        return None if seat is None or seat.removed else Viewer("player", seat.id, seat.language)

    def opens(self, credential: Credential) -> bool:
        """Whether somebody may look at this game with it."""
        return self.viewer(credential) is not None

    @property
    def is_idle(self) -> bool:
        """Whether nobody watches, nothing waits and no time may be running."""
        is_busy = self._queue or self._is_judging or self.hub.watchers
        return not is_busy and self.state.phase != "playing"

    def submit(self, request: Request) -> None:
        """Queue a command of a client; its reply is called once, perhaps before this returns."""
        self._touched_s = self.ports.clock.seconds()
        asked = self._taking_over(request)
        known = self.memory.answer(asked)
        if known is not None:
            self._reply(request, known)
        elif not self._may_ask(request):
            self._reply(request, Answer(request.id, code="limit.rate"))
        elif self.ports.admission.is_busy():
            self._reply(request, Answer(request.id, code="limit.busy"))
        else:
            self._enqueue(asked)

    async def ask(self, request: Request) -> Answer:
        """The answer to a command, for callers that can wait."""
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()

        def reply(answer: Answer) -> None:
            if not answered.done():
                answered.set_result(answer)

        request.reply = reply
        self.submit(request)
        return await answered

    def tell_rules(self, command: Command, reply: Callable[[Answer], None] = ignored) -> None:
        """Queue a command of the shell itself: time passing, people coming and going."""
        self._enqueue(Request(seat=SHELL, command=command, reply=reply))

    def pause_if_untouched(self) -> None:
        """Pause a game that nobody has touched for twelve hours (game.md 1)."""
        untouched_s = self.ports.clock.seconds() - self._touched_s
        if self.state.phase == "playing" and untouched_s >= UNTOUCHED_S:
            self._enqueue(Request(seat=FACILITATOR, command=Pause()))

    def _taking_over(self, request: Request) -> Request:
        """`take_over` as the rules judge it: who asks, and whether who leads is away."""
        match request.command:
            case TakeOver(code=code) if request.seat == FACILITATOR:
                leads = self.state.desk
                command = TakeDesk(
                    desk=request.desk or "",
                    leads=leads,
                    is_away=self.presence.is_away(desk_place(leads), self.ports.clock.seconds()),
                    digest=code_digest(code or ""),
                )
                return replace(request, seat=SHELL, desk=None, command=command)
            case _:
                return request

    def _may_ask(self, request: Request) -> bool:
        """Whether the seat, or the console, is within its limit; who comes in has no seat yet."""
        if request.seat == SHELL:
            return True
        now_s = self.ports.clock.seconds()
        place = request.seat if request.desk is None else desk_place(request.desk)
        bucket = self._buckets.get(place)
        if bucket is None:
            bucket = self._buckets[place] = Bucket(at=now_s)
        return bucket.take(now_s)

    def _reply(self, request: Request, answer: Answer) -> None:
        """Answer at once, since nothing comes of it."""
        request.reply(answer)
        self.hub.release()

    def _enqueue(self, request: Request) -> None:
        if self._actor is None:  # the room has closed; the next visitor opens another
            self._reply(request, Answer(request.id, code="store.away"))
            return
        request.at_s = self.ports.clock.seconds()
        self.ports.admission.enter()
        self._queue.append(request)
        if self._woken is not None and not self._woken.done():
            self._woken.set_result(None)

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            while not self._queue:
                self._woken = loop.create_future()
                await self._woken
            count = min(MOST_IN_A_TURN, len(self._queue))
            requests = [self._queue.popleft() for _ in range(count)]
            waited_s = self.ports.clock.seconds() - requests[0].at_s
            self.ports.admission.leave(count, waited_s)
            self._is_judging = True
            try:
                await self._turn(requests)
            except Exception:
                # The outermost loop: a mistake of ours must not end the room for everybody.
                log.exception("room.turn_failed")
            finally:
                self._is_judging = False
                self.hub.release()

    async def _turn(self, requests: list[Request]) -> None:
        if not depends(self.state, [request.command.do for request in requests]):
            await self._play(requests, ALONE)
            return
        async with self.ports.succession.standing(self.code, self.state) as standing:
            if standing is not None:
                await self._play(requests, standing)
                return
        for request in requests:
            request.reply(Answer(request.id, code="store.away"))

    async def _play(self, requests: list[Request], standing: Standing) -> None:
        turn = Turn(self.ports.rules, self.state, self.ports.clock.now_ms(), standing)
        for request in requests:
            known = self.memory.answer(request)
            if known is None:
                turn.judge(request)
            else:
                self._reply(request, known)
        if turn.must_be_stored and not await self._store(turn):
            for request, _ in turn.answers:
                request.reply(Answer(request.id, code="store.away"))
            return
        self._keep(turn)
        self.names.update(standing.names)
        if turn.has_begun:
            self.ports.succession.begun(self.state.rules.project)
        if turn.events:
            self.ports.bus.publish(self.code, self.state.seq)
            self.hub.changed(self.state, at_once=self.keeper.follow())
        for request, answer in turn.answers:
            request.reply(answer)
        self._dismiss(turn.events)

    async def _store(self, turn: Turn) -> bool:
        try:
            await self.ports.store.append(turn.batch(self.code))
        except StoreAway:
            return False
        except Exception:
            # The outermost place that can answer: nothing was stored, and the room goes on.
            log.exception("room.commit_failed")
            return False
        return True

    def _keep(self, turn: Turn) -> None:
        """What was stored is now true."""
        self.state = turn.state
        self.names.update(turn.names)
        self.memory.keep(turn)

    def _dismiss(self, events: Sequence[Event]) -> None:
        """Close the lines of whoever has just lost a place in this game."""
        for event in events:
            match event:
                case SeatRemoved():
                    # Whoever sat on a seat that was merged comes back to the other one.
                    code = closes.RESTART if event.into else closes.REMOVED
                    self.hub.dismiss(event.seat, code)
                case DeputyRemoved():
                    self.hub.dismiss(desk_place(event.person), closes.REMOVED)
                case _:
                    pass
