"""R2 Effekter: hands, secret plays, the flip, seconds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game import commands as cm
from game import events as ev
from game.decide.effects import plays_left
from tests.game.dsl import ROOM, Room, game


def open_effects(variant: str = "standard75", players: tuple[str, ...] = ROOM) -> Room:
    return game(players, variant=variant).advance_to("r2.open")


def hand(room: Room, seat: str) -> list[str]:
    return [card["card"] for card in room.see("player", seat)["hand"]]


def blank(text: str = "Mere ro", perspective: str | None = "employees") -> cm.PlayCard:
    return cm.PlayCard(card="blank", text=text, perspective=perspective)


def reveal(room: Room) -> Room:
    room.desk(cm.Reveal()).then(ev.RoundRevealed)
    return room


def test_a_hand_has_two_cards_of_each_perspective_and_a_blank() -> None:
    cards = hand(open_effects(), "team_lead")
    assert [sum(card[0] == row for card in cards) for row in "BPOM"] == [2, 2, 2, 2]
    assert cards[-1] == "blank"


def test_a_small_table_gets_three_cards_of_each_perspective() -> None:
    assert len(hand(open_effects(players=ROOM[:4]), "team_lead")) == 13


def test_a_card_not_in_hand_is_refused() -> None:
    room = open_effects()
    card = next(one for one in ("B1", "B2", "B3") if one not in hand(room, "team_lead"))
    room.when("team_lead", cm.PlayCard(card=card)).refused("card.not_in_hand")


def test_a_card_is_played_once() -> None:
    room = open_effects()
    card = hand(room, "team_lead")[0]
    room.when("team_lead", cm.PlayCard(card=card)).then(ev.PlayMade)
    room.when("team_lead", cm.PlayCard(card=card)).refused("card.played")


def test_each_has_three_plays_in_a_room_of_eight() -> None:
    room = open_effects()
    first, second, third, fourth, *_ = hand(room, "team_lead")
    for card in (first, second, third):
        room.when("team_lead", cm.PlayCard(card=card)).then()
    room.when("team_lead", cm.PlayCard(card=fourth)).refused("plays.none_left")
    assert hand(room, "team_lead") == []


def retypes(room: Room) -> list[str]:
    """The cards that the facilitator is offered to make deliverables of."""
    offered = room.see("facilitator")["suggestions"]
    return [one["d"]["node"] for one in offered if one["do"] == "retype"]


def test_a_blank_card_needs_words_and_a_perspective() -> None:
    room = open_effects()
    room.when("team_lead", blank(" ")).refused("text.missing")
    room.when("team_lead", blank("x" * 61)).refused("text.too_long", limit=60)
    room.when("team_lead", blank(perspective=None)).refused("perspective.missing")


def test_an_effect_serves_a_goal_and_nothing_else() -> None:
    room = open_effects()
    card = hand(room, "team_lead")[0]
    room.when("team_lead", cm.PlayCard(card=card, target="n3")).refused("node.wrong_type")


def test_a_play_may_be_taken_back_by_the_one_who_made_it() -> None:
    room = open_effects()
    room.when("team_lead", cm.PlayCard(card=hand(room, "team_lead")[0])).then()
    (made,) = room.see("player", "team_lead")["plays"]
    room.when("staff_rep", cm.WithdrawPlay(play=made["play"])).refused("play.unknown")
    room.when("team_lead", cm.WithdrawPlay(play=made["play"])).then(ev.PlayWithdrawn)
    assert room.see("player", "team_lead")["plays"] == []


def test_the_same_words_are_one_benefit_with_both_behind_it() -> None:
    room = open_effects()
    room.when("team_lead", blank("Mere ro")).then()
    room.when("staff_rep", blank("mere ro!")).then()
    made = reveal(room).nodes("benefit")
    assert [(node.support, node.state, node.groups) for node in made] == [
        (2, "supported", ("operations", "staff"))
    ]


def test_words_equal_to_a_cards_title_join_the_card() -> None:
    room = open_effects()
    room.when("team_lead", blank("Højere trivsel")).then()
    (node,) = reveal(room).nodes("benefit")
    assert (node.card, node.title, node.benefit_class) == ("M5", None, "N")


def test_the_goal_most_named_becomes_a_solid_arrow() -> None:
    room = open_effects()
    for seat, goal in (("s_01", "n1"), ("s_02", "n2"), ("s_03", "n2")):
        command = cm.PlayCard(card="blank", text="Mere ro", perspective="employees", target=goal)
        room.when(seat, command).then()
    (node,) = reveal(room).nodes("benefit")
    (edge,) = room.state.map.edges.values()
    assert (edge.source, edge.target, edge.state, edge.support) == (node.id, "n2", "solid", 2)


def test_an_activity_played_as_a_benefit_is_suggested_as_a_deliverable() -> None:
    room = open_effects()
    room.when("team_lead", blank("Implementere nyt system", "processes")).then()
    (node,) = reveal(room).nodes("benefit")
    assert retypes(room) == [node.id]
    room.desk(cm.Retype(node=node.id, type="enabler")).then()
    assert retypes(room) == []


@pytest.mark.parametrize(("goal", "found"), [(None, 1), ("n1", 0)], ids=["by rule", "named"])
def test_a_benefit_said_to_lead_only_to_a_change_is_suggested_too(
    goal: str | None, found: int
) -> None:
    room = open_effects()
    play = cm.PlayCard(card="blank", text="Mere ro", perspective="employees", target=goal)
    room.when("team_lead", play).then()
    room.advance_to("r6.revealed")
    calm, change = room.node("Mere ro").id, cm.ProposeChange(node="n3", text="Ny vagtplan")
    room.when("citizen_rep", change).then()
    backwards = cm.ProposeEdge(from_=calm, to=room.node("Ny vagtplan").id)
    assert retypes(room) == []
    for seat in ("team_lead", "staff_rep"):
        room.when(seat, backwards).then(ev.EdgeLinked)
    assert retypes(room) == [calm] * found
    assert [one.node for one in room.state.log if one.rule == "X1"] == [calm] * found
    played = cm.PlayChallenge(card="U4", node=calm)
    held = room.when("team_lead", played).first(ev.ChallengeSet).challenge
    room.when(held.asked, cm.AnswerChallenge(challenge=held.id, text="Nej")).then()
    assert [one.node for one in room.state.log if one.rule == "X1"] == [calm] * 2 * found
    assert retypes(room) == [calm] * found


def test_a_face_up_card_may_be_seconded_by_another_and_not_by_its_own_player() -> None:
    room = open_effects()
    room.when("team_lead", blank()).then()
    (node,) = reveal(room).nodes("benefit")
    room.when("team_lead", cm.Second(node=node.id)).refused("second.own")
    room.when("citizen_rep", cm.Second(node=node.id)).then(ev.SupportersSet, ev.NodeSet)
    assert (room.node(node.id).support, room.node(node.id).state) == (2, "supported")


def test_an_accepted_benefit_of_an_earlier_time_needs_no_second() -> None:
    room = game().advance_to("r3.briefing")
    node = next(one for one in room.nodes("benefit") if one.counts)
    room.desk(cm.PreviousRound()).then()
    room.advance_to("r2.second")
    free = next(s for s in room.state.seats if s not in room.state.supporters[node.id])
    room.when(free, cm.Second(node=node.id)).refused("round.step")


def test_the_long_game_plays_a_second_wave_seeing_the_first() -> None:
    room = open_effects("extended90")
    room.when("team_lead", blank()).then()
    reveal(room)
    assert room.see("facilitator")["next"]["do"] == "open_round"
    room.desk(cm.OpenRound()).then(ev.RoundOpened)
    assert room.state.round is not None
    assert (room.state.round.wave, room.state.round.plays) == (2, {})
    room.when("staff_rep", blank()).then()
    (node,) = reveal(room).nodes("benefit")
    assert node.support == 2
    assert room.see("facilitator")["next"]["do"] == "open_vote"


def test_a_card_that_was_merged_away_supports_what_it_became() -> None:
    room = open_effects("extended90")
    assert room.state.round is not None
    hands = room.state.round.hands
    room.when("s_01", cm.PlayCard(card=hands["s_01"][0])).then()
    seat, card = next(
        (seat, card) for seat, hand in hands.items() for card in hand if card not in hands["s_01"]
    )
    room.when(seat, cm.PlayCard(card=card)).then()
    reveal(room).desk(cm.Merge(nodes=tuple(one.id for one in room.nodes("benefit")))).then()
    (stays,) = room.nodes("benefit")
    gone = card if stays.card == hands["s_01"][0] else hands["s_01"][0]
    room.desk(cm.OpenRound()).then()
    proxy = room.desk(cm.AddProxy(role="partner", name="Ib")).first(ev.SeatTaken).seat
    room.desk(cm.PlayFor(seat=proxy, command=cm.PlayCard(card=gone))).then()
    (node,) = reveal(room).nodes("benefit")
    assert (node.id, node.support) == (stays.id, 3)


def test_the_words_before_a_rename_and_those_merged_away_find_their_node() -> None:
    room = open_effects("extended90")
    room.when("team_lead", blank("Mere ro")).then()
    room.when("staff_rep", blank("Flere svar")).then()
    first, second = (one.id for one in reveal(room).nodes("benefit"))
    room.desk(cm.Rename(node=first, title="Nyt navn")).then()
    room.desk(cm.Rename(node=second, title="Andet navn")).then()
    room.desk(cm.Merge(nodes=(first, second))).then()
    room.desk(cm.OpenRound()).then()
    words = ("Mere ro", "Flere svar", "Nyt navn", "Andet navn")
    seats = ("unit_manager", "process_owner", "citizen_rep", "project_manager")
    for seat, text in zip(seats, words, strict=True):
        room.when(seat, blank(text)).then()
    (node,) = reveal(room).nodes("benefit")
    assert node.support == 6


def test_words_that_stand_on_the_map_come_before_those_that_stood_there() -> None:
    room = open_effects("extended90")
    room.when("team_lead", blank("Mere ro")).then()
    room.when("staff_rep", blank("Flere svar")).then()
    first, second = (one.id for one in reveal(room).nodes("benefit"))
    old = room.node(first).title or ""
    room.desk(cm.Rename(node=first, title="Nyt navn")).then()
    room.desk(cm.Rename(node=second, title=old)).then()
    room.desk(cm.OpenRound()).then()
    room.when("unit_manager", blank(old)).then()
    reveal(room)
    assert (room.node(first).support, room.node(second).support) == (1, 2)


def test_words_that_an_undo_took_back_find_nothing() -> None:
    room = open_effects("extended90")
    room.when("team_lead", blank("Mere ro")).then()
    (node,) = reveal(room).nodes("benefit")
    for words in ("Nyt navn", "Andet navn"):
        room.desk(cm.Rename(node=node.id, title=words)).then()
    room.desk(cm.Undo()).then()
    room.desk(cm.OpenRound()).then()
    room.when("unit_manager", blank("Mere ro")).then()
    room.when("staff_rep", blank("Andet navn")).then()
    assert [one.support for one in reveal(room).nodes("benefit")] == [2, 1]


def test_the_standard_game_has_no_second_wave_of_effects() -> None:
    reveal(open_effects()).desk(cm.OpenRound()).refused("round.step")


def test_nobody_sees_another_seats_cards() -> None:
    room = open_effects()
    before = room.see("board")
    room.when("team_lead", blank("Hemmelig ro")).then()
    assert "Hemmelig" not in str(room.see("board"))
    assert room.see("board") == before
    assert "Hemmelig" not in str(room.see("facilitator"))
    assert "Hemmelig" not in str(room.see("player", "staff_rep"))


def test_a_role_card_is_not_played_in_the_effects_round() -> None:
    open_effects().when("team_lead", cm.PlayCard(card="R1")).refused("card.not_in_hand")


def test_a_hand_smaller_than_the_limit_is_all_that_may_be_played() -> None:
    state = open_effects().state
    now = state.round
    assert now is not None
    dealt = now.hands["s_01"]
    for held in range(now.limit + 2):
        hands = {**now.hands, "s_01": dealt[:held]}
        small = replace(state, round=replace(now, hands=hands))
        assert plays_left(small, "s_01") == min(held, now.limit)
