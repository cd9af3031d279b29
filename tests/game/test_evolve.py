"""The fold accepts every event ever stored, also where private parts were erased."""

from __future__ import annotations

import pytest

from game import events as ev
from game import evolve, slices
from game.decide.build import all_plays
from game.decide.effects import playable
from game.model import EMPTY, Edge, Node, Note
from game.slices import FAMILIES, GROUPS, SEAT_FAMILIES
from tests.game.dsl import game

ROUND_EVENTS = (
    ev.RoundOpened(at=1, ends=2),
    ev.RoundRevealed(at=1, ends=2),
    ev.RoundResolved(at=1),
    ev.RoundLeft(round="r1", used_ms=1),
    ev.Revoted(nodes=("n1",)),
    ev.DoneSaid(seat="s_01"),
    ev.Asked(asked={}),
    ev.Extended(ends=1, budget_ends=1),
    ev.Undone(do="park"),
)


@pytest.mark.parametrize("event", ROUND_EVENTS, ids=lambda event: event.type)
def test_an_event_of_a_round_outside_any_round_changes_only_the_count(event: ev.Event) -> None:
    after = evolve(EMPTY, event)
    assert after.seq == 1
    assert after.round is None


def test_a_clock_that_goes_on_before_the_first_round_has_no_end_to_move() -> None:
    after = evolve(EMPTY, ev.Resumed(at=1, ends=None, budget_ends=1))
    assert (after.phase, after.round) == ("playing", None)


@pytest.mark.parametrize(
    "event",
    [
        ev.PlayMade(round="r2"),
        ev.PlayWithdrawn(round="r2"),
        ev.AnswerGiven(round="r2"),
        ev.HandsDealt(limit=3),
        ev.SupportersSet(node="n1"),
    ],
    ids=lambda event: event.type,
)
def test_an_erased_private_part_leaves_nothing_behind(event: ev.Event) -> None:
    room = game().advance_to("r2.open")
    after = evolve(room.state, event)
    before = room.state
    assert before.round is not None
    assert after.round is not None
    assert (after.round.plays, after.round.answers) == (before.round.plays, before.round.answers)
    assert after.supporters == before.supporters


def test_a_node_that_is_not_there_yet_is_set_with_its_own_title() -> None:
    node = Node(id="n9", label="B9", type="benefit", title="Mere ro")
    assert evolve(EMPTY, ev.NodeSet(node=node)).map.nodes["n9"] == node


def test_supporters_stand_behind_a_node_before_any_round() -> None:
    after = evolve(EMPTY, ev.SupportersSet(node="n1", seats=("s_01",), goals={"s_01": "n2"}))
    assert after.supporters == {"n1": frozenset({"s_01"})}
    assert after.goal_votes == {"n1": {"s_01": "n2"}}


def test_a_note_with_public_words_keeps_them() -> None:
    note = Note(id="a", node="n1", kind="minority", text="Vi tror ikke på den")
    assert evolve(EMPTY, ev.NoteAdded(note=note)).map.notes == {"a": note}


def test_an_arrow_may_be_taken_away_that_never_was_drawn() -> None:
    edge = Edge(id="n1>n2", source="n1", target="n2")
    drawn = evolve(EMPTY, ev.EdgeLinked(edge=edge))
    assert evolve(drawn, ev.EdgeDropped(edge="n1>n2")).map.edges == {}
    assert evolve(EMPTY, ev.EdgeDropped(edge="n1>n2")).map.edges == {}


def test_before_the_first_round_nobody_has_plays_or_cards() -> None:
    assert all_plays(EMPTY, "play_card") == ()
    assert playable(EMPTY, "s_01") == ()


def test_a_state_without_a_setup_has_no_rules_to_ask_for() -> None:
    with pytest.raises(LookupError):
        _ = EMPTY.rules


@pytest.mark.parametrize("moment", ["lobby", "r2.open", "r5.open", "closed"])
def test_every_family_tells_what_its_slices_follow_from(moment: str) -> None:
    room = game(variant="short30").advance_to(moment)
    for group in GROUPS:
        assert isinstance(group.depends(room.state), tuple)
    for family in FAMILIES:
        assert isinstance(family.depends(room.state), tuple)
        for name, parts in family.items(room.state).items():
            assert isinstance(parts, tuple)
            assert name in slices(room.state, next(iter(family.kinds)))
    for own in SEAT_FAMILIES:
        assert all(isinstance(parts, tuple) for parts in own.items(room.state, "s_01").values())
