"""What a vote decides, who votes on what, and what is parked (game.md 4, GR10, BR11, X21)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

from game.deal import seeded
from game.model import Perspective
from game.variants import Thresholds

Outcome = Literal["accepted", "contested", "parked"]

NUMBERS: Final = Thresholds()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A node that may be put to the vote (GR10); `tie` is its BR1 order."""

    node: str
    perspective: Perspective
    support: int
    groups: int
    tie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """A node after the vote (BR11); medians are doubled, so that 3.5 is the integer 7."""

    node: str
    perspective: Perspective
    outcome: Outcome
    importance: int
    belief: int
    tie: str


Ranked = TypeVar("Ranked", Candidate, Rated)


def twice_median(votes: Sequence[int]) -> int:
    """The median of votes 0-5, doubled to stay an integer; 0 without votes."""
    if not votes:
        return 0
    ordered = sorted(votes)
    middle = len(ordered) // 2
    return ordered[middle] + ordered[-middle - 1]


def median_vote(votes: Sequence[int]) -> str | None:
    """The median of votes 0-5 as it is shown: `3` or `3.5`; None without votes."""
    if not votes:
        return None
    whole, half = divmod(twice_median(votes), 2)
    return f"{whole}.5" if half else str(whole)


def is_contested(beliefs: Sequence[int]) -> bool:
    """Two camps: at least 25 % and two people at 0-1, and as many at 4-5 (game.md 4)."""
    low = sum(belief <= NUMBERS.camp_low for belief in beliefs)
    high = sum(belief >= NUMBERS.camp_high for belief in beliefs)
    smaller = min(low, high)
    return smaller >= NUMBERS.camp_size and NUMBERS.camp.is_reached(smaller, len(beliefs))


def outcome(beliefs: Sequence[int]) -> Outcome:
    """What a vote on "Tror du på den?" decides; a "ved ikke" is no vote (game.md 4).

    Two camps contest; else a median of 3 accepts. Below four votes at most one may doubt, and
    none where only one or two voted.
    """
    if is_contested(beliefs):
        return "contested"
    if twice_median(beliefs) < 2 * NUMBERS.median:
        return "parked"
    doubts = sum(belief < NUMBERS.median for belief in beliefs)
    allowed = 1 if len(beliefs) > NUMBERS.very_few_votes else 0
    if len(beliefs) < NUMBERS.few_votes and doubts > allowed:
        return "parked"
    return "accepted"


def seconds(groups: Iterable[str], votes: Iterable[tuple[str, int]]) -> bool:
    """X21: whether a vote of belief >= 4 comes from a role group that is not behind it yet.

    `votes` are (role group, belief).
    """
    behind = frozenset(groups)
    least = NUMBERS.belief_that_seconds
    return any(belief >= least and group not in behind for group, belief in votes)


def ballot_size(players: int, nodes: int) -> int:
    """How many nodes each rates: all in a small room, else min(N, max(10, ceil(8N/n)))."""
    if players <= NUMBERS.sampled_above:
        return nodes
    return min(nodes, max(NUMBERS.rated_least, -(-NUMBERS.rated_per_node * nodes // players)))


def deal_ballots(
    seed: str, seats: Sequence[str], nodes: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Who rates which nodes: seeded, and no node asked of two people more than another.

    The seats take turns along one seeded ring of nodes; each ballot keeps the order of `nodes`.
    """
    size = ballot_size(len(seats), len(nodes))
    if size == len(nodes):
        return dict.fromkeys(seats, tuple(nodes))
    ring = seeded(seed, "ballot", nodes)
    ballots: dict[str, tuple[str, ...]] = {}
    for turn, seat in enumerate(seeded(seed, "ballot seats", seats)):
        chosen = {ring[(turn * size + step) % len(ring)] for step in range(size)}
        ballots[seat] = tuple(node for node in nodes if node in chosen)
    return {seat: ballots[seat] for seat in seats}


def choose_voted(candidates: Sequence[Candidate], limit: int, places: int) -> tuple[str, ...]:
    """GR10: the nodes put to the vote, best first; the rest are parked.

    `places` of each perspective have their place first, then support, number of different role
    groups, BR1.
    """
    ranked = sorted(candidates, key=lambda one: (-one.support, -one.groups, one.tie))
    first = _places(ranked, places)
    rest = [one for one in ranked if one not in first]
    return tuple(one.node for one in (*first, *rest)[:limit])


def choose_parked(rated: Sequence[Rated], limit: int, places: int) -> tuple[str, ...]:
    """BR11: the accepted nodes to park when more than `limit` were accepted or contested.

    The most important of each perspective have their place, contested ones stay; of the others
    the least important go, then the least believed, then BR1.
    """
    kept = [one for one in rated if one.outcome != "parked"]
    ranked = sorted(kept, key=lambda one: (-one.importance, -one.belief, one.tie))
    first = _places(ranked, places)
    spare = [one for one in ranked if one not in first and one.outcome == "accepted"]
    excess = max(0, len(kept) - limit)
    return tuple(one.node for one in spare[max(0, len(spare) - excess) :])


def _places(ranked: Sequence[Ranked], places: int) -> list[Ranked]:
    """The first `places` of each perspective, in rank order."""
    taken: dict[str, int] = {}
    first: list[Ranked] = []
    for one in ranked:
        row = one.perspective
        if taken.get(row, 0) < places:
            taken[row] = taken.get(row, 0) + 1
            first.append(one)
    return first


def doubled(shown: str | None) -> int:
    """A shown median back as the integer that ranks: `3.5` is 7."""
    if shown is None:
        return 0
    whole, _, half = shown.partition(".")
    return 2 * int(whole) + (1 if half else 0)
