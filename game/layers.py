"""Which column a card stands in, and in which order: the first half of a layout (ux.md 16).

Every arrow runs from a column to one further right, so an arrow that skips columns can have a place
of its own in each of them, and never runs behind a card.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from game.benefit_map import in_order
from game.model import PERSPECTIVES, BenefitMap, Edge, Node

LANES: Final[Mapping[str, int]] = {
    "enabler": 0,
    "change": 1,
    "benefit": 2,
    "disbenefit": 2,
    "goal": 3,
}
"""Leverancer, forandringer, gevinster (with ulemper beneath), formål."""
BENEFITS: Final = 2
BANDS: Final[Mapping[str, int]] = {name: row for row, name in enumerate(PERSPECTIVES)}
"""The rows of the benefit lane; dis-benefits have the one under them."""
LAST_BAND: Final = len(PERSPECTIVES)
DEEPEST: Final[Mapping[int, int]] = {0: 5, 1: 5, 2: 2, 3: 5}
"""So many cards of a band stand in one column of a large map before the next column begins."""
SWEEPS: Final = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """A card, or the place where an arrow passes through a column (`card` False)."""

    id: str
    card: bool
    band: int


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns from left to right, each from top to bottom, and the way of each arrow."""

    columns: tuple[tuple[Spot, ...], ...]
    lanes: tuple[int, ...]
    """The lane of each column."""
    ways: Mapping[str, tuple[str, ...]]
    """The spots an arrow visits, its ends included."""
    backwards: tuple[Edge, ...]
    """Arrows that do not run from left to right; a well-formed map has none."""


def shown(benefit_map: BenefitMap) -> tuple[Node, ...]:
    """The cards on the table: not parked, not rejected."""
    nodes = benefit_map.nodes
    drawn = (nodes[key] for key in in_order(nodes))
    return tuple(node for node in drawn if node.state not in ("parked", "rejected"))


def band_of(node: Node) -> int:
    """The row of a card in its lane; only benefits have rows."""
    if node.type == "disbenefit":
        return LAST_BAND
    return BANDS[node.perspective] if node.type == "benefit" and node.perspective else 0


def arrange(benefit_map: BenefitMap, wide: Mapping[int, int] | None = None) -> Columns:
    """The columns of a map: lanes, sub-columns where a lane leads to itself, few crossings.

    `wide` says over how many columns each lane is shared; without it a band is as deep as DEEPEST.
    """
    nodes = shown(benefit_map)
    kept = {node.id for node in nodes}
    edges = sorted(
        (one for one in benefit_map.edges.values() if {one.source, one.target} <= kept),
        key=lambda one: (one.source, one.target),
    )
    column, lanes = _columns_of(nodes, edges, wide)
    forward = [one for one in edges if column[one.source] < column[one.target]]
    spots, ways = _spots(nodes, forward, column, len(lanes))
    links = [pair for way in ways.values() for pair in pairwise(way)]
    backwards = tuple(one for one in edges if column[one.source] >= column[one.target])
    return Columns(_untangle(spots, links), lanes, ways, backwards)


def _columns_of(
    nodes: Sequence[Node], edges: Sequence[Edge], wide: Mapping[int, int] | None
) -> tuple[dict[str, int], tuple[int, ...]]:
    """The column of each card, and the lane of each column."""
    within: dict[int, list[tuple[Node, int]]] = defaultdict(list)
    for lane in sorted({LANES[node.type] for node in nodes}):
        members = [node for node in nodes if LANES[node.type] == lane]
        if wide:
            within[lane] = _shared(members, edges, wide[lane])
        else:
            within[lane] = _sub_columns(members, edges, DEEPEST[lane])
    column: dict[str, int] = {}
    lanes: list[int] = []
    for lane, placed in within.items():
        for node, sub in placed:
            column[node.id] = len(lanes) + sub
        lanes += [lane] * (1 + max(sub for _, sub in placed))
    return column, tuple(lanes)


def _shared(members: Sequence[Node], edges: Sequence[Edge], count: int) -> list[tuple[Node, int]]:
    """Cards of one lane over so many columns, or as many as lead to each other, evenly by band."""
    by_id = {node.id: node for node in members}
    before, after = _within(by_id, edges)
    order = _causes_first(list(by_id), before)
    first, left = _depths(order, before), _depths(order[::-1], after)
    last = max(count - 1, *first.values(), *left.values())
    latest = {one: last - left[one] for one in order}
    crowd = Counter((band_of(by_id[one]), first[one]) for one in order if first[one] >= latest[one])
    placed: dict[str, int] = {}
    for one in order:
        band = band_of(by_id[one])
        start = 1 + max((placed.get(cause, -1) for cause in before[one]), default=-1)
        room = {sub: crowd[band, sub] for sub in range(start, latest[one] + 1)}
        placed[one] = min(room, key=room.__getitem__, default=first[one])
        crowd[band, placed[one]] += first[one] < latest[one]
    return [(node, placed[node.id]) for node in members]


def _depths(order: Sequence[str], before: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """How many cards lead to each in a row, in an order where those stand before it."""
    depths: dict[str, int] = {}
    for one in order:
        depths[one] = 1 + max((depths.get(cause, -1) for cause in before[one]), default=-1)
    return depths


def _within(
    ids: Iterable[str], edges: Iterable[Edge]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What leads to each card inside its lane, and what it leads to there."""
    known = set(ids)
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.source in known and edge.target in known:
            before[edge.target].append(edge.source)
            after[edge.source].append(edge.target)
    return before, after


def _sub_columns(
    members: Sequence[Node], edges: Sequence[Edge], deepest: int
) -> list[tuple[Node, int]]:
    """Cards of one lane: after what leads to them, and at most so many of a band together."""
    by_id = {node.id: node for node in members}
    before, _ = _within(by_id, edges)
    placed: dict[str, int] = {}
    crowd: dict[tuple[int, int], int] = defaultdict(int)
    for node_id in _causes_first(list(by_id), before):
        sub = 1 + max((placed[one] for one in before[node_id] if one in placed), default=-1)
        band = band_of(by_id[node_id])
        while crowd[band, sub] >= deepest:
            sub += 1
        crowd[band, sub] += 1
        placed[node_id] = sub
    causes = {cause for found in before.values() for cause in found}
    _ease(placed, crowd, {one: band_of(by_id[one]) for one in placed if one not in causes})
    return [(node, placed[node.id]) for node in members]


def _ease(
    placed: dict[str, int], crowd: dict[tuple[int, int], int], ends: Mapping[str, int]
) -> None:
    """Cards that lead to no other of their lane move from under each other to a free column."""
    last = max(placed.values(), default=0)
    for node_id, band in ends.items():
        here = placed[node_id]
        free = [sub for sub in range(here + 1, last + 1) if not crowd[band, sub]]
        if crowd[band, here] > 1 and free:
            crowd[band, here] -= 1
            crowd[band, free[0]] += 1
            placed[node_id] = free[0]


def _causes_first(ids: Sequence[str], before: Mapping[str, Sequence[str]]) -> list[str]:
    """The ids so that causes stand before effects; a circle is entered at its first id."""
    order: list[str] = []
    state: dict[str, bool] = {}
    for start in ids:
        stack = [(start, False)]
        while stack:
            one, is_left = stack.pop()
            if is_left:
                order.append(one)
            elif one not in state:
                state[one] = True
                stack.append((one, True))
                stack += [(cause, False) for cause in reversed(before.get(one, ()))]
    return order


def _spots(
    nodes: Sequence[Node], forward: Sequence[Edge], column: Mapping[str, int], count: int
) -> tuple[list[list[Spot]], dict[str, tuple[str, ...]]]:
    """Cards by column, with a spot for every arrow that passes through one."""
    by_id = {node.id: node for node in nodes}
    spots: list[list[Spot]] = [[] for _ in range(count)]
    for node in nodes:
        spots[column[node.id]].append(Spot(node.id, card=True, band=band_of(node)))
    ways: dict[str, tuple[str, ...]] = {}
    for edge in forward:
        source, target = by_id[edge.source], by_id[edge.target]
        # In the benefit lane an arrow passes through the row of the benefit it starts or ends at.
        band = band_of(source if LANES[source.type] == BENEFITS else target)
        way = [edge.source]
        for between in range(column[edge.source] + 1, column[edge.target]):
            spot = f"{edge.id}@{between}"
            spots[between].append(Spot(spot, card=False, band=band))
            way.append(spot)
        ways[edge.id] = (*way, edge.target)
    return spots, ways


def _untangle(
    spots: Sequence[Sequence[Spot]], links: Iterable[tuple[str, str]]
) -> tuple[tuple[Spot, ...], ...]:
    """The columns sorted by the middle of their neighbours, to and fro, rows kept apart."""
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for source, target in links:
        after[source].append(target)
        before[target].append(source)
    columns = [sorted(column, key=lambda one: one.band) for column in spots]
    place: dict[str, int] = {}
    for column in columns:
        _note_places(column, place)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        near = before if forward else after
        for column in columns if forward else reversed(columns):
            _sort(column, near, place)
            _note_places(column, place)
    return tuple(tuple(column) for column in columns)


def _sort(column: list[Spot], near: Mapping[str, Sequence[str]], place: Mapping[str, int]) -> None:
    """Sorts a column by the middle of its neighbours, row by row."""
    middles = {one.id: _middle(near.get(one.id, ()), place, one.id) for one in column}
    column.sort(key=lambda one: (one.band, middles[one.id]))


def _note_places(column: Sequence[Spot], place: dict[str, int]) -> None:
    """Writes down where each spot stands, in thousandths of its column's height."""
    for row, spot in enumerate(column):
        place[spot.id] = (2 * row + 1) * 500 // len(column)


def _middle(neighbours: Sequence[str], place: Mapping[str, int], own: str) -> int:
    """The mean place of the neighbours, or the own place without any."""
    if not neighbours:
        return place[own]
    return sum(place[one] for one in neighbours) // len(neighbours)
