"""Who answers a challenge card, and whether the answer is enough (GR8)."""

from __future__ import annotations

from typing import Any

import pytest

from game import commands as cm
from game import events as ev
from game.model import Challenge
from tests.game.dsl import Room
from tests.game.reached import (
    CALM,
    QUICK,
    small,
)
from tests.game.storms import TO_STORM, answer, dealt, state, storm

DAY = "2027-12-01"
CALM_NODE = "Mere ro"


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
    room = storm(CALM, QUICK)
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


def test_a_pair_is_asked_for_only_where_there_are_two_benefits() -> None:
    room = storm(CALM)
    held = dealt(room, "U3")
    asks = room.asks(held.asked or "")
    (ask,) = (one for one in asks if one.id == f"answer_challenge:{held.id}")
    assert (ask.needs, ask.options) == (("text",), {})
    room.answer(held.asked or "", ask).then(ev.ChallengeSet)
    assert state(room, held) == "answered"


def test_the_room_may_play_a_card_against_a_node_once() -> None:
    room = storm(CALM)
    node = room.node(CALM_NODE).id
    held = dealt(room, "U5")
    room.when("staff_rep", cm.PlayChallenge(card=held.card, node=node)).refused("card.played")
    room.when("staff_rep", cm.PlayChallenge(card="B1", node=node)).refused("card.wrong_family")
    room.when("staff_rep", cm.PlayChallenge(card="X9", node=node)).refused("card.wrong_family")
    room.desk(cm.Park(node=node)).then()
    room.when("staff_rep", cm.PlayChallenge(card="U6", node=node)).refused("node.parked")


# --- enough? -----------------------------------------------------------------------------


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


def test_a_new_answer_in_the_round_is_judged_afresh() -> None:
    room = storm(CALM)
    held = dealt(room, "U7")
    answer(room, held)
    judges = room.state.map.challenges[held.id].judges
    for seat in judges:
        room.when(seat, cm.JudgeAnswer(challenge=held.id, enough=False)).then(ev.AnswerGiven)
    answer(room, held, "Nu med tal")
    assert all(f"judge_answer:{held.id}" in room.ask_ids(seat) for seat in judges)
    room.when(judges[0], cm.JudgeAnswer(challenge=held.id, enough=False)).then(ev.AnswerGiven)
    room.desk(cm.Resolve()).then()
    assert state(room, held) == "enough"


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
