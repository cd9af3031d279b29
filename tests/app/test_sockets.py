"""The live protocol, spoken by real clients to a real server."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
from websockets.exceptions import InvalidStatus

from app.rooms import Rooms
from game.commands import TakeSeat
from support.fake_clock import FakeClock
from support.fake_game import FAKE, new_game
from support.live import CODE, Live, serving
from support.memory_store import MemoryStore

pytestmark = pytest.mark.anyio


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def kept() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
async def live(clock: FakeClock, kept: MemoryStore) -> AsyncIterator[Live]:
    """A game with two seats, Ane and Bo, and nobody connected."""
    rooms = Rooms(kept, FAKE, clock=clock)
    await rooms.start()
    room = await rooms.begin(CODE, new_game(CODE))
    for role in ("team_lead", "director"):
        answered = asyncio.Event()
        room.tell_rules(TakeSeat(role=role), lambda _, done=answered: done.set())
        await answered.wait()
    async with serving(rooms) as made:
        yield made
    await rooms.stop()


async def test_a_page_of_somebody_else_is_not_let_in(live: Live) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with live.client("player:s_01", origin="https://elsewhere.example"):
            pass
    assert refused.value.response.status_code == 403


async def test_a_stranger_is_asked_to_sign_in(live: Live) -> None:
    async with live.client("") as client:
        code, frames = await client.closed()
    assert code == 4001
    assert frames[0]["t"] == "bye"
    assert frames[0]["code"] == 4001


async def test_a_code_of_no_game_is_told(live: Live) -> None:
    async with live.client("player:s_01", code="ZZZZZZ") as client:
        code, frames = await client.closed()
    assert (code, frames[0]["code"]) == (4004, 4004)


async def test_two_credentials_need_an_as(live: Live) -> None:
    async with live.client("player:s_01 board:") as client:
        await client.send(t="hello", v=1)
        assert (await client.closed())[0] == 4001


async def test_a_kind_without_a_credential_is_refused(live: Live) -> None:
    async with live.client("player:s_01") as client:
        await client.send(t="hello", v=1, **{"as": "facilitator"})
        assert (await client.closed())[0] == 4001


async def test_another_version_is_too_old(live: Live) -> None:
    async with live.client("player:s_01") as client:
        await client.send(t="hello", v=0)
        assert (await client.closed())[0] == 4026


async def test_another_version_may_say_more_and_hears_that_it_is_not_spoken(live: Live) -> None:
    async with live.client("player:s_01") as client:
        await client.send(t="hello", v=2, caps=["zip"])
        assert (await client.closed())[0] == 4026


async def test_a_board_may_not_play(live: Live) -> None:
    async with live.client("board:") as client:
        await client.hello()
        await client.do("c1", "start")
        assert (await client.ack("c1"))["code"] == "command.not_yours"


async def test_a_command_before_hello_is_refused(live: Live) -> None:
    async with live.client("player:s_01") as client:
        await client.do("c1", "name_disbenefit", text="Støj", perspective="citizens")
        assert (await client.ack("c1"))["code"] == "command.not_yours"


async def test_a_removed_seat_is_told_and_stays_out(live: Live) -> None:
    async with live.client("facilitator:") as console, live.client("player:s_02") as phone:
        await console.hello()
        await phone.hello()
        await console.do("c1", "remove_seat", seat="s_02")
        assert (await console.ack("c1"))["ok"]
        assert (await phone.closed())[0] == 4003
    async with live.client("player:s_02") as phone:
        await phone.send(t="hello", v=1)
        assert (await phone.closed())[0] == 4003


async def test_who_is_not_let_in_reads_why_in_their_own_language(live: Live) -> None:
    async with live.client("player:s_02") as phone:
        await phone.hello()
        await phone.do("c1", "set_language", language="en")
        assert (await phone.ack("c1"))["ok"]
    async with live.client("facilitator:") as console:
        await console.hello()
        await console.do("c1", "remove_seat", seat="s_02")
        assert (await console.ack("c1"))["ok"]
    async with live.client("player:s_02") as phone:
        await phone.send(t="hello", v=1)
        code, frames = await phone.closed()
        assert (code, frames[-1]["text"][:3]) == (4003, "You")


async def test_hello_is_answered_by_welcome_and_the_whole_view(live: Live) -> None:
    async with live.client("player:s_01") as client:
        welcome = await client.hello()
        assert welcome["you"] == {"seat": "s_01", "kind": "player"}
        assert welcome["limits"] == {"ping_s": 10, "dead_s": 20, "frame": 8192}
        assert client.view["game"]["code"] == CODE
        assert client.view["me"]["seat"] == "s_01"
        assert "roster" not in client.view


async def test_an_accepted_command_is_acked_and_everybody_told(live: Live) -> None:
    async with live.client("player:s_01") as ane, live.client("board:") as board:
        await ane.hello()
        await board.hello()
        await ane.do("c1", "name_disbenefit", text="Støj", perspective="citizens")
        ack = await ane.ack("c1")
        assert ack == {"t": "ack", "id": "c1", "ok": True, "seq": 4}
        await board.next("state", lambda frame: "node/n1" in frame["set"])
        assert board.view["node/n1"]["title"] == "Støj"


async def test_a_refused_command_says_why_in_the_readers_language(live: Live) -> None:
    async with live.client("player:s_01") as client:
        await client.hello()
        await client.do("c1", "play_card", card="B1")
        ack = await client.ack("c1")
    assert (ack["ok"], ack["code"], ack["retry"]) == (False, "round.step", False)
    assert ack["text"] == "da:refusal.round.step"


async def test_a_command_for_another_round_is_never_reinterpreted(live: Live) -> None:
    async with live.client("facilitator:") as console, live.client("player:s_01") as phone:
        await console.hello()
        await phone.hello()
        await console.do("c1", "start")
        await console.ack("c1")
        await phone.do("c2", "play_card", "r7", card="B1")
        ack = await phone.ack("c2")
        assert (ack["code"], ack["params"]) == ("round.closed", {"round": "r7"})
        await phone.do("c3", "play_card", "r1", card="B1")
        assert (await phone.ack("c3"))["ok"]


async def test_two_clicks_advance_once(live: Live) -> None:
    async with live.client("facilitator:") as console:
        await console.hello()
        await console.do("c0", "start")
        for id_ in ("c1", "c2"):
            await console.do(id_, "next_round", "r1")
        assert (await console.ack("c1"))["ok"]
        assert (await console.ack("c2"))["code"] == "round.closed"
        await console.send(t="hello", v=1)
        await console.next("welcome")
        await console.next("state")
        assert console.view["round"]["id"] == "r2"


async def test_the_same_id_again_gets_the_same_answer_and_changes_nothing(
    live: Live, kept: MemoryStore
) -> None:
    async with live.client("player:s_01") as client:
        await client.hello()
        for _ in range(3):
            await client.do("c1", "name_disbenefit", text="Støj", perspective="citizens")
        answers = [await client.ack("c1") for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert len(kept.events[CODE]) == 4


async def test_the_same_id_is_answered_after_a_restart(
    live: Live, kept: MemoryStore, clock: FakeClock
) -> None:
    async with live.client("player:s_01") as client:
        await client.hello()
        await client.do("c1", "name_disbenefit", text="Støj", perspective="citizens")
        first = await client.ack("c1")
    again = Rooms(kept, FAKE, clock=clock)
    async with serving(again) as restarted, restarted.client("player:s_01") as client:
        await client.hello()
        await client.do("c1", "name_disbenefit", text="Støj", perspective="citizens")
        assert await client.ack("c1") == first
    await again.stop()
    assert len(kept.events[CODE]) == 4


async def test_secret_plays_reach_the_own_seat_alone(live: Live) -> None:
    async with (
        live.client("facilitator:") as console,
        live.client("player:s_01") as ane,
        live.client("player:s_02") as bo,
    ):
        for client in (console, ane, bo):
            await client.hello()
        await console.do("c1", "start")
        await bo.next("state", lambda frame: "round" in frame["set"])
        await ane.do("c2", "play_card", "r1", card="B1")
        await ane.next("state", lambda frame: "plays" in frame["set"])
        assert ane.view["plays"] == [{"play": "play0", "card": "B1"}]
        await bo.send(t="ping", k=1)
        assert (await bo.receive())["t"] == "pong"
        assert bo.view["plays"] == []


async def test_a_ping_is_answered_with_time_and_seq(live: Live) -> None:
    async with live.client("player:s_01") as client:
        await client.hello()
        await client.send(t="ping", k=7031)
        pong = await client.next("pong")
    assert (pong["k"], pong["seq"], pong["now"][-1]) == (7031, 3, "Z")


@pytest.mark.parametrize("k", [7031, 0, -1, 123.5, "a", None])
async def test_a_ping_gets_its_mark_back_as_it_came(live: Live, k: float | str | None) -> None:
    async with live.client("player:s_01") as client:
        await client.hello()
        await client.send(t="ping", k=k)
        back = (await client.next("pong"))["k"]
    assert (type(back), back) == (type(k), k)


async def test_a_seat_that_changes_language_reads_everything_anew(live: Live) -> None:
    async with live.client("player:s_01") as client:
        await client.hello()
        await client.do("c1", "name_disbenefit", text="Støj", perspective="citizens")
        await client.next("state")
        assert client.view["node/n1"]["type"] == "da:type.disbenefit"
        await client.do("c2", "set_language", language="en")
        frame = await client.next("state")
        assert frame["since"] == 0
        assert client.view["node/n1"]["type"] == "en:type.disbenefit"


async def test_a_returning_client_gets_only_what_changed(live: Live) -> None:
    async with live.client("player:s_01") as client:
        await client.hello()
        epoch, seq = client.epoch, client.seq
    async with live.client("player:s_02") as bo:
        await bo.hello()
        await bo.do("c1", "propose_edge", **{"from": "a", "to": "b"})
        await bo.ack("c1")
    async with live.client("player:s_01") as client:
        client.seq = seq
        await client.send(t="hello", v=1, since=seq, epoch=epoch)
        await client.next("welcome")
        frame = await client.next("state")
    assert (frame["since"], frame["seq"]) == (3, 4)
    assert set(frame["set"]) == {"edge/a>b", "count"}


@pytest.mark.parametrize("said", [{"epoch": "e_foreign", "since": 3}, {"since": 3}])
async def test_a_foreign_epoch_gets_everything(live: Live, said: dict[str, object]) -> None:
    async with live.client("player:s_01") as client:
        await client.send(t="hello", v=1, **said)
        await client.next("welcome")
        frame = await client.next("state")
    assert frame["since"] == 0
    assert "game" in frame["set"]


async def test_a_since_above_the_servers_is_nothing(live: Live) -> None:
    async with live.client("player:s_01") as client:
        await client.hello()
        await client.send(t="hello", v=1, since=99, epoch=client.epoch)
        await client.next("welcome")
        assert (await client.next("state"))["since"] == 0


async def test_what_was_deleted_meanwhile_is_deleted(live: Live) -> None:
    async with live.client("player:s_02") as bo, live.client("player:s_01") as ane:
        await bo.hello()
        await bo.do("c1", "propose_edge", **{"from": "a", "to": "b"})
        await bo.ack("c1")
        await ane.hello()
        assert "edge/a>b" in ane.view
        await bo.do("c2", "answer_edge", edge="a>b", yes=False)
        frame = await ane.next("state")
        assert frame["del"] == ["edge/a>b"]


@pytest.mark.parametrize(
    ("text", "id_", "code"),
    [
        ("nonsense", None, "command.unreadable"),
        ("[]", None, "command.unreadable"),
        ('{"t":"do","id":"c1","do":"no_such_thing","d":{}}', "c1", "command.unknown"),
        ('{"t":"do","id":"c1","do":"deadline","d":{}}', "c1", "command.unknown"),
        ('{"t":"do","id":"c1","do":"play_card","d":{}}', "c1", "command.unreadable"),
        ('{"t":"do","id":"c1","do":"shake","d":{"more":1}}', "c1", "command.unreadable"),
        ('{"t":"do","id":"c1","do":"play_card","d":{"card":"\\ud800"}}', "c1", None),
        ('{"t":"do","id":"c1","cut', "c1", "command.unreadable"),
        ('{"t":"do","id":"c1","pad":"' + "x" * 9000 + '"}', "c1", "command.unreadable"),
    ],
)
async def test_what_cannot_be_read_is_answered(
    live: Live, text: str, id_: str | None, code: str | None
) -> None:
    async with live.client("player:s_01") as client:
        await client.hello()
        await client.line.send(text)
        ack = await client.next("ack")
        assert (ack["id"], ack["ok"], ack["code"]) == (id_, False, code or "command.unreadable")


async def test_bytes_that_are_no_text_are_answered(live: Live) -> None:
    async with live.client("player:s_01") as client:
        await client.hello()
        await client.line.send(b"\xff\xfe")
        assert (await client.next("ack"))["code"] == "command.unreadable"


async def test_a_megabyte_is_answered_and_nobody_else_notices(live: Live) -> None:
    async with live.client("player:s_01") as ane, live.client("player:s_02") as bo:
        await ane.hello()
        await bo.hello()
        await ane.do("c1", "name_disbenefit", text="x" * 1_000_000, perspective="citizens")
        code, frames = await ane.closed()
        assert code == 1009
        assert frames[-1]["code"] == "command.unreadable"
        await bo.do("c2", "name_disbenefit", text="😀 مرحبا \u200b", perspective="citizens")
        assert (await bo.ack("c2"))["ok"]


async def test_a_mistake_in_a_rule_ends_one_command_only(live: Live) -> None:
    async with live.client("player:s_01") as client:
        await client.hello()
        await client.do("c1", "shake")
        assert (await client.ack("c1"))["code"] == "command.failed"
        await client.do("c2", "more_time")
        assert (await client.ack("c2"))["ok"]


async def test_ten_thousand_commands_of_one_seat_are_each_answered(
    live: Live, kept: MemoryStore
) -> None:
    async with live.client("player:s_01") as ane, live.client("player:s_02") as bo:
        await ane.hello()
        await bo.hello()

        async def flood() -> None:
            for n in range(10_000):
                d = {"from": f"a{n}", "to": "b"}
                await ane.send(t="do", id=f"c{n}", do="propose_edge", d=d)

        flooding = asyncio.create_task(flood())
        answers = [await ane.next("ack") for _ in range(10_000)]
        await flooding
        await bo.do("mine", "more_time")
        assert (await bo.ack("mine"))["ok"]
    assert {answer["id"] for answer in answers} == {f"c{n}" for n in range(10_000)}
    accepted = [answer for answer in answers if answer["ok"]]
    assert len(accepted) == 60
    assert len(kept.events[CODE]) == 3 + 60
    refused = {(answer["code"], answer["retry"]) for answer in answers if not answer["ok"]}
    assert refused == {("limit.rate", True)}


async def test_a_seat_has_sixteen_lines_at_most(live: Live) -> None:
    async with AsyncExitStack() as lines:
        for _ in range(16):
            await (await lines.enter_async_context(live.client("player:s_01"))).hello()
        one_more = await lines.enter_async_context(live.client("player:s_01"))
        await one_more.send(t="hello", v=1)
        assert (await one_more.closed())[0] == 4029


async def test_silence_of_45_seconds_closes_the_line(live: Live, clock: FakeClock) -> None:
    async with live.client("player:s_01") as quiet, live.client("player:s_02") as lively:
        await quiet.hello()
        await lively.hello()
        for _ in range(5):
            clock.advance(10)
            await lively.send(t="ping", k=1)
            await lively.next("pong")
        assert (await quiet.closed())[0] == 1013
        await lively.send(t="ping", k=2)
        assert (await lively.next("pong"))["k"] == 2


async def test_a_ping_of_the_websockets_own_is_life(live: Live, clock: FakeClock) -> None:
    async with live.client("player:s_01") as library:
        await library.hello()
        for _ in range(5):
            clock.advance(10)
            await (await library.line.ping())
        await library.send(t="ping", k=2)
        assert (await library.next("pong"))["k"] == 2


async def test_a_phone_that_stops_reading_is_closed_and_harms_nobody(
    live: Live, clock: FakeClock
) -> None:
    narrow = socket.socket()
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    narrow.connect(("127.0.0.1", live.port))
    slow_line = live.client("player:s_01", sock=narrow, max_queue=1)
    async with slow_line as slow, live.client("board:") as board:
        await slow.hello()
        await board.hello()
        room = await live.rooms.find(CODE)
        assert room is not None
        (watcher,) = [one for one in room.hub.watchers if one.viewer.seat == "s_01"]
        async with live.client("facilitator:") as console:
            await console.hello()
            for n in range(60):
                text = json.dumps({"n": n, "pad": "x" * 7_000})
                await console.do(f"c{n}", "name_disbenefit", text=text, perspective="citizens")
                assert (await console.ack(f"c{n}"))["ok"]
                await board.next("state", lambda frame, n=n: f"node/n{n + 1}" in frame["set"])
                if watcher.is_behind:
                    break
            assert watcher.is_behind
            clock.advance(10)
            code, frames = await slow.closed()
            assert code == 4008
            assert frames[-1]["retry_ms"] == [500, 9000]
            await console.do("last", "more_time")
            assert (await console.ack("last"))["ok"]


async def test_a_phone_that_catches_up_gets_the_newest(live: Live, clock: FakeClock) -> None:
    async with live.client("player:s_01") as client:
        await client.hello()
        room = await live.rooms.find(CODE)
        assert room is not None
        (socket,) = room.hub.watchers
        socket.filled()  # type: ignore[attr-defined]  # as the transport would say
        for n in range(5):
            room.tell_rules(TakeSeat(role="director", person=f"p_{n}"))
        last = asyncio.Event()
        room.tell_rules(TakeSeat(role="director"), lambda _: last.set())
        await last.wait()
        clock.advance(9)
        socket.drained()  # type: ignore[attr-defined]
        frame = await client.next("state")
        assert frame["seq"] == 9
        clock.advance(20)
        await client.send(t="ping", k=1)
        assert (await client.next("pong"))["k"] == 1


async def test_a_server_that_stops_says_goodbye(clock: FakeClock, kept: MemoryStore) -> None:
    rooms = Rooms(kept, FAKE, clock=clock)
    await rooms.begin(CODE, new_game(CODE))
    async with serving(rooms) as live:
        line = live.client("board:")
        client = await line.__aenter__()
        await client.hello()
    code, frames = await client.closed()
    assert code == 1012
    assert frames[-1]["code"] == 1012
    await line.__aexit__(None, None, None)
    await rooms.stop()
