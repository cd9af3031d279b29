"""The facilitator makes a card another type while the room plays (game.md 2.1, 3)."""

from __future__ import annotations

import pytest

from game import commands as cm
from game import events as ev
from tests.game.dsl import Room
from tests.game.reached import CALM, CHEAP, QUICK, counted, reached, small


def asked_about(room: Room, node: str) -> set[str]:
    """What the room is asked about a node, by the command that would answer."""
    return {
        ask.do
        for seat in room.state.seats
        for ask in room.asks(seat)
        if ask.d.get("node") == node and not ask.optional
    }


# --- questions that were put already -------------------------------------------------------------


def test_a_benefit_that_is_a_deliverable_after_all_is_accepted_and_not_voted_on() -> None:
    room = reached("r2.vote")
    node = next(one.id for one in room.nodes("benefit") if one.state != "parked")
    room.desk(cm.Retype(node=node, type="enabler")).then()
    assert asked_about(room, node) == set()
    room.answer_all()
    room.desk(cm.Resolve()).then()
    assert room.node(node).state == "accepted"


def test_a_card_that_is_a_benefit_again_is_on_its_ballots_again() -> None:
    room = reached("r2.vote")
    node = next(one.id for one in room.nodes("benefit") if one.state != "parked")
    room.desk(cm.Retype(node=node, type="enabler")).then()
    room.desk(cm.Retype(node=node, type="benefit")).then()
    assert (room.node(node).state, asked_about(room, node)) == ("supported", {"vote"})


def test_a_deliverable_that_is_a_benefit_after_all_is_accepted_once_the_vote_has_begun() -> None:
    room = reached("r2.vote")
    room.desk(cm.Retype(node="n3", type="benefit")).then()
    assert (room.node("n3").state, asked_about(room, "n3")) == ("accepted", set())


def test_what_must_change_is_not_asked_of_something_that_is_a_change_itself() -> None:
    room = reached("r3.open")
    node = counted(room, "benefit")[0].id
    assert asked_about(room, node) == {"propose_change"}
    room.desk(cm.Retype(node=node, type="enabler")).then()
    assert asked_about(room, node) == {"propose_change"}
    room.desk(cm.Retype(node=node, type="change")).then()
    assert asked_about(room, node) == set()


@pytest.mark.parametrize("kind", ["enabler", "change"])
def test_what_is_no_benefit_any_more_is_neither_measured_nor_guessed(kind: str) -> None:
    room = small(CALM, QUICK, at="r5.open")
    node = room.node("Mere ro").id
    assert asked_about(room, node) == {"choose_measure", "estimate"}
    for seat in ("s_01", "s_02", "s_03"):
        room.when(seat, cm.GiveEstimate(node=node, value="5")).then()
    room.desk(cm.Retype(node=node, type=kind)).then()
    assert asked_about(room, node) == set()
    room.when("s_04", cm.GiveEstimate(node=node, value="5")).refused("estimate.not_asked")
    room.answer_all()
    assert node not in room.state.map.estimates


def test_a_measure_of_what_is_no_benefit_any_more_is_judged_by_nobody() -> None:
    room = small(CALM, QUICK, at="r5.open")
    node = room.node("Mere ro").id
    seat = next(one for one in room.state.seats if f"choose_measure:{node}" in room.ask_ids(one))
    (ask,) = (one for one in room.asks(seat) if one.id == f"choose_measure:{node}")
    room.answer(seat, ask).then()
    judge = next(one for one in room.state.seats if f"judge_measure:{node}" in room.ask_ids(one))
    room.desk(cm.Retype(node=node, type="enabler")).then()
    assert asked_about(room, node) == set()
    room.when(judge, cm.JudgeMeasure(node=node, countable=False)).refused("measure.not_asked")


# --- what hung on it -----------------------------------------------------------------------------


def owned_by(room: Room, role: str, kind: str = "benefit") -> str:
    """A node of a type that somebody with this role has accepted."""
    return next(
        one.node
        for one in room.state.map.assignments.values()
        if (one.role, one.state, room.node(one.node).type) == (role, "accepted", kind)
    )


def hung(room: Room, node: str) -> tuple[object, ...]:
    drawn = room.state.map
    return tuple(part.get(node) for part in (drawn.assignments, drawn.measures, drawn.estimates))


def told(room: Room, node: str) -> list[str]:
    return [one.rule for one in room.state.log if one.node == node]


def test_a_deliverable_has_neither_owner_nor_figures_until_the_move_is_undone() -> None:
    room = reached("r5.resolved")
    node = owned_by(room, "team_lead")
    before = hung(room, node)
    assert None not in before
    room.desk(cm.Retype(node=node, type="enabler")).then(ev.PartsCleared, ev.RuleApplied)
    assert hung(room, node) == (None, None, None)
    assert told(room, node)[-1] == "BR8.open"
    room.desk(cm.Undo()).then()
    assert hung(room, node) == before


def test_a_change_keeps_an_owner_who_may_own_it_and_has_no_figures() -> None:
    room = reached("r5.resolved")
    node = owned_by(room, "team_lead")
    held = room.state.map.assignments[node]
    room.desk(cm.Retype(node=node, type="change")).then()
    assert hung(room, node) == (held, None, None)
    assert "BR8.open" not in told(room, node)


def test_a_disbenefit_keeps_its_measure_and_is_guessed_afresh() -> None:
    room = reached("r5.resolved")
    node = owned_by(room, "team_lead")
    held, measure, _ = hung(room, node)
    room.desk(cm.Retype(node=node, type="disbenefit")).then()
    assert hung(room, node) == (held, measure, None)


def test_what_became_a_disbenefit_while_guessed_is_planned_by_the_upper_quartile() -> None:
    room = small(CALM, QUICK, at="r5.open")
    node = room.node("Mere ro").id
    for seat, value in (("s_01", "4"), ("s_02", "5"), ("s_03", "6")):
        room.when(seat, cm.GiveEstimate(node=node, value=value)).then()
    room.desk(cm.Retype(node=node, type="disbenefit")).then()
    room.desk(cm.Reveal()).then()
    assert room.state.map.estimates[node][-1].planning == "5.5"


def owned_alone() -> Room:
    """R4 is over; the team lead owns the only benefit and nobody else claimed it."""
    room = small(CALM, at="r4.open")
    room.when("team_lead", cm.Claim(node=room.node("Mere ro").id)).then()
    room.desk(cm.Reveal()).then()
    room.when("team_lead", cm.Accept(node=room.node("Mere ro").id, by="2027-12-01")).then()
    room.desk(cm.Resolve()).then()
    return room


@pytest.mark.parametrize("code", ["C", "A"])
def test_a_class_that_its_owner_may_not_own_has_no_owner_until_undone(code: str) -> None:
    room = owned_alone()
    node = room.node("Mere ro").id
    held = room.state.map.assignments[node]
    room.desk(cm.SetClass(node=node, class_=code)).then(ev.PartsCleared, ev.RuleApplied)
    assert node not in room.state.map.assignments
    assert told(room, node)[-1] == "BR8.open"
    found = room.see("facilitator")["meters"]["findings"]
    assert ("X3", node) in [(one["rule"], one.get("node")) for one in found]
    room.desk(cm.Undo()).then()
    assert room.state.map.assignments[node] == held


def test_who_claimed_it_too_is_asked_instead_when_they_may_own_the_class() -> None:
    room = reached("r4.resolved")
    node = owned_by(room, "team_lead")
    held = room.state.map.assignments[node]
    nearest = held.responsible[0]
    assert room.seat(nearest).role == "process_owner"
    room.desk(cm.SetClass(node=node, class_="C")).then(ev.PartsCleared, ev.AssignmentSet)
    made = room.state.map.assignments[node]
    assert (made.seat, made.state, made.responsible) == (
        nearest,
        "nominated",
        held.responsible[1:],
    )
    room.desk(cm.Undo()).then()
    assert room.state.map.assignments[node] == held


def test_a_role_that_was_only_named_is_named_no_more_when_it_may_not_own_the_class() -> None:
    room = small(CALM, at="r4.open", players=("director", "staff_rep", "citizen_rep"))
    node = room.node("Mere ro").id
    room.when("staff_rep", cm.Nominate(node=node, role="team_lead")).then()
    room.desk(cm.Reveal()).then()
    room.desk(cm.SetClass(node=node, class_="C")).then(ev.PartsCleared)
    assert node not in room.state.map.assignments


def test_a_class_that_its_owner_may_own_changes_no_owner() -> None:
    room = reached("r4.resolved")
    node = owned_by(room, "head_of_operations")
    held = room.state.map.assignments[node]
    room.desk(cm.SetClass(node=node, class_="C")).then()
    assert room.state.map.assignments[node] == held


def test_who_said_no_to_what_became_another_class_is_not_told_so() -> None:
    room = owned_alone()
    node = room.node("Mere ro").id
    room.when("team_lead", cm.Decline(node=node)).then()
    room.desk(cm.SetClass(node=node, class_="C")).then(ev.PartsCleared)
    assert "BR8.open" not in told(room, node)


def test_who_turns_out_to_be_from_the_project_owns_no_benefit_until_that_is_undone() -> None:
    room = owned_alone()
    node = room.node("Mere ro").id
    held = room.state.map.assignments[node]
    assert held.seat
    room.desk(cm.SetRole(seat=held.seat, role="project_manager")).then(
        ev.RoleTaken, ev.PartsCleared, ev.RuleApplied
    )
    assert node not in room.state.map.assignments
    assert told(room, node)[-1] == "BR8.role"
    room.desk(cm.Undo()).then()
    assert room.state.map.assignments[node] == held


def test_who_says_in_a_lobby_played_again_that_they_are_from_the_project_owns_no_benefit() -> None:
    room = reached("r4.resolved")
    node = owned_by(room, "team_lead")
    seat = room.state.map.assignments[node].seat
    assert seat
    for _ in range(4):
        room.desk(cm.PreviousRound()).then()
    room.when(seat, cm.TakeRole(role="project_manager")).then(ev.RoleTaken, ev.PartsCleared)
    assert all(one.seat != seat for one in room.state.map.assignments.values())


def test_a_signature_under_a_budget_is_taken_back_with_the_role_that_gave_it() -> None:
    room = small(CHEAP, at="r4.resolved")
    node, seat = room.node(CHEAP[0]).id, room.seat("budget_holder").id
    room.when(seat, cm.CoSign(node=node)).then()
    held = room.state.map.assignments[node]
    assert held.co_signed
    room.desk(cm.SetRole(seat=seat, role="supplier")).then(ev.AssignmentSet)
    made = room.state.map.assignments[node]
    assert (made.co_signed, made.co_signer, made.state) == (False, None, held.state)
    room.desk(cm.Undo()).then()
    assert room.state.map.assignments[node] == held


def test_what_the_right_role_may_own_is_owned_by_that_role() -> None:
    room = owned_alone()
    node = room.node("Mere ro").id
    held = room.state.map.assignments[node]
    assert held.seat
    room.desk(cm.SetRole(seat=held.seat, role="unit_manager")).then(ev.AssignmentSet)
    made = room.state.map.assignments[node]
    assert (made.role, made.state, made.by) == ("unit_manager", "accepted", held.by)
    room.desk(cm.Undo()).then()
    assert room.state.map.assignments[node] == held


def test_who_claimed_it_too_is_asked_instead_of_whom_the_right_role_keeps_from_it() -> None:
    room = reached("r4.resolved")
    node = owned_by(room, "team_lead")
    held = room.state.map.assignments[node]
    assert held.seat
    kept = {key: made for key, made in room.state.map.assignments.items() if made.seat != held.seat}
    room.desk(cm.SetRole(seat=held.seat, role="supplier")).then()
    made = room.state.map.assignments[node]
    assert (made.seat, made.state) == (held.responsible[0], "nominated")
    assert kept.items() <= room.state.map.assignments.items()


def test_a_claim_on_what_became_a_deliverable_asks_nobody() -> None:
    players = ("system_owner", "team_lead", "unit_manager", "budget_holder")
    room = reached("r4.open", players)
    node = counted(room, "change")[0].id
    room.when("system_owner", cm.Claim(node=node)).then()
    room.desk(cm.Retype(node=node, type="enabler")).then()
    room.desk(cm.Reveal()).then()
    assert node not in room.state.map.assignments
    room.desk(cm.ResolveContest(node=node, seat="s_01")).refused("node.wrong_type")


# --- what is refused -----------------------------------------------------------------------------


def test_a_ghost_is_named_before_it_is_anything_else() -> None:
    room = reached("r3.open")
    node = counted(room, "benefit")[0].id
    room.when("team_lead", cm.ProposeEdge(from_="n3", to=node)).then()
    room.desk(cm.Reveal()).then()
    ghost = next(one for one in room.nodes("change") if one.ghost)
    for kind in ("change", "benefit", "enabler"):
        room.desk(cm.Retype(node=ghost.id, type=kind)).refused("node.wrong_type")
    assert room.node(ghost.id) == ghost
    room.desk(cm.NameGhost(node=ghost.id, text="Vagtplanen lægges om")).then()
    room.desk(cm.Retype(node=ghost.id, type="enabler")).then()


def test_a_card_is_not_made_the_type_it_has() -> None:
    room = reached("r3.open")
    node = counted(room, "benefit")[0]
    room.desk(cm.Retype(node=node.id, type="benefit")).refused("node.wrong_type")
    assert room.node(node.id) == node
