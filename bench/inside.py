"""What the rules and views cost by themselves, in one process (G17, G18)."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from statistics import mean, median
from time import thread_time
from typing import Final

from app.frames import KINDS
from app.own_slices import OwnSlices
from app.rulebook import RULEBOOK
from app.slices import Case, Ledger
from bench.figures import Figure, Goal
from bench.plays import Game, Played, drawn_map
from game import replay
from game.layout import lay_out
from game.model import FACILITATOR, State

SEATS: Final = 30
CLOSING: Final = frozenset({"reveal", "open_vote", "resolve"})
REPLAYED: Final = 2_000
LOOKS: Final = 5
"""How often each is timed, in processor time; the fastest counts, for neighbours only slow it."""


def a_game() -> Iterator[Figure]:
    """A whole game of thirty, command by command: what each costs the rules and the views."""
    game = Game(SEATS)
    start = game.state
    played = list(game.play())
    costs = [min(row) for row in zip(*(_timed(start, played) for _ in range(LOOKS)), strict=True)]
    by_do: dict[str, list[float]] = defaultdict(list)
    for one, cost in zip(played, costs, strict=True):
        if one.seat != FACILITATOR:
            by_do[_kind(one)].append(cost * 1e6)
    every = [cost for costs in by_do.values() for cost in costs]
    yield Figure(
        Goal(
            "G17",
            "decide, evolve, changed slices: median of phones' commands, us",
            at_most=(100, 50),
        ),
        median(every),
    )
    yield Figure(Goal("G17", "the same, mean us"), mean(every))
    for do, found in sorted(by_do.items(), key=lambda item: -len(item[1])):
        yield Figure(Goal("", f"{do} ({len(found)}), median us"), median(found))
    closing = [
        cost * 1e3 for one, cost in zip(played, costs, strict=True) if one.command.do in CLOSING
    ]
    yield Figure(Goal("G18", "closing a round of 30, slowest, ms", at_most=(10, 5)), max(closing))
    yield _replayed(game)


def layouts() -> Iterator[Figure]:
    """Laying out maps of two sizes."""
    for nodes, bound in ((40, (10.0, 5.0)), (200, (100.0, 50.0))):
        drawn = drawn_map(nodes)
        took_ms = 1e3 * min(_seconds(partial(lay_out, drawn)) for _ in range(LOOKS))
        yield Figure(Goal("G18", f"laying out {nodes} nodes, ms", at_most=bound), took_ms)


def _kind(one: Played) -> str:
    return f"{one.moment} {one.command.do}"


def _timed(start: State, played: list[Played]) -> list[float]:
    """Seconds for each command: decided and folded, and all slices made that it changed."""
    ledgers = {kind: Ledger() for kind in KINDS}
    cases = [Case(group, ledgers) for group in RULEBOOK.groups]
    own = OwnSlices(RULEBOOK)

    def show(state: State, *seats: str) -> None:
        for case in cases:
            case.refresh(state, state.seq)
        own.refresh(state)
        for seat in seats:
            own.changed(seat)

    show(start, *start.seats)
    state, costs = start, []
    for one in played:
        mine = [one.seat] if one.seat in start.seats else []
        began = thread_time()
        _, state = RULEBOOK.judge(state, one.seat, one.command, one.at_ms)
        show(state, *mine)
        costs.append(thread_time() - began)
        for seat in start.seats:
            own.changed(seat)
    return costs


def _replayed(game: Game) -> Figure:
    """Events per second do not depend on how many there are, so a game's own count is scaled."""
    took_s = min(_seconds(lambda: replay(game.events)) for _ in range(LOOKS))
    goal = Goal("G18", f"replay of {REPLAYED} events, ms", at_most=(100, 50))
    return Figure(goal, took_s * 1e3 * REPLAYED / len(game.events))


def _seconds(call: Callable[[], object]) -> float:
    began = thread_time()
    call()
    return thread_time() - began
