"""R4 Ejerskab: who takes what, in secret and then aloud (GR6, BR8)."""

from __future__ import annotations

import pytest

from game import commands as cm
from game import events as ev
from game.model import Assignment
from tests.game.dsl import ROOM, Room
from tests.game.reached import AVOIDED, CALM, CHEAP, QUICK, reached, small

DAY = "2027-12-01"
CALM_NODE = "Mere ro"


def open_round(*roles: str) -> Room:
    return small(CALM, QUICK, CHEAP, at="r4.open", players=(*ROOM, *roles))


def turned(room: Room) -> Room:
    room.desk(cm.Reveal()).then(ev.RoundRevealed)
    return room


def claim(room: Room, seat: str, node: str = CALM_NODE) -> None:
    room.when(seat, cm.Claim(node=room.node(node).id)).then()


def name(room: Room, by: str, node: str = CALM_NODE, **given: str) -> None:
    room.when(by, cm.Nominate(node=room.node(node).id, **given)).then()


def held(room: Room, node: str = CALM_NODE) -> Assignment:
    return room.state.map.assignments[room.node(node).id]


def owner(room: Room, node: str = CALM_NODE) -> tuple[str, str]:
    made = held(room, node)
    return made.role, made.state


def told(room: Room) -> list[str | None]:
    return [entry.node for entry in room.state.log if entry.rule == "BR8"]


# --- in secret -----------------------------------------------------------------------------------


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


# --- BR8 -----------------------------------------------------------------------------------------


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


# --- aloud ---------------------------------------------------------------------------------------


def test_an_orphan_is_claimed_or_named_aloud() -> None:
    room = turned(open_round())
    claim(room, "team_lead")
    name(room, "citizen_rep", QUICK[0], role="unit_manager")
    assert (owner(room), owner(room, QUICK[0])) == (
        ("team_lead", "nominated"),
        ("unit_manager", "nominated"),
    )


def test_who_is_nominated_must_answer_before_another_is() -> None:
    room = turned(open_round())
    name(room, "citizen_rep", role="unit_manager")
    node = room.node(CALM_NODE).id
    room.when("staff_rep", cm.Nominate(node=node, role="team_lead")).refused("owner.taken")
    room.when("unit_manager", cm.Decline(node=node)).then(ev.AssignmentSet)
    room.when("staff_rep", cm.Nominate(node=node, role="team_lead")).then(ev.AssignmentSet)


def test_a_claim_aloud_replaces_a_nomination_and_ranks_among_claims() -> None:
    room = turned(open_round())
    name(room, "citizen_rep", role="team_lead")
    claim(room, "head_of_operations")
    assert (held(room).role, held(room).responsible) == ("head_of_operations", ())
    claim(room, "unit_manager")
    assert held(room).role == "unit_manager"
    assert held(room).responsible == (room.seat("head_of_operations").id,)
    claim(room, "head_of_operations")
    assert held(room).role == "unit_manager"


def test_when_the_first_claimant_says_no_those_who_help_are_still_known() -> None:
    room = open_round()
    for seat in ("team_lead", "unit_manager"):
        claim(room, seat)
    turned(room).when("team_lead", cm.Decline(node=room.node(CALM_NODE).id)).then()
    claim(room, "process_owner")
    helped = {held(room).seat, *held(room).responsible}
    assert helped == {room.seat("unit_manager").id, room.seat("process_owner").id}


# --- what the facilitator settles ----------------------------------------------------------------


def test_a_tie_is_settled_by_naming_who_must_accept() -> None:
    room = open_round()
    for seat in ("unit_manager", "process_owner"):
        claim(room, seat)
    turned(room)
    node, loser = room.node(CALM_NODE).id, held(room).responsible[0]
    winner = held(room).seat
    room.desk(cm.ResolveContest(node=node, seat=loser)).then(ev.AssignmentSet)
    assert (held(room).seat, held(room).responsible, held(room).state) == (
        loser,
        (winner,),
        "nominated",
    )


def test_an_orphan_may_be_put_to_somebody_and_an_owner_not_replaced() -> None:
    room = turned(open_round())
    node, seat = room.node(CALM_NODE).id, room.seat("team_lead").id
    room.desk(cm.ResolveContest(node=node, seat=room.seat("staff_rep").id)).refused(
        "owner.not_eligible"
    )
    room.desk(cm.ResolveContest(node=node, seat=seat)).then(ev.AssignmentSet)
    room.when("team_lead", cm.Accept(node=node, by=DAY)).then()
    other = cm.ResolveContest(node=node, seat=room.seat("unit_manager").id)
    room.desk(other).refused("owner.taken")


def test_a_contested_benefit_gets_somebody_who_settles_it_by_a_date() -> None:
    room = reached("r2.open")
    play = cm.PlayCard(card="blank", text="Mere ro", perspective="employees")
    room.when("team_lead", play).then()
    room.desk(cm.Reveal()).then()
    while room.moment != "r2.vote":
        room.desk(cm.OpenVote()).then()
    node = room.node("Mere ro").id
    for number, seat in enumerate(list(room.state.seats)):
        room.when(seat, cm.Vote(node=node, belief=5 if number % 2 else 0, importance=3)).then()
    room.desk(cm.Resolve()).then()
    seat = room.seat("staff_rep").id
    room.desk(cm.ResolveContest(node=node, seat=seat)).refused("date.missing")
    room.desk(cm.ResolveContest(node=node, seat=seat, by=DAY)).then(ev.NodeSet)
    assert (room.node("Mere ro").settler, room.node("Mere ro").settle_by) == (seat, DAY)


# --- the questions -------------------------------------------------------------------------------


def test_a_role_that_may_own_is_asked_to_take_one_and_the_others_to_name_one() -> None:
    room = open_round()
    (take,) = room.asks("team_lead")
    (give,) = room.asks("staff_rep")
    assert (take.do, take.needs, len(take.options["node"])) == ("claim", ("node",), 2)
    assert (give.do, give.needs) == ("nominate", ("seat",))
    may = {"head_of_operations", "unit_manager", "team_lead", "process_owner"}
    assert {room.state.seats[seat].role for seat, _ in give.options["seat"]} <= may


def test_one_claim_or_nomination_is_enough() -> None:
    room = open_round()
    claim(room, "team_lead")
    name(room, "staff_rep", role="unit_manager")
    assert room.asks("team_lead") == room.asks("staff_rep") == ()


def test_with_names_hidden_a_nominee_is_a_role() -> None:
    room = open_round()
    room.desk(cm.HideNames(on=True)).then()
    (ask,) = room.asks("staff_rep")
    assert all(text.id.startswith("role.") for _, text in ask.options["seat"])  # type: ignore[union-attr]  # Say


def test_where_nobody_may_own_it_a_role_is_named() -> None:
    room = small(AVOIDED, at="r4.open", players=("staff_rep", "citizen_rep", "team_lead"))
    (ask,) = room.asks("staff_rep")
    assert (ask.needs, ask.options["role"][0][0]) == (("role",), "head_of_operations")


def test_with_an_owner_for_everything_nobody_is_asked_to_take_more() -> None:
    room = small(CALM, at="r4.open", players=ROOM[:3])
    claim(room, "team_lead")
    turned(room).when("team_lead", cm.Accept(node=room.node(CALM_NODE).id, by=DAY)).then()
    assert not any(ask.do == "claim" for seat in room.state.seats for ask in room.asks(seat))
    room.advance_to("r5.briefing")
    room.desk(cm.PreviousRound()).then()
    room.desk(cm.OpenRound()).then(ev.RoundRevealed)


def test_an_orphan_is_on_offer_to_who_may_own_it() -> None:
    room = turned(open_round())
    offers = {seat: [a.optional for a in room.asks(seat) if a.do == "claim"] for seat in ROOM}
    assert offers["team_lead"] == [True]
    assert offers["staff_rep"] == []
