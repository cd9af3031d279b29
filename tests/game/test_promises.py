"""What owners and budget holders say: yes by a date, no, I sign (GR6, V11, X16)."""

from __future__ import annotations

import pytest

from game import commands as cm
from game import events as ev
from game import evolve
from game.model import Assignment
from tests.game.dsl import ROOM, Room, game
from tests.game.reached import AVOIDED, CALM, CHEAP, QUICK, SPARED, edges, small

DAY = "2027-12-01"
CALM_NODE, CHEAP_NODE = "Mere ro", "Lavere lønudgift"


def nominated(*players: str, **given: str) -> Room:
    """The team lead is asked for calm, the unit manager for the payroll."""
    room = small(CALM, CHEAP, at="r4.open", players=players or ROOM, **given)
    room.when("team_lead", cm.Claim(node=room.node(CALM_NODE).id)).then()
    room.when("unit_manager", cm.Claim(node=room.node(CHEAP_NODE).id)).then()
    if room.moment == "r4.open":
        room.desk(cm.Reveal()).then()
    return room


def held(room: Room, node: str = CALM_NODE) -> Assignment:
    return room.state.map.assignments[room.node(node).id]


def accept(room: Room, seat: str, node: str = CALM_NODE) -> None:
    room.when(seat, cm.Accept(node=room.node(node).id, by=DAY)).then(ev.AssignmentSet)


def with_proxy() -> tuple[Room, str]:
    """A room where a team lead without a phone claims calm by the facilitator's hand."""
    room = small(CALM, CHEAP, at="r4.open", players=ROOM[1:2] + ROOM[3:])
    seat = room.desk(cm.AddProxy(role="team_lead", name="Ida")).first(ev.SeatTaken).seat
    command = cm.Claim(node=room.node(CALM_NODE).id)
    room.desk(cm.PlayFor(seat=seat, command=command)).then(ev.PlayMade)
    room.desk(cm.Reveal()).then()
    return room, seat


# --- yes and no ----------------------------------------------------------------------------------


def test_a_yes_has_a_date() -> None:
    room = nominated()
    node = room.node(CALM_NODE).id
    room.when("team_lead", cm.Accept(node=node, by="snart")).refused("date.format")
    accept(room, "team_lead")
    assert (held(room).state, held(room).by) == ("accepted", DAY)
    assert f"accept:{node}" not in room.ask_ids("team_lead")


def test_only_the_nominee_may_say_yes_or_no() -> None:
    room = nominated()
    node = room.node(CALM_NODE).id
    room.when("unit_manager", cm.Accept(node=node, by=DAY)).refused("owner.not_asked")
    room.when("unit_manager", cm.Decline(node=node)).refused("owner.not_asked")
    orphan = cm.Accept(node="n3", by=DAY)
    room.when("unit_manager", orphan).refused("node.wrong_type")


def test_a_yes_is_said_once_and_may_be_taken_back() -> None:
    room = nominated()
    accept(room, "team_lead")
    node = room.node(CALM_NODE).id
    room.when("team_lead", cm.Accept(node=node, by=DAY)).refused("owner.not_asked")
    room.when("team_lead", cm.Decline(node=node)).then(ev.AssignmentSet)
    assert (held(room).state, held(room).by) == ("declined", None)
    room.when("team_lead", cm.Decline(node=node)).refused("owner.not_asked")


def test_who_lost_the_right_meanwhile_is_not_asked_and_cannot_say_yes() -> None:
    room = nominated()
    node, seat = room.node(CALM_NODE).id, room.seat("team_lead").id
    room.desk(cm.SetRole(seat=seat, role="project_manager")).then(ev.PartsCleared)
    assert f"accept:{node}" not in room.ask_ids(seat)
    room.when(seat, cm.Accept(node=node, by=DAY)).refused("owner.not_asked")


def test_a_missing_owner_who_comes_says_yes_from_the_phone() -> None:
    room = small(CALM, CHEAP, at="r4.open")
    missing = room.desk(cm.AddAbsent(role="partner", name="Ida")).first(ev.SeatTaken).seat
    node = room.node(CALM_NODE).id
    room.when("staff_rep", cm.Nominate(node=node, seat=missing)).then()
    room.desk(cm.Reveal()).then()
    assert held(room).state == "absent"
    room.desk(cm.MergeSeats(seats=("s_04", missing))).then(ev.AssignmentSet)
    assert held(room).state == "nominated"
    assert f"accept:{node}" in room.ask_ids("s_04")


def test_what_was_not_answered_stays_on_the_phone_and_holds_nobody_back() -> None:
    room = nominated()
    node = room.node(CALM_NODE).id
    room.desk(cm.Resolve()).then()
    assert room.ask_ids("team_lead") == []
    for command in (cm.NextRound(), cm.OpenRound()):
        room.desk(command).then()
    (ask,) = (one for one in room.asks("team_lead") if one.id == f"accept:{node}")
    assert ask.optional
    accept(room, "team_lead")


def test_a_yes_by_proxy_stays_a_nomination_until_the_person_says_it() -> None:
    room, seat = with_proxy()
    node = room.node(CALM_NODE).id
    command = cm.Accept(node=node, by=DAY)
    room.desk(cm.PlayFor(seat=seat, command=command)).then(ev.AssignmentSet)
    made = held(room)
    assert (made.state, made.proxy, made.by) == ("nominated", True, DAY)
    assert f"accept:{node}" not in room.ask_ids(seat)


# --- do you also lead the change? -----------------------------------------------------------------


def with_change() -> Room:
    """A change of nobody's leads to calm; the team lead is asked for calm."""
    room = small(CALM, CHEAP, at="r3.open")
    node = room.node(CALM_NODE).id
    room.when("team_lead", cm.ProposeChange(node=node, text="Ny vagtplan")).then()
    room.desk(cm.Reveal()).then()
    room.advance_to("r4.open")
    room.when("team_lead", cm.Claim(node=node)).then()
    room.desk(cm.Reveal()).then()
    return room


def test_who_takes_a_benefit_is_asked_at_once_to_lead_the_change() -> None:
    room = with_change()
    change = room.node("Ny vagtplan").id
    assert f"lead_change:{change}" not in room.ask_ids("team_lead")
    accept(room, "team_lead")
    assert f"lead_change:{change}" in room.ask_ids("team_lead")
    accept(room, "team_lead", "Ny vagtplan")
    made = held(room, "Ny vagtplan")
    assert (made.role, made.state, made.by) == ("team_lead", "accepted", DAY)
    assert f"lead_change:{change}" not in room.ask_ids("team_lead")


def test_a_no_to_leading_the_change_leaves_it_to_somebody_else() -> None:
    room = with_change()
    change = room.node("Ny vagtplan").id
    accept(room, "team_lead")
    room.when("team_lead", cm.Decline(node=change)).then(ev.AnswerGiven)
    assert f"lead_change:{change}" not in room.ask_ids("team_lead")
    room.when("unit_manager", cm.Claim(node=change)).then(ev.AssignmentSet)


def test_the_change_is_not_put_to_a_role_that_may_not_own_one() -> None:
    room = with_change()
    accept(room, "team_lead")
    room.desk(cm.SetRole(seat=room.seat("team_lead").id, role="staff_rep")).then()
    change = room.node("Ny vagtplan").id
    assert not any(change in ask for seat in room.state.seats for ask in room.ask_ids(seat))


@pytest.mark.parametrize("move", ["park", "reject"])
def test_a_change_off_the_table_is_put_to_nobody(move: str) -> None:
    room = with_change()
    accept(room, "team_lead")
    change = room.node("Ny vagtplan").id
    away = cm.Park(node=change) if move == "park" else cm.Reject(node=change, text="Nej")
    room.desk(away).then()
    assert f"lead_change:{change}" not in room.ask_ids("team_lead")


# --- the half hour -------------------------------------------------------------------------------


def test_in_the_half_hour_who_takes_a_benefit_says_at_once_what_must_change() -> None:
    room = nominated(variant="short30")
    node = room.node(CALM_NODE).id
    question = f"propose_change:{node}"
    assert question not in room.ask_ids("team_lead")
    accept(room, "team_lead")
    assert question in room.ask_ids("team_lead")
    made = room.when("team_lead", cm.ProposeChange(node=node, text="Ny vagtplan"))
    made.then(ev.NodeMade, ev.EdgeLinked)
    (edge,) = edges(room, "change", "benefit").values()
    assert edge.state == "solid"
    assert question not in room.ask_ids("team_lead")


def test_in_the_half_hour_benefits_are_led_to_a_goal_when_owners_are_found() -> None:
    room = small(QUICK, at="r4.open", variant="short30")
    node = room.node(QUICK[0]).id
    room.state = evolve(room.state, ev.EdgeDropped(edge=f"{node}>n1"))
    room.advance_to("r4.resolved")
    assert edges(room, "benefit", "goal")[node, "n1"].state == "dashed"


# --- the budget holder ---------------------------------------------------------------------------


def test_the_budget_holder_signs_what_makes_the_budget_smaller() -> None:
    room = nominated()
    node = room.node(CHEAP_NODE).id
    assert f"co_sign:{node}" not in room.ask_ids("budget_holder")
    accept(room, "unit_manager", CHEAP_NODE)
    assert f"co_sign:{node}" in room.ask_ids("budget_holder")
    assert not any("co_sign" in ask for ask in room.ask_ids("citizen_rep"))
    room.when("budget_holder", cm.CoSign(node=node)).then(ev.AssignmentSet)
    made = held(room, CHEAP_NODE)
    assert (made.co_signed, made.co_signer) == (True, room.seat("budget_holder").person)
    assert f"co_sign:{node}" not in room.ask_ids("budget_holder")


def test_only_cash_is_signed_for_and_only_by_who_holds_the_budget() -> None:
    room = nominated()
    calm, cheap = room.node(CALM_NODE).id, room.node(CHEAP_NODE).id
    room.when("budget_holder", cm.CoSign(node=calm)).refused("co_sign.not_cash")
    room.when("citizen_rep", cm.CoSign(node=cheap)).refused("co_sign.not_budget_holder")


def test_there_is_nothing_to_sign_before_somebody_is_named() -> None:
    room = small(CALM, CHEAP, at="r4.open")
    room.desk(cm.Reveal()).then()
    cheap = room.node(CHEAP_NODE).id
    room.when("budget_holder", cm.CoSign(node=cheap)).refused("owner.missing")


def test_a_signature_by_proxy_is_none_and_is_asked_for_once() -> None:
    room = nominated(*ROOM[:5], *ROOM[6:])
    accept(room, "unit_manager", CHEAP_NODE)
    seat = room.desk(cm.AddProxy(role="budget_holder", name="Ida")).first(ev.SeatTaken).seat
    node = room.node(CHEAP_NODE).id
    assert f"co_sign:{node}" in room.ask_ids(seat)
    room.desk(cm.PlayFor(seat=seat, command=cm.CoSign(node=node))).then(ev.AssignmentSet)
    assert not held(room, CHEAP_NODE).co_signed
    assert f"co_sign:{node}" not in room.ask_ids(seat)


# --- living with a dis-benefit -------------------------------------------------------------------


def test_the_recap_of_r4_counts_every_benefit_once() -> None:
    room = small(CALM, CHEAP, SPARED, AVOIDED, at="r4.open")
    yes, waits, no, nobody = (room.node(name[0]).id for name in (CALM, SPARED, CHEAP, AVOIDED))
    for node in (yes, waits, no):
        room.when("head_of_operations", cm.Claim(node=node)).then(ev.PlayMade)
    room.desk(cm.Reveal()).then()
    room.when("head_of_operations", cm.Accept(node=yes, by="2027-12-01")).then()
    room.when("head_of_operations", cm.Decline(node=no)).then()
    room.desk(cm.Resolve()).then(ev.RoundResolved)
    states = {node: made.state for node, made in room.state.map.assignments.items()}
    assert (states[yes], states[waits], states[no]) == ("accepted", "nominated", "declined")
    assert nobody not in states
    said = {one.id: dict(one.params)["n"] for one in room.see("board")["recap"]}
    assert said == {"recap.r4.owned": 1, "recap.r4.waiting": 1, "recap.r4.orphans": 2}


def test_a_disbenefit_is_lived_with_by_its_owner_or_a_director() -> None:
    room = small(CALM, at="r6.open", players=(*ROOM, "director"))
    for text in ("Ældre taber", "Vagter brydes"):
        command = cm.NameDisbenefit(text=text, perspective="citizens")
        room.when("citizen_rep", command).then()
    room.desk(cm.Reveal()).then()
    first, second = (node.id for node in room.nodes("disbenefit")[:2])
    room.when("team_lead", cm.Claim(node=first)).then()
    room.when("team_lead", cm.AcceptDisbenefit(node=first)).refused("disbenefit.not_yours")
    room.when("team_lead", cm.Accept(node=first, by=DAY)).then()
    room.when("team_lead", cm.AcceptDisbenefit(node=first)).then(ev.NodeSet)
    room.when("director", cm.AcceptDisbenefit(node=second)).then(ev.NodeSet)
    assert all(node.accepted_as_is for node in room.nodes("disbenefit")[:2])


def test_the_recap_of_r2_counts_cards_and_no_seconds() -> None:
    room = game().advance_to("r2.open")
    played = cm.PlayCard(card="blank", text=CALM_NODE, perspective="employees")
    room.when("s_01", played).then()
    room.desk(cm.Reveal()).then()
    for seat in ("s_02", "s_03", "s_04"):
        room.when(seat, cm.Second(node=room.node(CALM_NODE).id)).then()
    room.advance_to("r2.resolved")
    said = {one.id: dict(one.params) for one in room.see("board")["recap"]}
    assert said["recap.r2.played"]["plays"] == 1


def test_who_says_no_may_name_another_role_in_the_same_breath() -> None:
    room = nominated()
    node = room.node(CALM_NODE).id
    another = cm.Nominate(node=node, role="unit_manager")
    room.when("team_lead", another).refused("owner.taken")
    room.when("team_lead", cm.Decline(node=node)).then()
    room.when("team_lead", another).then(ev.AssignmentSet)
    assert (held(room).role, held(room).state) == ("unit_manager", "nominated")
