"""Games on the disk: append what happened, load what happened, forget a person.

When `append` returns, events, their chain, answers, names and map versions are durable: all of them
or none. A game has one writer, its room, which waits for one batch before it sends the next; so the
store knows each game's last link without asking the database.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from sqlmodel import col, select

from app import chain, metrics
from app.carrying import names_in, read_event, standing
from app.chain import Line
from app.checkpoint import Checkpointer
from app.db import Database
from app.erasing import erase
from app.models import Command, Event, Game, Token
from app.succession import ALONE, Standing
from app.writer import Rows, StoreAway, Writer
from game import events as game_events

__all__ = ["Answer", "Batch", "Loaded", "Store", "StoreAway"]

EVENT = """
INSERT INTO event (game_id, seq, type, public, private, salt, digest, hash, at, seat, command)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
COMMAND = "INSERT INTO command (game_id, seat, id, seq) VALUES (?, ?, ?, ?)"
NAME = """
INSERT INTO person (id, project_id, name, created_at)
SELECT CAST(? AS VARCHAR), project_id, CAST(? AS VARCHAR), ? FROM game WHERE id = ?
ON CONFLICT (id) DO UPDATE SET name = excluded.name
"""
NAMELESS = """
INSERT INTO person (id, project_id, name, created_at)
SELECT CAST(? AS VARCHAR), project_id, '', ? FROM game WHERE id = ?
ON CONFLICT (id) DO NOTHING
"""
SEAT = "INSERT INTO seat (game_id, id, person_id) VALUES (?, ?, ?)"
MAP_VERSION = """
INSERT INTO map_version (project_id, version, game_id, seq, round, engine, hash, content, at)
SELECT project_id, ?, id, ?, ?, ?, ?, ?, ? FROM game WHERE id = ?
"""
CLOSED = "UPDATE game SET closed_at = ? WHERE id = ? AND closed_at IS NULL"
KEY = """
INSERT INTO token (hash, kind, game_id, seat, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)
"""
NOBODY = (None, None)
"""Whose command an event is of that is not the last of one."""
STATEMENTS = (EVENT, COMMAND, NAME, NAMELESS, SEAT, MAP_VERSION, CLOSED, KEY)


class Answer(NamedTuple):
    """The answer to an accepted command: the `seq` after its events."""

    seat: str
    command_id: str
    seq: int


@dataclass(slots=True)
class Batch:
    """What one turn of a room's actor decided. `maps`: the map's bytes by MapVersioned's seq."""

    game: str
    first_seq: int
    events: list[game_events.Event]
    answers: list[Answer]
    names: dict[str, str]
    at_ms: int
    maps: dict[int, bytes] = field(default_factory=dict)


@dataclass(slots=True)
class Loaded:
    """All that is kept of a game."""

    events: list[game_events.Event]
    answers: dict[tuple[str, str], int]
    names: dict[str, str]
    standing: Standing = ALONE


class _Tail(NamedTuple):
    seq: int
    hash: bytes


class Store:
    """The games in one database. `start` before the first batch, `stop` after the last."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tails: dict[str, _Tail] = {}
        self._checkpointer = Checkpointer(database.checkpoint, database.written)
        self._writer = Writer(database.connect, STATEMENTS, database.conflict, database.written.set)
        self._stamp = database.stamp
        self._second = lru_cache(maxsize=4)(self._stamped)

    def start(self) -> None:
        """Begin to take batches."""
        self._checkpointer.start()
        self._writer.start()

    def stop(self) -> None:
        """Store what has been given, then end."""
        self._writer.stop()
        self._checkpointer.stop()

    async def load(self, game: str) -> Loaded:
        """Everything that was stored of a game; empty lists for one that has not begun."""
        await self._writer.write({})  # after whatever a room that gave up had sent
        loaded, tail = await asyncio.to_thread(self._load, game)
        self._tails[game] = tail
        return loaded

    async def append(self, batch: Batch) -> None:
        """Make a batch durable, or raise StoreAway and have stored nothing of it."""
        tail = self._tails.pop(batch.game, None)  # put back only when it is known to be true
        if tail is None:
            await self._writer.write({})
            tail = await asyncio.to_thread(self._tail, batch.game)
        if batch.first_seq != tail.seq + 1:
            raise StoreAway(f"the batch begins at {batch.first_seq}, the record ends at {tail.seq}")
        rows, tail = self._rows(batch, tail)
        await self._writer.write(rows)
        self._tails[batch.game] = tail
        metrics.EVENTS_STORED.add(len(batch.events))

    async def keep_key(self, token: Token) -> None:
        """Make a key durable together with whatever else is being stored: a class joins at once."""
        stamp, expires_at = self._stamp, token.expires_at
        times = (stamp(token.created_at), expires_at and stamp(expires_at))
        await self._writer.write(
            {KEY: [(token.hash, token.kind, token.game_id, token.seat, *times)]}
        )

    async def standing(self, game: str, known: int) -> Standing:
        """How the game stands to its project, with the newest map if that is past `known`."""
        return await asyncio.to_thread(self._standing, game, known)

    async def live(self) -> list[str]:
        """The codes of the games that have begun and are not closed."""
        return await asyncio.to_thread(self._live)

    async def lines(self, game: str) -> list[Line]:
        """What the game's record shows of its events."""
        return await asyncio.to_thread(self._lines, game)

    def forget(self, game: str) -> None:
        """Let go of a game that no room plays any more."""
        self._tails.pop(game, None)

    async def erase_person(self, person: str) -> None:
        """Delete a person's name and all that is private to them; the chain still verifies."""
        await asyncio.to_thread(self._erase, person)

    def _stamped(self, at_s: int) -> object:
        """A second as the time columns take it; to the millisecond it stands in the event."""
        return self._stamp(datetime.fromtimestamp(at_s, UTC))

    def _rows(self, batch: Batch, tail: _Tail) -> tuple[Rows, _Tail]:
        game, at = batch.game, self._second(batch.at_ms // 1000)
        answers = {one.seq: one[:2] for one in reversed(batch.answers)}  # of one seq, the first
        rows: Rows = {EVENT: []}
        seq, previous = tail.seq, tail.hash
        for event in batch.events:
            seq += 1
            link = chain.link(previous, *_parts(event, batch.at_ms))
            previous = link.hash
            asked = answers.get(seq, NOBODY)
            rows[EVENT].append((game, seq, event.type, *link.columns(), at, *asked))
            match event:
                case game_events.SeatTaken():
                    rows.setdefault(NAMELESS, []).append((event.person, at, game))
                    rows.setdefault(SEAT, []).append((game, event.seat, event.person))
                case game_events.MapVersioned():
                    what = (event.version, seq, event.round, event.engine, event.hash)
                    rows.setdefault(MAP_VERSION, []).append((*what, batch.maps[seq], at, game))
                case game_events.GameClosed():
                    rows[CLOSED] = [(at, game)]
                case _:
                    pass
        rows[COMMAND] = [
            (game, *one)
            for one in batch.answers
            if one.seq <= tail.seq or answers[one.seq] != one[:2]
        ]
        rows[NAME] = [(person, name, at, game) for person, name in batch.names.items()]
        return rows, _Tail(seq, previous)

    def _tail(self, game: str) -> _Tail:
        with self._database.read() as session:
            last = session.exec(
                select(Event.seq, Event.hash)
                .where(Event.game_id == game)
                .order_by(col(Event.seq).desc())
                .limit(1)
            ).one_or_none()
        return _Tail(*last) if last else _Tail(0, chain.genesis(game))

    def _load(self, game: str) -> tuple[Loaded, _Tail]:
        with self._database.read() as session:
            rows = session.exec(
                select(Event.public, Event.private, Event.hash)
                .where(Event.game_id == game)
                .order_by(col(Event.seq))
            ).all()
            told = session.exec(
                select(Event.seat, Event.command, Event.seq).where(
                    Event.game_id == game, col(Event.command).is_not(None)
                )
            )
            untold = session.exec(
                select(Command.seat, Command.id, Command.seq).where(Command.game_id == game)
            )
            loaded = Loaded(
                events=[read_event(public, private) for public, private, _ in rows],
                answers={(str(seat), str(id_)): seq for seat, id_, seq in (*untold, *told)},
                names=names_in(session, game),
                standing=standing(session, game),
            )
        return loaded, _Tail(len(rows), rows[-1][2] if rows else chain.genesis(game))

    def _standing(self, game: str, known: int) -> Standing:
        with self._database.read() as session:
            return standing(session, game, known)

    def _live(self) -> list[str]:
        with self._database.read() as session:
            begun = select(Event.game_id).where(Event.seq == 1)
            live = select(Game.id).where(col(Game.closed_at).is_(None), col(Game.id).in_(begun))
            return list(session.exec(live))

    def _lines(self, game: str) -> list[Line]:
        with self._database.read() as session:
            rows = session.exec(
                select(Event.public, Event.digest, Event.hash)
                .where(Event.game_id == game)
                .order_by(col(Event.seq))
            ).all()
        return [Line(public.encode(), digest, link_hash) for public, digest, link_hash in rows]

    def _erase(self, person: str) -> None:
        with self._database.write() as session:
            erase(session, person)


def _parts(event: game_events.Event, at_ms: int) -> tuple[dict[str, object], dict[str, object]]:
    """The event's parts, with its time, so that the chain holds that too."""
    public, private = game_events.to_parts(event)
    public.setdefault("at", at_ms)
    return public, private
