"""The simulated stakeholders of one rehearsal, in a process of their own and behind everybody else.

They know the address and the code, as people do, and nothing of the server. What they are to be
comes as a line of JSON on standard input; when that is closed, whoever sent them is gone, and so
are they.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass

import orjson

from app.rehearsal.people import Person, invited
from app.rehearsal.stakeholder import Stakeholder
from app.rehearsal.tempers import AWAY_S, NEVER_BACK, STAYS_S
from app.simulated import door
from app.simulated.client import Client, Entry

NICENESS = 10
DOOR_S = 12.0
"""How long a large room takes to come in."""
STEP_S = 0.6
AT_THE_DOOR = 8
LOOK_S = 0.4


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who is to come, and where. `speed` is how many times faster than people they are."""

    url: str
    code: str
    mix: Mapping[str, int]
    seed: str
    language: str
    speed: float = 1.0

    def line(self) -> bytes:
        """As it is sent to the process."""
        return orjson.dumps(asdict(self)) + b"\n"


async def play(crowd: Crowd) -> None:
    """Come in one after the other and play until the game has nothing more for anybody."""
    facts = await door.call("GET", f"{crowd.url}/api/v1/games/{crowd.code}")
    people = invited(crowd.mix, crowd.seed, crowd.language, facts["roles"])
    step_s = min(STEP_S, DOOR_S / len(people)) / crowd.speed
    at_the_door = asyncio.Semaphore(AT_THE_DOOR)
    async with asyncio.TaskGroup() as tasks:
        for person in people:
            tasks.create_task(_play(crowd, person, at_the_door))
            await asyncio.sleep(step_s)


async def _play(crowd: Crowd, person: Person, at_the_door: asyncio.Semaphore) -> None:
    try:
        await _come_and_play(crowd, person, at_the_door)
    except Exception as error:  # noqa: BLE001 - the outermost of one person: the others play on
        sys.stderr.write(f"{person.number}: {error!r}\n")  # for the server's log


async def _come_and_play(crowd: Crowd, person: Person, at_the_door: asyncio.Semaphore) -> None:
    said = {"name": person.name, "role": person.role, "language": person.language}
    async with at_the_door:
        said["id"] = f"sim-{person.number}"
        token = await door.take_seat(crowd.url, crowd.code, said)
    mind = Stakeholder(person, crowd.seed, crowd.speed)
    entry = Entry(door.socket_of(crowd.url, crowd.code), token, "player")
    client = Client(entry, mind.moves, mind.pace, look_s=LOOK_S / crowd.speed)
    client.sent = mind.sent
    leaving = asyncio.create_task(_lose_line(client, person, crowd))
    try:
        await client.play()
    finally:
        leaving.cancel()


async def _lose_line(client: Client, person: Person, crowd: Crowd) -> None:
    """Now and then somebody's line is gone; most come back, some do not."""
    chance = random.Random(f"line {crowd.seed} {person.number}")  # noqa: S311 - to be repeated
    while person.temper.drops_out:
        await asyncio.sleep(chance.uniform(*STAYS_S) / crowd.speed)
        is_back = chance.random() >= NEVER_BACK
        away_s = chance.uniform(*AWAY_S) / crowd.speed
        client.cut(away_s if is_back else None)
        await asyncio.sleep(away_s)


async def _play_until_alone(line: bytes) -> None:
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    playing = asyncio.create_task(play(Crowd(**orjson.loads(line))))
    alone = asyncio.create_task(reader.read())
    done, _ = await asyncio.wait((playing, alone), return_when=asyncio.FIRST_COMPLETED)
    for one in done:
        one.result()
    playing.cancel()
    alone.cancel()
    await asyncio.gather(playing, alone, return_exceptions=True)


def main() -> None:
    """Play what standard input asks for."""
    os.nice(NICENESS)
    door.stay_here()
    line = sys.stdin.buffer.readline()
    if not line:
        return
    with suppress(KeyboardInterrupt):
        asyncio.run(_play_until_alone(line))


if __name__ == "__main__":
    main()
