"""What only the facilitator sees: the large button, who is thinking, what to decide and say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from game import commands as cm
from game.decide.build import by_importance
from game.decide.console import AFTER_CLOSE, EDITS
from game.decide.draft import Draft
from game.decide.goals import rewordings
from game.decide.ready import away, readiness, ready_of
from game.decide.steps import may_open_wave
from game.decide.titles import show_node
from game.decide.undo import has_room
from game.findings import near_pairs
from game.model import RoundNow, State
from game.say import Name, Param, Say, Value, say
from game.slices.family import DESK, Family, Parts, single
from game.slices.moment import script, script_parts
from game.slices.room import person_name, ready_depends, ready_parts
from game.survey import context
from game.variants import variant

Next = tuple[str, Say]


def next_command(state: State) -> Next | None:
    """The command behind the one large button, and what it says; None when all is over."""
    now = state.round
    if state.phase == "closed":
        return None
    if state.phase == "paused":
        return "resume", say("next.resume")
    if now is None:
        return "start", say("next.start")
    if now.step == "briefing":
        return "open_round", say(f"next.open.{now.key}")
    if now.step == "open":
        return "reveal", say(f"next.reveal.{now.key}")
    if now.step == "revealed":
        return _next_of_revealed(state, now)
    return _next_round(state, now)


def _next_of_revealed(state: State, now: RoundNow) -> Next:
    if may_open_wave(Draft(state, 0)):
        return "open_round", say(f"next.wave.{now.key}")
    if now.stage == "second":
        return "open_vote", say("next.vote")
    return "resolve", say(f"next.resolve.{now.key}")


def _next_round(state: State, now: RoundNow) -> Next:
    ahead = [plan for plan in variant(state.rules.variant).rounds if plan.n > now.n]
    if not ahead:
        return "close", say("next.close")
    return "next_round", say("next.round", round=say(f"round.{ahead[0].id}"))


def _next(state: State) -> Value:
    found = next_command(state)
    if found is None:
        return None
    do, text = found
    return {"do": do, "d": {}, "text": text, "blocked": _blocked(state, do)}


def _blocked(state: State, do: str) -> Say | None:
    now = state.round
    if do == "start" and not any(seat.plays for seat in state.seats.values()):
        return say("next.blocked.empty")
    if now is None or do == "resume" or now.step not in ("open", "revealed"):
        return None
    ready, of = ready_of(state)
    return say("next.blocked.waiting", ready=ready, of=of) if ready < of else None


def _progress(state: State) -> Value:
    gone = away(state)
    return [
        _row(seat, "away" if seat in gone else "ready" if is_ready else "thinking")
        for seat, is_ready in readiness(state).items()
    ]


@lru_cache(maxsize=4096)
def _row(seat: str, how: str) -> Value:
    """Most rows are the same ones as before a play, so they are made once."""
    return {"seat": seat, "state": how}


def _suggestions(state: State) -> Value:
    found = [
        *_at_the_door(state),
        *_more_time(state),
        *_reword(state),
        *_merges(state),
        *_retypes(state),
        *_revote(state),
        *_unnamed(state),
    ]
    return list(found)


def _suggest(do: str, d: dict[str, Value], **params: Param) -> Value:
    return {
        "do": do,
        "d": d,
        "text": say(f"suggest.{do}", **params),
        "why": say(f"suggest.{do}.why"),
    }


def _at_the_door(state: State) -> Iterator[Value]:
    for seat in state.seats.values():
        if seat.waiting and not seat.removed:
            yield _suggest("let_in", {"seat": seat.id}, name=person_name(state, seat))


def _more_time(state: State) -> Iterator[Value]:
    """Somebody, whoever it is, needs longer than the step lasts."""
    if state.round is not None and state.round.slow:
        yield _suggest("extend", {"seconds": variant(state.rules.variant).thresholds.more_time_s})


def _reword(state: State) -> Iterator[Value]:
    now = state.round
    if now is None or (now.key, now.step) != ("r1", "revealed"):
        return
    for node in state.map.nodes.values():
        if node.type == "goal":
            for text in rewordings(state, node.id):
                yield _suggest(
                    "rename", {"node": node.id, "title": text}, node=show_node(node), text=text
                )


def _merges(state: State) -> Iterator[Value]:
    nodes = state.map.nodes.values()
    face_up = [n for n in nodes if n.type == "benefit" and n.state not in ("parked", "rejected")]
    most = variant(state.rules.variant).thresholds.merge_suggestions
    for pair in islice(near_pairs(face_up, context(state)), most):
        titles = tuple(show_node(node) for node in pair)
        yield _suggest("merge", {"nodes": [node.id for node in pair]}, nodes=titles)


def _retypes(state: State) -> Iterator[Value]:
    told = (entry.node or "" for entry in state.log if entry.rule == "X1")
    for node in map(state.map.nodes.get, dict.fromkeys(told)):
        if node and node.type == "benefit" and node.state != "rejected":
            yield _suggest("retype", {"node": node.id, "type": "enabler"}, node=show_node(node))


def _revote(state: State) -> Iterator[Value]:
    now = state.round
    if now is None or (now.key, now.step) != ("r2", "resolved"):
        return
    open_still = (node for node in state.map.nodes.values() if node.id not in state.revoted)
    contested = by_importance(state, (node for node in open_still if node.state == "contested"))
    if contested:
        titles = tuple(show_node(node) for node in contested)
        yield _suggest("call_revote", {"nodes": [node.id for node in contested]}, nodes=titles)


def _unnamed(state: State) -> Iterator[Value]:
    for node in state.map.nodes.values():
        if node.ghost and node.counts:
            yield _suggest("name_ghost", {"node": node.id, "text": ""}, node=show_node(node))


def _desk(state: State) -> Value:
    """Who leads, who may take over, and whether there is a code on paper."""
    return {
        "leads": state.desk,
        "name": Name(state.desk) if state.desk else None,
        "deputies": [{"deputy": one, "name": Name(one)} for one in state.deputies],
        "backup": bool(state.backup),
    }


def _undo(state: State) -> Value:
    """The move that `undo` would take back, and the cards it is about; null when there is none."""
    move = state.undo
    if move is None or move.spoiled or not has_room(state, move):
        return None
    now, before = state.map.nodes, move.before.map.nodes
    titles = [show_node(one) for one in now.values() if one.id in move.touches]
    merged = [show_node(before[key]) for key in before if key in move.touches and key not in now]
    seats = [one for one in state.seats.values() if one.id in move.touches]
    about = (*titles[:2], *merged, *(person_name(state, one) for one in seats[:2]))
    return {"do": move.do, "text": say(f"undo.{move.do}", about=about)}


def _allowed(state: State) -> Value:
    """The commands that a closed game still takes from its console; None while it is played."""
    if state.phase != "closed":
        return None
    kept = (AFTER_CLOSE & cm.CONSOLE) | {"play_for", "take_over"}
    return sorted(kept - EDITS - {"play_for"} if state.over else kept)


def _next_parts(state: State) -> Parts:
    """A second wave may follow from the map; for the rest the moment tells."""
    return (*ready_parts(state), state.map)


DESKTOP: tuple[Family, ...] = (
    single("next", DESK, ready_depends, _next, _next_parts),
    single("progress", DESK, ready_depends, _progress, ready_parts),
    single("script", DESK, script_parts, script),
)
LED: tuple[Family, ...] = (
    single("desk", DESK, lambda s: (s.desk, s.deputies, s.backup), _desk),
    single("allowed", DESK, lambda s: (s.phase, s.over), _allowed),
)
SUGGESTIONS: tuple[Family, ...] = (
    single(
        "suggestions",
        DESK,
        lambda s: (
            *(s.map, s.dismissed, s.log, s.seats, s.hide_names),
            *(s.round and s.round.step, s.round and s.round.slow),
        ),
        _suggestions,
    ),
    single("undo", DESK, lambda s: (s.undo, s.map, s.seats, s.hide_names), _undo),
)
