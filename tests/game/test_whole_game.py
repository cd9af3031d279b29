"""Whole games by players who answer what they are asked (protocol.md 8)."""

from __future__ import annotations

import random

import pytest

from game import commands as cm
from game import events as ev
from game import replay
from game.decide.ready import asks, plays_left
from game.map_json import content_hash, map_bytes, map_content
from tests.game.dsl import ANSWERS, ROOM, Room, game

PUBLIC = ("choose_measure", "judge_measure", "accept")
"""What everybody sees at once, even while a round is open: there the first one counts."""
VARIANTS = ("short30", "standard60", "standard75", "extended90")
SEATS = tuple(f"s_{number:02d}" for number in range(1, 9))


def hashes(room: Room) -> list[str]:
    return [event.hash for event in room.events if isinstance(event, ev.MapVersioned)]


def map_hash(room: Room) -> str:
    return content_hash(map_bytes(map_content(room.state)))


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("optional", [False, True])
def test_a_room_that_answers_what_it_is_asked_plays_to_the_end(
    variant: str,
    optional: bool,  # noqa: FBT001 - by parametrize
) -> None:
    room = game(variant=variant).advance_to("closed", optional=optional)
    assert replay(room.events) == room.state
    assert any(node.type == "benefit" and node.counts for node in room.state.map.nodes.values())
    assert hashes(room)[-1].startswith("sha256:")


@pytest.mark.parametrize("players", [1, 2, 4, 13, 30])
def test_rooms_of_any_size_play_to_the_end(players: int) -> None:
    roles = [ROOM[number % len(ROOM)] for number in range(players)]
    room = game(roles, variant="short30").advance_to("closed")
    assert replay(room.events) == room.state


def test_the_same_seed_and_plays_give_the_same_maps() -> None:
    first = game(variant="standard60").advance_to("closed")
    second = game(variant="standard60").advance_to("closed")
    assert hashes(first) == hashes(second)


def test_the_whole_game_goes_on_from_a_replay_at_every_step() -> None:
    whole = game(variant="short30").advance_to("closed")
    room = game(variant="short30")
    for _ in range(100):
        room.state = replay(room.events)
        if room.moment == "closed":
            break
        room._play_on(optional=False)
    assert hashes(room) == hashes(whole)


def secret_commands(room: Room, chance: random.Random) -> list[tuple[str, cm.Command]]:
    """What each seat would send in this open step, by its hand and its questions."""
    found: list[tuple[str, cm.Command]] = []
    assert room.state.round is not None
    for seat in SEATS:
        hand = room.state.round.hands.get(seat, ())
        left = plays_left(room.state, seat)
        found += [(seat, cm.PlayCard(card=card)) for card in hand[:left]]
        for ask in asks(room.state, seat):
            if ask.do in PUBLIC:
                continue
            given = {
                name: chance.choice(ask.options[name])[0] if name in ask.options else ANSWERS[name]
                for name in ask.needs
            }
            if ask.needs == ("text",):
                given["text"] = chance.choice(("Vagtplanen lægges om", "Ny arbejdsgang"))
            found.append((seat, cm.COMMANDS[ask.do](**ask.d, **given)))
    return found


def play_open(moment: str, shuffle: random.Random | None) -> Room:
    room = game().advance_to(moment)
    sent = secret_commands(room, random.Random(7))
    if shuffle is not None:
        shuffle.shuffle(sent)
    for seat, command in sent:
        if room.moment == moment:
            room.when(seat, command)
    if room.moment == moment:
        room.desk(cm.Reveal()).then()
    return room


@pytest.mark.parametrize("moment", ["r1.open", "r2.open", "r3.open", "r4.open", "r5.open"])
def test_plays_sent_in_any_order_before_the_reveal_give_the_same_map(moment: str) -> None:
    straight = play_open(moment, None)
    for seed in range(3):
        assert map_hash(play_open(moment, random.Random(seed))) == map_hash(straight)


@pytest.mark.parametrize("moment", ["r1.open", "r2.open", "r3.open", "r4.open", "r6.open"])
def test_nothing_others_see_depends_on_what_one_seat_secretly_played(moment: str) -> None:
    rooms = [game().advance_to(moment) for _ in range(2)]
    sent = [secret_commands(room, random.Random(1)) for room in rooms]
    mine = next(seat for seat, _ in sent[0])
    first = next(command for seat, command in sent[0] if seat == mine)
    for room, command in zip(rooms, (first, _other(room=rooms[1], seat=mine)), strict=True):
        room.when(mine, command).then()
    assert rooms[0].state != rooms[1].state
    for kind in ("board", "facilitator"):
        assert rooms[0].see(kind) == rooms[1].see(kind)
    for seat in SEATS:
        if seat != mine:
            assert rooms[0].see("player", seat) == rooms[1].see("player", seat)
    public = [[ev.to_parts(event)[0] for event in room.events] for room in rooms]
    assert public[0] == public[1]


def _other(room: Room, seat: str) -> cm.Command:
    """Another secret play of the same kind by the same seat."""
    commands = [command for one, command in secret_commands(room, random.Random(1)) if one == seat]
    first = commands[0]
    if isinstance(first, cm.PlayCard):
        return commands[1]
    if isinstance(first, cm.ConfirmGoal):
        return cm.ConfirmGoal(goal=first.goal, fist=1, text="Noget andet")
    if isinstance(first, cm.ProposeChange):
        return cm.ProposeChange(node=first.node, text="Noget helt andet")
    if isinstance(first, cm.Claim):
        ask = next(one for one in asks(room.state, seat) if one.do == "claim")
        return cm.Claim(node=next(v for v, _ in ask.options["node"] if v != first.node))
    assert isinstance(first, cm.Premortem)
    return cm.Premortem(node=first.node, text="Noget helt andet")
