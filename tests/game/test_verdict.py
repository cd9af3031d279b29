"""The verdict and the next moves (game.md 7)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.meters import Meters
from game.model import Action, Finding
from game.survey import Context
from game.variants import Costs
from game.verdict import NextMove, assess, is_taken, next_moves, verdict
from support.maps import challenge, drawn, measure, owner
from support.pas import ID, ROOM, measured_m1, pas_map

RED = Finding(rule="X14", level="red", node="b1")
AMBER = Finding(rule="X13", level="amber", node="b1")
HERE = Context(roles={"s_01": "unit_manager"})
NO_COST_APART = Costs(measure=1, baseline=1, owner=1, challenge=1, plan=1)


def all_at(points):
    return Meters(ownership=points, realism=points, citizen_focus=points)


def taken(**fields):
    known = {"id": "a1", "rule": "X14", "node": "b1", "seat": "s_01", "by": "2027-01-01"}
    return {"a1": Action(**{**known, **fields})}


def moves(made, costs=NO_COST_APART, context=HERE):
    return next_moves(made, context, assess(made, context).findings, costs)


def test_pas_is_conditional():
    assert assess(pas_map(), ROOM).verdict == "conditional"


def test_pas_is_ready_after_a_measure_for_m1():
    made = pas_map()
    made = replace(made, measures={**made.measures, ID["M1"]: measured_m1()})
    assert assess(made, ROOM).verdict == "ready"


def test_pas_is_a_draft_while_nobody_takes_the_red_finding():
    assert assess(replace(pas_map(), actions={}), ROOM).verdict == "draft"


def test_pas_is_told_to_measure_m1_first():
    made = pas_map()
    first, second = next_moves(made, ROOM, assess(made, ROOM).findings, Costs())
    assert first == NextMove(what="measure", node=ID["M1"], minutes=3, gain=2, clears_red=True)
    assert (second.what, second.node, second.gain) == ("baseline", ID["B2"], 11)


@pytest.mark.parametrize(
    ("points", "found", "said"),
    [
        (70, (), "ready"),
        (70, (AMBER,), "ready"),
        (69, (), "conditional"),
        (50, (), "conditional"),
        (49, (), "draft"),
        (100, (RED,), "draft"),
    ],
)
def test_a_verdict_needs_its_points_and_no_red(points, found, said):
    assert verdict(drawn("b1"), all_at(points), found) == said


def test_one_low_meter_is_enough_to_hold_a_map_back():
    low = Meters(ownership=100, realism=100, citizen_focus=69)
    assert verdict(drawn("b1"), low, ()) == "conditional"


def test_a_red_with_an_owner_and_a_date_makes_it_conditional():
    assert verdict(drawn("b1", actions=taken()), all_at(100), (RED,)) == "conditional"


@pytest.mark.parametrize(
    "fields", [{"by": None}, {"seat": None}, {"rule": "X3"}, {"node": "b2"}], ids=str
)
def test_an_action_without_owner_or_date_or_about_something_else_takes_nothing(fields):
    assert not is_taken(drawn("b1", actions=taken(**fields)), RED)


def test_a_role_may_take_an_action():
    assert is_taken(drawn("b1", actions=taken(seat=None, role="controller")), RED)


def test_a_contested_node_passes_only_as_conditional():
    made = drawn("b1", b1={"state": "contested", "settler": "s_01", "settle_by": "2027-01-01"})
    assert verdict(made, all_at(100), ()) == "conditional"


def test_what_clears_a_red_goes_first():
    made = drawn(
        "b1 b2 g1 c1",
        "c1>b1 c1>b2 b1>g1 b2>g1",
        measures=[measure("b2", baseline=None)],
        assignments=[owner("b1"), owner("b2"), owner("c1")],
    )
    assert [(one.what, one.node) for one in moves(made)] == [("measure", "b1"), ("baseline", "b2")]


def test_a_named_owner_clears_a_red():
    made = drawn("b1 g1 c1", "c1>b1 b1>g1", measures=[measure("b1")], assignments=[owner("c1")])
    first = moves(made)[0]
    assert (first.what, first.node, first.clears_red) == ("owner", "b1", True)


def test_a_cheap_move_goes_before_a_dear_one_of_the_same_gain():
    made = drawn(
        "b1 d1",
        b1={"perspective": "processes"},
        measures=[measure("b1", baseline=None, baseline_plan=None)],
        assignments=[owner("b1"), owner("d1")],
        challenges=[challenge("b1", state="open")],
    )
    found = moves(made, Costs())
    assert [one.what for one in found] == ["challenge", "plan"]
    assert found[0].challenge == "ub1U9"


def test_a_plan_is_offered_until_there_is_one_and_a_baseline_until_it_is_there():
    planned = measure("b1", baseline=None, baseline_plan="2027-02-01")
    made = drawn("b1 d1", measures=[planned], assignments=[owner("b1"), owner("d1")])
    assert [one.what for one in moves(made)] == ["baseline"]
    bare = replace(planned, baseline_plan=None)
    made = drawn("b1 d1", measures=[bare], assignments=[owner("b1"), owner("d1")])
    assert [one.what for one in moves(made)] == ["baseline", "plan"]


def test_a_measure_that_cannot_be_counted_is_worth_choosing_anew():
    odd = measure("b1", countable=False)
    made = drawn("b1 d1", measures=[odd], assignments=[owner("b1"), owner("d1")])
    assert [one.what for one in moves(made)] == ["measure"]


def test_a_challenge_to_something_parked_is_no_move():
    made = drawn(
        "b1 b2 d1",
        b2={"state": "parked"},
        measures=[measure("b1")],
        assignments=[owner("b1"), owner("d1")],
        challenges=[challenge("b2", state="open"), challenge("b1")],
    )
    assert moves(made) == ()


def test_a_full_map_has_no_moves_left():
    made = drawn("d1", assignments=[owner("d1")])
    assert moves(made) == ()


def test_a_move_that_gives_nothing_is_not_offered():
    # Without a benefit every meter is 0, whoever leads the change.
    assert moves(drawn("c1")) == ()
