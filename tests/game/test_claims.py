"""R4 Ejerskab: who takes what in secret, and who is nominated then (GR6, BR8)."""

from __future__ import annotations

import pytest

from game import commands as cm
from game import events as ev
from tests.game.claiming import claim, held, name, open_round, owner, told, turned
from tests.game.reached import CHEAP, QUICK, small

DAY = "2027-12-01"
CALM_NODE = "Mere ro"


def test_a_claim_is_secret_until_the_reveal_and_then_asks_for_a_yes() -> None:
    room = open_round()
    claim(room, "team_lead")
    assert room.node(CALM_NODE).id not in room.state.map.assignments
    turned(room)
    assert owner(room) == ("team_lead", "nominated")
    assert f"accept:{room.node(CALM_NODE).id}" in room.ask_ids("team_lead")


def test_the_same_claim_is_made_once() -> None:
    room = open_round()
    claim(room, "team_lead")
    room.when("team_lead", cm.Claim(node=room.node(CALM_NODE).id)).refused("card.played")


@pytest.mark.parametrize(
    ("role", "node", "reason"),
    [
        ("project_manager", CALM_NODE, "X4"),
        ("staff_rep", CALM_NODE, "role"),
        ("team_lead", CHEAP[0], "role"),
    ],
)
def test_who_may_not_own_it_is_refused_at_once(role: str, node: str, reason: str) -> None:
    room = open_round()
    claimed = cm.Claim(node=room.node(node).id)
    room.when(role, claimed).refused("owner.not_eligible", reason=reason)
    named = cm.Nominate(node=room.node(node).id, seat=room.seat(role).id)
    room.when("citizen_rep", named).refused("owner.not_eligible", reason=reason)


def test_a_nomination_names_a_seat_or_a_role_that_there_is() -> None:
    room = open_round()
    node = room.node(CALM_NODE).id
    room.when("citizen_rep", cm.Nominate(node=node)).refused("owner.missing")
    room.when("citizen_rep", cm.Nominate(node=node, role="king")).refused("role.unknown")
    room.when("citizen_rep", cm.Nominate(node=node, seat="s_77")).refused("seat.unknown")


def test_a_parked_benefit_is_not_taken() -> None:
    room = open_round()
    node = room.node(CALM_NODE).id
    room.desk(cm.Park(node=node)).then()
    room.when("team_lead", cm.Claim(node=node)).refused("node.parked")


def test_a_benefit_parked_after_it_was_claimed_gets_no_owner() -> None:
    room = open_round()
    claim(room, "team_lead")
    room.desk(cm.Park(node=room.node(CALM_NODE).id)).then()
    assert room.node(CALM_NODE).id not in turned(room).state.map.assignments


def test_playing_a_role_card_on_a_benefit_nominates_the_seat_with_that_role() -> None:
    room = open_round()
    node = room.node(CALM_NODE).id
    room.when("staff_rep", cm.PlayCard(card="R4", target=node)).then(ev.PlayMade)
    turned(room)
    assert held(room).seat == room.seat("unit_manager").id


def test_a_role_card_needs_a_benefit_and_only_role_cards_are_played() -> None:
    room = open_round()
    room.when("staff_rep", cm.PlayCard(card="R4")).refused("node.unknown")
    target = room.node(CALM_NODE).id
    room.when("staff_rep", cm.PlayCard(card="B1", target=target)).refused("card.wrong_family")


# --- BR8 ------------------------------------------------------------------------------------------


def test_a_claim_wins_over_any_number_of_nominations() -> None:
    room = open_round()
    for seat in ("staff_rep", "citizen_rep"):
        name(room, seat, role="unit_manager")
    claim(room, "head_of_operations")
    assert owner(turned(room)) == ("head_of_operations", "nominated")
    assert held(room).responsible == ()


def test_of_two_claims_the_role_nearer_operations_wins_and_the_other_helps() -> None:
    room = open_round()
    for seat in ("head_of_operations", "team_lead", "unit_manager"):
        claim(room, seat)
    made = held(turned(room))
    assert made.role == "team_lead"
    assert made.responsible == (room.seat("unit_manager").id, room.seat("head_of_operations").id)
    assert told(room) == []


def test_a_tie_on_an_important_benefit_is_told_to_be_talked_through() -> None:
    room = open_round()
    for seat in ("unit_manager", "process_owner"):
        claim(room, seat)
    assert told(turned(room)) == [room.node(CALM_NODE).id]


def test_a_tie_on_a_benefit_of_less_importance_is_settled_by_rule() -> None:
    texts = ("Mere ro", "Færre fejl i arkivet", "Kortere kø i hallen", "Gladere kolleger")
    room = small(*((text, "employees", "N") for text in texts), at="r4.open")
    ranked = [room.node(text).id for text in texts]
    for node in ranked:
        for seat in ("unit_manager", "process_owner"):
            room.when(seat, cm.Claim(node=node)).then()
    assert len(told(turned(room))) == 3


def test_the_nominee_is_the_one_most_people_named() -> None:
    room = open_round()
    name(room, "staff_rep", role="unit_manager")
    name(room, "citizen_rep", seat=room.seat("unit_manager").id)
    name(room, "budget_holder", role="team_lead")
    assert owner(turned(room)) == ("unit_manager", "nominated")


def test_as_often_named_the_one_nearest_operations_is_nominated() -> None:
    room = open_round()
    name(room, "staff_rep", role="head_of_operations")
    name(room, "citizen_rep", role="team_lead")
    assert owner(turned(room)) == ("team_lead", "nominated")


def test_a_nominee_who_is_not_in_the_room_is_absent() -> None:
    room = open_round()
    missing = room.desk(cm.AddAbsent(role="partner", name="Ida")).first(ev.SeatTaken).seat
    name(room, "staff_rep", seat=missing)
    name(room, "citizen_rep", QUICK[0], role="partner")
    name(room, "budget_holder", CHEAP[0], role="process_owner")
    room.desk(cm.RemoveSeat(seat=room.seat("process_owner").id)).then()
    turned(room)
    assert owner(room) == ("partner", "absent")
    assert (owner(room, QUICK[0]), held(room, QUICK[0]).seat) == (("partner", "absent"), missing)
    assert (owner(room, CHEAP[0]), held(room, CHEAP[0]).seat) == (("process_owner", "absent"), None)


def test_a_claim_of_somebody_who_left_or_changed_role_does_not_count() -> None:
    room = open_round("team_lead")
    for seat in ("team_lead", "unit_manager", "process_owner"):
        claim(room, seat)
    room.desk(cm.RemoveSeat(seat=room.seat("team_lead").id)).then()
    room.desk(cm.SetRole(seat=room.seat("unit_manager").id, role="project_manager")).then()
    assert owner(turned(room)) == ("process_owner", "nominated")


def test_nobody_owns_what_only_the_project_took() -> None:
    room = open_round()
    name(room, "staff_rep", seat=room.seat("unit_manager").id)
    room.desk(cm.SetRole(seat=room.seat("unit_manager").id, role="project_manager")).then()
    assert room.node(CALM_NODE).id not in turned(room).state.map.assignments


def test_an_owner_who_said_yes_keeps_it_when_the_round_is_played_again() -> None:
    room = open_round()
    claim(room, "team_lead")
    turned(room).when("team_lead", cm.Accept(node=room.node(CALM_NODE).id, by=DAY)).then()
    room.advance_to("r5.briefing")
    room.desk(cm.PreviousRound()).then()
    room.advance_to("r4.open")
    taken = cm.Claim(node=room.node(CALM_NODE).id)
    room.when("unit_manager", taken).refused("owner.taken")


def test_an_owner_who_comes_back_by_undo_is_not_replaced_at_the_reveal() -> None:
    room = open_round()
    claim(room, "team_lead")
    turned(room).when("team_lead", cm.Accept(node=room.node(CALM_NODE).id, by=DAY)).then()
    room.advance_to("r5.briefing")
    room.desk(cm.PreviousRound()).then()
    room.advance_to("r4.open")
    room.desk(cm.RemoveSeat(seat=held(room).seat or "")).then()
    claim(room, "unit_manager")
    room.desk(cm.Undo()).then(ev.Undone)
    assert owner(turned(room)) == ("team_lead", "accepted")
