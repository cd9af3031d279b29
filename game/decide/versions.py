"""Map versions: the map as the rules see it, written to the project (game.md 1, protocol.md 6)."""

from __future__ import annotations

from game import events as ev
from game.decide import closing
from game.decide.draft import Draft
from game.engine import ENGINE
from game.map_json import content_hash, map_bytes, map_content
from game.meters import Meters
from game.model import State
from game.survey import context
from game.verdict import Assessment, assess


def write(draft: Draft) -> None:
    """A new version of the map. Every `resolve` writes one, closing a final one."""
    closing.sync_actions(draft)
    judged = assess(draft.map, context(draft.state))
    content = map_bytes(map_content(draft.state, judged))
    now = draft.state.round
    draft.add(
        ev.MapVersioned(
            version=draft.state.version + 1,
            round=now.id if now else "",
            ownership=judged.meters.ownership,
            realism=judged.meters.realism,
            citizen_focus=judged.meters.citizen_focus,
            verdict=judged.verdict,
            findings=judged.findings,
            hash=content_hash(content),
            engine=ENGINE,
        )
    )


def judged(event: ev.MapVersioned) -> Assessment:
    """What the rules of that day held against the map."""
    read = Meters(
        ownership=event.ownership, realism=event.realism, citizen_focus=event.citizen_focus
    )
    return Assessment(meters=read, findings=event.findings, verdict=event.verdict)


def version_bytes(state: State, event: ev.MapVersioned) -> bytes:
    """The content of a version, byte for byte: the state is the one that `event` left."""
    return map_bytes(map_content(state, judged(event)))


def keep_edits(draft: Draft) -> None:
    """After closing every edit writes a version: each promise that is kept is a sitting."""
    if draft.state.phase == "closed" and draft.state.edited:
        write(draft)
