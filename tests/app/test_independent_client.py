"""Whole games by a client written from the protocol's page alone, against a real server."""

import asyncio
import hashlib
import json
import random
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from support.independent_client import Client, FormClient, Json, SocketClient
from support.independent_play import Host, Player
from support.process import COMMAND, ROOT, serving

CONTENT = (
    "goals nodes edges assignments measures estimates challenges actions meters findings verdict"
)
ROLES = (
    "head_of_operations",
    "unit_manager",
    "team_lead",
    "process_owner",
    "staff_rep",
    "budget_holder",
    "citizen_rep",
    "project_manager",
)
PROJECT = {
    "title": "Pas uden ventetid",
    "purpose": "Borgerne får deres pas hurtigere",
    "goals": ["Enkel og hurtig borgerservice", "Bidrag til effektiviseringen"],
    "enablers": ["Digital ansøgning", {"text": "Udleveringsskab", "by": "2027-06-01"}],
}


GAMES = [
    ("short30", 1),
    ("standard60", 3),
    ("standard75", 4),
    ("extended90", 5),
]


@dataclass
class Game:
    """What is left of a game when it is over."""

    project: str
    code: str
    clients: list[Client]
    views: list[tuple[Json, Json]]  # what each client knows, and what a newcomer would see
    pressed: list[tuple[str, str]]


@dataclass
class Site:
    base: str
    token: str
    http: httpx.AsyncClient

    async def call(self, method: str, path: str, body: Json | None = None, **query: str) -> Json:
        got = await self.http.request(
            method,
            f"{self.base}/api/v1{path}",
            json=body,
            params=query,
            headers={"Authorization": f"Bearer {self.token}"},
        )
        assert got.status_code in {200, 201}, got.text
        answer: Json = got.json()
        return answer


def gevinstspil(folder: Path, *arguments: str, typed: str = "") -> str:
    done = subprocess.run(
        [*COMMAND, *arguments, "--data", str(folder)],
        input=typed,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


async def seated(site: Site, code: str, number: int, client: type[Client]) -> Client:
    """The client of a new seat."""
    got = await site.http.post(
        f"{site.base}/api/v1/games/{code}/seats",
        json={
            "name": f"Person {number}",
            "role": ROLES[number % len(ROLES)],
            "language": "da" if number % 2 else "en",
        },
    )
    assert got.status_code == 201, got.text
    site.http.cookies.clear()  # which would give the next one the same seat
    more = {"http": site.http} if client is FormClient else {}
    return client(base=site.base, code=code, token=got.json()["token"], kind="player", **more)


async def play(site: Site, project: str, seed: int, **options: str) -> Game:
    """One whole game of eight seats: who is silent, cut off or without sockets is by chance."""
    chance = random.Random(seed)
    made = await site.call("POST", f"/projects/{project}/games", options)
    here = {"base": site.base, "code": made["code"]}
    forms, silent = chance.randint(0, 3), chance.randint(0, 2)
    players = []
    for n in range(8):
        client = await seated(site, made["code"], n, FormClient if n < forms else SocketClient)
        players.append(Player(client, random.Random(f"{seed} {n}"), cuts=0.0 if n % 3 else 0.15))
    host = Host(
        SocketClient(**here, token=made["facilitator_token"], kind="facilitator"),
        random.Random(f"{seed} host"),
        silent=silent,
    )
    board = SocketClient(**here, token=made["board_token"], kind="board")
    clients = [*(player.client for player in players), host.client, board]
    async with asyncio.TaskGroup() as group:
        lines = [group.create_task(client.run()) for client in clients]
        acting = [host.play(), *(player.play() for player in players[silent:])]
        await asyncio.wait([group.create_task(one) for one in acting])
        await asyncio.gather(*(client.until(ended(client), 20) for client in clients))
        views = [await compared(client) for client in clients]
        for line in lines:
            line.cancel()
    return Game(project, made["code"], clients, views, host.pressed)


def canonical(value: Json) -> bytes:
    """The one way to write this as JSON, as sections 6 and 7 have it."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


async def compared(client: Client) -> tuple[Json, Json]:
    """What a client knows when all is quiet, and what a newcomer in its place would know."""
    fresh = (await client.everything())["set"]
    await client.until(lambda: lasting(client.view.slices) == lasting(fresh), 5)
    return lasting(client.view.slices), lasting(fresh)


def lasting(slices: Json) -> Json:
    """The slices that depend on nobody's coming and going."""
    return {name: value for name, value in slices.items() if name not in {"count", "presence"}}


def ended(client: Client) -> Callable[[], bool]:
    return lambda: client.view.closed


async def played(site: Site, variant: str, seed: int) -> list[Game]:
    """A game, and in some projects the next one."""
    project = (await site.call("POST", "/projects", PROJECT))["id"]
    games = [await play(site, project, seed, variant=variant)]
    if variant == "standard60":
        games.append(await play(site, project, seed + 1, variant="short30"))
    return games


async def all_played(base: str, token: str) -> dict[tuple[str, int], list[Game]]:
    async with httpx.AsyncClient(timeout=40) as http:
        site = Site(base, token, http)
        games = await asyncio.gather(*(played(site, *which) for which in GAMES))
    return dict(zip(GAMES, games, strict=True))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The server's address, a facilitator's token, and what came of all games."""
    folder = tmp_path_factory.mktemp("data")
    with serving(folder) as (_, base):
        gevinstspil(folder, "user", "add", "a@b.dk", "--password-stdin", typed="et langt kodeord\n")
        token = gevinstspil(folder, "token", "add", "a@b.dk")
        with httpx.Client(
            base_url=f"{base}/api/v1", headers={"Authorization": f"Bearer {token}"}
        ) as http:
            yield http, asyncio.run(asyncio.wait_for(all_played(base, token), 150))


@pytest.fixture(params=GAMES, ids=lambda which: f"{which[0]}-{which[1]}")
def games(site, request):
    return site[1][request.param]


def test_everybody_ends_with_what_a_newcomer_would_see(games):
    for game in games:
        for known, fresh in game.views:
            assert known == fresh


def test_everything_that_was_tried_was_accepted_or_overtaken(games):
    late = {"round.step", "round.closed"}
    overtaken = {*late, "owner.not_asked", "owner.taken", "action.taken", "value.format"}
    for game in games:
        answers = sum((client.acks for client in game.clients), Counter())
        print(game.code, len(game.pressed), "moves,", dict(answers))  # noqa: T201 - the figure
        assert answers.keys() <= {"ok", *overtaken}
        assert {result for _, result in game.pressed} <= {"ok", *late}


def test_the_record_is_a_chain(site, games):
    for game in games:
        record = site[0].get(f"/games/{game.code}/record").json()
        assert record["schema"] == "gevinstspil.record/1"
        assert record["game"] == game.code
        assert len(record["events"]) >= max(client.view.seq for client in game.clients)
        last = hashlib.sha256(f"gevinstspil.record/1 {game.code}".encode()).digest()
        for event in record["events"]:
            hidden = event["digest"] or hashlib.sha256(b"").hexdigest()
            last = hashlib.sha256(
                last + canonical(event["public"]) + bytes.fromhex(hidden)
            ).digest()
            assert last.hex() == event["hash"]


def test_the_map_follows_from_the_record(site, games, tmp_path):
    http = site[0]
    game = games[-1]
    record = tmp_path / "record.json"
    record.write_bytes(http.get(f"/games/{game.code}/record").content)
    served = http.get(f"/projects/{game.project}/map").json()
    replayed = json.loads(
        subprocess.run(
            [*COMMAND, "replay", str(record)], capture_output=True, check=True, cwd=ROOT
        ).stdout
    )
    content = {key: served[key] for key in CONTENT.split()}
    assert served["hash"] == "sha256:" + hashlib.sha256(canonical(content)).hexdigest()
    assert {key: replayed[key] for key in content} == content
    assert replayed["hash"] == served["hash"]
