"""The view invariant (protocol.md 8) over whole games with the real rules."""

import random
from collections import Counter
from typing import Any

import orjson
import pytest

from app.frames import Frames, Viewer
from app.rulebook import RULEBOOK
from game.model import State
from support.bots import Game
from support.live import Json, apply

GAMES = [
    (seed, variant) for seed in range(2) for variant in ("short30", "standard60", "extended90")
]


class Names(dict[str, str]):
    """Everybody is called after their id."""

    def get(self, person: str, default: Any = None) -> str:  # type: ignore[override]  # noqa: ARG002
        return f"Navn {person}"


def viewers(state: State) -> list[Viewer]:
    kinds: list[tuple[str, str | None]] = [("board", None), ("facilitator", None)]
    kinds += [("player", seat) for seat in state.seats]
    return [Viewer(kind, seat, language) for kind, seat in kinds for language in ("da", "en")]


def whole(state: State, viewer: Viewer) -> Json:
    """The view as it is made from nothing."""
    frames = Frames(RULEBOOK, Names())
    frames.refresh(state)
    frame = frames.frame(viewer, 0, 0)
    assert frame is not None
    view: Json = {}
    apply(view, orjson.loads(frame.payload))
    return view


@pytest.mark.parametrize(("seed", "variant"), GAMES)
def test_frames_applied_one_after_the_other_give_the_whole_view(seed: int, variant: str) -> None:
    chance = random.Random(seed)
    game = Game(seed, variant, seats=6)
    frames = Frames(RULEBOOK, Names())
    views: dict[Viewer, tuple[int, int, Json]] = {}
    seen: Counter[str] = Counter()
    for state in game.states(700):
        seen[f"{state.round.key}.{state.round.step}" if state.round else state.phase] += 1
        if chance.random() < 0.3:
            continue  # more commands come before the next frame
        frames.refresh(state)
        for viewer in viewers(state):
            if chance.random() < 0.7:
                continue
            since, outside, view = views.get(viewer, (0, 0, {}))
            frame = frames.frame(viewer, since, outside)
            if frame is not None:
                apply(view, orjson.loads(frame.payload))
                views[viewer] = (frames.seq, frames.outside, view)
            if chance.random() < 0.1:
                assert view == whole(state, viewer)
    print(f"{sum(seen.values())} states, {len(seen)} moments, {len(views)} viewers")  # noqa: T201
    assert len(seen) > 8
