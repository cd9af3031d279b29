"""A busy moment at the door: nobody sends a form twice, so the door waits for them."""

import asyncio
from types import SimpleNamespace

import pytest

from app.answers import Answer
from app.joining import WAITS_S, _ask_patiently
from app.turn import Request
from game.commands import TakeSeat
from support.fake_clock import FakeClock

pytestmark = pytest.mark.anyio
ASKED = Request(seat="shell", command=TakeSeat(role="director"), id="join:1")


@pytest.mark.parametrize(
    ("busy", "code"), [(0, ""), (3, ""), (len(WAITS_S), ""), (len(WAITS_S) + 1, "limit.busy")]
)
async def test_a_busy_moment_is_waited_out(busy: int, code: str) -> None:
    clock = FakeClock()
    answers = [*[Answer("join:1", code="limit.busy")] * busy, Answer("join:1", 7)]

    async def ask(request: Request) -> Answer:
        assert request is ASKED
        return answers.pop(0)

    room = SimpleNamespace(ask=ask, ports=SimpleNamespace(clock=clock))
    asking = asyncio.create_task(_ask_patiently(room, ASKED))
    while not asking.done():
        await asyncio.sleep(0)
        clock.advance(0.1)
    assert asking.result().code == code


async def test_a_refusal_is_told_at_once() -> None:
    async def ask(request: Request) -> Answer:
        return Answer(request.id, code="game.locked")

    room = SimpleNamespace(ask=ask, ports=SimpleNamespace(clock=FakeClock()))
    assert (await _ask_patiently(room, ASKED)).code == "game.locked"
