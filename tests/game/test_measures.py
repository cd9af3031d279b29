"""R5 Måling & tal: how each benefit is counted (GR7, X8, X10, X23)."""

from __future__ import annotations

from typing import Any

import pytest

from game import commands as cm
from game import events as ev
from game.deck import CARDS
from game.model import Measure
from game.money import shows_kroner
from game.sentences import word
from tests.game.dsl import ROOM, Room
from tests.game.reached import AVOIDED, CALM, CHEAP, SPARED, now, reached, small

DAY = "2027-12-01"
CALM_NODE, CHEAP_NODE, SPARED_NODE = "Mere ro", "Lavere lønudgift", "Sparede timer"
PLAIN: dict[str, Any] = {
    "indicator": "Antal afbrydelser",
    "unit": "pr. dag",
    "direction": "down",
    "target": "3",
    "target_date": DAY,
}


def measuring(*owners: tuple[str, str], **given: Any) -> Room:
    """R5 is open; each of `owners` (role, benefit) has said yes to its benefit."""
    room = small(CALM, CHEAP, SPARED, AVOIDED, at="r4.open", **given)
    for role, node in owners:
        room.when(role, cm.Claim(node=room.node(node).id)).then()
    room.desk(cm.Reveal()).then()
    for role, node in owners:
        room.when(role, cm.Accept(node=room.node(node).id, by=DAY)).then()
    for command in (cm.Resolve(), cm.NextRound(), cm.OpenRound()):
        room.desk(command).then()
    return room


def choose(room: Room, seat: str, node: str = CALM_NODE, **given: Any) -> cm.ChooseMeasure:
    return cm.ChooseMeasure(node=room.node(node).id, **{**PLAIN, **given})


def measure(room: Room, node: str = CALM_NODE) -> Measure:
    return room.state.map.measures[room.node(node).id]


def asked(room: Room, question: str, node: str = CALM_NODE) -> tuple[str, ...]:
    found: tuple[str, ...] = now(room.state).asked[f"{question}:{room.node(node).id}"]
    return found


def calm() -> Room:
    return measuring(("team_lead", CALM_NODE))


# --- who is asked --------------------------------------------------------------------------------


def test_the_owner_who_said_yes_chooses_the_measure() -> None:
    room = calm()
    assert asked(room, "choose_measure") == (room.seat("team_lead").id,)
    node = room.node(CALM_NODE).id
    (ask,) = (one for one in room.asks("team_lead") if one.id == f"choose_measure:{node}")
    assert ask.text.id == "ask.choose_measure"
    assert set(ask.needs) == {"indicator", "unit", "direction", "target", "target_date"}


def test_without_an_owner_who_named_one_first_is_asked() -> None:
    room = small(CALM, at="r4.open")
    node = room.node(CALM_NODE).id
    room.when("citizen_rep", cm.Nominate(node=node, role="unit_manager")).then()
    room.desk(cm.Reveal()).then()
    for command in (cm.Resolve(), cm.NextRound(), cm.OpenRound()):
        room.desk(command).then()
    assert asked(room, "choose_measure") == (room.seat("citizen_rep").id,)
    (ask,) = (one for one in room.asks("citizen_rep") if one.do == "choose_measure")
    assert ask.text.id == "ask.choose_measure.first"


def test_with_nobody_named_one_from_the_line_is_asked() -> None:
    room = measuring()
    (seat,) = asked(room, "choose_measure")
    assert seat in {room.seat(role).id for role in ROOM[:4]}


def test_with_nobody_from_the_line_nobody_is_asked() -> None:
    room = measuring(players=("staff_rep", "citizen_rep", "project_manager", "budget_holder"))
    assert not any(question.startswith("choose") for question in now(room.state).asked)


def test_an_effect_card_says_how_it_is_counted_in_the_games_language() -> None:
    room = reached("r5.open")
    asks = [ask for seat in room.state.seats for ask in room.asks(seat)]
    ask = next(one for one in asks if one.do == "choose_measure")
    assert ask.needs == ("target", "target_date")
    assert set(ask.d) == {"node", "card", "indicator", "unit", "direction"}


def read(value: Any, language: str) -> str:
    return word(value, language, {})


def suggested(room: Room) -> tuple[str, dict[str, Any]]:
    """Somebody who is asked for the measure of a card, and the question as the phone has it."""
    return next(
        (seat, ask)
        for seat in room.state.seats
        for ask in room.see("player", seat)["asks"]
        if ask["do"] == "choose_measure" and "indicator" in ask["d"]
    )


def test_what_the_card_suggests_is_read_in_the_readers_language_and_kept_in_the_games() -> None:
    room = reached("r5.open")
    seat, ask = suggested(room)
    card = CARDS[ask["d"]["card"]]
    unit = CARDS[room.state.map.nodes[ask["d"]["node"]].card or ""].unit
    assert unit is not None
    for language in ("da", "en"):
        said = [read(ask["d"][name], language) for name in ("indicator", "unit")]
        assert said == [getattr(card.title, language), getattr(unit, language)]
    typed = {**ask["d"], "indicator": card.title.en, "unit": unit.en}
    room.when(seat, cm.ChooseMeasure(**typed, target="3", target_date=DAY)).then(ev.MeasureSet)
    node = ask["d"]["node"]
    kept = room.state.map.measures[node]
    assert (kept.indicator, kept.unit) == (card.title.da, unit.da)
    shown = room.see("player", seat)[f"measure/{node}"]
    assert read(shown["indicator"], "en") == card.title.en
    assert read(shown["unit"], "en") == unit.en
    questions = [one for seat in room.state.seats for one in room.asks(seat)]
    judged = next(one for one in questions if one.id == f"judge_measure:{node}")
    assert f"{card.title.en} ({unit.en})" in read(judged.text, "en")
    guessed = next(one for one in questions if one.id == f"estimate:{node}")
    assert f"({unit.en})" in read(guessed.text, "en")


def test_a_measure_in_the_owners_own_words_is_read_as_it_was_typed() -> None:
    room = calm()
    room.when("team_lead", choose(room, "team_lead", unit="timer om ugen")).then(ev.MeasureSet)
    shown = room.see("player", "s_01")[f"measure/{room.node(CALM_NODE).id}"]
    assert read(shown["indicator"], "en") == "Antal afbrydelser"
    assert read(shown["unit"], "en") == "timer om ugen"


def test_the_facilitator_may_ask_somebody_else() -> None:
    room = calm()
    node, other = room.node(CALM_NODE).id, room.seat("process_owner").id
    room.desk(cm.AssignMeasure(node=node, seat=other)).then(ev.Asked)
    assert f"choose_measure:{node}" in room.ask_ids("process_owner")
    room.when("process_owner", choose(room, "process_owner")).then(ev.MeasureSet)
    assert room.state.map.measures[node].chosen_by == other


def test_a_measure_is_put_to_somebody_in_the_room_while_the_round_is_open() -> None:
    room = calm()
    node = room.node(CALM_NODE).id
    missing = room.desk(cm.AddAbsent(role="partner", name="Ida")).first(ev.SeatTaken).seat
    room.desk(cm.AssignMeasure(node=node, seat=missing)).refused("seat.unknown")
    room.desk(cm.Reveal()).then()
    room.desk(cm.AssignMeasure(node=node, seat="s_01")).refused("round.step")


def test_nobody_else_chooses_it() -> None:
    room = calm()
    room.when("citizen_rep", choose(room, "citizen_rep")).refused("measure.not_yours")


def test_a_benefit_parked_meanwhile_is_not_asked_about() -> None:
    room = calm()
    room.desk(cm.Park(node=room.node(CALM_NODE).id)).then()
    assert not any(room.node(CALM_NODE).id in ask for ask in room.ask_ids("team_lead"))


def test_after_closing_the_owner_still_fills_it_in_and_nobody_judges() -> None:
    room = calm()
    room.desk(cm.Close()).then()
    room.when("citizen_rep", choose(room, "citizen_rep")).refused("measure.not_yours")
    made = room.when("team_lead", choose(room, "team_lead"))
    made.then(ev.MeasureSet, ev.MapVersioned)
    assert not any(isinstance(event, ev.Asked) for event in made.events)


def test_after_closing_who_would_have_been_asked_fills_in_what_nobody_owns() -> None:
    room = small(CALM, at="r4.open")
    node = room.node(CALM_NODE).id
    room.when("citizen_rep", cm.Nominate(node=node, role="unit_manager")).then()
    room.desk(cm.Reveal()).then()
    room.desk(cm.Close()).then()
    room.when("citizen_rep", choose(room, "citizen_rep")).then(ev.MeasureSet)


# --- what is typed -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"direction": "sideways"}, "measure.direction"),
        ({"indicator": " "}, "text.missing"),
        ({"unit": "x" * 81}, "text.too_long"),
        ({"target": "mange"}, "value.format"),
        ({"target_date": "snart"}, "date.format"),
        ({"baseline": "1e3"}, "value.format"),
        ({"baseline_plan": "2027-02-30"}, "date.format"),
        ({"card": "B1"}, "card.wrong_family"),
        ({"card": "I99"}, "card.wrong_family"),
        ({"target": "-1"}, "measure.base"),
        ({"budget_year": "We tried it in one district and it worked"}, "measure.budget_year"),
        ({"budget_year": "27"}, "measure.budget_year"),
        ({"budget_year": "1927"}, "measure.budget_year"),
        ({"budget_year": "2028/27"}, "measure.budget_year"),
        ({"budget_year": "2027-2077"}, "measure.budget_year"),
        ({"target": "0", "baseline": "9", "base": "8"}, "measure.base"),
    ],
)
def test_a_measure_that_cannot_be_is_refused(given: dict[str, str], code: str) -> None:
    room = calm()
    room.when("team_lead", choose(room, "team_lead", **given)).refused(code)


@pytest.mark.parametrize(
    "given",
    [
        {"base": "8"},
        {"baseline": "9", "base": "9"},
        {"direction": "up", "target": "-1", "baseline": "-5"},
        {"card": "I4", "baseline_plan": "2027-02-01"},
        {"budget_year": "2027-2028"},
        {"budget_year": "2027/28"},
        {"budget_year": "2027 – 2028"},
        {"population": "Alle", "budget_year": "2028", "baseline_date": "2026-01-01"},
    ],
)
def test_a_measure_that_can_be_is_kept(given: dict[str, str]) -> None:
    room = calm()
    room.when("team_lead", choose(room, "team_lead", **given)).then(ev.MeasureSet)
    kept = measure(room)
    for name, value in given.items():
        assert getattr(kept, name) == value
    assert f"choose_measure:{kept.node}" not in room.ask_ids("team_lead")


# --- can it be counted? --------------------------------------------------------------------------


def judged(*said: bool) -> Room:
    room = calm()
    room.when("team_lead", choose(room, "team_lead")).then(ev.MeasureSet, ev.Asked)
    for seat, countable in zip(asked(room, "judge_measure"), said, strict=False):
        command = cm.JudgeMeasure(node=measure(room).node, countable=countable)
        room.when(seat, command).then(ev.AnswerGiven)
    return room


def test_two_others_are_asked_whether_a_measure_can_be_counted() -> None:
    room = judged()
    judges = asked(room, "judge_measure")
    assert len(judges) == 2
    assert room.seat("team_lead").id not in judges
    question = f"judge_measure:{measure(room).node}"
    assert all(question in room.ask_ids(seat) for seat in judges)
    command = cm.JudgeMeasure(node=measure(room).node, countable=True)
    room.when(judges[0], command).then(ev.AnswerGiven)
    assert question not in room.ask_ids(judges[0])
    room.when("team_lead", command).refused("measure.not_asked")


@pytest.mark.parametrize(
    ("said", "countable"),
    [((True, True), True), ((True, False), False), ((False,), False), ((), True)],
)
def test_one_who_says_it_cannot_be_counted_is_enough(
    said: tuple[bool, ...], *, countable: bool
) -> None:
    assert measure(judged(*said)).countable == countable


def test_a_new_measure_is_judged_anew_by_others() -> None:
    room = judged(False, True)
    before = asked(room, "judge_measure")
    again = choose(room, "team_lead", indicator="Talte afbrydelser")
    room.when("team_lead", again).then(ev.MeasureSet, ev.Asked)
    assert measure(room).countable
    assert not set(before) & set(asked(room, "judge_measure"))
    seat = asked(room, "judge_measure")[0]
    room.when(seat, cm.JudgeMeasure(node=again.node, countable=True)).then(ev.AnswerGiven)
    assert measure(room).countable


def test_a_new_figure_leaves_the_judgement_standing() -> None:
    room = judged(False)
    made = room.when("team_lead", choose(room, "team_lead", target="4")).then(ev.MeasureSet)
    assert not any(isinstance(event, ev.Asked) for event in made.events)
    assert not measure(room).countable


# --- kroner --------------------------------------------------------------------------------------


def money(room: Room, seat: str, node: str, **given: str) -> None:
    known = {"indicator": "Lønbudget", "unit": "kr/år", "budget_line": "Løn", "target": "7"}
    room.when(seat, choose(room, seat, node, **{**known, **given})).then(ev.MeasureSet)


def sign(room: Room) -> None:
    """The budget holder puts their name under the payroll."""
    room.when("budget_holder", cm.CoSign(node=room.node(CHEAP_NODE).id)).then()


def told(room: Room, rule: str) -> list[str | None]:
    return [entry.node for entry in room.state.log if entry.rule == rule]


@pytest.mark.parametrize("unit", ["timer", "timer pr. år"])
def test_cash_in_hours_is_time_freed(unit: str) -> None:
    room = measuring(("unit_manager", CHEAP_NODE))
    money(room, "unit_manager", CHEAP_NODE, unit=unit)
    assert room.node(CHEAP_NODE).benefit_class == "T"
    assert told(room, "X10") == [room.node(CHEAP_NODE).id]


@pytest.mark.parametrize("unit", ["kr/år", "mio. kr. pr. år"])
def test_cash_shows_kroner_with_a_budget_line_and_a_signature_only(unit: str) -> None:
    room = measuring(("unit_manager", CHEAP_NODE))
    money(room, "unit_manager", CHEAP_NODE, unit=unit)
    assert not measure(room, CHEAP_NODE).kroner
    sign(room)
    assert measure(room, CHEAP_NODE).kroner
    money(room, "unit_manager", CHEAP_NODE, unit=unit, budget_line="")
    assert not measure(room, CHEAP_NODE).kroner


def test_a_signature_that_goes_takes_the_kroner_along() -> None:
    room = measuring(("unit_manager", CHEAP_NODE))
    money(room, "unit_manager", CHEAP_NODE)
    sign(room)
    room.desk(cm.SetRole(seat=room.seat("budget_holder").id, role="supplier")).then(ev.MeasureSet)
    assert not measure(room, CHEAP_NODE).kroner
    room.desk(cm.Undo()).then()
    assert measure(room, CHEAP_NODE).kroner


def test_a_cost_avoided_shows_kroner_and_time_freed_never_does() -> None:
    room = measuring(("unit_manager", AVOIDED[0]), ("team_lead", SPARED_NODE))
    money(room, "unit_manager", AVOIDED[0], indicator="Undgået løn")
    money(room, "team_lead", SPARED_NODE)
    assert measure(room, AVOIDED[0]).kroner
    assert not measure(room, SPARED_NODE).kroner


def test_a_class_set_later_is_heeded_at_once() -> None:
    room = measuring(("unit_manager", AVOIDED[0]))
    money(room, "unit_manager", AVOIDED[0])
    assert measure(room, AVOIDED[0]).kroner
    room.desk(cm.SetClass(node=room.node(AVOIDED[0]).id, class_="C")).then(ev.MeasureSet)
    assert not measure(room, AVOIDED[0]).kroner
    room.desk(cm.Undo()).then()
    assert measure(room, AVOIDED[0]).kroner


def test_time_freed_is_no_cash_by_its_class_alone() -> None:
    room = measuring(("team_lead", SPARED_NODE))
    money(room, "team_lead", SPARED_NODE, unit="timer")
    room.desk(cm.SetClass(node=room.node(SPARED_NODE).id, class_="C")).then(ev.NodeSet)
    assert room.node(SPARED_NODE).benefit_class == "T"


def test_what_is_parked_gives_the_kroner_back_to_what_counts_the_same() -> None:
    room = measuring(("unit_manager", CHEAP_NODE), ("process_owner", AVOIDED[0]))
    money(room, "process_owner", AVOIDED[0])
    money(room, "unit_manager", CHEAP_NODE)
    assert not measure(room, AVOIDED[0]).kroner
    room.desk(cm.Park(node=room.node(CHEAP_NODE).id)).then(ev.MeasureSet)
    assert measure(room, AVOIDED[0]).kroner


def test_the_same_kroner_twice_are_kept_nearest_the_goal_and_told_once() -> None:
    room = measuring(("unit_manager", CHEAP_NODE), ("process_owner", AVOIDED[0]))
    money(room, "process_owner", AVOIDED[0])
    money(room, "unit_manager", CHEAP_NODE)
    sign(room)
    assert measure(room, CHEAP_NODE).kroner
    assert not measure(room, AVOIDED[0]).kroner
    room.desk(cm.Reveal()).then()
    room.desk(cm.Resolve()).then()
    assert told(room, "X8") == [room.node(AVOIDED[0]).id]


def in_second_wave() -> tuple[Room, str]:
    """The room guessed the payroll far apart, and is asked for it once more."""
    room = small(CHEAP, CALM, at="r5.open")
    node = room.node(CHEAP_NODE).id
    for n, seat in enumerate(room.state.seats):
        figure = cm.GiveEstimate(node=node, value="1" if n < 3 else "9")
        room.when(seat, figure).then()
    for step in (cm.Reveal(), cm.OpenRound()):
        room.desk(step).then()
    return room, node


def test_a_second_wave_estimates_and_nothing_else() -> None:
    room, node = in_second_wave()
    asked = [ask for seat in room.state.seats for ask in room.asks(seat)]
    assert {ask.do for ask in asked if not ask.optional} == {"estimate"}
    seat = now(room.state).asked[f"choose_measure:{node}"][0]
    room.when(seat, choose(room, seat, CHEAP_NODE)).refused("round.step")
    room.desk(cm.Close()).then()
    room.when(seat, choose(room, seat, CHEAP_NODE)).then(ev.MeasureSet)


def test_an_end_that_nobody_had_a_figure_for_is_asked_about_once_more() -> None:
    room = small(CALM, at="r5.open", variant="extended90")
    node = room.node(CALM[0]).id
    room.desk(cm.Reveal()).then()
    room.desk(cm.OpenRound()).then()
    assert f"estimate:{node}" in room.ask_ids("s_01")
    room.desk(cm.Reveal()).then()
    room.desk(cm.OpenRound()).refused("round.step")


# --- kroner and who signed for them --------------------------------------------------------------


def stale(room: Room) -> set[str]:
    """The measures whose kroner stand where they may not, or the other way about."""
    showing = shows_kroner(room.state.map)
    return {
        node for node, one in room.state.map.measures.items() if one.kroner != (node in showing)
    }


def signed() -> Room:
    room = measuring(("unit_manager", CHEAP_NODE), ("process_owner", AVOIDED[0]))
    money(room, "unit_manager", CHEAP_NODE)
    sign(room)
    assert measure(room, CHEAP_NODE).kroner
    return room


def test_kroner_that_come_back_by_an_undo_stand_once() -> None:
    room = signed()
    room.desk(cm.Park(node=room.node(CHEAP_NODE).id)).then()
    money(room, "process_owner", AVOIDED[0])
    assert measure(room, AVOIDED[0]).kroner
    room.desk(cm.Undo()).then(ev.Undone, ev.MeasureSet)
    assert stale(room) == set()


@pytest.mark.parametrize("way", ["claim", "nominate", "resolve_contest"])
def test_another_owner_has_not_been_signed_for(way: str) -> None:
    room = signed()
    node = room.node(CHEAP_NODE).id
    room.advance_to("r6.revealed")
    room.when("unit_manager", cm.Decline(node=node)).then()
    if way == "claim":
        room.when("head_of_operations", cm.Claim(node=node)).then(ev.AssignmentSet)
    elif way == "nominate":
        named = cm.Nominate(node=node, role="head_of_operations")
        room.when("unit_manager", named).then(ev.AssignmentSet)
    else:
        head = room.seat("head_of_operations").id
        room.desk(cm.ResolveContest(node=node, seat=head)).then(ev.AssignmentSet)
    assert stale(room) == set()
    assert not measure(room, CHEAP_NODE).kroner


def test_what_is_counted_in_hours_keeps_its_owner_when_it_is_called_cash() -> None:
    room = measuring(("team_lead", SPARED_NODE))
    money(room, "team_lead", SPARED_NODE, unit="timer")
    node = room.node(SPARED_NODE).id
    held = room.state.map.assignments[node]
    room.desk(cm.SetClass(node=node, class_="C")).then()
    assert room.node(SPARED_NODE).benefit_class == "T"
    assert room.state.map.assignments[node] == held


def test_nobody_is_asked_for_a_measure_in_the_second_wave() -> None:
    room, node = in_second_wave()
    room.desk(cm.AssignMeasure(node=node, seat="s_01")).refused("round.step")
