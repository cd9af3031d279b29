"""Delivery (protocol.md 8): every acked command is in the record exactly once, whatever happens."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from app.answers import Answer
from app.room import Room
from app.rooms import Rooms
from app.turn import Request
from game import commands as cm
from game.model import SHELL
from support.fake_clock import FakeClock
from support.fake_game import FAKE, new_game
from support.memory_store import MemoryStore

pytestmark = pytest.mark.anyio
CODE = "K7QF3M"
OPERATIONS = 100


@dataclass
class Phone:
    """A client: what it has sent and not heard of, and every answer it has heard."""

    seat: str
    chance: random.Random
    unanswered: dict[str, cm.Command] = field(default_factory=dict)
    heard: dict[str, list[Answer]] = field(default_factory=dict)
    made: int = 0

    def new(self) -> None:
        self.made += 1
        command: cm.Command = cm.NameDisbenefit(text=f"{self.made}", perspective="citizens")
        if self.chance.random() < 0.3:
            command = cm.AnswerEdge(edge="none", yes=True)  # refused by the rules
        self.unanswered[f"c{self.made}"] = command

    def send(self, room: Room, ids: list[str], *, is_heard: bool) -> None:
        for id_ in ids:
            request = Request(seat=self.seat, command=self.unanswered[id_], id=id_)
            request.reply = self._hear(id_) if is_heard else lambda _: None
            room.submit(request)

    def _hear(self, id_: str) -> Callable[[Answer], None]:
        def hear(answer: Answer) -> None:
            assert answer.id == id_
            if not answer.is_retried:
                self.heard.setdefault(id_, []).append(answer)

        return hear

    def settle(self) -> None:
        """Forget what has been answered, as a client does."""
        for id_ in self.heard:
            self.unanswered.pop(id_, None)


class World:
    """A game, its phones, and what goes wrong between them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.clock = FakeClock()
        self.store = MemoryStore()
        self.rooms = Rooms(self.store, FAKE, clock=self.clock)
        count = self.chance.randrange(1, 9)
        self.phones = [Phone(f"s_{n:02d}", self.chance) for n in range(1, count + 1)]

    async def begin(self) -> None:
        room = await self.rooms.begin(CODE, new_game(CODE))
        for _ in self.phones:
            await room.ask(Request(seat=SHELL, command=cm.TakeSeat(role="director")))

    async def room(self) -> Room:
        room = await self.rooms.find(CODE)
        assert room is not None
        return room

    async def restart(self) -> None:
        """The server ends, in the middle of whatever it was doing, and another one starts."""
        await self.rooms.stop()
        self.rooms = Rooms(self.store, FAKE, clock=self.clock)

    async def operate(self) -> None:
        self.clock.advance(self.chance.choice((0.01, 1, 20)))
        phone, room = self.chance.choice(self.phones), await self.room()
        ids = list(phone.unanswered)
        match self.chance.randrange(8):
            case 0:
                await self.restart()
            case 1:
                self.store.is_away = not self.store.is_away
            case 2:  # a line that breaks: sent, and the answers are lost
                phone.send(room, ids, is_heard=False)
            case 3:  # a duplicate, and out of order
                phone.send(room, self.chance.sample(ids, len(ids)) + ids, is_heard=True)
            case 4:
                await self.idle()
                phone.settle()
            case _:
                phone.new()
                phone.send(room, list(phone.unanswered)[-1:], is_heard=self.chance.random() < 0.7)

    async def idle(self) -> None:
        """When all that was queued has had its answer."""
        done = asyncio.Event()
        (await self.room()).tell_rules(cm.MoreTime(), lambda _: done.set())
        await done.wait()

    async def heal(self) -> None:
        """All is well again, and everybody sends what is still unanswered."""
        self.store.is_away = False
        while any(phone.unanswered for phone in self.phones):
            self.clock.advance(30)
            for phone in self.phones:
                phone.send(await self.room(), list(phone.unanswered), is_heard=True)
            await self.idle()
            for phone in self.phones:
                phone.settle()


async def test_what_was_acked_is_in_the_record_exactly_once() -> None:
    accepted = refused = 0
    for seed in range(50):
        world = World(seed)
        await world.begin()
        before = len(world.store.events[CODE])
        for _ in range(OPERATIONS):
            await world.operate()
        await world.heal()
        kept = world.store.answers[CODE]
        done = 0
        for phone in world.phones:
            assert len(phone.heard) == phone.made
            for id_, answers in phone.heard.items():
                seqs = {answer.seq for answer in answers if answer.is_accepted}
                if seqs:
                    assert seqs == {kept[phone.seat, id_]}
                    assert all(answer.is_accepted for answer in answers)
                    done += 1
                else:
                    assert (phone.seat, id_) not in kept
                    refused += 1
        assert len(world.store.events[CODE]) - before == done
        accepted += done
        await world.rooms.stop()
    print(f"50 seeds x {OPERATIONS}: {accepted} accepted once, {refused} refused")  # noqa: T201
    assert accepted > 500
