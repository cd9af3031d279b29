"""R3 Forandringer: who is asked what must change, and what stands on the map afterwards (GR5)."""

from __future__ import annotations

from collections import Counter

import pytest

from game import commands as cm
from game import events as ev
from game.model import EnablerText
from tests.game.dsl import ROOM, Room, game
from tests.game.reached import CALM, QUICK, counted, edges, now, reached, small


def asked(room: Room) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = now(room.state).asked
    return {question.partition(":")[2]: seats for question, seats in found.items()}


def propose(room: Room, seat: str, node: str, text: str, **given: str) -> None:
    command = cm.ProposeChange(node=room.node(node).id, text=text, **given)
    room.when(seat, command).then(ev.PlayMade)


def turned(room: Room) -> Room:
    room.desk(cm.Reveal()).then(ev.RoundRevealed)
    return room


# --- who is asked ------------------------------------------------------------------------------


def test_with_more_benefits_than_phones_each_benefit_goes_to_two() -> None:
    room = reached("r3.open")
    nodes = [node.id for node in counted(room, "benefit")]
    assert len(nodes) > len(ROOM)
    assert {len(set(asked(room)[node])) for node in nodes} == {2}


def test_with_fewer_benefits_each_goes_to_three_and_nobody_is_spared_or_swamped() -> None:
    room = small(CALM, QUICK, at="r3.open")
    seats = [seat for node in counted(room, "benefit") for seat in asked(room)[node.id]]
    assert len(seats) == 6
    assert max(Counter(seats).values()) == 1


def test_a_benefit_that_is_parked_is_asked_of_nobody() -> None:
    room = reached("r3.open")
    parked = [node.id for node in room.nodes("benefit") if not node.counts]
    assert parked
    assert not set(parked) & set(asked(room))


def test_each_deliverable_goes_to_its_share_of_the_phones_and_a_phone_gets_one() -> None:
    room = reached("r3.open")
    given = [asked(room)[node.id] for node in room.nodes("enabler")]
    assert [len(seats) for seats in given] == [4, 4]
    assert not set(given[0]) & set(given[1])


def test_at_a_small_table_a_phone_gets_up_to_two_deliverables() -> None:
    texts = [EnablerText(text=f"Leverance {number}") for number in range(6)]
    room = game(ROOM[:3], enablers=texts).advance_to("r3.open")
    load = Counter(seat for node in room.nodes("enabler") for seat in asked(room)[node.id])
    assert set(load.values()) == {2}


def test_each_deliverable_is_asked_of_somebody_however_many_there_are() -> None:
    texts = [EnablerText(text=f"Leverance {number}") for number in range(9)]
    room = game(ROOM[:6], enablers=texts).advance_to("r3.open")
    assert all(len(asked(room)[node.id]) == 1 for node in room.nodes("enabler"))


def test_a_map_without_deliverables_asks_about_its_benefits_alone() -> None:
    room = small(CALM, at="r3.open", enablers=())
    assert list(asked(room)) == [room.node("Mere ro").id]


def test_a_question_offers_the_change_cards_and_takes_words_of_ones_own() -> None:
    room = reached("r3.open")
    (ask, *_) = (one for one in room.asks("team_lead") if one.do == "propose_change")
    assert ask.needs == ("text",)
    assert [card for card, _ in ask.options["card"]] == [f"C{number}" for number in range(1, 9)]


def test_an_answered_question_is_gone_and_comes_back_with_the_play() -> None:
    room = small(CALM, at="r3.open")
    node = room.node("Mere ro").id
    seat = asked(room)[node][0]
    question = f"propose_change:{node}"
    propose(room, seat, "Mere ro", "Ny vagtplan")
    assert question not in room.ask_ids(seat)
    (play,) = room.see("player", seat)["plays"]
    room.when(seat, cm.WithdrawPlay(play=play["play"])).then()
    assert question in room.ask_ids(seat)


def test_a_node_parked_meanwhile_is_not_asked_about() -> None:
    room = small(CALM, at="r3.open")
    node = room.node("Mere ro").id
    seat = asked(room)[node][0]
    room.desk(cm.Park(node=node)).then()
    assert f"propose_change:{node}" not in room.ask_ids(seat)


# --- what may be proposed ------------------------------------------------------------------------


def test_a_change_is_a_card_or_words() -> None:
    room = small(CALM, at="r3.open")
    node = room.node("Mere ro").id
    room.when("team_lead", cm.ProposeChange(node=node, card="C4")).then(ev.PlayMade)
    room.when("staff_rep", cm.ProposeChange(node=node, card="C9")).refused("card.wrong_family")
    room.when("staff_rep", cm.ProposeChange(node=node, card="X")).refused("card.wrong_family")
    room.when("staff_rep", cm.ProposeChange(node=node)).refused("text.missing")
    room.when("staff_rep", cm.ProposeChange(node=node, text="x" * 81)).refused(
        "text.too_long", limit=80
    )


def test_the_same_change_is_proposed_once_by_a_seat() -> None:
    room = small(CALM, at="r3.open")
    propose(room, "team_lead", "Mere ro", "Ny vagtplan")
    room.when(
        "team_lead", cm.ProposeChange(node=room.node("Mere ro").id, text="Ny vagtplan")
    ).refused("card.played")


def test_a_goal_is_not_reached_by_a_change_directly() -> None:
    small(CALM, at="r3.open").when(
        "team_lead", cm.ProposeChange(node="n1", text="Ny vagtplan")
    ).refused("node.wrong_type")


# --- the build -----------------------------------------------------------------------------------


def test_one_change_with_two_targets_is_one_node_with_two_arrows() -> None:
    room = small(CALM, QUICK, at="r3.open")
    propose(room, "team_lead", "Mere ro", "Ny vagtplan")
    propose(room, "citizen_rep", "Hurtigere svar", "ny vagtplan!")
    (node,) = turned(room).nodes("change")
    assert (node.support, node.groups, node.label) == (2, ("citizens", "operations"), "C1")
    assert len(edges(room, "change", "benefit")) == 2


def test_a_deliverable_leads_to_the_change_that_was_proposed_for_it() -> None:
    room = small(CALM, at="r3.open")
    propose(room, "team_lead", "E1", "Ny vagtplan")
    (node,) = turned(room).nodes("change")
    assert list(edges(room, "enabler", "change")) == [(room.node("E1").id, node.id)]


def test_a_card_chosen_by_two_is_one_change() -> None:
    room = small(CALM, at="r3.open")
    node = room.node("Mere ro").id
    room.when("team_lead", cm.ProposeChange(node=node, card="C4")).then()
    propose(room, "staff_rep", "Mere ro", "Bemandingsplan er ændret")
    (change,) = turned(room).nodes("change")
    assert (change.card, change.title, change.support) == ("C4", None, 2)


def test_a_round_played_again_finds_the_changes_it_made() -> None:
    room = small(CALM, at="r3.open")
    propose(room, "team_lead", "Mere ro", "Ny vagtplan")
    room.advance_to("r4.briefing")
    before = len(room.nodes("change"))
    room.desk(cm.PreviousRound()).then()
    room.advance_to("r3.open")
    propose(room, "citizen_rep", "Mere ro", "Ny vagtplan")
    turned(room)
    assert len(room.nodes("change")) == before
    assert room.node("Ny vagtplan").support == 2


def test_at_most_twelve_changes_stay_and_each_benefit_keeps_one_first() -> None:
    room = small(CALM, QUICK, at="r3.open")
    for number in range(13):
        seat = list(room.state.seats)[number % 8]
        propose(room, seat, "Mere ro", f"Forandring {number} med navn {'x' * number}")
    propose(room, "s_08", "Hurtigere svar", "Kun for den ene")
    turned(room)
    kept = counted(room, "change")
    assert len(kept) == 12
    assert room.node("Kun for den ene") in kept
    parked = [node for node in room.nodes("change") if node.state == "parked"]
    assert {node.parked_by for node in parked} == {"rule"}


def test_a_change_that_reaches_more_benefits_stays_before_one_that_reaches_fewer() -> None:
    room = small(CALM, QUICK, at="r3.open")
    for number in range(13):
        seat = list(room.state.seats)[number % 8]
        propose(room, seat, "E1", f"Forandring {number} med navn {'x' * number}")
    propose(room, "s_08", "Mere ro", "Rammer begge")
    propose(room, "s_08", "Hurtigere svar", "Rammer begge")
    turned(room)
    assert room.node("Rammer begge").counts


def test_a_benefit_retyped_while_the_round_was_open_does_not_stop_the_reveal() -> None:
    room = small(CALM, QUICK, at="r3.open")
    calm, quick = room.node("Mere ro").id, room.node("Hurtigere svar").id
    room.when("team_lead", cm.ProposeEdge(from_=calm, to=quick)).then()
    propose(room, "staff_rep", "Mere ro", "Ny vagtplan")
    room.desk(cm.Retype(node=quick, type="enabler")).then()
    turned(room)
    assert (calm, quick) not in edges(room, "benefit", "enabler")
    assert room.node("Ny vagtplan").type == "change"


def test_a_change_proposed_in_the_headwind_stands_on_the_map_at_once() -> None:
    room = small(CALM, at="r6.revealed")
    node = room.node("Mere ro").id
    made = room.when("team_lead", cm.ProposeChange(node=node, text="Fast ro hver formiddag"))
    made.then(ev.NodeMade, ev.EdgeLinked, ev.Asked)
    change = room.node("Fast ro hver formiddag")
    assert edges(room, "change", "benefit")[change.id, node].state == "dashed"
    room.when("staff_rep", cm.ProposeChange(node=node, text="fast ro, hver formiddag")).then()
    assert len([one for one in room.nodes("change") if one.round == "r6"]) == 1


@pytest.mark.parametrize("text", ["Hjælp til dem, der ikke kan selv", "Telefonvagt"])
def test_a_change_proposed_for_a_disbenefit_mitigates_it(text: str) -> None:
    room = small(CALM, at="r6.open")
    room.when("citizen_rep", cm.NameDisbenefit(text="Ældre taber", perspective="citizens")).then()
    room.desk(cm.Reveal()).then()
    loss = room.node("Ældre taber").id
    room.when("citizen_rep", cm.ProposeChange(node=loss, text=text)).then()
    (edge,) = edges(room, "change", "disbenefit").values()
    assert (edge.kind, edge.target) == ("mitigates", loss)


def test_a_change_proposed_in_the_open_weighs_by_who_said_it_not_by_how_often() -> None:
    room = game().advance_to("r6.revealed")
    node = next(one.id for one in room.nodes("benefit") if one.counts)
    said = cm.ProposeChange(node=node, text="Helt ny vagtplan hver uge")
    for _ in range(3):
        room.when("s_01", said)
    change = room.nodes("change")[-1].id
    assert room.state.map.edges[f"{change}>{node}"].support == 1
    room.when("citizen_rep", said)
    assert room.state.map.edges[f"{change}>{node}"].support == 2
    assert room.state.map.nodes[change].support == 2
    assert len(room.state.map.nodes[change].groups) == 2


def test_a_change_that_the_facilitator_parked_is_not_proposed_in_vain() -> None:
    room = reached("r3.open")
    node = counted(room, "benefit")[0].id
    proposed = cm.ProposeChange(node=node, text="Vagtplanen lægges om")
    room.when("s_01", proposed).then()
    room.desk(cm.Reveal()).then()
    room.desk(cm.Park(node=room.node("Vagtplanen lægges om").id)).then()
    room.advance_to("r6.revealed")
    room.when("s_02", proposed).refused("node.parked")


@pytest.mark.parametrize("text", ["Antal sager", "Data er på plads", "Borgerrepræsentant"])
def test_words_of_a_card_that_is_no_change_are_words(text: str) -> None:
    room = reached("r3.open")
    node = counted(room, "benefit")[0].id
    room.when("s_01", cm.ProposeChange(node=node, text=text)).then()
    room.desk(cm.Reveal()).then()
    (made,) = (one for one in room.nodes("change") if one.title == text)
    assert made.card in (None, "blank")
