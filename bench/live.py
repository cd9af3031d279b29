"""Loads over real sockets: our server and the peer in turn, while the other one stands still."""

import shutil
import time
from collections.abc import Iterator, Sequence
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
FIRST_RATE: Final = 400.0
COARSE: Final = 1.3
FINE: Final = 1.06
S1_RATE: Final = 15.0
STUCK: Final = (0, 1, 5)
"""How many phones stop reading, in each of the rooms."""
STUCK_RATE: Final = 100.0
STUCK_S: Final = 28.0
"""Long enough to fill a stuck phone's buffers, some 1,500 frames, and to close it after that."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    rooms: int
    seconds: float
    repeats: int
    turns: int
    """How many fine steps the search for a rate takes on each side."""


FULL: Final = Size(rooms=300, seconds=2.5, repeats=3, turns=20)
QUICK: Final = Size(rooms=10, seconds=1.0, repeats=1, turns=2)


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
        runs = _in_turn((ours, peer), rate, size.seconds, size.repeats)
        per_s = {name: 1e6 / median(run.cpu_us for run in one) for name, one in runs.items()}
        what = f"S3 at {rate:.0f}/s: commands per second of processor"
        yield Figure(Goal("G1", what), per_s["ours"], per_s["peer"])


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
    """G14: what phones that stop reading cost the others, in rooms side by side."""
    rooms = make_rooms(folder / "data", 2 * len(STUCK), SEATS)
    seconds = STUCK_S if size is FULL else size.seconds * 4
    with servers.ours(folder) as server:
        _, calm_kb = _side_by_side(folder, server, rooms[len(STUCK) :], [0] * len(STUCK), seconds)
        runs, held_kb = _side_by_side(folder, server, rooms, STUCK, seconds)
    calm, *others = runs
    for run, stuck in zip(others, STUCK[1:], strict=True):
        whole = run.whole / max(1, run.accepted)
        yield Figure(Goal("G14", f"{stuck} stuck: reached all others", at_least=(1, 1)), whole)
        goal = Goal("G14", f"{stuck} stuck: p99 against a room with none, ms", at_most=(1.5, 1.1))
        yield Figure(goal, run.last_p99, calm.last_p99)
    each_mb = max(0, held_kb - calm_kb) / sum(STUCK) / 1024
    yield Figure(Goal("G14", "memory for each stuck phone, MB", at_most=(2, 1)), each_mb)
    with servers.peer(folder) as server:
        runs, _ = _side_by_side(folder, server, rooms[:2], STUCK[:2], seconds)
    goal = Goal("peer", "1 stuck, of a bare broadcast: reached all others")
    yield Figure(goal, runs[1].whole / max(1, runs[1].offered))


def _side_by_side(
    folder: Path, server: Server, rooms: Sequence[LoadedRoom], stuck: Sequence[int], seconds: float
) -> tuple[list[Run], int]:
    """A load on each room at the same time, and the most memory that was taken meanwhile."""
    program = driver.compiled(folder)
    with ExitStack() as stack:
        loads = []
        for n, (room, some) in enumerate(zip(rooms, stuck, strict=False)):
            plan = write_plan(folder / f"plan-{n}", [room], stuck=some)
            loads.append(stack.enter_context(driver.connected(program, server, plan)))
        before_kb = most_kb = server.memory_kb()
        for load in loads:
            load.start(STUCK_RATE, seconds)
        until_s = time.monotonic() + seconds
        while time.monotonic() < until_s:
            time.sleep(0.5)
            most_kb = max(most_kb, server.memory_kb())
        return [load.finish() for load in loads], most_kb - before_kb


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
    """The rate that each carries as often as not: up when it did, down when not, sides in turns.

    While the machine is slow it is so for both, and one moment in which it stands still decides
    nothing: a coarse step has failed when it failed twice. Gives the median of where the fine
    steps led: the simple up-down of Levitt, "Transformed up-down methods in psychoacoustics", 1971.
    """
    rates = {side.server.name: [FIRST_RATE] for side in sides}
    steps = {side.server.name: COARSE for side in sides}
    while min(map(len, rates.values())) <= size.turns or COARSE in steps.values():
        for side in sides:
            name = side.server.name
            rate, is_coarse = rates[name][-1], steps[name] == COARSE
            is_carried = _carries(side, rate, size)
            if is_carried or (is_coarse and _carries(side, rate, size)):
                rates[name].append(rate * steps[name])
            elif is_coarse:
                rates[name], steps[name] = [rate / FINE], FINE
            else:
                rates[name].append(rate / FINE)
    return {name: median(tried) for name, tried in rates.items()}


def _carries(side: Side, rate: float, size: Size) -> bool:
    run = _run(side, rate, size.seconds)
    return run.last_p99 <= LIMIT_MS and run.accepted >= run.offered * (1 - SHED)


def prepared(folder: Path, name: str) -> Path:
    """An empty folder for a scenario."""
    made = folder / name
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    return made
