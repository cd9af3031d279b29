"""Where cards and arrows stand (ux.md 16): nothing overlaps, no arrow runs behind a card."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.layers import shown
from game.layout import lay_out
from game.table import CARD_WIDTH, CHANNEL, LEAST_WIDTH, LINE_HEIGHT, MARGIN
from support.maps import drawn
from support.pas import ID, pas_map
from support.random_maps import maps, random_map


def overlaps(one, other):
    (x, y, w, h), (left, top, wide, tall) = one, other
    return x < left + wide and left < x + w and y < top + tall and top < y + h


def crosses(line, box):
    """Whether any leg of a line runs through the inside of a box.

    Legs are level inside a column and slanted only between columns, so a leg crosses a box exactly
    when both ranges overlap.
    """
    x, y, w, h = box
    for (x1, y1), (x2, y2) in pairwise(line):
        beside = max(x1, x2) <= x or min(x1, x2) >= x + w
        apart = max(y1, y2) <= y or min(y1, y2) >= y + h
        if not (beside or apart):
            return True
    return False


lines = st.integers(0, 6).map(lambda most: {f"n{n}": n % (most + 1) for n in range(46)})


@settings(max_examples=60)
@given(maps, lines)
def test_no_two_cards_overlap(made, titles):
    boxes = lay_out(made, titles).nodes.values()
    assert not any(overlaps(one, other) for one, other in combinations(boxes, 2))


@settings(max_examples=60)
@given(maps, lines)
def test_no_arrow_runs_behind_a_card(made, titles):
    placed = lay_out(made, titles)
    for line in placed.edges.values():
        assert not any(crosses(line, box) for box in placed.nodes.values())


@settings(max_examples=60)
@given(maps)
def test_everything_stands_on_the_table_in_whole_numbers(made):
    placed = lay_out(made)
    for x, y, w, h in placed.nodes.values():
        assert 0 <= x <= x + w <= placed.width
        assert 0 <= y <= y + h <= placed.height
    points = [point for line in placed.edges.values() for point in line]
    assert all(0 <= x <= placed.width and 0 <= y <= placed.height for x, y in points)
    assert all(isinstance(one, int) for point in points for one in point)


@settings(max_examples=60)
@given(maps)
def test_every_arrow_joins_its_two_cards(made):
    placed = lay_out(made)
    on_table = {node.id for node in shown(made)}
    wanted = {one.id for one in made.edges.values() if {one.source, one.target} <= on_table}
    assert set(placed.edges) == wanted
    for edge_id, line in placed.edges.items():
        x, y, w, h = placed.nodes[made.edges[edge_id].source]
        assert line[0][0] == x + w
        assert y < line[0][1] < y + h
        x, y, w, h = placed.nodes[made.edges[edge_id].target]
        assert line[-1][0] == x
        assert y < line[-1][1] < y + h


@settings(max_examples=60)
@given(maps)
def test_benefits_stand_inside_their_rows(made):
    placed = lay_out(made)
    for node in shown(made):
        if node.type in {"benefit", "disbenefit"}:
            row = "disbenefit" if node.type == "disbenefit" else node.perspective
            top, height = placed.rows[row]
            _, y, _, h = placed.nodes[node.id]
            assert top <= y
            assert y + h <= top + height


@settings(max_examples=30)
@given(maps)
def test_a_flipped_table_is_the_mirror_of_the_other(made):
    placed, flipped = lay_out(made), lay_out(made, flip=True)
    assert (placed.width, placed.height) == (flipped.width, flipped.height)
    for key, (x, y, w, h) in placed.nodes.items():
        assert flipped.nodes[key] == (placed.width - x - w, y, w, h)
    for key, line in placed.edges.items():
        assert flipped.edges[key] == tuple((placed.width - x, y) for x, y in line)


def test_an_empty_table_has_a_size_and_no_lanes():
    placed = lay_out(drawn(""))
    assert placed.width == CARD_WIDTH + 2 * MARGIN
    assert placed.height > 0
    assert placed.lanes == {}
    assert placed.nodes == {}


def test_the_same_map_is_laid_out_the_same_every_time():
    assert lay_out(pas_map()) == lay_out(pas_map())


def test_the_purpose_stands_to_the_right_and_flipped_to_the_left():
    made = pas_map()
    straight, flipped = lay_out(made).nodes, lay_out(made, flip=True).nodes
    assert straight[ID["E1"]][0] < straight[ID["C1"]][0] < straight[ID["G1"]][0]
    assert flipped[ID["E1"]][0] > flipped[ID["C1"]][0] > flipped[ID["G1"]][0]


def test_the_lanes_are_named_and_as_wide_as_their_columns():
    lanes = lay_out(drawn("e1 b1 b2 g1", "b1>b2 b2>g1")).lanes
    assert list(lanes) == ["enabler", "benefit", "goal"]
    assert lanes["enabler"][1] == CARD_WIDTH
    assert lanes["benefit"][1] >= 2 * CARD_WIDTH + CHANNEL


def test_a_table_of_five_columns_is_as_wide_as_a_projector():
    assert lay_out(drawn("e1 c1 b1 b2 g1", "b1>b2 c1>b1 b2>g1 e1>c1")).width <= LEAST_WIDTH


def test_a_card_is_as_tall_as_its_title_needs_and_never_lower_than_two_lines():
    placed = lay_out(drawn("b1 b2 b3"), {"b1": 1, "b2": 2, "b3": 5})
    one, two, five = (placed.nodes[key][3] for key in ("b1", "b2", "b3"))
    assert one == two
    assert five == two + 3 * LINE_HEIGHT


def test_an_arrow_against_the_current_runs_along_the_floor():
    made = drawn("g1 b1", "g1>b1")
    placed = lay_out(made)
    line = placed.edges["g1>b1"]
    assert line[1][1] == line[2][1] == placed.height - MARGIN // 2
    assert not any(crosses(line[1:3], box) for box in placed.nodes.values())


def test_arrows_that_meet_a_card_share_its_side():
    placed = lay_out(drawn("c1 c2 c3 b1", "c1>b1 c2>b1 c3>b1"))
    ends = [line[-1][1] for line in placed.edges.values()]
    assert len(set(ends)) == 3
    _, top, _, height = placed.nodes["b1"]
    assert all(top < y < top + height for y in ends)


@pytest.mark.parametrize("size", [40, 200])
def test_a_large_table_still_holds_every_card(size):
    assert len(lay_out(random_map(size, 1, is_plain=True)).nodes) == size
