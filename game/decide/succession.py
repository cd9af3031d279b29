"""Games of a project follow each other, and one at a time holds its map (game.md 1).

The next game holds it once it begins: it is started, or its facilitator edits the map in its lobby.
Until then promises and edits are made in the game before it, and the next one takes them over.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game import commands as cm
from game import events as ev
from game.carry import Content, carried
from game.decide import goals
from game.decide.draft import Draft
from game.model import State

BEGINS = frozenset(
    {
        "start", "rename", "retype", "park", "unpark", "reject", "merge", "dismiss_merge",
        "name_ghost", "set_class", "resolve_contest", "give_reason", "assign_measure",
    }
)  # fmt: skip
"""With these the facilitator begins a next game that is in its lobby."""
TAKES = BEGINS | {"close"}
"""Before these it takes the newest map. Closed without having begun it leaves it as it was."""


def lay_out(draft: Draft, content: Content | None, last: State) -> None:
    """The map of the project's newest version, where it has one, and what the setup adds to it."""
    if content is not None:
        draft.add(*carried(content, draft.state.rules.language, last))
    goals.lay_out_setup(draft, last)


def _take_map(draft: Draft, command: cm.TakeMap) -> None:
    if command.content is not None:
        draft.add(ev.MapRenewed(version=command.version))
        lay_out(draft, command.content, command.last)
    if command.begins:
        draft.add(ev.MapTaken())


def _hand_on(draft: Draft, command: cm.HandOn) -> None:
    del command
    if draft.state.phase == "closed" and not draft.state.over:
        draft.add(ev.GameFollowed())


ROOM: Mapping[type[cm.Command], Any] = {cm.TakeMap: _take_map, cm.HandOn: _hand_on}
