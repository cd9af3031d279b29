"""Loads over real sockets: our server and the peer in turn, while the other one stands still."""

import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from bench import driver, servers
from bench.driver import Driver, Run
from bench.figures import Figure, Goal
from bench.rooms import LoadedRoom, make_rooms, write_plan
from bench.servers import Server

SEATS: Final = 30
BOARD_AND_DESK: Final = 2
LIMIT_MS: Final = 100.0
"""What the last recipient may wait at the 99th percentile for a rate to count as carried."""
SHED: Final = 0.01
"""The share of commands that may be turned away."""
FIRST_RATE: Final = 300.0
STEP: Final = 1.35
FINE_STEPS: Final = 3
S1_RATE: Final = 15.0
STUCK_RATE: Final = 100.0
STUCK_S: Final = 20.0
"""Long enough for a stuck phone's buffers to fill, and for the ten seconds until it is closed."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    rooms: int
    seconds: float
    repeats: int


FULL: Final = Size(rooms=300, seconds=3.0, repeats=2)
QUICK: Final = Size(rooms=10, seconds=1.0, repeats=1)


@dataclass(frozen=True, slots=True)
class Side:
    """A server with its clients joined."""

    server: Server
    driver: Driver
    kb_per_connection: float


def many_rooms(folder: Path, size: Size) -> Iterator[Figure]:
    """S3, and the memory of those who are there and do nothing (G1, G11)."""
    rooms = make_rooms(folder / "data", size.rooms, SEATS)
    with _both(folder, rooms) as (ours, peer):
        yield Figure(
            Goal("G11", "memory per joined connection, KB", at_most=(1.4, 1.1)),
            ours.kb_per_connection,
            peer.kb_per_connection,
        )
        best = _climb((ours, peer), size)
        yield Figure(
            Goal("G1", "S3: commands a second with p99 <= 100 ms", at_least=(1.1, 1.5)),
            best["ours"],
            best["peer"],
        )
        rate = min(best.values()) * 0.8 or FIRST_RATE
        runs = _in_turn((ours, peer), rate, size.seconds, size.repeats * 3)
        yield Figure(
            Goal(f"S3 at {rate:.0f}/s", "processor time per command, us"),
            min(run.cpu_us for run in runs["ours"]),
            min(run.cpu_us for run in runs["peer"]),
        )


def one_room(folder: Path, size: Size) -> Iterator[Figure]:
    """S1: thirty players, a board and a console at fifteen plays a second (G9)."""
    rooms = make_rooms(folder / "data", 1, SEATS)
    with _both(folder, rooms) as sides:
        runs = _in_turn(sides, S1_RATE, size.seconds * 2, size.repeats + 1)
    for what in ("ack", "last"):
        ours, peer = (median(getattr(run, f"{what}_p50") for run in runs[name]) for name in runs)
        told = {"ack": "answer", "last": "last recipient"}[what]
        yield Figure(Goal("G9", f"S1: {told} p50, ms", at_most=(2.5, 1.8)), ours, peer)
    worst = median(run.last_p99 for run in runs["ours"])
    peers = median(run.last_p99 for run in runs["peer"])
    yield Figure(
        Goal("G9", "S1: last recipient p99, ms", at_most=(15, 5), is_ratio=False), worst, peers
    )


def stuck_phones(folder: Path, size: Size) -> Iterator[Figure]:
    """G14: what a phone that stops reading costs the others."""
    rooms = make_rooms(folder / "data", 3, SEATS)
    program = driver.compiled(folder)
    seconds = STUCK_S if size is FULL else 4.0
    with servers.ours(folder) as server:
        calm = _stuck(folder, program, server, rooms[0], 0, seconds)
        for room, stuck in zip(rooms[1:], (1, 5), strict=True):
            before_kb = server.memory_kb()
            run = _stuck(folder, program, server, room, stuck, seconds)
            held_kb = max(0, server.memory_kb() - before_kb) / stuck
            yield from _told(f"{stuck} stuck", run, calm, held_kb)
    with servers.peer(folder) as server:
        run = _stuck(folder, program, server, rooms[0], 1, seconds)
    whole = run.whole / max(1, run.offered)
    yield Figure(Goal("peer", "1 stuck: commands that reached all others, share"), 0.0, whole)


def _told(who: str, run: Run, calm: Run, held_kb: float) -> Iterator[Figure]:
    whole = run.whole / max(1, run.accepted)
    yield Figure(Goal("G14", f"{who}: reached all others, share", at_least=(1, 1)), whole)
    yield Figure(
        Goal("G14", f"{who}: p99 against none stuck, ms", at_most=(1.5, 1.1)),
        run.last_p99,
        calm.last_p99,
    )
    yield Figure(Goal("G14", f"{who}: memory each, MB", at_most=(2, 1)), held_kb / 1024)


def _stuck(  # noqa: PLR0913, PLR0917 - one place, six things to say
    folder: Path, program: Path, server: Server, room: LoadedRoom, stuck: int, seconds: float
) -> Run:
    plan = write_plan(folder / "plan", [room], stuck=stuck)
    with driver.connected(program, server, plan) as load:
        return load.run(STUCK_RATE, seconds)


@contextmanager
def _both(folder: Path, rooms: list[LoadedRoom]) -> Iterator[tuple[Side, Side]]:
    """Our server and the peer with the same clients; both stand still."""
    program = driver.compiled(folder)
    plan = write_plan(folder / "plan", rooms)
    count = len(rooms) * (SEATS + BOARD_AND_DESK)
    with ExitStack() as stack:
        sides = []
        for started in (servers.ours(folder), servers.peer(folder)):
            server = stack.enter_context(started)
            before_kb = server.memory_kb()
            load = stack.enter_context(driver.connected(program, server, plan))
            time.sleep(1)
            sides.append(Side(server, load, (server.memory_kb() - before_kb) / count))
            server.rest()
        yield sides[0], sides[1]


def _run(side: Side, rate: float, seconds: float) -> Run:
    side.server.wake()
    try:
        return side.driver.run(rate, seconds)
    finally:
        side.server.rest()


def _in_turn(
    sides: tuple[Side, ...], rate: float, seconds: float, repeats: int
) -> dict[str, list[Run]]:
    """The same load on each, one after the other, and again."""
    runs: dict[str, list[Run]] = {side.server.name: [] for side in sides}
    for _ in range(repeats):
        for side in sides:
            runs[side.server.name].append(_run(side, rate, seconds))
    return runs


def _climb(sides: tuple[Side, ...], size: Size) -> dict[str, float]:
    """The highest rate that each carries, found in turns: coarse steps up, then halves."""
    carried = {side.server.name: 0.0 for side in sides}
    failed: dict[str, float] = {}
    rate = FIRST_RATE
    while len(failed) < len(sides):
        for side in sides:
            if side.server.name not in failed:
                _try(side, rate, size, carried, failed)
        rate *= STEP
    for _ in range(FINE_STEPS):
        for side in sides:
            name = side.server.name
            _try(side, (carried[name] + failed[name]) / 2, size, carried, failed)
    return carried


def _try(
    side: Side, rate: float, size: Size, carried: dict[str, float], failed: dict[str, float]
) -> None:
    """A rate counts as failed when it fails as often as it is tried: a neighbour may be noisy."""
    name = side.server.name
    for _ in range(size.repeats):
        run = _run(side, rate, size.seconds)
        if run.last_p99 <= LIMIT_MS and run.accepted >= run.offered * (1 - SHED):
            carried[name] = rate
            return
    failed[name] = rate


def prepared(folder: Path, name: str) -> Path:
    """An empty folder for a scenario."""
    made = folder / name
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    return made
