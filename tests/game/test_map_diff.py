"""What is different between two maps (game.md 9)."""

from __future__ import annotations

from hypothesis import given, settings

from game.map_diff import Difference, difference
from game.model import BenefitMap
from support.maps import drawn, estimate, measure, owner
from support.random_maps import maps


def test_the_same_map_has_no_difference():
    assert difference(drawn("b1 g1", "b1>g1"), drawn("b1 g1", "b1>g1")) == ()


def test_what_was_made_went_or_changed_is_told_part_by_part():
    before = drawn("b1 b2", "b1>b2", measures=[measure("b1")])
    after = drawn(
        "b1 b3",
        b1={"title": "Nyt"},
        measures=[measure("b1", target="4")],
        assignments=[owner("b1")],
        estimates=[estimate("b3")],
    )
    assert difference(before, after) == (
        Difference(part="nodes", id="b1", change="changed"),
        Difference(part="nodes", id="b2", change="gone"),
        Difference(part="nodes", id="b3", change="made"),
        Difference(part="edges", id="b1>b2", change="gone"),
        Difference(part="assignments", id="b1", change="made"),
        Difference(part="measures", id="b1", change="changed"),
        Difference(part="estimates", id="b3", change="made"),
    )


@settings(max_examples=30)
@given(maps)
def test_against_an_empty_map_everything_was_made(made):
    told = difference(BenefitMap(), made)
    assert {one.change for one in told} <= {"made"}
    assert len(told) == len(made.nodes) + len(made.edges)
