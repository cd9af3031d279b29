"""What a vote decides, who votes on what, and what is parked (GR10, BR11, X21)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model import PERSPECTIVES
from game.votes import (
    Candidate,
    Rated,
    ballot_size,
    choose_parked,
    choose_voted,
    deal_ballots,
    median_vote,
    outcome,
    seconds,
    twice_median,
)


@pytest.mark.parametrize(
    ("votes", "decided"),
    [
        ([], "parked"),
        ([3], "accepted"),
        ([2], "parked"),
        ([5, 2], "parked"),
        ([3, 4], "accepted"),
        ([3, 4, 0], "accepted"),
        ([5, 0, 0], "parked"),
        ([0, 0, 5, 5], "contested"),
        ([0, 3, 5, 5], "accepted"),
        ([0, 0, 3, 3, 3, 3, 3, 5, 5], "accepted"),
        ([0, 0, 2, 2, 2, 3, 5, 5], "contested"),
        ([1, 1, 4, 4, 3, 3, 3, 3], "contested"),
        ([2, 2, 3, 3], "parked"),
        ([2, 3, 3, 3], "accepted"),
    ],
)
def test_belief_decides_the_state(votes, decided):
    assert outcome(votes) == decided


def test_two_votes_with_a_doubt_are_not_enough_even_with_a_good_median():
    assert outcome([2, 4]) == "parked"
    assert outcome([2, 4, 4]) == "accepted"


@given(st.lists(st.integers(3, 5), min_size=1))
def test_a_room_without_doubts_accepts(votes):
    assert outcome(votes) == "accepted"


@given(st.lists(st.integers(0, 5)), st.randoms())
def test_the_order_of_votes_does_not_matter(votes, random):
    shuffled = list(votes)
    random.shuffle(shuffled)
    assert outcome(votes) == outcome(shuffled)


def test_a_median_is_shown_with_its_half():
    assert median_vote([3, 4]) == "3.5"
    assert median_vote([3, 5]) == "4"
    assert median_vote([]) is None
    assert twice_median([]) == 0


def test_a_strong_vote_of_another_role_group_seconds_a_single_voice():
    assert seconds(["operations"], [("operations", 5), ("staff", 4)])
    assert not seconds(["operations"], [("operations", 5), ("staff", 3)])


@pytest.mark.parametrize(
    ("players", "nodes", "size"),
    [(12, 24, 24), (13, 24, 15), (30, 24, 10), (300, 24, 10), (30, 8, 8)],
)
def test_ballots_shrink_in_a_large_room(players, nodes, size):
    assert ballot_size(players, nodes) == size


def test_everybody_rates_everything_in_a_small_room():
    assert deal_ballots("seed", ["s_01", "s_02"], ["n1", "n2"]) == {
        "s_01": ("n1", "n2"),
        "s_02": ("n1", "n2"),
    }


@given(st.integers(13, 80), st.integers(1, 24), st.text(max_size=4))
def test_sampled_ballots_are_balanced_and_keep_the_order_of_nodes(players, count, seed):
    nodes = [f"n{n}" for n in range(count)]
    ballots = deal_ballots(seed, [f"s_{n}" for n in range(players)], nodes)
    asked = [sum(node in ballot for ballot in ballots.values()) for node in nodes]
    assert max(asked) - min(asked) <= 1
    assert {len(set(ballot)) for ballot in ballots.values()} == {ballot_size(players, count)}
    assert all(list(ballot) == sorted(ballot, key=nodes.index) for ballot in ballots.values())


def candidate(name, perspective, support=1, groups=1):
    return Candidate(
        node=name, perspective=perspective, support=support, groups=groups, tie=f"tie {name}"
    )


def test_each_perspective_has_its_places_in_the_vote():
    loud = [candidate(f"b{n}", "citizens", support=9) for n in range(6)]
    quiet = [candidate(f"m{n}", "employees") for n in range(3)]
    assert choose_voted([*loud, *quiet], limit=5, places=2) == ("b0", "b1", "m0", "m1", "b2")


def test_more_role_groups_go_before_fewer_and_then_the_seed_decides():
    some = [
        candidate("a", "citizens"),
        candidate("c", "citizens"),
        candidate("b", "citizens", 1, 2),
    ]
    assert choose_voted(some, limit=2, places=0) == ("b", "a")


def rated(name, perspective="citizens", outcome="accepted", importance=6, belief=6):
    return Rated(
        node=name,
        perspective=perspective,
        outcome=outcome,
        importance=importance,
        belief=belief,
        tie=f"tie {name}",
    )


def test_nothing_is_parked_while_the_list_is_short():
    assert choose_parked([rated("b1"), rated("b2", outcome="parked")], limit=1, places=0) == ()


def test_the_least_important_are_parked_then_the_least_believed_then_by_seed():
    some = [rated("a", importance=4), rated("b", belief=8), rated("c"), rated("d")]
    assert choose_parked(some, limit=1, places=0) == ("c", "d", "a")


def test_the_most_important_of_a_perspective_keeps_its_place():
    some = [
        *(rated(f"b{n}", importance=10) for n in range(3)),
        rated("m", "employees", importance=2),
    ]
    assert choose_parked(some, limit=2, places=1) == ("b1", "b2")


def test_a_contested_node_is_never_parked_by_rule():
    some = [rated(f"b{n}", outcome="contested") for n in range(4)]
    assert choose_parked(some, limit=2, places=0) == ()


@given(
    st.lists(
        st.builds(
            Rated,
            node=st.uuids().map(str),
            perspective=st.sampled_from(PERSPECTIVES),
            outcome=st.sampled_from(["accepted", "contested", "parked"]),
            importance=st.integers(0, 10),
            belief=st.integers(0, 10),
            tie=st.uuids().map(str),
        ),
        max_size=40,
    )
)
def test_parking_stops_at_the_limit(some):
    kept = {one.node for one in some if one.outcome != "parked"}
    parked = set(choose_parked(some, limit=12, places=2))
    accepted = {one.node for one in some if one.outcome == "accepted"}
    assert parked <= accepted
    assert len(kept - parked) >= min(12, len(kept))
