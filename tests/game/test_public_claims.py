"""R4 aloud: claims, nominations, ties, and the questions (GR6, BR8)."""

from __future__ import annotations

from dataclasses import replace

from game import commands as cm
from game import events as ev
from tests.game.claiming import claim, held, name, open_round, owner, turned
from tests.game.dsl import ROOM, Room, game
from tests.game.reached import AVOIDED, CALM, QUICK, reached, small

DAY = "2027-12-01"
CALM_NODE = "Mere ro"


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


# --- what the facilitator settles -----------------------------------------------------------------


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


def contested_tie() -> tuple[Room, str, str, str]:
    """Two claim a node that the room is split about; who is asked, and who was not."""
    room = game((*ROOM, "process_owner")).advance_to("r2.open")
    for seat in ("s_01", "s_05"):
        played = cm.PlayCard(card="blank", text=CALM_NODE, perspective="employees")
        room.when(seat, played).then()
    for step in (cm.Reveal(), cm.OpenVote()):
        room.desk(step).then()
    node = room.node(CALM_NODE).id
    for n, seat in enumerate(room.state.seats):
        room.when(seat, cm.Vote(node=node, belief=0 if n % 2 else 5, importance=5)).then()
    room.advance_to("r4.open")
    assert room.node(node).state == "contested"
    for seat in ("unit_manager", "process_owner"):
        claim(room, seat)
    turned(room)
    first, (other,) = held(room).seat, held(room).responsible
    assert first
    return room, node, first, other


def test_a_tie_over_a_contested_node_is_settled_too() -> None:
    room, node, first, other = contested_tie()
    room.desk(cm.ResolveContest(node=node, seat=first, by=DAY)).then(ev.NodeSet)
    assert held(room).seat == first
    room.desk(cm.ResolveContest(node=node, seat=other, by=DAY)).then(ev.NodeSet, ev.AssignmentSet)
    assert (held(room).seat, held(room).responsible) == (other, (first,))
    assert room.node(node).settler == other


def test_whoever_is_left_is_asked_when_the_first_has_said_no() -> None:
    room, node, first, other = contested_tie()
    room.when(first, cm.Decline(node=node)).then()
    room.desk(cm.ResolveContest(node=node, seat=other, by=DAY)).then(ev.AssignmentSet)
    assert (held(room).seat, held(room).state) == (other, "nominated")


def test_who_may_own_it_no_more_may_still_settle_it() -> None:
    room, node, first, other = contested_tie()
    room.desk(cm.SetRole(seat=other, role="supplier")).then()
    room.desk(cm.ResolveContest(node=node, seat=other, by=DAY)).then(ev.NodeSet)
    assert (room.node(node).settler, held(room).seat) == (other, first)


def test_an_orphan_put_to_somebody_missing_has_an_absent_owner() -> None:
    room = turned(open_round())
    missing = room.desk(cm.AddAbsent(role="partner")).first(ev.SeatTaken).seat
    room.desk(cm.ResolveContest(node=room.node(CALM_NODE).id, seat=missing)).then()
    assert owner(room) == ("partner", "absent")


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


# --- the questions --------------------------------------------------------------------------------


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


def test_nobody_is_asked_to_own_what_the_room_has_not_judged_yet() -> None:
    room = game().advance_to("r2.open")
    played = cm.PlayCard(card="blank", text=CALM_NODE, perspective="employees")
    room.when("s_01", played).then()
    room.desk(cm.Reveal()).then()
    command = cm.ResolveContest(node=room.node(CALM_NODE).id, seat=room.seat("team_lead").id)
    room.desk(command).refused("round.step")
    room.desk(replace(command, by="x")).refused("date.format")
