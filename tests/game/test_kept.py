"""What is kept of a game beside its states."""

from __future__ import annotations

import gc

from game.decide import ready
from game.kept import Kept
from game.setup import Setup
from tests.game.dsl import game


def setup() -> Setup:
    return Setup(project="p_1", code="K7QF3M", title="Pas", purpose="Enkel service", goals=())


def test_a_game_gets_what_was_put_last():
    kept, held = Kept[int](), setup()
    kept.put(held, 1)
    kept.put(held, 2)
    assert kept.get(held) == 2


def test_a_game_like_another_is_another_game():
    kept, held = Kept[int](), setup()
    kept.put(held, 1)
    assert kept.get(setup()) is None


def test_nothing_is_kept_of_a_game_that_is_gone():
    kept, held = Kept[object](), setup()
    kept.put(held, object())
    del held
    gc.collect()
    assert not kept._found


def test_questions_that_were_kept_are_those_that_would_be_put():
    room = game()
    for moment in ("r1.open", "r2.open", "r2.vote", "r4.revealed", "r5.open", "r6.revealed"):
        room.advance_to(moment)
        for seat in room.state.seats:
            assert ready.asks(room.state, seat) == ready._asks(room.state, seat)
            assert ready.asks(room.state, seat) is ready.asks(room.state, seat)
