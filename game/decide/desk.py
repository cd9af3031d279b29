"""Who leads the game: the owner, or a deputy who took over while nobody led (ux 13)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game import commands as cm
from game import events as ev
from game.deal import digest
from game.decide.draft import Draft, clean_text
from game.errors import RuleError

NAME_LENGTH = 60
MOST_DEPUTIES = 8


def _add_deputy(draft: Draft, command: cm.AddDeputy) -> None:
    """A named second facilitator: the shell keeps the name."""
    clean_text(command.name, NAME_LENGTH)
    if len(draft.state.deputies) >= MOST_DEPUTIES:
        raise RuleError("desk.too_many", most=MOST_DEPUTIES)
    person = "p_" + digest(draft.state.seed, "deputy", str(draft.state.seq))[:12]
    draft.add(ev.DeputyAdded(person=person))


def _remove_deputy(draft: Draft, command: cm.RemoveDeputy) -> None:
    if command.deputy not in draft.state.deputies:
        raise RuleError("desk.unknown")
    draft.add(ev.DeputyRemoved(person=command.deputy))


def _set_backup(draft: Draft, command: cm.SetBackup) -> None:
    draft.add(ev.BackupSet(digest=command.digest))


def _take_desk(draft: Draft, command: cm.TakeDesk) -> None:
    """The owner leads again whenever they ask; others only once nobody has led for a minute.

    `leads` is who led when the shell looked: of two who ask at once the second finds the first.
    """
    state = draft.state
    if command.desk == state.desk:
        raise RuleError("desk.yours")
    if command.desk:
        is_known = bool(state.backup) and command.digest == state.backup
        if command.desk not in state.deputies and not is_known:
            raise RuleError("desk.code")
        if not command.is_away or command.leads != state.desk:
            raise RuleError("desk.not_away")
    draft.add(ev.DeskTaken(desk=command.desk))


ROOM: Mapping[type[cm.Command], Any] = {
    cm.AddDeputy: _add_deputy,
    cm.RemoveDeputy: _remove_deputy,
    cm.SetBackup: _set_backup,
    cm.TakeDesk: _take_desk,
}
