"""The next game starts from the newest map."""

from __future__ import annotations

import json

import pytest

from game import new_game, replay
from game.map_json import drawn_json, map_bytes, map_content
from game.model import GoalText
from tests.game import pas
from tests.game.dsl import Room


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
