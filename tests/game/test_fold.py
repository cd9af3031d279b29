"""Small steps that folds are made of."""

from __future__ import annotations

import dataclasses

import pytest

from game.fold import put, replace
from game.model import EMPTY, State


def test_a_copy_is_what_dataclasses_would_make_of_it() -> None:
    changed = replace(EMPTY, seq=3, phase="playing")
    assert changed == dataclasses.replace(EMPTY, seq=3, phase="playing")
    assert State() == EMPTY


def test_a_field_that_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(KeyError):
        replace(EMPTY, colour="red")  # type: ignore[call-arg]  # what is tested


def test_what_is_put_into_a_fresh_copy_is_not_in_what_it_was_copied_from() -> None:
    copy = replace(EMPTY)
    put(copy, seq=3)
    assert (copy.seq, EMPTY.seq) == (3, 0)
