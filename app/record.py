"""The record of a game as a file: what anybody may download, verify and replay.

A header and one line for each event: its public part, the digest of its private part, its hash.
The chain (`app/chain.py`) binds all of it, so whoever has the file can see that nothing was
changed, and the maps follow from it without the server.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from app import chain
from app.chain import Line
from app.errors import OperatorError
from game.decide.versions import judged
from game.events import Event, GameClosed, MapVersioned, from_parts
from game.evolve import evolve
from game.map_json import (
    Json,
    content_hash,
    finding_json,
    judged_json,
    map_bytes,
    map_content,
    map_document,
)
from game.model import EMPTY, State
from game.survey import context
from game.verdict import Assessment, assess

SCHEMA = "gevinstspil.record/1"
MISMATCHES = (LookupError, TypeError, ValueError, AttributeError)
"""What reading raises where a file is not what it says it is."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record whose chain holds."""

    game: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class MapMade:
    """A map version that follows from the record, and the state it was made of."""

    event: MapVersioned
    state: State
    content: Mapping[str, Json]

    @property
    def agrees(self) -> bool:
        """Whether this is what the version was written as, to the byte."""
        return content_hash(map_bytes(self.content)) == self.event.hash

    def judged_now(self) -> Assessment:
        """What today's rules say about it."""
        return assess(self.state.map, context(self.state))

    def document(self) -> bytes:
        """The map as JSON (`gevinstspil.map/1`), as the server gives it."""
        whole = map_document(
            self.state,
            self.content,
            version=self.event.version,
            seq=self.state.seq - 1,
            engine=self.event.engine,
        )
        return map_bytes(whole)


def write(game: str, lines: Iterable[Line]) -> bytes:
    """The file, an event a line."""
    head = chain.canonical({"schema": SCHEMA, "game": game})[:-1]
    rows = (
        b'{"digest":%b,"hash":"%b","public":%b}'
        % (
            b'"%b"' % line.digest.hex().encode() if line.digest else b"null",
            line.hash.hex().encode(),
            line.public,
        )
        for line in lines
    )
    return head + b',"events":[\n' + b",\n".join(rows) + b"\n]}\n"


def read(file: bytes) -> Record:
    """The record in a file, or a sentence that says where it is corrupt."""
    game, rows = _rows(file)
    previous = chain.genesis(game)
    events: list[Event] = []
    for seq, row in enumerate(rows, start=1):
        try:
            line = _line(row)
            if chain.link_hash(previous, line.public, line.digest) != line.hash:
                raise OperatorError(f"The record was changed: its chain breaks at event {seq}.")
            previous = line.hash
            events.append(from_parts(row["public"], None))
        except MISMATCHES as error:
            raise OperatorError(f"The record is corrupt at event {seq}.") from error
    return Record(game, tuple(events))


def maps(record: Record) -> Iterator[MapMade]:
    """Every map version of the game, made anew from the events alone.

    What was drawn follows from the events; what was judged stands in the version's own event, so
    an old record gives its old map whatever the rules say today.
    """
    state = EMPTY
    for seq, event in enumerate(record.events, start=1):
        try:
            state = evolve(state, event)
            made = _made(state, event)
        except MISMATCHES as error:
            raise OperatorError(
                f"The record cannot be followed at event {seq}: what it builds on is not there."
                " Download the record again."
            ) from error
        if made is not None:
            yield made


def require_end(record: Record) -> None:
    """Refuse a record without its end: only closed games are given out, and closing draws a map."""
    kinds = [type(event) for event in record.events]
    if GameClosed not in kinds or MapVersioned not in kinds[kinds.index(GameClosed) :]:
        raise OperatorError(
            "The end of the record is missing: the closing and its map are not in it."
            " Download the record again."
        )


def differences(made: MapMade) -> Iterator[str]:
    """What today's rules say otherwise about the map that was recorded."""
    then, now = judged_json(judged(made.event)), judged_json(made.judged_now())
    for key in ("verdict", "meters"):
        if then[key] != now[key]:
            yield f"{key}: {_plain(then[key])} then, {_plain(now[key])} now"
    before = {_plain(finding_json(one)) for one in made.event.findings}
    after = {_plain(finding_json(one)) for one in made.judged_now().findings}
    yield from (f"no longer found: {one}" for one in sorted(before - after))
    yield from (f"found now: {one}" for one in sorted(after - before))


def _made(state: State, event: Event) -> MapMade | None:
    """The map version that this event wrote, if it wrote one."""
    if not isinstance(event, MapVersioned):
        return None
    return MapMade(event, state, map_content(state, judged(event)))


def _rows(file: bytes) -> tuple[str, list[dict[str, Any]]]:
    try:
        whole = orjson.loads(file)
        schema, game, rows = whole["schema"], whole["game"], whole["events"]
    except (ValueError, LookupError, TypeError) as error:
        raise OperatorError("The file is not a record, or has been cut short.") from error
    if schema != SCHEMA or not isinstance(game, str) or not isinstance(rows, list) or not rows:
        raise OperatorError(f"The file is not a record of the kind {SCHEMA}.")
    return game, rows


def _line(row: dict[str, Any]) -> Line:
    digest = row["digest"]
    return Line(
        chain.canonical(row["public"]),
        None if digest is None else bytes.fromhex(digest),
        bytes.fromhex(row["hash"]),
    )


def _plain(value: object) -> str:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
