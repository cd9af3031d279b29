"""Two consoles at once, over real sockets: who leads, who looks on, who takes over."""

from collections.abc import AsyncIterator

import pytest

from app.room import Room
from app.rooms import Rooms
from app.rulebook import RULEBOOK
from app.turn import Request
from game import new_game
from game.commands import AddDeputy
from game.model import FACILITATOR, GoalText, Setup
from support.fake_clock import FakeClock
from support.live import CODE, Client, Live, serving
from support.memory_store import MemoryStore

pytestmark = pytest.mark.anyio
SETUP = Setup(
    project="p_1", code=CODE, title="Pas", purpose="Enkel", goals=(GoalText(text="Enkel"),)
)


@pytest.fixture
def kept() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
async def live(kept: MemoryStore) -> AsyncIterator[Live]:
    """A game in its lobby with a deputy, Bo, and nobody connected."""
    rooms = Rooms(kept, RULEBOOK, clock=FakeClock())
    await rooms.start()
    room = await rooms.begin(CODE, list(new_game(SETUP, "seed")))
    await room.ask(Request(seat=FACILITATOR, command=AddDeputy(name="Bo"), name="Bo"))
    async with serving(rooms) as made:
        yield made
    await rooms.stop()


async def room_of(live: Live) -> Room:
    room = await live.rooms.find(CODE)
    assert room is not None
    return room


async def bo_of(live: Live) -> str:
    return (await room_of(live)).state.deputies[0]


async def refused(client: Client, id_: str, do: str, **d: object) -> str:
    await client.do(id_, do, **d)
    ack = await client.ack(id_)
    return "" if ack["ok"] else ack["code"]


async def pass_a_minute(live: Live, *alive: Client) -> None:
    """A minute in which these consoles alone show life."""
    for _ in range(2):
        live.clock.advance(31.0)
        for client in alive:
            await client.send(t="ping", k=1)
            await client.next("pong")


async def test_the_welcome_says_which_console_it_is(live: Live) -> None:
    bo = await bo_of(live)
    async with live.client(f"facilitator:{bo}") as client:
        assert (await client.hello())["you"]["desk"] == bo
        assert client.view["desk"]["leads"] == ""
        assert client.view["desk"]["deputies"] == [{"deputy": bo, "name": "Bo"}]


async def test_while_the_owner_is_here_a_deputy_only_looks_on(live: Live) -> None:
    bo = await bo_of(live)
    async with live.client("facilitator:") as owner, live.client(f"facilitator:{bo}") as deputy:
        await owner.hello()
        await deputy.hello()
        assert await refused(deputy, "b1", "lock") == "desk.not_yours"
        assert await refused(deputy, "b2", "take_over") == "desk.not_away"
        assert await refused(owner, "o1", "lock") == ""
        await deputy.next("state", lambda frame: "game" in frame["set"])
        assert deputy.view["game"]["locked"] is True


async def test_nobody_is_promoted_by_time_alone(live: Live) -> None:
    bo = await bo_of(live)
    async with live.client(f"facilitator:{bo}") as deputy:
        await deputy.hello()
        for _ in range(5):
            await pass_a_minute(live, deputy)
        assert await refused(deputy, "b1", "lock") == "desk.not_yours"
        assert (await room_of(live)).state.desk == ""


async def test_a_deputy_takes_over_and_the_owner_takes_back(live: Live) -> None:
    bo = await bo_of(live)
    async with live.client(f"facilitator:{bo}") as deputy:
        await deputy.hello()
        async with live.client("facilitator:") as owner:
            await owner.hello()
        live.clock.advance(30.0)
        assert await refused(deputy, "b1", "take_over") == "desk.not_away"
        live.clock.advance(31.0)
        assert await refused(deputy, "b2", "take_over") == ""
        assert await refused(deputy, "b3", "lock") == ""
        async with live.client("facilitator:") as owner:
            await owner.hello()
            assert owner.view["desk"]["name"] == "Bo"
            assert await refused(owner, "o1", "unlock") == "desk.not_yours"
            assert await refused(owner, "o2", "take_over") == ""
            assert await refused(owner, "o3", "unlock") == ""
            assert await refused(deputy, "b4", "lock") == "desk.not_yours"


async def test_a_reload_does_not_lose_the_role(live: Live) -> None:
    bo = await bo_of(live)
    async with live.client(f"facilitator:{bo}") as deputy:
        await deputy.hello()
        await pass_a_minute(live, deputy)
        assert await refused(deputy, "b1", "take_over") == ""
    async with live.client(f"facilitator:{bo}") as deputy:
        await deputy.hello()
        assert deputy.view["desk"]["leads"] == bo
        assert await refused(deputy, "b2", "lock") == ""


async def test_a_restart_does_not_lose_the_role(live: Live, kept: MemoryStore) -> None:
    bo = await bo_of(live)
    async with live.client(f"facilitator:{bo}") as deputy:
        await deputy.hello()
        await pass_a_minute(live, deputy)
        assert await refused(deputy, "b1", "take_over") == ""
    rooms = Rooms(kept, RULEBOOK, clock=FakeClock())
    await rooms.start()
    async with serving(rooms) as again, again.client(f"facilitator:{bo}") as deputy:
        await deputy.hello()
        assert deputy.view["desk"]["leads"] == bo
        assert deputy.view["desk"]["name"] == "Bo"
        assert await refused(deputy, "b9", "lock") == ""
    await rooms.stop()


async def test_two_tabs_of_the_owner_both_lead(live: Live) -> None:
    async with live.client("facilitator:") as one, live.client("facilitator:") as two:
        await one.hello()
        await two.hello()
        assert await refused(one, "o1", "lock") == ""
        assert await refused(two, "o2", "unlock") == ""


async def test_phones_and_boards_are_told_nothing_of_it(live: Live) -> None:
    async with live.client("board:") as board:
        await board.hello()
        assert not {"desk", "network", "undo"} & board.view.keys()


async def test_a_deputy_who_is_taken_off_sees_nothing_more(live: Live) -> None:
    bo = await bo_of(live)
    async with live.client("facilitator:") as owner, live.client(f"facilitator:{bo}") as deputy:
        await owner.hello()
        await deputy.hello()
        assert await refused(owner, "o1", "remove_deputy", deputy=bo) == ""
        code, frames = await deputy.closed()
        assert code == 4003
        assert frames[-1]["t"] == "bye"
        assert await refused(owner, "o2", "lock") == ""


async def test_a_console_that_asks_without_end_takes_nothing_from_the_one_that_leads(
    live: Live,
) -> None:
    bo = await bo_of(live)
    async with live.client("facilitator:") as owner, live.client(f"facilitator:{bo}") as deputy:
        await owner.hello()
        await deputy.hello()
        for n in range(90):
            await deputy.send(t="do", id=f"b{n}", round=None, do="lock", d={})
        assert (await deputy.ack("b89"))["code"] == "limit.rate"
        assert await refused(owner, "o1", "lock") == ""


async def test_a_taken_off_deputy_is_not_let_in(live: Live) -> None:
    async with live.client("facilitator:p_nobody") as stranger:
        await stranger.send(t="hello", v=1)
        code, frames = await stranger.closed()
        assert code == 4003
        assert frames[-1]["t"] == "bye"
