"""What the map adds up to: meters, findings, verdict, next moves, and the recap of a round."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.decide.titles import show_node
from game.findings import findings, sentences_of
from game.meters import meters
from game.model import Finding, State
from game.ownership import is_owned
from game.roles import MISSED_FIRST
from game.say import Say, Value, say
from game.slices.family import EVERYBODY, Family, Parts, single
from game.slices.reasons import because, reasons
from game.slices.room import missed
from game.survey import Survey, context, survey
from game.variants import variant
from game.verdict import NextMove, next_moves, verdict
from game.well_formed import UNOWNED, assignment_state


def _sum_parts(state: State) -> Parts:
    step = state.round and state.round.step
    before = state.round and state.round.before
    return (state.map, before, state.past, step, state.seats, state.phase, state.dismissed)


def _meters(state: State) -> Value:
    seen = context(state)
    found = findings(state.map, seen)
    scored = meters(state.map, seen)
    moves = next_moves(state.map, seen, found, variant(state.rules.variant).costs)
    stands = verdict(state.map, scored, found)
    return {
        "ownership": scored.ownership,
        "realism": scored.realism,
        "citizen_focus": scored.citizen_focus,
        "reasons": reasons(state, scored),
        "verdict": stands,
        "because": because(state.map, scored, found, stands),
        "findings": [_finding(state, one) for one in found],
        "moves": [_move(state, one) for one in moves],
    }


def _finding(state: State, found: Finding) -> Value:
    node = state.map.nodes.get(found.node or "")
    named = show_node(node) if node else ""
    owned = is_owned(state.map, found.node or "")
    text, why, next_ = sentences_of(found.rule, dict(found.params), is_owned=owned)
    return {
        "rule": found.rule,
        "level": found.level,
        "node": found.node,
        "label": node.label if node else None,
        "text": say(text, node=named),
        "why": say(why),
        "next": say(next_, node=named),
    }


def _move(state: State, move: NextMove) -> Value:
    label = state.map.nodes[move.node].label
    return {
        "text": say(f"move.{move.what}", minutes=move.minutes, label=label),
        "gain": move.gain,
        "node": move.node,
        "clears_red": move.clears_red,
    }


def _recap_key(state: State) -> str | None:
    now = state.round
    if now is not None and now.step == "resolved":
        return now.key
    return state.past[-1].key if state.past else None


def _recap(state: State) -> Value:
    key = _recap_key(state)
    if key is None:
        return []
    return list(RECAPS[key](state, survey(state.map, context(state))))


def _some(name: str, n: int) -> Iterator[Say]:
    if n:
        yield say(name, n=n)


def _r0(state: State, view: Survey) -> Iterator[Say]:
    del view
    yield say("recap.r0.seats", n=sum(seat.plays for seat in state.seats.values()))
    gone = tuple(say(f"missing.{one}") for one in missed(state) if one in MISSED_FIRST)
    if gone:
        yield say("recap.r0.missing", roles=gone)


def _r1(state: State, view: Survey) -> Iterator[Say]:
    del state
    yield say("recap.r1.goals", n=len(view.goals))
    low = sum(goal.low for goal in view.goals)
    yield say("recap.r1.low", n=low) if low else say("recap.r1.agreed", n=len(view.goals))


def _r2(state: State, view: Survey) -> Iterator[Say]:
    nodes = state.map.nodes.values()
    parts = (part for node in nodes if node.type == "benefit" for part in node.provenance)
    plays = sum(part.startswith("play:") for part in parts)
    yield say("recap.r2.played", plays=plays, n=len(view.benefits))
    yield from _some("recap.r2.contested", sum(one.state == "contested" for one in view.benefits))
    parked = sum(node.type == "benefit" and node.state == "parked" for node in nodes)
    yield from _some("recap.r2.parked", parked)
    if not any(one.perspective == "citizens" for one in view.benefits):
        yield say("recap.r2.no_citizens")


def _r3(state: State, view: Survey) -> Iterator[Say]:
    del state
    yield say("recap.r3.changes", n=len(view.changes))
    yield from _some("recap.r3.ghosts", len(view.ghosts))
    yield from _some("recap.r3.unreached", sum(not view.has_change(one) for one in view.benefits))


def _r4(state: State, view: Survey) -> Iterator[Say]:
    held = state.map.assignments
    stands = {one.id: assignment_state(view, one) for one in view.benefits}
    owned = [one for one in view.benefits if stands[one.id] == "accepted"]
    orphans = sum(one in UNOWNED for one in stands.values())
    yield from _some("recap.r4.owned", len(owned))
    yield from _some("recap.r4.waiting", len(stands) - len(owned) - orphans)
    yield from _some("recap.r4.orphans", orphans)
    unsigned = [one for one in owned if one.benefit_class == "C" and not held[one.id].co_signed]
    yield from _some("recap.r4.unsigned", len(unsigned))
    if view.benefits and len(owned) == len(view.benefits):
        yield say("recap.r4.all_owned")


def _r5(state: State, view: Survey) -> Iterator[Say]:
    measures, estimates = state.map.measures, state.map.estimates
    counted_ids = [one.id for one in view.benefits]
    measured = [one for one in counted_ids if one in measures]
    yield from _some("recap.r5.measured", sum(measures[one].countable for one in measured))
    yield from _some("recap.r5.unmeasured", sum(one not in measures for one in counted_ids))
    bare = [one for one in measured if measures[one].baseline is None]
    yield from _some("recap.r5.baselines", len(bare))
    wide = [one for one in counted_ids if one in estimates and estimates[one][-1].contested]
    yield from _some("recap.r5.contested", len(wide))


def _r6(state: State, view: Survey) -> Iterator[Say]:
    held = state.map.challenges.values()
    yield from _some("recap.r6.answered", sum(one.is_answered for one in held))
    yield from _some("recap.r6.open", sum(not one.is_answered for one in held))
    named = len(view.disbenefits)
    yield say("recap.r6.disbenefits", n=named) if named else say("recap.r6.no_disbenefits")


def _r7(state: State, view: Survey) -> Iterator[Say]:
    yield from _some("recap.r7.signed", sum(seat.signed for seat in state.seats.values()))
    todo = [one for one in state.map.actions.values() if not one.done]
    taken = [one for one in todo if one.by and (one.seat or one.role)]
    yield from _some("recap.r7.actions", len(taken))
    yield from _some("recap.r7.unowned", len(todo) - len(taken))
    found = findings(state.map, view.context)
    yield from _some("recap.r7.reds", sum(one.level == "red" for one in found))
    stands = verdict(state.map, meters(state.map, view.context), found)
    yield say(f"recap.verdict.{stands}")


RECAPS: Mapping[str, Callable[[State, Survey], Iterator[Say]]] = {
    "r0": _r0, "r1": _r1, "r2": _r2, "r3": _r3, "r4": _r4, "r5": _r5, "r6": _r6, "r7": _r7,
}  # fmt: skip

SUMS: tuple[Family, ...] = (
    single("meters", EVERYBODY, _sum_parts, _meters),
    single("recap", EVERYBODY, _sum_parts, _recap),
)
