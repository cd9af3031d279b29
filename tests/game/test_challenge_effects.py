"""What the answer to a challenge card does (game.md 10)."""

from __future__ import annotations

from dataclasses import replace

from game import commands as cm
from game import events as ev
from tests.game.reached import (
    AVOIDED,
    CALM,
    CHEAP,
    edges,
    now,
    small,
)
from tests.game.storms import TO_STORM, answer, dealt, storm

DAY = "2027-12-01"
CALM_NODE = "Mere ro"


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
    twice = room.node(AVOIDED[0]).id
    as_before = replace(room.state.map.measures[twice], indicator=f"Løn {CHEAP[0]}", kroner=True)
    measures = {**room.state.map.measures, twice: as_before}
    room.state = replace(room.state, map=replace(room.state.map, measures=measures))
    nodes = (room.node(CHEAP[0]).id, room.node(AVOIDED[0]).id)
    answer(room, dealt(room, "U3", CHEAP[0]), nodes=nodes)
    assert not room.state.map.measures[twice].kroner


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
