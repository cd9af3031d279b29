"""A room: store, then answer, then tell; time and the door."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from app.answers import Answer
from app.frames import Frame, Told, Viewer
from app.protocol import Credential
from app.room import MOST_IN_A_TURN, Room
from app.rooms import Rooms
from app.turn import Request
from game import commands as cm
from game.model import FACILITATOR, SHELL
from support.fake_clock import FakeClock
from support.fake_game import FAKE, new_game
from support.memory_store import MemoryStore

pytestmark = pytest.mark.anyio
CODE = "K7QF3M"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def kept() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
async def rooms(clock: FakeClock, kept: MemoryStore) -> AsyncIterator[Rooms]:
    made = Rooms(kept, FAKE, clock=clock)
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
async def room(rooms: Rooms) -> Room:
    made = await rooms.begin(CODE, new_game(CODE))
    for name in ("Ane", "Bo"):
        await ask(made, SHELL, cm.TakeSeat(role="director", person=f"p_{name}"), name=name)
    return made


async def ask(
    room: Room, seat: str, command: cm.Command, id_: str | None = None, **more: str
) -> Answer:
    return await room.ask(Request(seat=seat, command=command, id=id_, **more))  # type: ignore[arg-type]


async def idle(room: Room) -> None:
    """When all that was queued has had its answer."""
    done = asyncio.Event()
    room.tell_rules(cm.MoreTime(), lambda _: done.set())
    await done.wait()


async def told() -> None:
    """When what is due has been told."""
    await asyncio.sleep(0)


def text(n: int = 0) -> cm.NameDisbenefit:
    return cm.NameDisbenefit(text=f"text {n}", perspective="citizens")


class Seen:
    """A watcher that keeps what it was told, and when."""

    line = None

    def __init__(self, log: list[str], viewer: Viewer | None = None) -> None:
        self.viewer = viewer or Viewer("board", None, "da")
        self.told = Told(self.viewer.kind, self.viewer.language)
        self.is_behind = False
        self.frames: list[Frame] = []
        self.dismissed: list[int] = []
        self._log = log

    def take(self, frame: Frame) -> None:
        self.frames.append(frame)
        self._log.append("told")

    def dismiss(self, code: int) -> None:
        self.dismissed.append(code)


async def test_nothing_is_answered_or_told_before_it_is_stored(
    room: Room, kept: MemoryStore, clock: FakeClock
) -> None:
    clock.advance(1)
    await told()
    log: list[str] = []
    room.hub.add(Seen(log))
    kept.gate.clear()
    room.submit(Request(seat="s_01", command=text(), id="c1", reply=lambda _: log.append("acked")))
    for _ in range(10):
        await asyncio.sleep(0)
    assert log == []
    kept.gate.set()
    await idle(room)
    assert log == ["acked", "told"]


async def test_what_queues_up_while_one_batch_commits_is_the_next(
    room: Room, kept: MemoryStore
) -> None:
    before = len(kept.batches)
    kept.gate.clear()
    answers: list[Answer] = []
    room.submit(Request(seat="s_01", command=text(), id="first", reply=answers.append))
    await asyncio.sleep(0)
    for n in range(50):
        room.submit(Request(seat="s_01", command=text(n), id=f"a{n}", reply=answers.append))
        room.submit(Request(seat="s_02", command=text(n), id=f"b{n}", reply=answers.append))
    kept.gate.set()
    await idle(room)
    sizes = [len(batch.events) for batch in kept.batches[before:]]
    assert sizes[:3] == [1, MOST_IN_A_TURN, 100 - MOST_IN_A_TURN]
    assert [answer.seq for answer in answers] == list(range(4, 105))


async def test_a_batch_that_is_not_stored_has_not_happened(room: Room, kept: MemoryStore) -> None:
    before = room.state
    kept.is_away = True
    answers: list[Answer] = []
    for n in range(3):
        room.submit(Request(seat="s_01", command=text(n), id=f"c{n}", reply=answers.append))
    refused = await ask(room, "s_01", text(3), "c3")
    assert {answer.code for answer in (*answers, refused)} == {"store.away"}
    assert refused.is_retried
    assert room.state is before
    kept.is_away = False
    assert (await ask(room, "s_01", text(), "c0")).is_accepted


async def test_each_command_is_judged_against_the_state_as_it_then_is(room: Room) -> None:
    answers: list[Answer] = []
    for id_ in ("c1", "c2"):
        room.submit(Request(seat=FACILITATOR, command=cm.Start(), id=id_, reply=answers.append))
    room.submit(
        Request(
            seat="s_01", command=cm.PlayCard(card="B1"), id="c3", round="r1", reply=answers.append
        )
    )
    await idle(room)
    assert [answer.is_accepted for answer in answers] == [True, True, True]


async def test_an_accepted_command_without_events_is_remembered(
    room: Room, rooms: Rooms, kept: MemoryStore
) -> None:
    first = await ask(room, "s_01", cm.MoreTime(), "c1")
    assert kept.answers[CODE]["s_01", "c1"] == first.seq == 3
    await ask(room, "s_01", text(), "c2")
    assert (await ask(room, "s_01", cm.MoreTime(), "c1")).seq == 3


async def test_the_same_id_twice_in_one_turn_is_done_once(room: Room, kept: MemoryStore) -> None:
    answers: list[Answer] = []
    for _ in range(2):
        room.submit(Request(seat="s_01", command=text(), id="c1", reply=answers.append))
    await idle(room)
    assert [answer.seq for answer in answers] == [4, 4]
    assert len(kept.events[CODE]) == 4


async def test_the_same_id_of_another_seat_is_another_command(room: Room) -> None:
    assert (await ask(room, "s_01", text(), "c1")).seq == 4
    assert (await ask(room, "s_02", text(), "c1")).seq == 5


async def test_a_refusal_is_remembered_for_ten_minutes(room: Room, clock: FakeClock) -> None:
    play = cm.PlayCard(card="B1")
    assert (await ask(room, "s_01", play, "c1")).code == "round.step"
    await ask(room, FACILITATOR, cm.Start(), "c2")
    assert (await ask(room, "s_01", play, "c1")).code == "round.step"
    clock.advance(599)
    assert (await ask(room, "s_01", play, "c1")).code == "round.step"
    clock.advance(2)
    room.tell_rules(cm.TakeSeat(role="director"))
    answer = await ask(room, "s_01", play, "c1")
    assert answer.code == "round.step"  # judged anew: the minute of play is over


async def test_busy_is_answered_at_once_and_not_remembered(room: Room, kept: MemoryStore) -> None:
    kept.gate.clear()
    codes: list[str] = []
    for n in range(600):
        request = Request(
            seat=f"s_{n}", command=text(), id="c", reply=lambda a: codes.append(a.code)
        )
        room.submit(request)
    assert codes == ["limit.busy"] * 100
    kept.gate.set()
    await idle(room)
    assert codes.count("limit.busy") == 100


async def test_names_stand_beside_events(room: Room, kept: MemoryStore) -> None:
    answer = await ask(
        room, FACILITATOR, cm.AddProxy(role="director", name="Cai"), "c1", name="Cai"
    )
    assert room.memory.seat_at(answer.seq) == "s_03"
    assert kept.names[CODE] == {"p_Ane": "Ane", "p_Bo": "Bo", "p_s_03": "Cai"}
    assert "Cai" not in repr(kept.events[CODE])


async def test_a_room_that_has_closed_asks_to_come_again(room: Room) -> None:
    await room.stop()
    answer = await ask(room, "s_01", text(), "c1")
    assert (answer.code, answer.is_retried) == ("store.away", True)


async def test_a_removed_seat_looks_no_more(room: Room) -> None:
    seen = Seen([], Viewer("player", "s_02", "da"))
    room.hub.add(seen)
    await ask(room, FACILITATOR, cm.RemoveSeat(seat="s_02"), "c1")
    await idle(room)
    assert seen.dismissed == [4003]
    assert room.viewer(Credential("player", "s_02")) is None


async def test_the_first_change_is_told_at_once_and_then_the_newest_once_a_window(
    room: Room, clock: FakeClock
) -> None:
    clock.advance(1)
    await told()
    seen = Seen([])
    room.hub.add(seen)
    for n in range(5):
        await ask(room, "s_01", text(n), f"c{n}")
    await idle(room)
    assert [frame.payload[:36] for frame in seen.frames] == [
        b'{"t":"state","since":0,"seq":4,"set"'
    ]
    clock.advance(0.004)
    assert len(seen.frames) == 1
    clock.advance(0.001)
    await told()
    assert [frame.payload[:36] for frame in seen.frames[1:]] == [
        b'{"t":"state","since":4,"seq":8,"set"'
    ]


async def test_a_change_of_step_is_told_at_once(room: Room, clock: FakeClock) -> None:
    seen = Seen([])
    room.hub.add(seen)
    await ask(room, "s_01", text(), "c1")
    await ask(room, FACILITATOR, cm.Start(), "c2")
    await idle(room)
    assert room.hub.frames.seq == room.state.seq
    assert seen.told.seq == room.state.seq


async def test_the_window_grows_with_the_room_up_to_a_tenth_of_a_second(
    room: Room, clock: FakeClock
) -> None:
    watchers = [Seen([]) for _ in range(1_000)]
    for watcher in watchers:
        room.hub.add(watcher)
    clock.advance(1)
    await ask(room, "s_01", text(), "c1")
    await ask(room, "s_01", text(), "c2")
    await idle(room)
    clock.advance(0.099)
    assert watchers[0].told.seq == 4
    clock.advance(0.0011)
    await told()
    assert watchers[0].told.seq == 5


async def test_the_deadline_is_sent_three_seconds_after_the_end(
    room: Room, clock: FakeClock
) -> None:
    await ask(room, FACILITATOR, cm.Start(), "c1")
    clock.advance(62.9)
    await idle(room)
    assert room.state.round is not None
    assert room.state.round.step == "open"
    clock.advance(0.1)
    await idle(room)
    assert room.state.round.step == "revealed"


async def test_a_deadline_that_is_waited_with_is_sent_again_when_the_wait_is_over(
    room: Room, clock: FakeClock
) -> None:
    await ask(room, "s_01", text(), "c0")
    await ask(room, FACILITATOR, cm.Start(), "c1")
    await ask(room, FACILITATOR, cm.Nudge(seat="s_01"), "c2")  # here: s_01 is waited for
    steps = []
    for seconds in (63, 59.9, 0.1):
        clock.advance(seconds)
        await idle(room)
        assert room.state.round is not None
        steps.append(room.state.round.step)
    assert steps == ["open", "open", "revealed"]


async def test_a_deadline_that_was_not_stored_is_sent_again(
    room: Room, clock: FakeClock, kept: MemoryStore
) -> None:
    await ask(room, FACILITATOR, cm.Start(), "c1")
    kept.is_away = True
    clock.advance(63)
    await ask(room, "s_01", text(), "c2")
    kept.is_away = False
    clock.advance(1)
    await idle(room)
    assert room.state.round is not None
    assert room.state.round.step == "revealed"


async def test_time_goes_on_after_a_restart(
    room: Room, kept: MemoryStore, clock: FakeClock
) -> None:
    await ask(room, FACILITATOR, cm.Start(), "c1")
    clock.advance(30)
    again = Rooms(kept, FAKE, clock=clock)
    await again.start([CODE, "ZZZZZZ"])
    assert len(again) == 1
    other = await again.find(CODE.lower())
    assert other is not None
    assert other.epoch != room.epoch
    assert other.state == room.state
    await room.stop()
    clock.advance(33)
    await idle(other)
    assert other.state.round is not None
    assert other.state.round.step == "revealed"
    await again.stop()


async def test_a_seat_without_a_phone_for_a_minute_has_left_until_it_returns(
    room: Room, clock: FakeClock
) -> None:
    room.presence.enter("s_01", clock.seconds())
    await ask(room, FACILITATOR, cm.Start(), "c1")
    room.presence.leave("s_01", clock.seconds())
    room.presence.enter("s_02", clock.seconds())
    for _ in range(59):
        clock.advance(1)
        room.presence.heard("s_02", clock.seconds())
    await idle(room)
    assert room.state.seats["s_01"].here
    clock.advance(2)
    await idle(room)
    assert not room.state.seats["s_01"].here
    assert room.state.seats["s_02"].here
    room.presence.enter("s_01", clock.seconds())
    room.keeper.wake()
    clock.advance(1)
    await idle(room)
    assert room.state.seats["s_01"].here


async def test_who_comes_back_while_the_cards_lie_open_is_here_before_the_vote(
    room: Room, clock: FakeClock
) -> None:
    await ask(room, FACILITATOR, cm.Start(), "c1")
    clock.advance(59)
    await idle(room)
    clock.advance(3)
    await idle(room)
    await ask(room, FACILITATOR, cm.Reveal(), "c2")
    assert not room.state.seats["s_01"].here
    room.presence.enter("s_01", clock.seconds())
    room.keeper.wake()
    clock.advance(1)
    await idle(room)
    assert room.state.seats["s_01"].here
    room.presence.leave("s_01", clock.seconds())
    clock.advance(61)
    await idle(room)
    assert room.state.seats["s_01"].here


async def test_who_is_here_is_told_outside_seq(room: Room, clock: FakeClock) -> None:
    seen = Seen([])
    room.hub.add(seen)
    room.hub.tell(seen)
    room.presence.enter("s_02", clock.seconds())
    room.keeper.wake()
    clock.advance(1)
    await told()
    payload = seen.frames[-1].payload
    assert payload.startswith(b'{"t":"state","since":3,"seq":3,')
    assert b'"count":{"seats":2,"here":1},"presence":["s_02"]' in payload
    clock.advance(25)
    await told()
    assert b'"presence":[]' in seen.frames[-1].payload
    assert len(seen.frames) == 3


async def test_a_poll_counts_as_being_here(room: Room, clock: FakeClock) -> None:
    room.presence.polled("s_01", clock.seconds())
    assert room.presence.here(clock.seconds() + 24) == {"s_01"}
    assert room.presence.here(clock.seconds() + 25) == set()


async def test_a_room_where_nothing_happens_is_closed_and_opened_again(
    room: Room, rooms: Rooms, clock: FakeClock
) -> None:
    clock.advance(121)
    assert len(rooms) == 0
    again = await rooms.find(CODE)
    assert again is not None
    assert again is not room
    assert again.state == room.state
    await room.stop()


async def test_a_room_where_time_runs_is_kept(room: Room, rooms: Rooms, clock: FakeClock) -> None:
    await ask(room, FACILITATOR, cm.Start(), "c1")
    clock.advance(30)
    for _ in range(3):
        rooms._sweep()
    assert await rooms.find(CODE) is room


async def test_a_game_untouched_for_twelve_hours_is_paused(
    room: Room, rooms: Rooms, clock: FakeClock
) -> None:
    await ask(room, FACILITATOR, cm.Start(), "c1")
    await ask(room, FACILITATOR, cm.Reveal(), "c2")
    clock.advance(61)
    await idle(room)  # both have been away for a minute
    for _ in range(11):
        clock.advance(3_600)
    await idle(room)
    assert room.state.phase == "playing"
    assert await rooms.find(CODE) is room
    clock.advance(3_700)
    await idle(room)
    assert room.state.phase == "paused"


async def test_many_who_ask_at_once_get_one_room(kept: MemoryStore, clock: FakeClock) -> None:
    rooms = Rooms(kept, FAKE, clock=clock)
    await rooms.begin(CODE, new_game(CODE))
    other = Rooms(kept, FAKE, clock=clock)
    found = await asyncio.gather(*(other.find(CODE) for _ in range(10)))
    assert len(set(map(id, found))) == 1
    assert await other.find("ZZZZZZ") is None
    await rooms.stop()
    await other.stop()


async def test_a_mistake_of_ours_in_telling_does_not_end_the_room(
    room: Room, clock: FakeClock
) -> None:
    class Broken(Seen):
        def take(self, frame: Frame) -> None:
            del frame
            raise OverflowError

    clock.advance(1)
    broken = Broken([])
    room.hub.add(broken)
    assert (await ask(room, "s_01", text(1), "c1")).is_accepted
    room.hub.remove(broken)
    assert (await ask(room, "s_01", text(2), "c2")).is_accepted
    assert not room._is_judging
