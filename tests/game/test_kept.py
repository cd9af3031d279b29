"""What may be thrown away: kept by game, and gone with it."""

from __future__ import annotations

import gc
from weakref import ref

from game.kept import Kept, latest
from game.model import Setup, State


def setup() -> Setup:
    return Setup(project="p", code="K7QF3M", title="Pas", purpose="Pas", goals=())


def test_a_game_is_known_by_its_very_setup() -> None:
    kept: Kept[int] = Kept()
    one, other = setup(), setup()
    kept.put(one, 1)
    assert kept.get(one) == 1
    assert kept.get(other) is None
    kept.put(one, 2)
    assert kept.get(one) == 2


def test_what_was_kept_goes_with_its_game() -> None:
    kept: Kept[int] = Kept()
    one = setup()
    kept.put(one, 1)
    del one
    gc.collect()
    assert kept._found == {}


def test_a_game_that_took_anothers_place_is_not_forgotten_for_it() -> None:
    kept: Kept[int] = Kept()
    here, gone = setup(), setup()
    kept.put(here, 1)
    kept._forget(id(here), ref(gone))
    kept._forget(0, ref(gone))
    assert kept.get(here) == 1


def test_the_latest_answer_is_given_again_for_the_same_state_alone() -> None:
    asked: list[int] = []

    @latest
    def count(state: State) -> int | None:
        asked.append(state.seq)
        return state.seq or None

    none, one = State(), State(seq=1)
    assert [count(one), count(one), count(none), count(none), count(one)] == [1, 1, None, None, 1]
    assert asked == [1, 0, 1]


def test_a_state_that_is_equal_and_another_one_is_asked_about_anew() -> None:
    asked: list[State] = []
    count = latest(asked.append)
    count(State())
    count(State())
    assert len(asked) == 2
