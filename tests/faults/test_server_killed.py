"""The server is killed while people play, again and again, and started anew."""

import asyncio
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlmodel import select

from app import auth, chain, record
from app.db import Database, open_database
from app.models import Command, Event, MapVersion
from app.settings import Settings
from app.upgrade import upgrade
from game.map_json import map_bytes
from support.nursery import Nursery
from support.peer import Peer

pytestmark = [pytest.mark.anyio, pytest.mark.slow]
KILLS = 50
ROLES = ("head_of_operations", "team_lead", "budget_holder", "citizen_rep", "staff_rep", "chair")
PROJECT = {
    "title": "Pas",
    "purpose": "Enklere pas",
    "goals": ["Enkel borgerservice", "Billigere drift"],
    "enablers": ["Digital ansøgning"],
}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Server:
    """A server at one address, with its lives."""

    def __init__(self, nursery: Nursery, folder: Path) -> None:
        self._nursery = nursery
        self._data = ("--data", str(folder))
        self.lives = 1
        self._pid, self.url = nursery.start("--port", "0", *self._data)

    def kill_and_start(self) -> None:
        """Kill it as a power cut would, and start it again."""
        self._nursery.kill(self._pid)
        self.lives += 1
        port = self.url.rpartition(":")[2]
        self._pid, _ = self._nursery.start("--port", port, *self._data)

    def stop(self) -> None:
        """End it as an operator would."""
        self._nursery.kill(self._pid, signal.SIGTERM)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Nursery() as nursery:
        yield Server(nursery, tmp_path)


def api_token(folder: Path) -> str:
    database = open_database(Settings(data=folder))
    upgrade(database)
    with database.write() as session:
        auth.add_account(session, "mette@kommune.dk", "en lang adgangskode")
        token = auth.add_token(session, "mette@kommune.dk")
    database.close()
    return token


async def begin(client: httpx.AsyncClient, url: str, token: str) -> list[Peer]:
    """A new game with its facilitator and a player for each role."""
    bearer = {"authorization": f"Bearer {token}"}
    project = await client.post(f"{url}/api/v1/projects", json=PROJECT, headers=bearer)
    games = f"{url}/api/v1/projects/{project.json()['id']}/games"
    game = (await client.post(games, json={"variant": "short30"}, headers=bearer)).json()
    chance = random.Random(11)
    peers = [Peer(url, game["code"], game["facilitator_token"], "facilitator", chance)]
    for role in ROLES:
        asked = {"name": f"Spiller {role}", "role": role}
        seat = await client.post(f"{url}/api/v1/games/{game['code']}/seats", json=asked)
        client.cookies.clear()  # a browser would be this seat from now on
        peers.append(Peer(url, game["code"], seat.json()["token"], "player", chance))
    return peers


def require_exactly_once(database: Database, game: list[Peer]) -> int:
    """Every accepted command stands in the record once, at its seq; every refused one never."""
    code = game[0].code
    with database.read() as session:
        untold = session.exec(select(Command).where(Command.game_id == code)).all()
        rows = session.exec(select(Event).where(Event.game_id == code).order_by("seq")).all()
        versions = session.exec(select(MapVersion).where(MapVersion.game_id == code)).all()
    stored = [(one.id, one.seq) for one in untold]
    stored += [(row.command, row.seq) for row in rows if row.command]
    seqs = dict(stored)
    assert len(seqs) == len(stored)
    for peer in game:
        assert {id_: seqs.get(id_) for id_ in peer.accepted} == peer.accepted
        assert seqs.keys().isdisjoint(peer.refused)
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    lines = [chain.Line(row.public.encode(), row.digest, row.hash) for row in rows]
    made = list(record.maps(record.read(record.write(code, lines))))
    assert {one.event.version: map_bytes(one.content) for one in made} == {
        one.version: one.content for one in versions
    }
    return len(rows)


async def play_and_kill(server: Server, token: str) -> list[list[Peer]]:
    """Games, one after the other, until the server has been killed often enough."""
    chance = random.Random(5)
    games: list[list[Peer]] = []
    async with httpx.AsyncClient(timeout=10) as client:
        while server.lives <= KILLS:
            game = await begin(client, server.url, token)
            games.append(game)
            playing = [asyncio.create_task(peer.play(client)) for peer in game]
            while server.lives <= KILLS and not game[0].is_over:
                await asyncio.sleep(chance.uniform(0.02, 0.6))
                await asyncio.to_thread(server.kill_and_start)
            for task in playing:
                task.cancel()
            ended = await asyncio.gather(*playing, return_exceptions=True)
            assert not [one for one in ended if isinstance(one, Exception)]
    return games


async def test_every_answered_command_is_there_exactly_once(server: Server, tmp_path: Path) -> None:
    games = await play_and_kill(server, api_token(tmp_path))
    server.stop()
    database = open_database(Settings(data=tmp_path))
    events = sum(require_exactly_once(database, game) for game in games)
    database.close()
    accepted = sum(len(peer.accepted) for game in games for peer in game)
    told = f"{KILLS} kills, {len(games)} games, {accepted} accepted, {events} events"
    print(told)  # noqa: T201 - the figure
    assert accepted > 10 * KILLS
