"""A real server to attack, and a game on it where somebody else only wants to play."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from websockets.sync.client import ClientConnection, connect

from app import auth
from app.db import open_database
from app.settings import Settings
from app.upgrade import upgrade

Json = dict[str, Any]
PROJECT = {"title": "Pas", "purpose": "Enklere pas", "goals": ["Enkel borgerservice"]}
WRONG = "x" * 43


def api_token(folder: Path) -> str:
    database = open_database(Settings(data=folder))
    upgrade(database)
    with database.write() as session:
        auth.add_account(session, "mette@kommune.dk", "en lang adgangskode")
        token = auth.add_token(session, "mette@kommune.dk")
    database.close()
    return token


@dataclass
class Site:
    http: httpx.Client
    base: str
    token: str

    def begin(self) -> "Game":
        project = self.post("/api/v1/projects", self.token, PROJECT)["id"]
        game = self.post(f"/api/v1/projects/{project}/games", self.token, {"variant": "short30"})
        tokens = [self.seat(game["code"], name) for name in ("Ane", "Bo")]
        return Game(self, game["code"], game["facilitator_token"], *tokens)

    def seat(self, code: str, name: str) -> str:
        asked = {"name": name, "role": "team_lead", "language": "en"}
        token: str = self.post(f"/api/v1/games/{code}/seats", None, asked)["token"]
        return token

    def post(self, path: str, token: str | None, body: object, status: int = 201) -> Json:
        got = self.http.post(path, json=body, headers=bearer(token))
        self.http.cookies.clear()
        assert got.status_code == status, got.text
        answer: Json = got.json()
        return answer


@dataclass
class Game:
    """A game of two: Ane attacks, Bo only wants to play."""

    site: Site
    code: str
    host: str
    ane: str
    bo: str

    def command(self, token: str | None, body: str | bytes, **headers: str) -> httpx.Response:
        return self.site.http.post(
            f"/g/{self.code}/commands", content=body, headers={**bearer(token), **headers}
        )

    def do(self, token: str, do: str, **d: object) -> Json:
        frame = {"id": f"h{time.monotonic_ns()}", "do": do, "d": d}
        answer: Json = self.command(token, json.dumps(frame)).json()
        return answer

    @contextmanager
    def line(self, token: str | None, code: str = "", **options: Any) -> Iterator[ClientConnection]:
        address = self.site.base.replace("http", "ws", 1)
        with connect(
            f"{address}/g/{code or self.code}/socket",
            additional_headers=bearer(token),
            max_size=None,
            **options,
        ) as line:
            yield line

    def seen(self, token: str) -> Json:
        """The whole view of whoever has this key."""
        path = f"/g/{self.code}/state"
        slices: Json = self.site.http.get(path, headers=bearer(token)).json()["set"]
        return slices

    def pressed(self, *moves: str) -> None:
        for move in moves:
            assert self.do(self.host, move)["ok"], move


def bearer(token: str | None) -> dict[str, str]:
    return {} if token is None else {"authorization": f"Bearer {token}"}


def hello(line: ClientConnection) -> Json:
    line.send('{"t":"hello","v":1}')
    assert json.loads(line.recv())["t"] == "welcome"
    state: Json = json.loads(line.recv())
    return state


def ack(line: ClientConnection) -> Json:
    while True:
        frame: Json = json.loads(line.recv())
        if frame["t"] == "ack":
            return frame


def quiet(line: ClientConnection, for_s: float) -> list[str]:
    """What came unasked for, and before the answer to a ping."""
    came = []
    try:
        while True:
            came.append(str(line.recv(timeout=for_s)))
    except TimeoutError:
        pass
    line.send('{"t":"ping","k":"here"}')
    while '"pong"' not in (text := str(line.recv())):
        came.append(text)
    return came
