"""What everybody may know of the room: the game, its rounds, who is there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from game.decide.ready import readiness, ready_of
from game.kept import latest
from game.model import Seat, State
from game.ownership import owner_roles
from game.roles import GROUPS, MISSED_FIRST, ROLES
from game.say import Name, Say, Value, say
from game.slices.family import EVERYBODY, SHOWN, Family, Parts, single
from game.slices.moment import question
from game.variants import variant

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@lru_cache(maxsize=1024)
def instant(at: int | None) -> str | None:
    """Server time in ms as RFC 3339 UTC."""
    if at is None:
        return None
    return (EPOCH + timedelta(milliseconds=at)).isoformat(timespec="milliseconds")[:-6] + "Z"


def person_name(state: State, seat: Seat) -> Name | Say:
    """A person's name, or the role where the room hides names."""
    return say(f"role.{seat.role}") if state.hide_names else Name(seat.person)


def _game(state: State) -> Value:
    setup = state.rules
    return {
        "code": setup.code,
        "title": setup.title,
        "purpose": setup.purpose,
        "organisation": setup.organisation,
        "language": setup.language,
        "variant": setup.variant,
        "kind": setup.kind,
        "state": state.phase,
        "paused_at": instant(state.paused_at),
        "locked": state.locked,
        "join_policy": state.join_policy,
        "hide_names": state.hide_names,
        "view": state.view,
    }


def _rounds(state: State) -> Value:
    now = state.round
    played = {past.key for past in state.past}
    rows: list[Value] = []
    for plan in variant(state.rules.variant).rounds:
        is_now = now is not None and now.key == plan.id
        rows.append(
            {
                "id": now.id if now and is_now else plan.id,
                "n": plan.n,
                "title": say(f"round.{plan.id}"),
                "minutes": plan.minutes,
                "used_s": sum(p.used_ms for p in state.past if p.key == plan.id) // 1000,
                "state": "now" if is_now else "done" if plan.id in played else "ahead",
            }
        )
    return rows


def _round(state: State) -> Value:
    now = state.round
    if now is None:
        return None
    return {
        "id": now.id,
        "key": now.key,
        "n": now.n,
        "title": say(f"round.{now.key}"),
        "question": question(state, now),
        "step": now.step,
        "stage": now.stage,
        "wave": now.wave,
        "ends": instant(now.ends),
        "ready": list(ready_of(state)),
    }


def ready_depends(state: State) -> Parts:
    """What who is ready may follow from."""
    return (state.round, state.map, state.seats, state.phase, state.revoted)


@latest
def ready_parts(state: State) -> Parts:
    """Where the round is, who is there and who is ready."""
    now = state.round
    there = (state.phase, state.seats, state.revoted)
    if now is None:
        return there
    at = (now.id, now.step, now.stage, now.wave, now.ends)
    return (*there, *at, readiness(state) if now.step in {"open", "revealed"} else None)


def _count(state: State) -> Value:
    here = [seat for seat in state.seats.values() if seat.plays]
    return {"seats": len(here), "here": sum(seat.here for seat in here)}


def missed(state: State) -> tuple[str, ...]:
    """Whom the room misses, those it cannot do without first: role groups, and single roles."""
    present = {seat.role for seat in state.seats.values() if seat.plays}
    here = present | {ROLES[role].group for role in present}
    return tuple(one for one in dict.fromkeys((*MISSED_FIRST, *GROUPS)) if one not in here)


def _roles(state: State) -> Value:
    present = {seat.role for seat in state.seats.values() if seat.plays}
    titles: dict[str, Value] = {role: say(f"role.{role}") for role in ROLES}
    titles |= {group: say(f"group.{group}") for group in GROUPS}
    return {
        "offered": list(state.rules.roles or ROLES),
        "present": sorted(present),
        "missing": list(missed(state)),
        "owners": {kind: list(roles) for kind, roles in owner_roles().items()},
        "titles": titles,
    }


def _roster(state: State) -> Value:
    return [
        {
            "seat": seat.id,
            "name": person_name(state, seat),
            "role": seat.role,
            "proxy": seat.proxy,
            "absent": seat.absent,
            "waiting": seat.waiting,
            "shaken": seat.shaken,
        }
        for seat in state.seats.values()
        if not seat.removed
    ]


ROOM: tuple[Family, ...] = (
    single(
        "game",
        EVERYBODY,
        lambda s: (
            *(s.setup, s.phase, s.paused_at, s.locked, s.join_policy, s.hide_names, s.view),
        ),
        _game,
    ),
    single("rounds", EVERYBODY, lambda s: (s.setup, s.past, s.round and s.round.id), _rounds),
    single("count", EVERYBODY, lambda s: (s.seats,), _count),
    single("roles", EVERYBODY, lambda s: (s.setup, s.seats), _roles),
    single("roster", SHOWN, lambda s: (s.seats, s.hide_names), _roster),
)
ROUND: tuple[Family, ...] = (single("round", EVERYBODY, ready_depends, _round, ready_parts),)


def room_depends(state: State) -> Parts:
    """What all of ROOM, and who leads it and what they may do, follows from."""
    led = (state.desk, state.deputies, state.backup, state.over)
    said = (
        *led,
        state.setup,
        state.phase,
        state.paused_at,
        state.locked,
        state.join_policy,
        state.hide_names,
        state.view,
    )
    return (*said, state.seats, state.past, state.round and state.round.id)
