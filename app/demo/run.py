"""`gevinstspil demo`: a server, a room, eight stakeholders over real sockets, a saved map."""

from __future__ import annotations

import asyncio
import logging
import os
import random
import signal
import sys
from dataclasses import dataclass
from functools import partial
from typing import Any

from fastapi import FastAPI
from rich.console import Console

from app import games, server
from app.db import Database
from app.demo import case, facilitator, stage, stakeholder
from app.demo.view import node_ids
from app.errors import OperatorError
from app.games import GameBegun, GameWish
from app.main import create_app
from app.models import Project
from app.opening import opened
from app.settings import Settings
from app.simulated.client import Client, Entry, Pace, at_once
from app.simulated.door import socket_of, stay_here, take_seat
from app.simulated.view import Move, View, each, moment

LONGEST_S = 1800
FAST_S = 120
LOG = logging.getLogger(__name__)
screen = Console(stderr=True)


@dataclass
class Outcome:
    """How the play ended: None until it has."""

    view: dict[str, Any] | None = None
    problem: str | None = None


def main(*, fast: bool, settings: Settings) -> None:
    """Plays the case; `fast` at once and with the server ended, else for people to watch."""
    stay_here()
    outcome = Outcome()
    with server.listen(settings.host, settings.port) as listener, opened(settings) as database:
        application = create_app(settings, database)
        url = server.local_url(listener)

        def ready() -> None:
            play = _play(application.web, database, url, outcome, fast=fast)
            tasks.append(asyncio.get_running_loop().create_task(play))

        tasks: list[asyncio.Task[None]] = []
        try:
            server.run(application, listener, ready)
        except SystemExit:
            if outcome.view is None and outcome.problem is None:
                raise
    if outcome.problem is not None:
        raise OperatorError(outcome.problem)


async def _play(
    web: FastAPI, database: Database, url: str, outcome: Outcome, *, fast: bool
) -> None:
    try:
        account, password = await asyncio.to_thread(stage.add_account, database)
        project = await asyncio.to_thread(stage.add_project, database, account)
        wish = GameWish(variant="standard75", seed=case.SEED)
        begun = await games.begin(database, web.state.rooms, account, project.id, wish)
        _tell_where(url, begun, project, password)
        outcome.view = await _play_game(url, begun, fast=fast)
        _tell_result(outcome.view, f"{url}/projects/{project.id}")
    except TimeoutError:
        outcome.problem = "The demo did not end in time. Nothing is lost: start it once more."
    except Exception:  # the outermost loop of the demo's task: without it the server would go on
        LOG.exception("the demo failed")
        outcome.problem = "The demo stopped on an error of its own; the log says which."
    if fast or outcome.problem:
        os.kill(os.getpid(), signal.SIGTERM)
    else:
        screen.print("The server goes on. Stop it with Ctrl-C.")


def _tell_where(url: str, begun: GameBegun, project: Project, password: str) -> None:
    screen.print(f"Room {begun.code} is open.", highlight=False)
    screen.print(
        f"Board:   {url}/g/{begun.code}/board?key={begun.board_key}",
        highlight=False,
        soft_wrap=True,
    )
    screen.print(f"Project: {url}/projects/{project.id}", highlight=False, soft_wrap=True)
    screen.print(f"Sign in as {stage.EMAIL} with {password}", highlight=False, soft_wrap=True)


async def _play_game(url: str, begun: GameBegun, *, fast: bool) -> dict[str, Any]:
    socket = socket_of(url, begun.code)
    clients: dict[str, Client] = {}
    names: list[dict[str, Any]] = []
    for role, name in case.PLAYERS:
        body = {"name": name, "role": role, "language": "da"}
        token = await take_seat(url, begun.code, body)
        policy = partial(_stakeholder, role, names, clients)
        pace = at_once if fast else watchable(role)
        clients[role] = Client(Entry(socket, token, "player"), policy, pace)
    desk = Client(
        Entry(socket, begun.facilitator_key, "facilitator"),
        partial(_facilitator, names),
        at_once if fast else watchable("facilitator"),
    )
    async with asyncio.timeout(FAST_S if fast else LONGEST_S):
        playing = [asyncio.create_task(one.play()) for one in (*clients.values(), desk)]
        try:
            await _follow(desk, playing)
        finally:
            for task in playing:
                task.cancel()
            await asyncio.gather(*playing, return_exceptions=True)
    return desk.view


def watchable(seed: str) -> Pace:
    """People take their time: a second or three for a move, longer when there is much to see."""
    chance = random.Random(seed)  # noqa: S311 - a play for the eyes, nothing to guess

    def pace(view: View) -> float:
        step = moment(view).partition(".")[2]
        slow = {"revealed": 2.0, "resolved": 4.0, "briefing": 2.0, "second": 1.5}
        return slow.get(step, 1.0) * chance.uniform(0.6, 1.4)

    return pace


def _facilitator(names: list[dict[str, Any]], view: View) -> list[Move]:
    names[:] = view.get("roster", [])
    return facilitator.moves(view)


def _stakeholder(
    role: str, names: list[dict[str, Any]], clients: dict[str, Client], view: View
) -> list[Move]:
    """What this stakeholder sends; the project manager lets the owners finish before R4 closes."""
    if moment(view) == "r4.open" and role == "project_manager":
        others = [one for who, one in clients.items() if who != role]
        if any(one.is_idle != "r4.open" for one in others):
            return []
    return stakeholder.moves({**view, "people": names})


async def _follow(desk: Client, playing: list[asyncio.Task[None]]) -> None:
    """Tells each new round, until the map is complete; a client that fails ends the demo."""
    told = ""
    with screen.status("The stakeholders take their seats ..."):
        while not _is_complete(desk.view):
            for task in playing:
                if task.done() and task.exception() is not None:
                    task.result()
            told = _tell_recap(desk.view, told)
            await asyncio.sleep(0.1)
        _tell_recap(desk.view, told)


def _tell_recap(view: View, told: str) -> str:
    """What the last round came to, where that was not told before."""
    recap = " ".join(view.get("recap") or [])
    if recap and recap != told:
        screen.print(f"  {recap}", highlight=False)
    return recap or told


def _is_complete(view: View) -> bool:
    """Whether the game is closed and the owners have filled in what they owed."""
    if "game" not in view or moment(view) != "closed":
        return False
    ids = node_ids(view)
    counted = {one["node"] for one in each(view, "measure")}
    return {ids[key] for key in case.AFTERWARDS} <= counted


def _tell_result(view: View, project: str) -> None:
    meters = view["meters"]
    out = sys.stdout
    print(f"verdict {meters['verdict']}", file=out)
    for name in ("ownership", "realism", "citizen_focus"):
        print(f"{name} {meters[name]}", file=out)
    for found in meters["findings"]:
        print(
            f"{found['level']} {found['rule']} {found['label'] or '-'}: {found['text']}", file=out
        )
    print(f"map {project}", file=out, flush=True)
