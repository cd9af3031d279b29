"""The map as a graph (game.md 3, BR5, BR7)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.benefit_map import (
    closes_cycle,
    counted,
    direct,
    downstream,
    edge_id,
    end_benefits,
    graph,
    in_order,
    is_legal,
    is_named_change,
    node_number,
    polarity,
    reaches_goal,
    steps_to_goal,
    upstream,
)
from game.errors import RuleError
from support.maps import drawn, edge, node

TYPES = ("goal", "benefit", "disbenefit", "change", "enabler")
LEGAL = {
    ("benefit", "benefit"),
    ("benefit", "goal"),
    ("disbenefit", "goal"),
    ("disbenefit", "disbenefit"),
    ("change", "change"),
    ("change", "benefit"),
    ("change", "disbenefit"),
    ("enabler", "enabler"),
    ("enabler", "change"),
    ("enabler", "disbenefit"),
}


@pytest.mark.parametrize("source", TYPES)
@pytest.mark.parametrize("target", TYPES)
def test_the_table_of_arrows_holds(source, target):
    assert is_legal(source, target) == ((source, target) in LEGAL)


def test_only_a_change_mitigates_and_only_a_disbenefit():
    assert is_legal("change", "disbenefit", "mitigates")
    assert not is_legal("change", "benefit", "mitigates")
    assert direct("disbenefit", "change", "mitigates") == "flipped"


def test_a_legal_arrow_stays_as_drawn():
    assert direct("change", "benefit") == "as_drawn"


def test_an_arrow_drawn_the_wrong_way_is_flipped():
    assert direct("goal", "benefit") == "flipped"
    assert direct("benefit", "change") == "flipped"


def test_a_deliverable_said_to_make_a_benefit_needs_a_change_between():
    assert direct("enabler", "benefit") == "ghost"


@pytest.mark.parametrize("pair", [("goal", "goal"), ("enabler", "goal"), ("benefit", "enabler")])
def test_an_arrow_that_is_illegal_both_ways_is_refused(pair):
    with pytest.raises(RuleError) as refused:
        direct(*pair)
    assert refused.value.code == "edge.illegal"


def test_a_deliverable_mitigates_nothing_by_itself():
    with pytest.raises(RuleError):
        direct("enabler", "benefit", "mitigates")


def test_only_a_disbenefit_works_against_a_goal():
    assert polarity("disbenefit", "goal") == "-"
    assert polarity("benefit", "goal") == "+"


def test_an_edge_is_known_by_its_ends():
    assert edge_id("n1", "n2") == "n1>n2"


def test_paths_run_through_the_nodes_that_count():
    made = drawn("e1 c1 b1 b2 g1", "e1>c1 c1>b1 b1>b2 b2>g1")
    assert downstream(made, "c1") == {"b1", "b2", "g1"}
    assert upstream(made, "b2") == {"b1", "c1", "e1"}
    assert reaches_goal(made, "b1")


def test_a_parked_node_breaks_the_path():
    made = drawn("c1 b1 b2 g1", "c1>b1 b1>b2 b2>g1", b2={"state": "parked"})
    assert not reaches_goal(made, "b1")
    assert [node.id for node in counted(made, "benefit")] == ["b1"]


def test_end_benefits_touch_a_goal():
    made = drawn("b1 b2 g1", "b1>b2 b2>g1")
    assert [node.id for node in end_benefits(made)] == ["b2"]


def test_mitigation_is_a_link_of_its_own():
    links = graph(drawn("c1 d1", "c1~d1"))
    assert links.after == {}
    assert links.mitigates == {"c1": ("d1",)}
    assert links.mitigated_by == {"d1": ("c1",)}


def test_a_ghost_is_not_a_change_yet():
    assert is_named_change(node("c1"))
    assert not is_named_change(node("c1", ghost=True))
    assert not is_named_change(node("b1"))


def test_the_nearest_goal_is_found_by_the_shortest_way():
    made = drawn("b1 b2 b3 g1", "b1>b2 b2>b3 b3>g1 b1>g1")
    links = graph(made)
    assert steps_to_goal(made, links, "b1") == 1
    assert steps_to_goal(made, links, "b2") == 2
    assert steps_to_goal(made, links, "g1") == 0


def test_without_a_goal_there_is_no_distance_even_in_a_circle():
    made = drawn("b1 b2", "b1>b2 b2>b1")
    assert steps_to_goal(made, graph(made), "b1") is None


def test_an_arrow_that_closes_a_circle_is_seen():
    edges = [edge("b1>b2"), edge("b2>b3")]
    assert closes_cycle(edges, "b3", "b1")
    assert closes_cycle(edges, "b1", "b1")
    assert not closes_cycle(edges, "b1", "b3")


def test_mitigation_closes_no_circle():
    assert not closes_cycle([edge("c1~d1")], "d1", "c1")


def test_ids_stand_in_the_order_of_making():
    assert in_order(["n10", "n9", "n1"]) == ["n1", "n9", "n10"]
    assert node_number("n²") == (0, "n²")


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=40))
def test_a_map_built_by_the_cycle_rule_has_no_circle(pairs):
    edges = []
    for source, target in pairs:
        if not closes_cycle(edges, f"n{source}", f"n{target}"):
            edges.append(edge(f"n{source}>n{target}"))
    assert not any(closes_cycle([], one.source, one.target) for one in edges)
    for one in edges:
        others = [other for other in edges if other is not one]
        assert not closes_cycle(others, one.source, one.target)
