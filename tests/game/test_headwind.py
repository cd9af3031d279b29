"""R6 Modvind while it is open, and what stands on the map when it is turned (GR5, GR8)."""

from __future__ import annotations

from typing import Any

from game import commands as cm
from game import events as ev
from game.model import Assignment, Note
from tests.game.dsl import ROOM, Room
from tests.game.reached import CALM, QUICK, counted, edges, now, small

DAY = "2027-12-01"
CALM_NODE = "Mere ro"
LOSS = "Ældre uden MitID"


def open_round(**given: Any) -> Room:
    return small(CALM, QUICK, at="r6.open", **given)


def turned(room: Room) -> Room:
    room.desk(cm.Reveal()).then(ev.RoundRevealed)
    return room


def lose(room: Room, seat: str, text: str = LOSS, **given: str) -> None:
    command = cm.NameDisbenefit(**{"text": text, "perspective": "citizens", **given})
    room.when(seat, command).then(ev.PlayMade)


def led(change: str = "Ny vagtplan", owner: str = "team_lead") -> Room:
    """R6 is open; the owner has taken calm and leads the change before it."""
    room = small(CALM, at="r3.open")
    node = room.node(CALM_NODE).id
    room.when(owner, cm.ProposeChange(node=node, text=change)).then()
    room.desk(cm.Reveal()).then()
    room.advance_to("r4.open")
    room.when(owner, cm.Claim(node=room.node(change).id)).then()
    if room.moment == "r4.open":
        room.desk(cm.Reveal()).then()
    room.when(owner, cm.Accept(node=room.node(change).id, by=DAY)).then()
    return room.advance_to("r6.open")


def held(room: Room, node: str = LOSS) -> Assignment | None:
    return room.state.map.assignments.get(room.node(node).id)


def notes(room: Room) -> list[Note]:
    return list(room.state.map.notes.values())


# --- premortem -----------------------------------------------------------------------------------


def test_the_half_hour_has_its_premortem_as_a_card_alone() -> None:
    room = small(CALM, at="r6.open", variant="short30")
    premortem = cm.Premortem(node=room.node(CALM[0]).id, text="Ingen fik det at vide")
    room.when("s_01", premortem).refused("round.step")


def test_each_phone_is_asked_why_one_benefit_never_came_and_all_benefits_are_asked_about() -> None:
    room = open_round()
    asked = {k: v for k, v in now(room.state).asked.items() if k.startswith("premortem:")}
    assert {len(seats) for seats in asked.values()} == {4}
    assert sorted(seat for seats in asked.values() for seat in seats) == sorted(room.state.seats)


def test_an_answered_premortem_is_gone_and_is_said_once() -> None:
    room = open_round()
    (question,) = (one for one in room.ask_ids("team_lead") if one.startswith("premortem"))
    command = cm.Premortem(node=question.partition(":")[2], text="Ingen brugte den")
    room.when("team_lead", command).then(ev.PlayMade)
    assert question not in room.ask_ids("team_lead")
    room.when("team_lead", command).refused("card.played")
    long = cm.Premortem(node=command.node, text="x" * 141)
    room.when("team_lead", long).refused("text.too_long", limit=140)


def test_a_benefit_parked_meanwhile_is_not_asked_about() -> None:
    room = open_round()
    (question,) = (one for one in room.ask_ids("team_lead") if one.startswith("premortem"))
    room.desk(cm.Park(node=question.partition(":")[2])).then()
    assert question not in room.ask_ids("team_lead")


def test_premortem_texts_that_say_the_same_are_one_note_on_their_benefit() -> None:
    room = open_round()
    calm, quick = room.node(CALM_NODE).id, room.node(QUICK[0]).id
    for seat, node, text in (
        ("team_lead", calm, "Ingen brugte den"),
        ("staff_rep", calm, "ingen brugte den!"),
        ("citizen_rep", calm, "Gammel løsning er slukket"),
        ("budget_holder", quick, "Ingen brugte den"),
    ):
        room.when(seat, cm.Premortem(node=node, text=text)).then()
    found = {(one.node, one.support): one.text for one in notes(turned(room))}
    assert set(found) == {(calm, 1), (calm, 2), (quick, 1)}
    assert found[calm, 1] == "Gammel løsning er slukket"


def test_the_half_hour_has_no_premortem_and_waits_for_who_loses() -> None:
    room = open_round(variant="short30")
    assert now(room.state).asked == {}
    assert "name_disbenefit" in room.ask_ids("team_lead")
    room.when("team_lead", cm.Done()).then()
    assert now(room.state).step == "open"


# --- who loses -----------------------------------------------------------------------------------


def test_a_disbenefit_is_named_in_silence_once_and_then_stands_on_the_map() -> None:
    room = open_round()
    (ask,) = (one for one in room.asks("citizen_rep") if one.do == "name_disbenefit")
    assert ask.needs == ("text", "perspective")
    lose(room, "citizen_rep")
    assert room.nodes("disbenefit") == []
    assert "name_disbenefit" not in room.ask_ids("citizen_rep")
    command = cm.NameDisbenefit(text=LOSS, perspective="citizens")
    room.when("citizen_rep", command).refused("card.played")
    (node,) = turned(room).nodes("disbenefit")
    assert (node.label, node.title, node.state, node.perspective) == (
        "D1",
        LOSS,
        "accepted",
        "citizens",
    )


def test_a_disbenefit_has_a_perspective_and_comes_of_a_change_or_a_deliverable() -> None:
    room = open_round()
    unknown = cm.NameDisbenefit(text=LOSS, perspective="weather")
    room.when("citizen_rep", unknown).refused("perspective.unknown")
    wrong = cm.NameDisbenefit(text=LOSS, perspective="citizens", node="n1")
    room.when("citizen_rep", wrong).refused("node.wrong_type")
    lose(room, "citizen_rep", node="n3")
    turned(room)
    assert list(edges(room, "enabler", "disbenefit")) == [("n3", room.node(LOSS).id)]
    assert held(room) is None


def test_the_changes_on_the_map_are_offered_as_what_is_behind_it() -> None:
    room = led()
    (ask,) = (one for one in room.asks("citizen_rep") if one.do == "name_disbenefit")
    assert ask.options["node"] == ((room.node("Ny vagtplan").id, "Ny vagtplan"),)


def test_without_changes_nothing_is_offered_as_being_behind_it() -> None:
    room = small(CALM, at="r3.open")
    room.desk(cm.Reveal()).then()
    room.advance_to("r6.open")
    assert counted(room, "change") == []
    (ask,) = (one for one in room.asks("citizen_rep") if one.do == "name_disbenefit")
    assert set(ask.options) == {"perspective"}


def test_a_disbenefit_goes_at_once_to_who_leads_the_change_behind_it() -> None:
    room = led()
    change = room.node("Ny vagtplan").id
    lose(room, "citizen_rep", node=change)
    lose(room, "staff_rep", node=change)
    turned(room)
    made = held(room)
    assert made is not None
    assert (made.role, made.state) == ("team_lead", "nominated")
    assert room.node(LOSS).support == 2
    (ask,) = (one for one in room.asks("team_lead") if one.id == f"accept:{made.node}")
    assert ask.text.id == "ask.disbenefit_owner"


def test_a_role_that_may_not_own_a_disbenefit_is_not_asked() -> None:
    players = (*ROOM[:4], "citizen_rep", "system_owner")
    room = small(CALM, at="r3.open", players=players)
    room.when("system_owner", cm.ProposeChange(node=room.node(CALM_NODE).id, text="Ny gang")).then()
    room.desk(cm.Reveal()).then()
    room.advance_to("r4.open")
    change = room.node("Ny gang").id
    room.when("system_owner", cm.Claim(node=change)).then()
    room.desk(cm.Reveal()).then()
    room.when("system_owner", cm.Accept(node=change, by=DAY)).then()
    room.advance_to("r6.open")
    lose(room, "citizen_rep", node=change)
    assert held(turned(room)) is None


def test_a_change_retyped_meanwhile_is_not_behind_it() -> None:
    room = led()
    change = room.node("Ny vagtplan").id
    lose(room, "citizen_rep", node=change)
    room.desk(cm.Retype(node=change, type="benefit")).then()
    turned(room)
    assert room.node(LOSS).counts
    assert edges(room, "benefit", "disbenefit") == {}


def test_six_disbenefits_stay_by_support() -> None:
    room = open_round()
    seats = list(room.state.seats)
    for number, seat in enumerate(seats[:7]):
        lose(room, seat, text=f"Taber nummer {'abcdefg'[number]}")
    lose(room, seats[7], text="Taber nummer g")
    turned(room)
    parked = [node for node in room.nodes("disbenefit") if not node.counts]
    assert len(counted(room, "disbenefit")) == 6
    assert [node.parked_by for node in parked] == ["rule"]
    assert room.node("Taber nummer g").counts


# --- what its owner is asked ---------------------------------------------------------------------


def owned(**given: Any) -> tuple[Room, str]:
    room = small(CALM, at="r6.open", **given)
    lose(room, "citizen_rep")
    turned(room)
    loss = room.node(LOSS).id
    room.when("team_lead", cm.Claim(node=loss)).then()
    room.when("team_lead", cm.Accept(node=loss, by=DAY)).then()
    return room, loss


def test_the_owner_is_asked_whether_we_can_live_with_it() -> None:
    room, loss = owned()
    question = f"accept_disbenefit:{loss}"
    assert question in room.ask_ids("team_lead")
    assert question not in room.ask_ids("unit_manager")
    assert f"propose_change:{loss}" not in room.ask_ids("team_lead")
    room.when("team_lead", cm.AcceptDisbenefit(node=loss)).then(ev.NodeSet)
    assert question not in room.ask_ids("team_lead")


def test_a_disbenefit_with_an_owner_is_not_told_to_find_one() -> None:
    def told(room: Room) -> dict[str, Any]:
        room.desk(cm.Resolve()).then(ev.RoundResolved)
        (found,) = (one for one in room.see("board")["meters"]["findings"] if one["rule"] == "V11")
        return {name: found[name].id for name in ("text", "why", "next")}

    room, _ = owned()
    assert told(room) == {
        "text": "finding.V11.owned",
        "why": "finding.V11.owned.why",
        "next": "finding.V11.owned.next",
    }
    room = small(CALM, at="r6.open")
    lose(room, "citizen_rep")
    assert told(turned(room))["next"] == "finding.V11.next"


def test_what_is_mitigated_or_parked_need_not_be_lived_with() -> None:
    room, loss = owned()
    room.when("citizen_rep", cm.ProposeChange(node=loss, text="Telefonvagt")).then()
    assert f"accept_disbenefit:{loss}" not in room.ask_ids("team_lead")
    room, loss = owned()
    room.desk(cm.Park(node=loss)).then()
    assert f"accept_disbenefit:{loss}" not in room.ask_ids("team_lead")


def test_the_long_game_asks_the_owner_what_would_soften_it() -> None:
    room, loss = owned(variant="extended90")
    (ask,) = (one for one in room.asks("team_lead") if one.id == f"propose_change:{loss}")
    assert (ask.optional, ask.text.id) == (True, "ask.propose_change_disbenefit")
