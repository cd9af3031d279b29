"""How many columns a map gets, and how tall its cards are (ux.md 16): whole where it can be."""

from __future__ import annotations

from hypothesis import given, settings

from game.layout import lay_out
from game.table import BOARD, table_of
from support.maps import drawn
from support.random_maps import maps

ROWS = ("citizens", "citizens", "processes", "finance", "finance", "employees")
BENEFITS = {f"b{n}": {"perspective": row} for n, row in enumerate(ROWS, 1)}
SMALL = drawn(
    "e1 e2 c1 c2 b1 b2 b3 b4 b5 b6 g1 g2",
    "e1>c1 e2>c2 c1>b1 c2>b3 c1>b5 b1>g1 b2>g1 b3>g2 b4>g2 b6>g1",
    **BENEFITS,
)


def fits(made, lines=None):
    placed = lay_out(made, lines)
    return placed.width <= BOARD[0] and placed.height <= BOARD[1]


def test_six_benefits_two_goals_and_two_deliverables_fit_a_board():
    assert fits(SMALL)
    assert fits(SMALL, dict.fromkeys(SMALL.nodes, 2))


def test_no_perspective_is_stacked_while_there_is_width():
    placed = lay_out(SMALL, dict.fromkeys(SMALL.nodes, 2)).nodes
    assert placed["b1"][0] != placed["b2"][0]
    assert placed["b4"][0] != placed["b5"][0]


def test_few_cards_stand_in_one_column_each_lane():
    assert len(table_of(drawn("e1 e2 c1 b1 b2 b3 g1", "e1>c1 c1>b1"), {}).found.lanes) == 4


def test_cards_are_as_low_as_their_titles_before_a_map_is_cut():
    rows = ("citizens", "processes", "finance", "employees")
    made = drawn(
        " ".join(f"b{n}" for n in range(1, 9)) + " c1 c2 c3 c4 c5 c6 d1 e1 g1",
        **{f"b{n}": {"perspective": rows[n % 4]} for n in range(1, 9)},
    )
    assert table_of(made, {}).least == 1
    assert fits(made)


def test_a_map_that_no_board_can_show_whole_is_laid_out_as_before():
    many = drawn(" ".join(f"b{n}" for n in range(1, 14)))
    tall = dict.fromkeys(many.nodes, 6)
    assert not fits(many, tall)
    assert len(table_of(many, tall).found.lanes) == 7


@settings(max_examples=60)
@given(maps)
def test_the_table_is_as_tall_as_its_tallest_lane(made):
    table = table_of(made, {})
    assert all(table.lane_height(lane) <= table.height for lane in table.found.lanes)
