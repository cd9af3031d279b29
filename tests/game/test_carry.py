"""The next game starts from the newest map."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from game import commands as cm
from game import events as ev
from game import new_game, replay
from game.findings import findings
from game.map_json import drawn_json, map_bytes, map_content
from game.model import GoalText, Note
from game.survey import Context
from tests.game import pas
from tests.game.dsl import Room, game, next_game
from tests.game.reached import CALM, Benefit, now, small


@pytest.fixture(scope="module")
def played() -> Room:
    return pas.play()


def test_a_second_game_begins_with_the_map_of_the_first(played: Room) -> None:
    content = json.loads(map_bytes(map_content(played.state)))
    state = replay(new_game(played.state.rules, "another seed", content))
    again = json.loads(json.dumps(drawn_json(state.map, "da")))
    for part in ("goals", "nodes", "edges", "assignments", "measures", "estimates", "challenges"):
        assert again[part] == content[part], part
    assert [action["id"] for action in again["actions"]] == [a["id"] for a in content["actions"]]


def test_an_unrenamed_card_is_shown_in_the_readers_language_again(played: Room) -> None:
    content = json.loads(map_bytes(map_content(played.state)))
    state = replay(new_game(played.state.rules, "another seed", content))
    titles = {node.label: node.title for node in state.map.nodes.values()}
    assert titles["B3"] is None
    assert titles["B1"] == "Kortere besøg pr. ansøgning"


def test_a_goal_added_since_comes_with_its_own_id_and_label(played: Room) -> None:
    content = json.loads(map_bytes(map_content(played.state)))
    rules = played.state.rules
    added = Room(rules, "seed").state.rules
    setup = type(added)(
        **{
            name: getattr(rules, name)
            for name in ("project", "code", "title", "purpose", "enablers", "language")
        },
        goals=(*rules.goals, GoalText(text="Glade medarbejdere")),
    )
    state = replay(new_game(setup, "another seed", content))
    new = [node for node in state.map.nodes.values() if node.title == "Glade medarbejdere"]
    assert [node.label for node in new] == ["G3"]
    assert len(state.map.nodes) == len(content["goals"]) + len(content["nodes"]) + 1


def test_what_nobody_could_say_is_as_thin_in_the_next_game() -> None:
    room = small(CALM, at="r5.open")
    node = room.node(CALM[0]).id
    for number, seat in enumerate(now(room.state).asked[f"estimate:{node}"]):
        value = None if number < 3 else "5"
        room.when(seat, cm.GiveEstimate(node=node, value=value)).then()
    room.advance_to("r5.resolved")
    room.desk(cm.Close()).then()
    thin = [one for one in findings(room.state.map, Context()) if one.rule == "X12"]
    assert [one.node for one in thin] == [node]
    again = next_game(room)
    assert [one for one in findings(again.state.map, Context()) if one.rule == "X12"] == thin


def test_a_reason_that_was_recorded_holds_in_the_next_game() -> None:
    room = small(CALM)
    room.desk(cm.GiveReason(rule="V14", text="Kun for medarbejdere")).then()
    room.desk(cm.Close()).then()
    assert next_game(room).state.map.reasons == {"V14": "Kun for medarbejdere"}


def test_a_minority_note_hangs_on_its_node_in_the_next_game_too() -> None:
    room = small(CALM, at="r2.resolved")
    node, seat = room.node(CALM[0]), room.seat("staff_rep")
    noted = [
        Note(id="b", node=node.id, kind="minority", text="Nej", signed_by=seat.person),
        Note(id="a", node=node.id, kind="minority", text="Heller ikke jeg"),
        Note(id="c", node=node.id, kind="premortem", text="Ingen tid"),
        Note(id="d", node=node.id, kind="minority", text=None),
        Note(id="e", node="n99", kind="minority", text="Om noget, der er væk"),
    ]
    notes = {one.id: one for one in noted}
    room.state = replace(room.state, map=replace(room.state.map, notes=notes))
    carried = next_game(room).state.map.notes
    assert list(carried.values()) == [noted[1], noted[0]]


def test_a_goal_or_deliverable_that_was_renamed_is_not_laid_out_once_more() -> None:
    room = game()
    for name in ("G1", "E2"):
        room.desk(cm.Rename(node=room.node(name).id, title=f"Nyt navn {name}")).then()
    room.desk(cm.Close()).then()
    titles = [node.title for node in next_game(room).state.map.nodes.values()]
    assert titles == ["Nyt navn G1", "Lavere udgifter", "Digital ansøgning", "Nyt navn E2"]


def test_two_that_the_facilitator_said_are_not_alike_stay_so_in_the_next_game() -> None:
    other: Benefit = ("Mere ro i salen", "employees", "N")
    room = small(CALM, other, at="r2.resolved")
    pair = (room.node(CALM[0]).id, room.node(other[0]).id)
    room.desk(cm.DismissMerge(nodes=pair)).then(ev.MergeDismissed)
    room.desk(cm.Close()).then()
    assert next_game(room).state.dismissed == room.state.dismissed


def test_a_card_that_nobody_answered_can_be_answered_in_the_next_game() -> None:
    room = small(CALM, at="r6.open")
    for step in (cm.Reveal(), cm.Resolve(), cm.Close()):
        room.desk(step).then()
    (old,) = room.state.map.challenges
    after = next_game(room)
    after.desk(cm.Start()).then()
    after.advance_to("r6.revealed")  # everybody answers what they are asked
    made = after.state.map.challenges[old]
    assert (made.asked, made.state) == (None, "answered")
