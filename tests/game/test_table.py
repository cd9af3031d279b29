"""When a command is allowed: the table of game.md 2.1."""

from __future__ import annotations

import pytest

from game.decide.table import LATER, MOMENTS, is_allowed
from tests.game.dsl import game


@pytest.mark.parametrize("do", sorted(LATER))
def test_what_stays_open_is_closed_in_the_lobby_and_open_after_closing(do: str) -> None:
    room = game()
    assert not is_allowed(room.state, do)
    room.advance_to("closed")
    assert is_allowed(room.state, do)


def test_what_stays_open_begins_at_its_own_step() -> None:
    room = game().advance_to("r4.open")
    assert not is_allowed(room.state, "accept")
    room.advance_to("r4.revealed")
    assert is_allowed(room.state, "accept")
    room.advance_to("r6.open")
    assert is_allowed(room.state, "accept")
    assert not is_allowed(room.state, "answer_challenge")


@pytest.mark.parametrize("do", sorted(MOMENTS))
def test_a_command_is_allowed_in_the_moments_of_its_row_and_no_other(do: str) -> None:
    room = game()
    seen = set()
    for moment in ("lobby", "r1.open", "r2.open", "r2.second", "r2.vote", "r3.open", "r5.open"):
        room.advance_to(moment)
        if is_allowed(room.state, do):
            seen.add(moment)
    assert seen == {one for one in MOMENTS[do] if one in room_moments()}


def room_moments() -> set[str]:
    return {"lobby", "r1.open", "r2.open", "r2.second", "r2.vote", "r3.open", "r5.open"}


def test_the_half_hour_asks_for_changes_while_owners_answer() -> None:
    room = game(variant="short30").advance_to("r4.revealed")
    assert is_allowed(room.state, "propose_change")
    assert not is_allowed(game().advance_to("r4.revealed").state, "propose_change")
