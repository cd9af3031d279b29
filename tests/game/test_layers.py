"""Which column a card stands in, and in which order (ux.md 16)."""

from __future__ import annotations

from hypothesis import given, settings

from game.layers import LANES, arrange, shown
from support.maps import drawn
from support.random_maps import maps


def columns(made):
    """The cards by column."""
    return [[spot.id for spot in column if spot.card] for column in arrange(made).columns]


def test_the_lanes_stand_from_deliverables_to_goals():
    made = drawn("g1 b1 d1 c1 e1")
    assert columns(made) == [["e1"], ["c1"], ["b1", "d1"], ["g1"]]


def test_a_lane_nobody_stands_in_takes_no_room():
    assert columns(drawn("g1 b1")) == [["b1"], ["g1"]]


def test_an_empty_map_has_no_columns():
    assert columns(drawn("")) == []


def test_what_leads_to_its_own_lane_gets_a_column_before_it():
    assert columns(drawn("b1 b2 b3", "b3>b1 b1>b2")) == [["b3"], ["b1"], ["b2"]]


def test_parked_and_rejected_cards_are_off_the_table():
    made = drawn("b1 b2 b3", b1={"state": "parked"}, b2={"state": "rejected"})
    assert [node.id for node in shown(made)] == ["b3"]


def test_benefits_stand_in_the_rows_of_their_perspectives_with_disbenefits_beneath():
    made = drawn(
        "d1 b1 b2 b3 b4",
        b1={"perspective": "employees"},
        b2={"perspective": "finance"},
        b4={"perspective": "processes"},
    )
    assert columns(made) == [["b3", "b4", "b2", "b1", "d1"]]


def test_a_full_row_is_shared_with_the_next_column():
    assert columns(drawn("b1 b2 b3 b4")) == [["b1", "b2"], ["b3", "b4"]]


def test_a_card_that_leads_nowhere_further_moves_from_under_another_to_a_free_column():
    found = columns(drawn("b1 b2 b3", "b1>b2", b2={"perspective": "finance"}))
    assert found == [["b1"], ["b3", "b2"]]


def test_a_lane_may_be_shared_over_columns_evenly_by_row_causes_first():
    made = drawn("b1 b2 b3 b4 b5", "b1>b2", b5={"perspective": "finance"})
    found = arrange(made, {2: 2}).columns
    assert [[spot.id for spot in column if spot.card] for column in found] == [
        ["b1", "b3", "b5"],
        ["b2", "b4"],
    ]


def test_a_circle_is_shared_over_columns_too():
    found = arrange(drawn("c1 c2 c3", "c1>c2 c2>c3 c3>c1"), {1: 1})
    assert sorted(spot.id for column in found.columns for spot in column if spot.card) == [
        "c1",
        "c2",
        "c3",
    ]


def test_an_arrow_that_skips_columns_has_a_place_in_each():
    made = drawn("e1 c1 d1", "e1>c1 e1>d1")
    found = arrange(made)
    assert found.ways["e1>d1"] == ("e1", "e1>d1@1", "d1")
    assert found.ways["e1>c1"] == ("e1", "c1")


def test_a_passing_arrow_keeps_to_the_row_of_its_benefit():
    made = drawn("b1 b2 b3 g1", "b1>b2 b3>g1", b3={"perspective": "employees"})
    passes = [spot for column in arrange(made).columns for spot in column if not spot.card]
    assert [spot.band for spot in passes] == [3]


def test_neighbours_are_set_beside_each_other():
    made = drawn("e1 e2 e3 c1 c2 c3", "e1>c3 e2>c2 e3>c1")
    left, right = columns(made)
    assert [right.index({"e1": "c3", "e2": "c2", "e3": "c1"}[one]) for one in left] == [0, 1, 2]


def test_arrows_in_a_circle_are_drawn_backwards_rather_than_refused():
    found = arrange(drawn("c1 c2 c3", "c1>c2 c2>c3 c3>c1"))
    assert [one.id for one in found.backwards] != []
    assert len(found.backwards) + len(found.ways) == 3


def test_an_arrow_from_right_to_left_is_drawn_backwards():
    assert [one.id for one in arrange(drawn("g1 b1", "g1>b1")).backwards] == ["g1>b1"]


@settings(max_examples=60)
@given(maps)
def test_every_card_stands_once_in_its_own_lane(made):
    found = arrange(made)
    placed = [spot.id for column in found.columns for spot in column if spot.card]
    assert sorted(placed) == sorted(node.id for node in shown(made))
    for lane, column in zip(found.lanes, found.columns, strict=True):
        assert {LANES[made.nodes[spot.id].type] for spot in column if spot.card} <= {lane}


@settings(max_examples=60)
@given(maps)
def test_every_legal_arrow_runs_from_left_to_right(made):
    assert arrange(made).backwards == ()


@settings(max_examples=60)
@given(maps)
def test_rows_are_never_mixed(made):
    for column in arrange(made).columns:
        bands = [spot.band for spot in column]
        assert bands == sorted(bands)
