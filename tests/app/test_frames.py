"""The view invariant and the secrecy of frames (protocol.md 8), with a game of a few commands."""

import random
from collections.abc import Iterator

import orjson
import pytest

from app.frames import Frames, Viewer, text_frame
from game import commands as cm
from game import events as ev
from game.errors import RuleError
from game.model import FACILITATOR, SHELL, State
from support.fake_game import FAKE, decide, new_game
from support.live import Json, apply

AT = 1_795_000_000_000
NAMES = {f"p_s_{n:02d}": f"Navn {n}" for n in range(1, 9)}
SEATS = ("s_01", "s_02", "s_03")


def states(seed: int, length: int = 60) -> Iterator[State]:
    """A game of random commands, state by state."""
    state = FAKE.empty
    for event in new_game():
        state = FAKE.evolve(state, event)
    chance = random.Random(seed)
    for _ in SEATS:
        state = step(state, SHELL, cm.TakeSeat(role="director"))
    yield state
    for _ in range(length):
        try:
            state = step(state, *random_move(state, chance))
        except RuleError:
            continue
        yield state


def step(state: State, seat: str, command: cm.Command) -> State:
    for event in decide(state, seat, command, AT):
        state = FAKE.evolve(state, event)
    return state


def random_move(state: State, chance: random.Random) -> tuple[str, cm.Command]:
    seat = chance.choice(SEATS)
    edge = chance.choice(sorted(state.map.edges) or ["none"])
    return chance.choice(
        [
            (FACILITATOR, cm.Start() if state.round is None else cm.NextRound()),
            (FACILITATOR, cm.Reveal()),
            (seat, cm.PlayCard(card=chance.choice(["B1", "P2"]))),
            (seat, cm.PlayCard(card="M3")),
            (seat, cm.NameDisbenefit(text="støj 😀", perspective="citizens")),
            (seat, cm.ProposeEdge(from_=chance.choice("abc"), to=chance.choice("de"))),
            (seat, cm.AnswerEdge(edge=edge, yes=False)),
            (SHELL, cm.TakeSeat(role="director")),
        ]
    )


def viewers() -> list[Viewer]:
    kinds = [("board", None), ("facilitator", None), *(("player", seat) for seat in SEATS)]
    return [Viewer(kind, seat, language) for kind, seat in kinds for language in ("da", "en")]


def full(frames: Frames, viewer: Viewer) -> Json:
    view: Json = {}
    frame = frames.frame(viewer, 0, 0, always=True)
    assert frame is not None
    apply(view, orjson.loads(frame.payload))
    return view


@pytest.mark.parametrize("seed", range(50))
def test_frames_from_i_to_j_applied_to_the_view_at_i_equal_the_view_at_j(seed: int) -> None:
    chance = random.Random(seed)
    frames = Frames(FAKE, NAMES)
    views: dict[Viewer, tuple[int, int, Json]] = {}
    for state in states(seed):
        frames.refresh(state)
        if chance.random() < 0.2:
            frames.set_here(chance.sample(SEATS, chance.randrange(3)))
        fresh = Frames(FAKE, NAMES)
        fresh.refresh(state)
        fresh.set_here(frames._here)
        for viewer in viewers():
            if chance.random() < 0.5:
                continue  # this one is behind, and gets the newest later
            since, outside, view = views.get(viewer, (0, 0, {}))
            frame = frames.frame(viewer, since, outside)
            if frame is not None:
                apply(view, orjson.loads(frame.payload))
                views[viewer] = (frames.seq, frames.outside, view)
            assert view == full(fresh, viewer)


def test_who_is_at_the_door_is_not_counted_among_those_here() -> None:
    frames = Frames(FAKE, NAMES)
    *_, state = states(1, 0)
    late = ev.SeatTaken(seat="s_04", person="p_s_04", role="director", waiting=True)
    state = FAKE.evolve(state, late)
    frames.refresh(state)
    frames.set_here([*SEATS, "s_04"])
    console = Viewer("facilitator", None, "da")
    view = full(frames, console)
    assert view["count"]["here"] == 3
    assert "s_04" in view["presence"]
    outside = frames.outside
    frames.refresh(FAKE.evolve(state, ev.SeatAdmitted(seat="s_04")))
    assert frames.outside > outside
    assert full(frames, console)["count"]["here"] == 4


def test_a_frame_is_none_when_no_slice_changed() -> None:
    frames = Frames(FAKE, NAMES)
    *_, state = states(1, 0)
    frames.refresh(step(state, FACILITATOR, cm.Start()))
    board, since, outside = Viewer("board", None, "da"), frames.seq, frames.outside
    frames.refresh(step(frames.state, "s_01", cm.PlayCard(card="B1")))
    assert frames.frame(board, since, outside) is None
    empty = frames.frame(board, since, outside, always=True)
    assert empty is not None
    assert orjson.loads(empty.payload)["set"] == {}


def test_everybody_of_a_kind_shares_the_same_bytes() -> None:
    frames = Frames(FAKE, NAMES)
    *_, state = states(1, 0)
    frames.refresh(step(state, FACILITATOR, cm.Start()))
    seen = [frames.frame(Viewer("player", seat, "da"), 0, 0) for seat in SEATS]
    since, outside = frames.seq, frames.outside
    assert None not in seen
    frames.refresh(step(frames.state, "s_01", cm.NameDisbenefit(text="x", perspective="citizens")))
    told = [frames.frame(Viewer("player", seat, "da"), since, outside) for seat in SEATS]
    assert told[0] is told[1] is told[2]


def test_a_secret_play_changes_no_byte_of_anybody_elses_frames() -> None:
    def told(card: str) -> list[bytes]:
        frames, seen = Frames(FAKE, NAMES), []
        others = [one for one in viewers() if one.seat != "s_01"]
        since = dict.fromkeys(others, (0, 0))
        *_, state = states(3, 0)
        for seat, command in (
            (FACILITATOR, cm.Start()),
            ("s_01", cm.PlayCard(card=card)),
            ("s_02", cm.PlayCard(card="P1")),
            ("s_03", cm.NameDisbenefit(text="x", perspective="citizens")),
            ("s_01", cm.PlayCard(card=card)),
        ):
            state = step(state, seat, command)
            frames.refresh(state)
            for viewer in others:
                frame = frames.frame(viewer, *since[viewer])
                if frame is not None:
                    seen.append(frame.payload)
                    since[viewer] = (frames.seq, frames.outside)
        return [*seen, *(full_payload(frames, viewer) for viewer in others)]

    def full_payload(frames: Frames, viewer: Viewer) -> bytes:
        frame = frames.frame(viewer, 0, 0)
        assert frame is not None
        return frame.payload

    assert told("B1") == told("M12")


@pytest.mark.parametrize(
    ("size", "header"),
    [
        (0, b"\x81\x00"),
        (125, b"\x81\x7d"),
        (126, b"\x81\x7e\x00\x7e"),
        (65_535, b"\x81\x7e\xff\xff"),
        (65_536, b"\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00"),
    ],
)
def test_a_frame_is_framed_as_rfc_6455_says(size: int, header: bytes) -> None:
    assert text_frame(b"x" * size) == header + b"x" * size
