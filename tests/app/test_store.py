import asyncio
import json

import pytest
from sqlalchemy import text
from sqlmodel import select

from app import chain
from app.db import Database
from app.models import Command, Event, Game, MapVersion, Person, Seat
from app.store import Answer, Batch, Store, StoreAway
from game.events import (
    AnswerGiven,
    GameClosed,
    GameStarted,
    MapVersioned,
    NodeMade,
    NoteAdded,
    PlayMade,
    SeatTaken,
    SupportersSet,
)
from game.events import Event as GameEvent
from game.model import Answer as Given
from game.model import Node, Note, Play
from support.rows import add_game

pytestmark = pytest.mark.anyio
AT_MS = 1_795_000_000_000


def batch(game: str, first: int, *events: GameEvent, **more: object) -> Batch:
    made = Batch(game, first, list(events), [], {}, AT_MS)
    for name, value in more.items():
        setattr(made, name, value)
    return made


def played(seat: str, play: str = "abc") -> PlayMade:
    return PlayMade(round="r2", play=Play(id=play, seat=seat, do="play_card", card="B1"))


def versioned(version: int = 1) -> MapVersioned:
    return MapVersioned(
        version=version,
        round="r2",
        engine="1.0.0",
        ownership=1,
        realism=2,
        citizen_focus=3,
        verdict="draft",
        findings=(),
        hash="sha256:0",
    )


def chain_holds(database: Database, game: str) -> bool:
    with database.read() as session:
        rows = session.exec(select(Event).where(Event.game_id == game).order_by("seq")).all()
    previous = chain.genesis(game)
    for row in rows:
        previous = chain.link_hash(previous, row.public.encode(), row.digest)
        if previous != row.hash:
            return False
    return bool(rows)


async def test_a_game_that_has_not_begun_is_empty(store: Store, game: str) -> None:
    loaded = await store.load(game)
    assert (loaded.events, loaded.answers, loaded.names) == ([], {}, {})


async def test_what_was_appended_is_loaded_again(store: Store, game: str) -> None:
    taken = SeatTaken(seat="s_01", person="x_1", role="director")
    await store.append(
        batch(game, 1, taken, answers=[Answer("s_01", "id-1", 1)], names={"x_1": "Mette"})
    )
    await store.append(batch(game, 2, played("s_01"), answers=[Answer("s_01", "id-2", 2)]))
    loaded = await store.load(game)
    assert loaded.events == [taken, played("s_01")]
    assert loaded.answers == {("s_01", "id-1"): 1, ("s_01", "id-2"): 2}
    assert loaded.names == {"x_1": "Mette"}


async def test_another_store_goes_on_where_this_one_stopped(
    store: Store, database: Database, game: str
) -> None:
    await store.append(batch(game, 1, GameStarted(at=1)))
    other = Store(database)
    other.start()
    await other.append(batch(game, 2, played("s_01")))
    other.stop()
    assert len((await store.load(game)).events) == 2
    assert chain_holds(database, game)


async def test_the_chain_holds_the_time_and_hides_the_private_part(
    store: Store, database: Database, game: str
) -> None:
    await store.append(batch(game, 1, played("s_01")))
    with database.read() as session:
        row = session.exec(select(Event)).one()
    assert json.loads(row.public) == {"at": AT_MS, "round": "r2", "type": "PlayMade"}
    assert row.at.timestamp() * 1000 == AT_MS
    assert chain_holds(database, game)


async def test_a_changed_event_breaks_the_chain(
    store: Store, database: Database, game: str
) -> None:
    await store.append(batch(game, 1, played("s_01"), GameStarted(at=1)))
    with database.write() as session:
        row = session.exec(select(Event).where(Event.seq == 1)).one()
        row.public = row.public.replace("r2", "r3")
        session.add(row)
    assert not chain_holds(database, game)


async def test_seats_and_map_versions_come_with_their_events(
    store: Store, database: Database, game: str
) -> None:
    events = (SeatTaken(seat="s_01", person="x_1", role="director"), versioned())
    await store.append(batch(game, 1, *events, maps={2: b"{}"}))
    with database.read() as session:
        assert session.exec(select(Seat.id, Seat.person_id)).one() == ("s_01", "x_1")
        kept = session.exec(select(MapVersion)).one()
    assert (kept.project_id, kept.version, kept.seq, kept.content) == ("p_1", 1, 2, b"{}")
    assert kept.engine == "1.0.0"


async def test_games_are_live_from_their_first_event_until_they_are_closed(
    store: Store, game: str
) -> None:
    assert await store.live() == []
    await store.append(batch(game, 1, GameStarted(at=1)))
    assert await store.live() == [game]
    await store.append(batch(game, 2, GameClosed(at=AT_MS)))
    assert await store.live() == []


async def test_the_record_shows_no_private_part(store: Store, game: str) -> None:
    await store.append(batch(game, 1, played("s_01")))
    (line,) = await store.lines(game)
    assert b"s_01" not in line.public
    assert chain.link_hash(chain.genesis(game), line.public, line.digest) == line.hash


async def test_a_closed_game_makes_room_for_the_next(
    store: Store, database: Database, game: str
) -> None:
    await store.append(batch(game, 1, GameClosed(at=AT_MS)))
    with database.write() as session:
        assert session.get_one(Game, game).closed_at is not None
        session.add(Game(id="AAAAAA", project_id="p_1"))


async def test_a_batch_that_does_not_follow_the_record_is_refused(store: Store, game: str) -> None:
    await store.append(batch(game, 1, GameStarted(at=1)))
    with pytest.raises(StoreAway, match="the record ends at 1"):
        await store.append(batch(game, 3, played("s_01")))
    await store.append(batch(game, 2, played("s_01")))


async def test_answers_come_back_whether_their_command_changed_something_or_not(
    store: Store, database: Database, game: str
) -> None:
    first = [Answer("s_01", "idle", 0), Answer("s_01", "one", 2), Answer("s_02", "echo", 2)]
    await store.append(batch(game, 1, GameStarted(at=1), played("s_01"), answers=first))
    await store.append(batch(game, 3, answers=[Answer("s_02", "late", 2)]))
    await store.append(batch(game, 3, played("s_02"), played("s_02")))
    last = [Answer("s_01", "two", 5), Answer("s_02", "three", 6)]
    await store.append(batch(game, 5, played("s_01"), played("s_02"), answers=last))
    given = [*first, Answer("s_02", "late", 2), *last]
    answers = (await store.load(game)).answers
    assert answers == {(one.seat, one.command_id): one.seq for one in given}
    with database.read() as session:
        untold = session.exec(select(Command.id)).all()
    assert sorted(untold) == ["echo", "idle", "late"]


async def test_a_batch_that_collides_fails_alone_and_writes_nothing(
    store: Store, database: Database, game: str
) -> None:
    add_game(database, "AAAAAA", project="p_2")
    twice = [Answer("s_01", "same", 0), Answer("s_01", "same", 0)]
    results = await asyncio.gather(
        store.append(batch(game, 1, GameStarted(at=1), answers=twice)),
        store.append(batch("AAAAAA", 1, GameStarted(at=1))),
        return_exceptions=True,
    )
    assert isinstance(results[0], StoreAway)
    assert results[1] is None
    assert (await store.load(game)).events == []
    assert len((await store.load("AAAAAA")).events) == 1
    await store.append(batch(game, 1, GameStarted(at=1)))


async def test_batches_that_wait_share_one_transaction(store: Store, database: Database) -> None:
    for number in range(20):
        add_game(database, f"G{number}", project=f"p_g{number}")
    commits: list[int] = []
    real = store._writer._transact
    store._writer._transact = lambda jobs: (commits.append(len(jobs)), real(jobs))
    games = [f"G{number}" for number in range(20)]
    await asyncio.gather(*(store.load(one) for one in games))
    commits.clear()
    other = database.writer()
    with other.begin():  # the first batch waits for this, and the rest behind it
        waiting = [
            asyncio.ensure_future(store.append(batch(one, 1, GameStarted(at=1)))) for one in games
        ]
        await asyncio.sleep(0.05)
    other.close()
    await asyncio.gather(*waiting)
    assert sum(commits) == 20
    assert len(commits) <= 3


async def test_a_locked_database_is_away_and_comes_back(
    store: Store, database: Database, game: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = database.writer()
    with other.begin():
        other.execute(text("SELECT 1"))
        impatient = database.connect()
        impatient.cursor().execute("PRAGMA busy_timeout = 1")
        store._writer._connection = impatient
        with pytest.raises(StoreAway):
            await store.append(batch(game, 1, GameStarted(at=1)))
    other.close()
    await store.append(batch(game, 1, GameStarted(at=1)))


async def test_an_append_nobody_waits_for_any_more_is_not_lost(store: Store, game: str) -> None:
    waiting = asyncio.ensure_future(store.append(batch(game, 1, GameStarted(at=1))))
    await asyncio.sleep(0.001)  # wherever it is by now, the outcome is the same
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    loaded = await store.load(game)
    await store.append(batch(game, len(loaded.events) + 1, played("s_01")))


async def test_erasing_a_person_leaves_a_chain_that_holds(
    store: Store, database: Database, game: str
) -> None:
    events = (
        SeatTaken(seat="s_01", person="x_1", role="director"),
        SeatTaken(seat="s_02", person="x_2", role="specialist"),
        played("s_01", "p-of-1"),
        played("s_02", "p-of-2"),
        SupportersSet(node="n1", seats=("s_01", "s_02")),
        AnswerGiven(round="r2", answer=Given(seat="s_02", do="vote", key="vote:n1", first=3)),
    )
    await store.append(batch(game, 1, *events, names={"x_1": "Mette", "x_2": "Ole"}))
    await store.erase_person("x_1")
    loaded = await store.load(game)
    assert loaded.names == {"x_1": "", "x_2": "Ole"}
    assert loaded.events[2] == PlayMade(round="r2", play=None)
    assert loaded.events[3] == events[3]
    assert loaded.events[4] == SupportersSet(node="n1")
    assert loaded.events[5] == events[5]
    assert chain_holds(database, game)
    with database.read() as session:
        assert session.exec(select(Event.salt).where(Event.seq == 3)).one() is None
        assert session.get_one(Person, "x_1").erased_at is not None


async def test_a_note_is_erased_too_where_its_author_never_sat(
    store: Store, database: Database, game: str
) -> None:
    note = Note(id="p-of-1", node="n1", kind="minority", text=None, signed_by="x_1")
    taken = SeatTaken(seat="s_01", person="x_1", role="director")
    await store.append(batch(game, 1, taken, GameClosed(at=0)))
    with database.write() as session:
        session.add(Game(id="NEXT22", project_id="p_1"))
    await store.append(batch("NEXT22", 1, NoteAdded(note=note, text="Nej")))
    await store.erase_person("x_1")
    assert (await store.load("NEXT22")).events == [NoteAdded(note=note)]


async def test_a_text_is_erased_through_the_play_it_came_from(
    store: Store, database: Database, game: str
) -> None:
    node = Node(id="n1", label="B1", type="benefit", provenance=("p-of-1",))
    events = (
        SeatTaken(seat="s_01", person="x_1", role="director"),
        played("s_01", "p-of-1"),
        NodeMade(node=node, text="Mettes idé"),
    )
    await store.append(batch(game, 1, *events))
    await store.erase_person("x_1")
    assert (await store.load(game)).events[2] == NodeMade(node=node)
