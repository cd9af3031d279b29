"""Challenge cards: which benefit gets which, who answers, what an answer does (GR8, game.md 10)."""

from __future__ import annotations

from typing import Any

import pytest

from game import commands as cm
from game import events as ev
from game.model import Challenge
from tests.game.dsl import Room
from tests.game.reached import (
    AVOIDED,
    CALM,
    CHEAP,
    QUICK,
    SPARED,
    Benefit,
    counted,
    edges,
    now,
    reached,
    small,
)

DAY = "2027-12-01"
CALM_NODE = "Mere ro"
TO_STORM = (cm.Reveal(), cm.Resolve(), cm.NextRound(), cm.OpenRound(), cm.Reveal())
"""From figures that nobody gave to cards on the table."""
LOSS = "Ældre uden MitID"


def storm(*benefits: Benefit, loses: str | None = LOSS, **given: Any) -> Room:
    """R6 is turned; somebody named who loses, unless `loses` is None."""
    room = small(*benefits, at="r6.open", **given)
    if loses is not None:
        command = cm.NameDisbenefit(text=loses, perspective="citizens")
        room.when("citizen_rep", command).then()
    room.desk(cm.Reveal()).then(ev.RoundRevealed)
    return room


def cards(room: Room) -> dict[str, str]:
    """The card on each benefit, by the benefit's words."""
    nodes = room.state.map.nodes
    return {nodes[one.node].title or "": one.card for one in room.state.map.challenges.values()}


def dealt(room: Room, card: str, node: str = CALM_NODE) -> Challenge:
    """The card held against a node, played by the room where it was not dealt."""
    found = room.node(node).id
    held = [
        one for one in room.state.map.challenges.values() if (one.node, one.card) == (found, card)
    ]
    if not held:
        room.when("citizen_rep", cm.PlayChallenge(card=card, node=found)).then(ev.ChallengeSet)
        return dealt(room, card, node)
    return held[0]


def answer(room: Room, held: Challenge, text: str = "Det har vi styr på", **given: Any) -> None:
    assert held.asked
    command = cm.AnswerChallenge(challenge=held.id, text=text, **given)
    room.when(held.asked, command).then(ev.ChallengeSet)


def state(room: Room, held: Challenge) -> str:
    return room.state.map.challenges[held.id].state


# --- the deal ------------------------------------------------------------------------------------


def test_each_benefit_gets_one_card_and_none_comes_twice_until_the_deck_is_out() -> None:
    room = reached("r6.revealed")
    held = list(room.state.map.challenges.values())
    assert sorted(one.node for one in held) == sorted(one.id for one in counted(room, "benefit"))
    usual = [one.card for one in held if one.card not in {"U1", "U2", "U11", "U12"}]
    assert set(usual) == {f"U{number}" for number in range(3, 11)}


def test_cash_is_asked_whether_the_citizen_will_notice_and_the_largest_time_is_halved() -> None:
    shown = cards(storm(CALM, SPARED, CHEAP))
    assert shown[CHEAP[0]] == "U12"
    assert shown[SPARED[0]] == "U11"
    assert shown[CALM_NODE] in {f"U{number}" for number in range(3, 11)}


def test_without_cash_time_freed_and_costs_avoided_are_asked() -> None:
    shown = cards(storm(CALM, SPARED, AVOIDED))
    assert (shown[SPARED[0]], shown[AVOIDED[0]]) == ("U12", "U12")


def test_of_two_that_free_time_the_larger_is_halved() -> None:
    other: Benefit = ("Færre genindtastninger i sagen", "processes", "T")
    room = small(CHEAP, SPARED, other, at="r5.open")
    for name, value in ((SPARED[0], "10"), (other[0], "900")):
        for seat in now(room.state).asked[f"estimate:{room.node(name).id}"]:
            room.when(seat, cm.GiveEstimate(node=room.node(name).id, value=value)).then()
    room.advance_to("r6.revealed")
    assert cards(room)[other[0]] == "U11"


def test_in_a_round_played_again_cash_is_asked_who_loses() -> None:
    room = storm(CHEAP)
    room.advance_to("r7.briefing")
    room.desk(cm.PreviousRound()).then()
    room.advance_to("r6.open")
    room.desk(cm.Reveal()).then()
    held = [one.card for one in room.state.map.challenges.values()]
    assert held == ["U12", "U2"]


def test_when_nobody_named_who_loses_that_card_comes_first() -> None:
    assert "U2" in cards(storm(CALM, CHEAP, loses=None)).values()
    assert cards(storm(CALM, SPARED, CHEAP, loses=None))[CALM_NODE] == "U2"
    assert cards(storm(CHEAP, loses=None)) == {CHEAP[0]: "U2"}
    assert "U2" not in cards(storm(CALM, CHEAP)).values()


def test_the_half_hour_gets_the_premortem_as_a_card() -> None:
    shown = cards(storm(CALM, QUICK, variant="short30"))
    assert "U1" in shown.values()
    both = cards(storm(CALM, QUICK, loses=None, variant="short30"))
    assert set(both.values()) == {"U1", "U2"}


# --- who answers ---------------------------------------------------------------------------------


def test_whoever_is_asked_answers_and_the_question_is_gone() -> None:
    room = storm(CALM)
    held = dealt(room, "U7")
    assert f"answer_challenge:{held.id}" in room.ask_ids(held.asked or "")
    answer(room, held)
    assert state(room, held) == "answered"
    assert room.state.map.challenges[held.id].answer == "Det har vi styr på"
    assert f"answer_challenge:{held.id}" not in room.ask_ids(held.asked or "")


def test_an_owner_who_says_yes_after_the_deal_answers_too() -> None:
    room = small(CALM, at="r4.open")
    for command in (cm.Reveal(), cm.Resolve(), cm.NextRound(), cm.OpenRound(), *TO_STORM):
        room.desk(command).then()
    held, node = dealt(room, "U7"), room.node(CALM_NODE).id
    other = next(s for s in ("s_01", "s_02", "s_03") if s != held.asked)
    room.when(other, cm.Claim(node=node)).then()
    room.when(other, cm.Accept(node=node, by=DAY)).then()
    assert f"answer_challenge:{held.id}" in room.ask_ids(other)
    assert f"answer_challenge:{held.id}" not in room.ask_ids(held.asked or "")
    answered = cm.AnswerChallenge(challenge=held.id, text="Ja")
    room.when(other, answered).then(ev.ChallengeSet)


def test_nobody_else_answers_and_only_what_is_there() -> None:
    room = storm(CALM)
    held = dealt(room, "U7")
    command = cm.AnswerChallenge(challenge=held.id, text="Ja")
    room.when("budget_holder", command).refused("challenge.not_yours")
    room.when("team_lead", cm.AnswerChallenge(challenge="ch77", text="Ja")).refused(
        "challenge.unknown"
    )
    room.when(held.asked or "", cm.AnswerChallenge(challenge=held.id, text="")).refused(
        "text.missing"
    )


def test_what_hangs_on_a_parked_benefit_is_neither_answered_nor_judged() -> None:
    room = storm(CALM)
    held, other = dealt(room, "U7"), dealt(room, "U5")
    answer(room, held)
    room.desk(cm.Park(node=held.node)).then()
    asked = {one for seat in room.state.seats for one in room.ask_ids(seat)}
    assert not {f"answer_challenge:{other.id}", f"judge_answer:{held.id}"} & asked


@pytest.mark.parametrize(
    ("card", "given", "code"),
    [
        ("U3", {}, "challenge.incomplete"),
        ("U3", {"nodes": ("n1", "n1")}, "challenge.incomplete"),
        ("U3", {"nodes": ("n1", "n99")}, "node.unknown"),
        ("U8", {}, "challenge.incomplete"),
        ("U8", {"value": "mange"}, "value.format"),
        ("U10", {}, "challenge.incomplete"),
        ("U10", {"role": "king"}, "role.unknown"),
    ],
)
def test_an_answer_gives_what_its_card_asks_for(card: str, given: Any, code: str) -> None:
    room = storm(CALM)
    held = dealt(room, card)
    command = cm.AnswerChallenge(challenge=held.id, text="Ja", **given)
    room.when(held.asked or "", command).refused(code)


@pytest.mark.parametrize(
    ("card", "given"),
    [("U3", {"nodes": ("n1", "n2")}), ("U8", {"value": "12"}), ("U10", {"role": "team_lead"})],
)
def test_what_a_card_asks_for_is_offered_and_kept(card: str, given: dict[str, Any]) -> None:
    room = storm(CALM, QUICK)
    held = dealt(room, card)
    asks = room.asks(held.asked or "")
    (ask,) = (one for one in asks if one.id == f"answer_challenge:{held.id}")
    assert set(ask.needs) == {"text", *given}
    assert set(ask.options) == {"nodes", "role"} & set(given)
    answer(room, held, **given)
    kept = room.state.map.challenges[held.id]
    for name, value in given.items():
        assert getattr(kept, name) == value


def test_the_room_may_play_a_card_against_a_node_once() -> None:
    room = storm(CALM)
    node = room.node(CALM_NODE).id
    held = dealt(room, "U5")
    room.when("staff_rep", cm.PlayChallenge(card=held.card, node=node)).refused("card.played")
    room.when("staff_rep", cm.PlayChallenge(card="B1", node=node)).refused("card.wrong_family")
    room.when("staff_rep", cm.PlayChallenge(card="X9", node=node)).refused("card.wrong_family")
    room.desk(cm.Park(node=node)).then()
    room.when("staff_rep", cm.PlayChallenge(card="U6", node=node)).refused("node.parked")


# --- enough? -------------------------------------------------------------------------------------


def judged(*said: bool) -> tuple[Room, Challenge]:
    room = storm(CALM)
    held = dealt(room, "U7")
    answer(room, held)
    judges = room.state.map.challenges[held.id].judges
    assert len(judges) == 3
    assert held.asked not in judges
    for seat, enough in zip(judges, said, strict=False):
        assert f"judge_answer:{held.id}" in room.ask_ids(seat)
        room.when(seat, cm.JudgeAnswer(challenge=held.id, enough=enough)).then(ev.AnswerGiven)
        assert f"judge_answer:{held.id}" not in room.ask_ids(seat)
    room.desk(cm.Resolve()).then()
    return room, held


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ((True, False, False), "not_enough"),
        ((False,), "enough"),
        ((True, True, False), "enough"),
        ((), "enough"),
    ],
)
def test_more_than_half_of_those_asked_must_doubt_an_answer(
    said: tuple[bool, ...], found: str
) -> None:
    room, held = judged(*said)
    assert state(room, held) == found


def test_a_doubted_answer_may_be_given_again_and_is_judged_by_nobody() -> None:
    room, held = judged(False, False, False)
    room.desk(cm.Close()).then()
    assert f"answer_challenge:{held.id}" in room.ask_ids(held.asked or "")
    answer(room, held, "Nu med tal")
    assert room.state.map.challenges[held.id].judges == ()
    assert state(room, held) == "answered"


def test_an_answer_in_the_last_round_is_judged_by_nobody() -> None:
    room = storm(CALM)
    held = dealt(room, "U7")
    room.desk(cm.Resolve()).then()
    assert state(room, held) == "action"
    for command in (cm.NextRound(), cm.OpenRound()):
        room.desk(command).then()
    answer(room, held)
    assert room.state.map.challenges[held.id].judges == ()


def test_only_the_judges_judge_and_only_an_answer() -> None:
    room = storm(CALM)
    held = dealt(room, "U7")
    command = cm.JudgeAnswer(challenge=held.id, enough=True)
    room.when("team_lead", command).refused("challenge.not_answered")
    missing = cm.JudgeAnswer(challenge="ch77", enough=True)
    room.when("team_lead", missing).refused("challenge.unknown")
    answer(room, held)
    room.when(held.asked or "", command).refused("challenge.not_asked")


def test_a_round_settled_twice_leaves_what_was_judged() -> None:
    room, held = judged(True, True, True)
    for command in (cm.NextRound(), cm.PreviousRound(), cm.OpenRound(), cm.Reveal(), cm.Resolve()):
        room.desk(command).then()
    assert state(room, held) == "enough"


# --- what an answer does -------------------------------------------------------------------------


def test_the_premortem_card_leaves_its_answer_on_the_benefit() -> None:
    room = storm(CALM)
    answer(room, dealt(room, "U1"), "Ingen brugte den")
    (note,) = (one for one in room.state.map.notes.values() if one.text == "Ingen brugte den")
    assert (note.node, note.kind) == (room.node(CALM_NODE).id, "premortem")


def test_who_loses_makes_a_disbenefit_behind_the_change_before_the_benefit() -> None:
    room = small(CALM, at="r3.open")
    node = room.node(CALM_NODE).id
    for seat in ("team_lead", "citizen_rep"):
        room.when(seat, cm.ProposeChange(node=node, text="Ny vagtplan")).then()
    room.when("staff_rep", cm.ProposeChange(node=node, text="Stille zoner")).then()
    room.desk(cm.Reveal()).then()
    room.advance_to("r6.open")
    room.desk(cm.Reveal()).then()
    answer(room, dealt(room, "U2"), "Natholdet mister tillæg")
    loss = room.node("Natholdet mister tillæg")
    assert (loss.type, loss.perspective) == ("disbenefit", "employees")
    assert list(edges(room, "change", "disbenefit")) == [(room.node("Ny vagtplan").id, loss.id)]


def test_who_loses_without_a_change_is_a_disbenefit_all_the_same() -> None:
    room = small(CALM, at="r3.open")
    room.desk(cm.Reveal()).then()
    room.advance_to("r6.open")
    room.desk(cm.Reveal()).then()
    held = dealt(room, "U2")
    answer(room, held, "Natholdet mister tillæg")
    answer(room, held, "natholdet mister tillæg!")
    assert len(room.nodes("disbenefit")) == 1
    assert edges(room, "change", "disbenefit") == {}


def test_who_loses_answered_after_closing_is_in_the_map_with_its_words() -> None:
    room = storm(CALM)
    held = dealt(room, "U2")
    room.desk(cm.Close()).then()
    command = cm.AnswerChallenge(challenge=held.id, text="Natholdet mister tillæg")
    room.when(held.asked or "", command).then(ev.NodeMade, ev.TitleSet, ev.MapVersioned)


def test_counting_twice_looks_for_the_same_kroner() -> None:
    room = small(CHEAP, AVOIDED, at="r5.open")
    for name in (CHEAP[0], AVOIDED[0]):
        node = room.node(name).id
        seat = now(room.state).asked[f"choose_measure:{node}"][0]
        measure = cm.ChooseMeasure(
            node=node, indicator=f"Løn {name}", unit="kr/år", direction="up", target="5",
            target_date=DAY, budget_line="Løn",
        )  # fmt: skip
        room.when(seat, measure).then()
    room.desk(cm.Reveal()).then()
    room.desk(cm.Resolve()).then()
    room.advance_to("r6.revealed")
    room.desk(cm.SetClass(node=room.node(AVOIDED[0]).id, class_="N")).then()
    assert room.state.map.measures[room.node(AVOIDED[0]).id].kroner
    nodes = (room.node(CHEAP[0]).id, room.node(AVOIDED[0]).id)
    answer(room, dealt(room, "U3", CHEAP[0]), nodes=nodes)
    assert not room.state.map.measures[room.node(AVOIDED[0]).id].kroner


def test_an_activity_is_told_again_and_an_effect_is_not() -> None:
    room = storm(("Implementere nyt system", "processes", "N"), CALM)
    before = len([one for one in room.state.log if one.rule == "X1"])
    answer(room, dealt(room, "U4", "Implementere nyt system"))
    answer(room, dealt(room, "U4"))
    told = [one.node for one in room.state.log if one.rule == "X1"]
    assert told[before:] == [room.node("Implementere nyt system").id]


def test_where_the_hours_go_is_kept_with_the_measure() -> None:
    room = storm(CALM)
    assert room.node(CALM_NODE).id in room.state.map.measures
    answer(room, dealt(room, "U6"), "Til samtaler med borgere")
    made = room.state.map.measures[room.node(CALM_NODE).id]
    assert made.conversion == "Til samtaler med borgere"


def test_without_a_measure_where_the_hours_go_is_an_answer_only() -> None:
    room = small(CALM, at="r5.open")
    for command in TO_STORM:
        room.desk(command).then()
    answer(room, dealt(room, "U6"), "Til samtaler med borgere")
    assert room.state.map.measures == {}
