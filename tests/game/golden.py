"""Writes a new golden record; those that are there are never written again."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from game.decide.versions import version_bytes
from game.events import MapVersioned, to_parts
from tests.game import pas
from tests.game.dsl import Room, game

RECORDS = Path(__file__).resolve().parent.parent / "records"


def lines(room: Room) -> str:
    """The events of a room, one line each, public and private apart."""
    rows = (dict(zip(("public", "private"), to_parts(event), strict=True)) for event in room.events)
    return "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)


def main(name: str, variant: str) -> None:
    """Plays a game and writes its record and its last map."""
    record, drawn = RECORDS / f"{name}.jsonl", RECORDS / f"{name}.map.json"
    if record.exists():
        sys.exit(f"{record.name} is there: a golden record is never written again.")
    room = pas.play() if variant == "pas" else game(variant=variant).advance_to("closed")
    last = next(event for event in reversed(room.events) if isinstance(event, MapVersioned))
    record.write_text(lines(room), encoding="utf-8")
    drawn.write_bytes(version_bytes(room.state, last))


if __name__ == "__main__":
    main(*sys.argv[1:3])
