"""Games of a project follow each other, and one at a time holds its map."""

from __future__ import annotations

import pytest

from game import commands as cm
from game import events as ev
from game import replay
from game.model import FACILITATOR, SHELL
from tests.game import pas
from tests.game.dsl import Room, content_of, game, next_game


@pytest.fixture
def closed() -> Room:
    room = game()
    room.desk(cm.Close()).then(ev.GameClosed)
    return room


def test_a_next_game_takes_what_was_edited_since_its_lobby_was_opened(closed: Room) -> None:
    lobby = next_game(closed)
    closed.desk(cm.Rename(node="n1", title="Hurtig service")).then(ev.MapVersioned)
    newest = closed.state.version
    take = cm.TakeMap(begins=True, version=newest, content=content_of(closed))
    lobby.when(SHELL, take).then(ev.MapRenewed, ev.NodeMade, ev.MapTaken)
    assert lobby.node("n1").title == "Hurtig service"
    lobby.desk(cm.Start()).then(ev.GameStarted)
    lobby.advance_to("r0.resolved")
    assert lobby.state.version == newest + 1
    assert replay(lobby.events) == lobby.state


def test_a_next_game_that_knows_the_newest_map_keeps_it(closed: Room) -> None:
    lobby = next_game(closed)
    before = lobby.state.map
    lobby.when(SHELL, cm.TakeMap(begins=True, version=closed.state.version)).then(ev.MapTaken)
    assert lobby.state.map is before


def test_a_move_made_in_the_lobby_is_not_undone_onto_the_old_map(closed: Room) -> None:
    lobby = next_game(closed)
    lobby.desk(cm.SetRole(seat="s_01", role="director")).then()
    closed.desk(cm.Rename(node="n1", title="Hurtig service")).then()
    take = cm.TakeMap(begins=True, version=closed.state.version, content=content_of(closed))
    lobby.when(SHELL, take).then()
    assert lobby.desk(cm.Undo()).code is not None
    assert lobby.node("n1").title == "Hurtig service"


def test_a_next_game_closed_in_its_lobby_leaves_the_map_to_the_one_before(closed: Room) -> None:
    lobby = next_game(closed)
    closed.desk(cm.Rename(node="n1", title="Hurtig service")).then()
    newest = closed.state.version
    take = cm.TakeMap(begins=False, version=newest, content=content_of(closed))
    assert ev.MapTaken not in map(type, lobby.when(SHELL, take).then().events)
    final = lobby.desk(cm.Close()).then(ev.GameClosed, ev.MapVersioned).first(ev.MapVersioned)
    assert final.version == newest + 1
    assert lobby.node("n1").title == "Hurtig service"
    lobby.desk(cm.Rename(node="n1", title="Andet")).refused("game.followed")


def test_a_next_game_that_began_in_its_lobby_is_edited_after_it_closed(closed: Room) -> None:
    lobby = next_game(closed)
    lobby.when(SHELL, cm.TakeMap(begins=True)).then(ev.MapTaken)
    lobby.desk(cm.Close()).then()
    lobby.desk(cm.Rename(node="n1", title="Andet")).then(ev.MapVersioned)


def test_a_followed_game_is_edited_no_more_and_asks_nobody_anything() -> None:
    room = pas.play()
    owner = next(seat for seat in room.state.seats if room.asks(seat))
    ask = room.asks(owner)[0]
    room.when(SHELL, cm.HandOn()).then(ev.GameFollowed)
    assert not any(room.asks(seat) for seat in room.state.seats)
    room.answer(owner, ask).refused("game.followed")
    for edit in (
        cm.Rename(node="n1", title="Andet"),
        cm.Undo(),
        cm.AddAbsent(role="director"),
        cm.GiveReason(rule="V14", text="Ingen borgere"),
    ):
        room.desk(edit).refused("game.followed")
    room.when(owner, cm.SetLanguage(language="en")).then(ev.LanguageSet)
    room.desk(cm.Show(view="map")).then(ev.ViewShown)
    assert replay(room.events) == room.state


def test_only_a_closed_game_is_followed_and_only_once(closed: Room) -> None:
    closed.when(SHELL, cm.HandOn()).then(ev.GameFollowed)
    assert closed.when(SHELL, cm.HandOn()).then().events == ()
    assert game().when(SHELL, cm.HandOn()).then().events == ()


def test_handing_on_is_the_shells_alone(closed: Room) -> None:
    closed.when(FACILITATOR, cm.HandOn()).refused("command.not_yours")
