"""The table a map is laid out on: how wide its columns stand, how tall its cards are.

A map that a board can show whole gets the fewest columns with which it is no taller than the board:
the cards of a row stand beneath each other while there is height, and beside each other after that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.layers import BENEFITS, LANES, LAST_BAND, Columns, Spot, arrange, shown
from game.model import BenefitMap

CARD_WIDTH: Final = 312
CARD_HEIGHT: Final = 66
"""A card without its title: its label, its figure and the air around them."""
LINE_HEIGHT: Final = 32
LEAST_LINES: Final = 2
PASS_HEIGHT: Final = 10
"""What an arrow needs to pass through a column."""
GAP: Final = 20
"""The air around a card, where the owner's badge and the flags hang."""
PASS_GAP: Final = 2
CHANNEL: Final = 52
"""The least space between two columns, where arrows bend."""
WIDEST_CHANNEL: Final = 150
GUTTER: Final = 36
"""Before the benefits stands upright what each row is called."""
MARGIN: Final = 12
TOP: Final = 4
"""Above the first cards, whose own air is there too."""
LEAST_HEIGHT: Final = 720
LEAST_WIDTH: Final = 1828
BOARD: Final = (1836, 784)
"""What a board shows whole, between its head and its foot."""
MOST_COLUMNS: Final = 5
"""So many columns are as wide as a board."""
SMALLEST: Final = CARD_HEIGHT + LINE_HEIGHT + GAP
MOST_CARDS: Final = MOST_COLUMNS * (BOARD[1] // SMALLEST)


@dataclass(frozen=True, slots=True)
class Table:
    """The spots in their columns, and how tall each card is."""

    found: Columns
    lines: Mapping[str, int]
    least: int = LEAST_LINES
    """Every card has room for so many lines."""

    @property
    def lefts(self) -> tuple[int, ...]:
        """Where each column begins: few columns stand as far apart as a projector is wide."""
        lanes = self.found.lanes
        gutter = GUTTER if BENEFITS in lanes else 0
        spare = LEAST_WIDTH - 2 * MARGIN - gutter - len(lanes) * CARD_WIDTH
        channel = min(WIDEST_CHANNEL, max(CHANNEL, spare // max(1, len(lanes) - 1)))
        before = [MARGIN + (gutter if lane >= BENEFITS else 0) for lane in lanes]
        return tuple(start + at * (CARD_WIDTH + channel) for at, start in enumerate(before))

    @property
    def rows(self) -> list[tuple[int, int]]:
        """Top and bottom of each row of the benefit lane, as low as its fullest column needs."""
        benefits = self.of_lane(BENEFITS)
        rows, top = [], TOP
        for band in range(LAST_BAND + 1):
            stacks = ([spot for spot in spots if spot.band == band] for spots in benefits)
            tallest = max(map(self.stack, stacks), default=0)
            rows.append((top, top + tallest))
            top += tallest
        return rows

    @property
    def height(self) -> int:
        """What its tallest lane needs."""
        return max((self.lane_height(lane) for lane in set(self.found.lanes)), default=TOP)

    def of_lane(self, lane: int) -> list[tuple[Spot, ...]]:
        """The columns of a lane."""
        pairs = zip(self.found.lanes, self.found.columns, strict=True)
        return [spots for one, spots in pairs if one == lane]

    def lane_height(self, lane: int) -> int:
        """What a lane needs from the upper edge to the lower."""
        if lane == BENEFITS:
            return self.rows[-1][1] + MARGIN
        return TOP + max(map(self.stack, self.of_lane(lane))) + MARGIN

    def tall(self, spot: Spot) -> int:
        """The height of a card or of an arrow that passes."""
        if not spot.card:
            return PASS_HEIGHT
        return CARD_HEIGHT + LINE_HEIGHT * max(self.least, self.lines.get(spot.id, 0))

    def stack(self, spots: Sequence[Spot]) -> int:
        """The height of spots set under each other, with the air around them."""
        return sum(self.tall(spot) + air(spot) for spot in spots)


def air(spot: Spot) -> int:
    """The room a spot keeps free, half of it above and half below."""
    return GAP if spot.card else PASS_GAP


def table_of(benefit_map: BenefitMap, lines: Mapping[str, int]) -> Table:
    """The table that a board shows whole if there is one, else that of a large map."""
    if len(shown(benefit_map)) <= MOST_CARDS:
        for found in _widenings(benefit_map, lines):
            for least in (LEAST_LINES, 1):
                table = Table(found, lines, least)
                if table.height <= BOARD[1]:
                    return table
    return Table(arrange(benefit_map), lines)


def _widenings(benefit_map: BenefitMap, lines: Mapping[str, int]) -> Iterator[Columns]:
    """Arrangements no wider than a board: each gives the tallest lane of the last a column more."""
    wide = dict.fromkeys((LANES[node.type] for node in shown(benefit_map)), 1)
    while sum(wide.values()) <= MOST_COLUMNS:
        found = arrange(benefit_map, wide)
        if len(found.lanes) <= MOST_COLUMNS:
            yield found
        table = Table(found, lines, 1)
        tallest = max(wide, key=lambda lane: (table.lane_height(lane), lane))
        wide[tallest] += 1
