"""When garbage is looked for: never in the middle of plays."""

import gc
from collections.abc import Iterator

import pytest

from app import garbage
from app.rooms import Rooms
from support.fake_game import FAKE, new_game
from support.live import CODE, serving
from support.memory_store import MemoryStore


@pytest.fixture
def as_before() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


@pytest.mark.usefixtures("as_before")
def test_what_start_up_made_is_left_alone() -> None:
    garbage.keep_off()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == garbage.THRESHOLDS


class Ring:
    """Garbage that only a look finds: it holds on to itself."""

    def __init__(self) -> None:
        self.itself = self


def rings() -> int:
    return sum(isinstance(one, Ring) for one in gc.get_objects())


def test_a_look_finds_what_holds_on_to_itself() -> None:
    gc.disable()
    try:
        Ring()
        assert rings() == 1
        garbage.look()
        assert rings() == 0
    finally:
        gc.enable()


@pytest.mark.anyio
async def test_it_is_looked_for_when_some_lines_have_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks: list[int] = []
    monkeypatch.setattr(garbage, "LINES", 2)
    monkeypatch.setattr(garbage, "look", lambda: looks.append(1))
    rooms = Rooms(MemoryStore(), FAKE)
    await rooms.start()
    await rooms.begin(CODE, new_game(CODE))
    async with serving(rooms) as live:
        for _ in range(5):
            async with live.client("board") as client:
                await client.hello()
    await rooms.stop()
    assert len(looks) == 2
