"""Where a saved map's cards and arrows are drawn: the layout of the rules, as an SVG needs it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from game.layout import Layout, Point, lay_out
from game.model import BenefitMap, Edge, Node

Part = Mapping[str, Any]
LINE_LETTERS: Final = 27
"""As many letters of an ordinary width as a line of a card's title holds."""
LINES: Final = 2
HEAD: Final = 54
"""The height of the lanes' names above the table."""
WIDE: Final = frozenset("mwMWÆæ")
NARROW: Final = frozenset("iljtfrI.,:;'!|")


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
    made = lay_out(_map_of(nodes, edges))
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
    return DrawnCard(card, x, y + HEAD, width, height, wrapped(card.title))


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


def wrapped(text: str) -> tuple[str, ...]:
    """The text in at most two lines; what does not fit is cut, for the outline has it all."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if _letters(joined) <= LINE_LETTERS or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = [_cut(line) for line in lines[:LINES]]
    if len(lines) > LINES:
        kept[-1] = _cut(f"{kept[-1]} {'.' * LINE_LETTERS}")
    return tuple(kept)


def _cut(line: str) -> str:
    if _letters(line) <= LINE_LETTERS:
        return line
    while line and _letters(line) > LINE_LETTERS - 1:
        line = line[:-1]
    return f"{line.rstrip(' .')}…"


def _letters(text: str) -> float:
    """The width of a text in letters of an ordinary width."""
    return sum(1.45 if one in WIDE else 0.62 if one in NARROW else 1.0 for one in text)
