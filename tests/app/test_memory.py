"""What a room remembers having answered."""

from app.answers import Answer
from app.memory import REFUSED_S, Memory
from app.turn import Request, Turn
from game.commands import Shake
from support.fake_clock import FakeClock
from support.fake_game import FAKE


def asked(id_: str) -> Request:
    return Request(seat="s_01", command=Shake(), id=id_)


def refused(memory: Memory, *ids: str) -> None:
    turn = Turn(FAKE, FAKE.empty, 0)
    turn.refused.update({("s_01", id_): Answer(id_, code="round.step") for id_ in ids})
    memory.keep(turn)


def test_a_refusal_is_remembered_for_ten_minutes_and_then_judged_anew() -> None:
    clock = FakeClock()
    memory = Memory(clock, {})
    refused(memory, "c1")
    clock.advance(REFUSED_S - 1)
    assert memory.answer(asked("c1")) == Answer("c1", code="round.step")
    clock.advance(1)
    assert memory.answer(asked("c1")) is None


def test_only_refusals_that_are_too_old_are_forgotten() -> None:
    clock = FakeClock()
    memory = Memory(clock, {})
    refused(memory, "c1", "c2")
    clock.advance(REFUSED_S / 2)
    refused(memory, "c3", "c1")
    clock.advance(REFUSED_S / 2)
    refused(memory)
    assert [memory.answer(asked(id_)) is not None for id_ in ("c1", "c2", "c3")] == [
        True,
        False,
        True,
    ]
    assert memory.refusals == 2


def test_an_accepted_command_is_remembered_for_ever() -> None:
    clock = FakeClock()
    memory = Memory(clock, {("s_01", "c1"): 7})
    clock.advance(10 * REFUSED_S)
    assert memory.answer(asked("c1")) == Answer("c1", 7)
