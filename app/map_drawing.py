"""Where a saved map's cards and arrows are drawn: the layout of the rules, as an SVG needs it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from game.layout import Layout, Point, lay_out
from game.lettering import lines_of
from game.model import BenefitMap, Edge, Node

Part = Mapping[str, Any]
HEAD: Final = 54
"""The height of the lanes' names above the table."""


class Card(Protocol):
    """What a drawing needs to know of a card."""

    @property
    def title(self) -> str:
        """Its words."""


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """A card with its place, and its title in lines that fit."""

    card: Any
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow as an SVG path. `looks` are classes: dashed, minus, mitigating."""

    path: str
    tip: str
    looks: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole table; `order` is the order in which a reader meets the cards."""

    width: int
    height: int
    head: int
    cards: tuple[DrawnCard, ...]
    arrows: tuple[Arrow, ...]
    rows: tuple[tuple[str, int, int], ...]
    lanes: tuple[tuple[str, int, int], ...]
    lane_x: int
    lane_width: int
    order: tuple[str, ...]


def draw(edges: Sequence[Part], nodes: Sequence[Part], cards: Mapping[str, Card]) -> Drawing:
    """The drawing of a map's content."""
    lines = {id_: len(lines_of(card.title)) for id_, card in cards.items()}
    made = _on_paper(lay_out(_map_of(nodes, edges), lines))
    order = tuple(sorted(made.nodes, key=lambda id_: (made.nodes[id_][0], made.nodes[id_][1])))
    lane_x, lane_width = made.lanes.get("benefit", (0, 0))
    return Drawing(
        width=made.width,
        height=made.height + HEAD,
        head=HEAD,
        cards=tuple(_placed(id_, made, cards[id_]) for id_ in order),
        arrows=tuple(
            _arrow(edge, made.edges[edge["id"]]) for edge in edges if edge["id"] in made.edges
        ),
        rows=tuple((tone, top + HEAD, high) for tone, (top, high) in made.rows.items() if high),
        lanes=tuple((kind, x, wide) for kind, (x, wide) in made.lanes.items() if wide),
        lane_x=lane_x,
        lane_width=lane_width,
        order=order,
    )


def _on_paper(made: Layout) -> Layout:
    """The table at the size of print: seven tenths of what is read across a room."""
    return Layout(
        width=_less(made.width),
        height=_less(made.height),
        nodes={
            key: (_less(x), _less(y), _less(w), _less(h))
            for key, (x, y, w, h) in made.nodes.items()
        },
        edges={
            key: tuple((_less(x), _less(y)) for x, y in line) for key, line in made.edges.items()
        },
        rows={key: (_less(top), _less(high)) for key, (top, high) in made.rows.items()},
        lanes={key: (_less(x), _less(wide)) for key, (x, wide) in made.lanes.items()},
    )


def _less(units: int) -> int:
    return units * 7 // 10


def _map_of(nodes: Iterable[Part], edges: Iterable[Part]) -> BenefitMap:
    """As much of the map as a layout asks for."""
    return BenefitMap(
        nodes={
            one["id"]: Node(
                id=one["id"],
                label=one["label"],
                type=one["type"],
                title=one["title"],
                perspective=one.get("perspective"),
                state=one["state"],
            )
            for one in nodes
        },
        edges={
            one["id"]: Edge(
                id=one["id"],
                source=one["from"],
                target=one["to"],
                kind=one["kind"],
                state=one["state"],
            )
            for one in edges
        },
    )


def _placed(id_: str, made: Layout, card: Card) -> DrawnCard:
    x, y, width, height = made.nodes[id_]
    return DrawnCard(card, x, y + HEAD, width, height, lines_of(card.title))


def _arrow(edge: Part, points: Sequence[Point]) -> Arrow:
    looks = [
        "is-dashed" if edge["state"] == "dashed" else "",
        "is-mitigating" if edge["kind"] == "mitigates" else "",
        "is-minus" if edge["polarity"] == "-" else "",
    ]
    x, y = points[-1]
    tip = f"M{x} {y + HEAD}l-9 -5v10z"
    return Arrow(_path(points), tip, " ".join(one for one in looks if one))


def _path(points: Sequence[Point]) -> str:
    """Level where the route is level, and a curve that leaves and arrives level between heights."""
    x, y = points[0]
    drawn = [f"M{x} {y + HEAD}"]
    for to_x, to_y in points[1:]:
        middle = (x + to_x) // 2
        drawn.append(
            f"H{to_x}"
            if to_y == y
            else f"C{middle} {y + HEAD} {middle} {to_y + HEAD} {to_x} {to_y + HEAD}"
        )
        x, y = to_x, to_y
    return "".join(drawn)
