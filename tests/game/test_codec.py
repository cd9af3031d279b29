"""Events as plain values, public and private apart."""

from __future__ import annotations

import json

import pytest

from game import commands as cm
from game import replay
from game.events import Event, GameCreated, from_parts, to_parts
from tests.game import pas
from tests.game.dsl import Room, game


@pytest.fixture(scope="module")
def events() -> list[Event]:
    return pas.play().events


def test_every_event_of_a_game_comes_back_as_it_was(events: list[Event]) -> None:
    for event in events:
        public, hidden = (json.loads(json.dumps(part)) for part in to_parts(event))
        assert from_parts(public, hidden) == event


def test_without_private_parts_a_record_gives_the_same_map(events: list[Event]) -> None:
    public = replay(from_parts(to_parts(event)[0], None) for event in events)
    whole = replay(events)
    shown = {key: node for key, node in public.map.nodes.items() if node.state != "rejected"}
    assert shown == {key: one for key, one in whole.map.nodes.items() if one.state != "rejected"}
    assert public.map.edges == whole.map.edges
    assert public.map.assignments == whole.map.assignments
    assert public.map.estimates == whole.map.estimates
    assert public.version == whole.version


def test_public_parts_hold_no_seed_no_seat_of_a_play_and_no_unsettled_words() -> None:
    room = Room(game().state.rules, "a secret seed")
    public, hidden = to_parts(room.events[0])
    assert isinstance(room.events[0], GameCreated)
    assert "a secret seed" not in json.dumps(public)
    assert hidden == {"seed": "a secret seed"}


def test_words_rejected_before_the_round_is_settled_are_in_no_public_part() -> None:
    room = game().advance_to("r2.open")
    blank = cm.PlayCard(card="blank", text="Fyr Bent", perspective="employees")
    room.when("team_lead", blank).then()
    room.desk(cm.Reveal()).then()
    node = room.nodes("benefit")[0].id
    room.desk(cm.Reject(node=node, text="Nævner en person")).then()
    room.advance_to("r2.resolved")
    public = json.dumps([to_parts(event)[0] for event in room.events], ensure_ascii=False)
    assert "Fyr Bent" not in public
    assert "Nævner en person" in public
