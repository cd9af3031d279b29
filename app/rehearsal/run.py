"""`gevinstspil rehearse`: a rehearsal with an automatic facilitator, on a server or on its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from rich.console import Console

from app import auth, server
from app.db import Database
from app.demo import stage
from app.errors import OperatorError
from app.main import create_app
from app.models import Account
from app.opening import opened
from app.rehearsal.facilitator import Facilitator
from app.rehearsal.options import Options
from app.settings import Settings
from app.simulated import door
from app.simulated.client import Client, Entry
from app.simulated.view import moment

LONGEST_S: Final = 4 * 3600
screen = Console(stderr=True)


def on_server(url: str, token: str, project: str, options: Options) -> None:
    """Rehearse a project of a server that runs; a stop ends the rehearsal there, too."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        asyncio.run(_rehearse(url.rstrip("/"), token, project, options))


def on_its_own(settings: Settings, options: Options) -> None:
    """Rehearse the passport case on a server and a database that end with the rehearsal."""
    door.stay_here()
    problem: list[str] = []
    with tempfile.TemporaryDirectory(prefix="gevinstspil-") as folder:
        own = settings.model_copy(update={"data": Path(folder), "database_url": None})
        with server.listen(own.host, own.port) as listener, opened(own) as database:
            url = server.local_url(listener)
            tasks: list[asyncio.Task[None]] = []

            def ready() -> None:
                made = _alone(database, url, options, problem)
                tasks.append(asyncio.get_running_loop().create_task(made))

            with suppress(SystemExit):
                server.run(create_app(own, database), listener, ready)
    if problem:
        raise OperatorError(problem[0])


async def _alone(database: Database, url: str, options: Options, problem: list[str]) -> None:
    try:
        account, password = await asyncio.to_thread(stage.add_account, database)
        project = await asyncio.to_thread(stage.add_project, database, account)
        token = await asyncio.to_thread(_token, database, account)
        if not options.is_led:
            _tell(f"Sign in as {stage.EMAIL} with {password}")
        await _rehearse(url, token, project.id, options)
    except OperatorError as error:
        problem.append(str(error))
    finally:
        os.kill(os.getpid(), signal.SIGTERM)


def _token(database: Database, account: Account) -> str:
    with database.write() as session:
        return auth.add_key(session, account, "program")


async def _rehearse(url: str, token: str, project: str, options: Options) -> None:
    calls = f"{url}/api/v1/projects/{project}/rehearsals"
    try:
        begun = await door.call("POST", calls, options.body(), token)
    except door.Refused as refused:
        raise OperatorError(str(refused)) from None
    except (OSError, ValueError):
        raise OperatorError(f"Nothing answers at {url}: is the server running?") from None
    _tell(f"Rehearsal {begun['code']}: {_people(begun['tempers'])}")
    _tell(f"Board:   {begun['board_url']}")
    host = f"{url}/g/{begun['code']}/host?key={begun['facilitator_token']}"
    _tell(f"Console: {host}" if not options.is_led else "The automatic facilitator leads.")
    try:
        async with asyncio.timeout(LONGEST_S):
            await _follow(url, begun, options)
    except TimeoutError:
        raise OperatorError("The rehearsal did not end in time.") from None
    finally:
        with suppress(door.Refused, OSError):
            await door.call("DELETE", f"{calls}/{begun['code']}", None, token)
    _tell("The rehearsal is over, and nothing of it is kept.")


async def _follow(url: str, begun: dict[str, Any], options: Options) -> None:
    """Lead or only look on, and tell each step, until the game is closed."""
    mind = Facilitator(begun["people"], options.speed)
    entry = Entry(door.socket_of(url, begun["code"]), begun["facilitator_token"], "facilitator")
    client = Client(entry, mind.moves if options.is_led else lambda view: [], mind.pace, look_s=0.1)
    client.sent = mind.sent
    playing = asyncio.create_task(client.play())
    began, told = time.monotonic(), ""
    try:
        while told != "closed" and not playing.done():
            await asyncio.sleep(0.1)
            if "game" not in client.view:
                continue
            now = moment(client.view)
            if now != told:
                told = now
                _tell_step(client.view, now, time.monotonic() - began)
    finally:
        playing.cancel()
        await asyncio.gather(playing, return_exceptions=True)
    if told != "closed":
        raise OperatorError("The rehearsal was ended by somebody else.")
    _tell_result(client.view)


def _tell_step(view: dict[str, Any], now: str, seconds: float) -> None:
    count = view["count"]
    cards = sum(name.startswith("node/") for name in view)
    _tell(f"{seconds:6.0f} s  {now:<12} {count['here']} of {count['seats']} here, {cards} cards")


def _tell_result(view: dict[str, Any]) -> None:
    meters, out = view["meters"], sys.stdout
    print(f"verdict {meters['verdict']}", file=out)
    for name in ("ownership", "realism", "citizen_focus"):
        print(f"{name} {meters[name]}", file=out)
    out.flush()


def _people(mix: Mapping[str, int]) -> str:
    shown = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in mix.items() if count)
    return f"{sum(mix.values())} simulated people ({shown})"


def _tell(sentence: str) -> None:
    screen.print(sentence, highlight=False, soft_wrap=True, markup=False)
