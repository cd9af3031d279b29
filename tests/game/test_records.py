"""Golden records replay for ever, byte for byte (protocol.md 7, 8)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import evolve
from game.decide.versions import version_bytes
from game.events import Event, MapVersioned, from_parts
from game.map_json import content_hash
from game.meters import rescored, scores
from game.model import EMPTY
from game.survey import context, survey
from game.verdict import _possible
from tests.game.golden import RECORDS

ALL = sorted(RECORDS.glob("*.jsonl"))


def events(record: Path, *, is_public: bool) -> Iterator[Event]:
    for line in record.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield from_parts(row["public"], None if is_public else row["private"])


def test_there_are_golden_records() -> None:
    assert len(ALL) >= 5


@pytest.mark.parametrize("is_public", [False, True], ids=["whole", "public"])
@pytest.mark.parametrize("record", ALL, ids=lambda record: record.stem)
def test_a_golden_record_gives_its_maps(record: Path, is_public: bool) -> None:  # noqa: FBT001 - by parametrize
    state, content = EMPTY, b""
    for event in events(record, is_public=is_public):
        state = evolve(state, event)
        if isinstance(event, MapVersioned):
            content = version_bytes(state, event)
            assert content_hash(content) == event.hash
    assert content == record.with_suffix(".map.json").read_bytes()


@pytest.mark.parametrize("record", ALL, ids=lambda record: record.stem)
def test_each_move_is_scored_as_if_all_meters_were_read_anew(record: Path) -> None:
    state, tried = EMPTY, 0
    for event in events(record, is_public=False):
        state = evolve(state, event)
        if isinstance(event, MapVersioned):
            view = survey(state.map, context(state))
            stood = scores(view)
            for _, _, after, _ in _possible(view):
                anew = scores(survey(after, view.context))
                assert rescored(view, after, stood) == anew
                tried += 1
    assert tried
