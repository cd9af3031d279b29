"""Where the cards and arrows of a map stand on the table: whole numbers, no two cards overlapping.

Leverancer, forandringer, gevinster in their four rows with the ulemper beneath, formål. A unit is a
pixel of a 1080p projector where a title's letters are 28 high, which can be read across a room, and
a card is as tall as its title needs. So a table of some twenty cards fills a projector, and it
grows beyond that, it never squeezes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.layers import BENEFITS, LANES, Columns, Spot
from game.model import PERSPECTIVES, BenefitMap
from game.table import (
    CARD_WIDTH,
    LEAST_HEIGHT,
    MARGIN,
    PASS_HEIGHT,
    TOP,
    Table,
    air,
    table_of,
)

Box = tuple[int, int, int, int]
Point = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The table: its size, a box for each card, the corners of each arrow.

    `rows` are the benefit lane's rows as (y, height) by perspective, and `disbenefit`; `lanes` the
    lanes as (x, width) by the type of node.
    """

    width: int
    height: int
    nodes: Mapping[str, Box]
    edges: Mapping[str, tuple[Point, ...]]
    rows: Mapping[str, tuple[int, int]]
    lanes: Mapping[str, tuple[int, int]]


def lay_out(
    benefit_map: BenefitMap, lines: Mapping[str, int] | None = None, *, flip: bool = False
) -> Layout:
    """The map laid out from left to right, or mirrored so that the purpose stands at the left.

    `lines` are those that each title needs; a card has room for two in any case.
    """
    table = table_of(benefit_map, lines or {})
    found, lefts = table.found, table.lefts
    height = max(LEAST_HEIGHT, table.height)
    rows = _spread(table.rows, height)
    tops = _place(table, rows, height)
    boxes = {
        spot.id: (lefts[column], tops[spot.id], CARD_WIDTH, table.tall(spot))
        for column, spots in enumerate(found.columns)
        for spot in spots
        if spot.card
    }
    edges = _route(table, tops, boxes)
    floor = height - MARGIN // 2
    for back in found.backwards:
        edges[back.id] = _around(boxes[back.source], boxes[back.target], floor)
    width = max(lefts, default=MARGIN) + CARD_WIDTH + MARGIN
    made = Layout(
        width=width,
        height=height,
        nodes=boxes,
        edges=edges,
        rows=_named_rows(rows),
        lanes=_named_lanes(table),
    )
    return _mirror(made) if flip else made


def _spread(rows: Sequence[tuple[int, int]], height: int) -> list[tuple[int, int]]:
    """The benefit lane's rows with what is left of the height shared among those in use."""
    used = [bottom > top for top, bottom in rows]
    spare = (height - MARGIN - rows[-1][1]) // max(1, sum(used))
    spread, top = [], TOP
    for (start, end), in_use in zip(rows, used, strict=True):
        bottom = top + end - start + (spare if in_use else 0)
        spread.append((top, bottom))
        top = bottom
    return spread


def _place(table: Table, rows: Sequence[tuple[int, int]], height: int) -> dict[str, int]:
    """The top of every spot: benefits in their rows first, the other lanes towards them."""
    found = table.found
    near: dict[str, list[str]] = {}
    for way in found.ways.values():
        for one, other in pairwise(way):
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    middles: dict[str, int] = {}
    left = [at for at, lane in enumerate(found.lanes) if lane < BENEFITS]
    right = [at for at, lane in enumerate(found.lanes) if lane >= BENEFITS]
    tops: dict[str, int] = {}
    for column in (*right, *reversed(left)):
        spots = found.columns[column]
        if found.lanes[column] == BENEFITS:
            placed: dict[str, int] = {}
            for band, (top, bottom) in enumerate(rows):
                row = [spot for spot in spots if spot.band == band]
                placed |= _settle(table, row, _wishes(row, near, middles), (top, bottom))
        else:
            room = (TOP, height - MARGIN)
            placed = _settle(table, spots, _wishes(spots, near, middles), room)
        tops |= placed
        middles |= {spot.id: placed[spot.id] + table.tall(spot) // 2 for spot in spots}
    return tops


def _wishes(
    spots: Sequence[Spot], near: Mapping[str, Sequence[str]], middles: Mapping[str, int]
) -> list[int | None]:
    """Where each spot would like its middle: at the mean of the neighbours already placed."""
    wishes: list[int | None] = []
    for spot in spots:
        known = [middles[one] for one in near.get(spot.id, ()) if one in middles]
        wishes.append(sum(known) // len(known) if known else None)
    return wishes


def _settle(
    table: Table, spots: Sequence[Spot], wishes: Sequence[int | None], room: tuple[int, int]
) -> dict[str, int]:
    """Tops between the two ends of the room, in order, as near the wishes as there is room.

    Without any wish the spots share the room evenly.
    """
    top, bottom = room
    spare = max(0, bottom - top - table.stack(spots))
    tops: list[int] = []
    free = top
    for place, (spot, wish) in enumerate(zip(spots, wishes, strict=True)):
        even = top + spare * (2 * place + 1) // (2 * len(spots)) + table.stack(spots[:place])
        tops.append(max(free, even if wish is None else wish - table.stack([spot]) // 2))
        free = tops[-1] + table.stack([spot])
    floor = bottom
    for place in range(len(spots) - 1, -1, -1):
        tops[place] = min(tops[place], floor - table.stack([spots[place]]))
        floor = tops[place]
    return {spot.id: y + air(spot) // 2 for spot, y in zip(spots, tops, strict=True)}


def _route(
    table: Table, tops: Mapping[str, int], boxes: Mapping[str, Box]
) -> dict[str, tuple[Point, ...]]:
    """The corners of each arrow: out of a card, level through every column, into a card."""
    found = table.found
    column_of = {spot.id: at for at, spots in enumerate(found.columns) for spot in spots}
    leaves, enters = _ports(found, tops, boxes)
    edges: dict[str, tuple[Point, ...]] = {}
    lefts = table.lefts
    for edge_id, way in found.ways.items():
        line = [(boxes[way[0]][0] + CARD_WIDTH, leaves[edge_id])]
        for spot in way[1:-1]:
            left, y = lefts[column_of[spot]], tops[spot] + PASS_HEIGHT // 2
            line += [(left, y), (left + CARD_WIDTH, y)]
        edges[edge_id] = (*line, (boxes[way[-1]][0], enters[edge_id]))
    return edges


def _ports(
    found: Columns, tops: Mapping[str, int], boxes: Mapping[str, Box]
) -> tuple[dict[str, int], dict[str, int]]:
    """Where each arrow leaves and enters its cards, so that no two share a point."""
    out: dict[str, list[tuple[int, str]]] = {}
    into: dict[str, list[tuple[int, str]]] = {}
    for edge_id, way in found.ways.items():
        out.setdefault(way[0], []).append((tops[way[1]], edge_id))
        into.setdefault(way[-1], []).append((tops[way[-2]], edge_id))
    return _share(out, boxes), _share(into, boxes)


def _share(ends: Mapping[str, list[tuple[int, str]]], boxes: Mapping[str, Box]) -> dict[str, int]:
    """The side of each card shared among the arrows that meet it, in the order they come from."""
    ports: dict[str, int] = {}
    for node, arrows in ends.items():
        for place, (_, edge_id) in enumerate(sorted(arrows)):
            ports[edge_id] = boxes[node][1] + boxes[node][3] * (place + 1) // (len(arrows) + 1)
    return ports


def _around(source: Box, target: Box, floor: int) -> tuple[Point, ...]:
    """An arrow against the current: down between the columns and along the floor."""
    right, left = source[0] + CARD_WIDTH, target[0]
    return (
        (right, source[1] + source[3] // 2),
        (right + MARGIN // 2, floor),
        (left - MARGIN // 2, floor),
        (left, target[1] + target[3] // 2),
    )


def _named_rows(rows: Sequence[tuple[int, int]]) -> dict[str, tuple[int, int]]:
    names = (*PERSPECTIVES, "disbenefit")
    return {name: (top, bottom - top) for name, (top, bottom) in zip(names, rows, strict=True)}


def _named_lanes(table: Table) -> dict[str, tuple[int, int]]:
    lanes: dict[str, tuple[int, int]] = {}
    for name, lane in LANES.items():
        columns = [at for at, one in enumerate(table.found.lanes) if one == lane]
        if columns and name != "disbenefit":
            left = table.lefts[columns[0]]
            lanes[name] = (left, table.lefts[columns[-1]] + CARD_WIDTH - left)
    return lanes


def _mirror(made: Layout) -> Layout:
    """The same table with left and right changed over."""
    return Layout(
        width=made.width,
        height=made.height,
        nodes={key: (made.width - x - w, y, w, h) for key, (x, y, w, h) in made.nodes.items()},
        edges={
            key: tuple((made.width - x, y) for x, y in line) for key, line in made.edges.items()
        },
        rows=made.rows,
        lanes={key: (made.width - x - w, w) for key, (x, w) in made.lanes.items()},
    )
