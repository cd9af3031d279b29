"""`gevinstspil demo`: a server, a room, eight stakeholders over real sockets, a saved map."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import secrets
import signal
import sys
import urllib.request
from dataclasses import dataclass
from functools import partial
from typing import Any

from fastapi import FastAPI
from rich.console import Console

from app import auth, games, projects, server
from app.db import Database
from app.demo import case, facilitator, stakeholder
from app.demo.client import Client, at_once, watchable
from app.demo.view import Move, View, each, moment, node_ids
from app.errors import OperatorError
from app.games import GameBegun, GameWish
from app.main import create_app
from app.models import Account, Project
from app.opening import opened
from app.plans import Plan
from app.settings import Settings
from game.model import EnablerText, GoalText

EMAIL = "demo@gevinstspillet.example"
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
        account, password = await asyncio.to_thread(_account, database)
        project = await asyncio.to_thread(_project, database, account)
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


def _account(database: Database) -> tuple[Account, str]:
    """The demo's own facilitator, with a password of this run."""
    password = secrets.token_urlsafe(9)
    with database.write() as session:
        account = auth.add_account(session, EMAIL, password)
        session.refresh(account)
        session.expunge(account)
    return account, password


def _project(database: Database, account: Account) -> Project:
    """A project of its own for every run of the case."""
    plan = Plan(
        title=case.TITLE,
        purpose=case.PURPOSE,
        goals=tuple(GoalText(**goal) for goal in case.GOALS),
        enablers=tuple(EnablerText(**enabler) for enabler in case.ENABLERS),
    )
    with database.write() as session:
        project = projects.add(session, account, plan)
        session.flush()
        session.refresh(project)
        session.expunge(project)
    return project


def _tell_where(url: str, begun: GameBegun, project: Project, password: str) -> None:
    screen.print(f"Room {begun.code} is open.", highlight=False)
    screen.print(
        f"Board:   {url}/g/{begun.code}/board?key={begun.board_key}",
        highlight=False,
        soft_wrap=True,
    )
    screen.print(f"Project: {url}/projects/{project.id}", highlight=False, soft_wrap=True)
    screen.print(f"Sign in as {EMAIL} with {password}", highlight=False, soft_wrap=True)


async def _play_game(url: str, begun: GameBegun, *, fast: bool) -> dict[str, Any]:
    socket = f"{url.replace('http', 'ws', 1)}/g/{begun.code}/socket"
    clients: dict[str, Client] = {}
    names: list[dict[str, Any]] = []
    for role, name in case.PLAYERS:
        body = {"name": name, "role": role, "language": "da"}
        seat = await asyncio.to_thread(_post, f"{url}/api/v1/games/{begun.code}/seats", body)
        policy = partial(_stakeholder, role, names, clients)
        pace = at_once if fast else watchable(role)
        clients[role] = Client(socket, seat["token"], "player", policy, pace)
    desk = Client(
        socket,
        begun.facilitator_key,
        "facilitator",
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


def _post(url: str, body: dict[str, str]) -> dict[str, Any]:
    request = urllib.request.Request(  # noqa: S310 - our own server on loopback
        url, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - as above
        found: dict[str, Any] = json.load(answer)
    return found


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
            recap = desk.view.get("recap") or []
            if recap and " ".join(recap) != told:
                told = " ".join(recap)
                screen.print(f"  {told}", highlight=False)
            await asyncio.sleep(0.1)


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
