"""Why the meters stand where they stand, and why the verdict is what it is (game.md 7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, get_args

from game.kept import Kept
from game.meters import Lack, MeterName, Meters, lacks, meters
from game.model import BenefitMap, Finding, State, Verdict
from game.say import Say, Value, say
from game.survey import Context, context
from game.variants import Thresholds
from game.verdict import is_taken

NAMED: Final = 3
"""So many nodes a reason names; of more it names the first and counts the rest."""
NUMBERS: Final = Thresholds()


def reasons(state: State, now: Meters) -> dict[str, Value]:
    """For each meter: by how much it moved last, in which round it did, and why in one sentence."""
    seen = context(state)
    lacking = lacks(state.map, seen)
    maps = (
        *((state.round.before,) if state.round else ()),
        *(one.before for one in state.past[::-1]),
    )
    found: dict[str, Value] = {}
    for before in islice(maps, 2):
        was, lacked = _stood(state, before, seen)
        for name in get_args(MeterName):
            delta = getattr(now, name) - getattr(was, name)
            if name not in found and delta:
                text = _moved(state.map, name, delta, (lacked, lacking))
                found[name] = {"delta": delta, "text": text}
    return {
        name: found.get(name) or {"delta": 0, "text": _lacking(state.map, name, lacking)}
        for name in get_args(MeterName)
    }


_Stood = tuple[Meters, tuple[Lack, ...]]
_LAST: Kept[tuple[tuple[BenefitMap, Context, _Stood], ...]] = Kept()
"""How earlier maps stood: they are asked for again with every change of the newest one."""


def _stood(state: State, before: BenefitMap, seen: Context) -> _Stood:
    kept = _LAST.get(state.rules) or ()
    for drawn, context_then, stood in kept:
        if drawn is before and context_then == seen:
            return stood
    stood = (meters(before, seen), lacks(before, seen))
    _LAST.put(state.rules, ((before, seen, stood), *kept[:1]))
    return stood


def _moved(
    drawn: BenefitMap, name: str, delta: int, lacking: tuple[Sequence[Lack], Sequence[Lack]]
) -> Say:
    """What a meter rose by, or fell by: what is lacked no longer, or what is lacked since."""
    before, now = lacking
    others = frozenset(now if delta > 0 else before)
    changed = [one for one in (before if delta > 0 else now) if one not in others]
    said = _most(drawn, name, changed, "got" if delta > 0 else "lacks")
    return said or say("reason.up" if delta > 0 else "reason.down")


def _lacking(drawn: BenefitMap, name: str, lacking: Sequence[Lack]) -> Say:
    """What a meter that has not moved would rise by."""
    return _most(drawn, name, lacking, "lacks") or say("reason.full")


def _most(drawn: BenefitMap, name: str, among: Sequence[Lack], how: str) -> Say | None:
    """The sentence about the most frequent of these, with its nodes by their labels."""
    held = [one for one in among if one.meter == name and (not one.node or one.node in drawn.nodes)]
    if not held:
        return None
    what = Counter(one.what for one in held).most_common(1)[0][0]
    labels = [drawn.nodes[one.node].label for one in held if one.what == what and one.node]
    return say(f"reason.{name}.{what}.{how}", nodes=_named(labels))


def _named(labels: Sequence[str]) -> tuple[str | Say, ...]:
    if len(labels) <= NAMED:
        return tuple(labels)
    return (labels[0], say("reason.others", n=len(labels) - 1))


def because(
    drawn: BenefitMap, now: Meters, found: Sequence[Finding], stands: Verdict
) -> list[Value]:
    """Why the verdict is no better than it is, or that nothing stands in its way."""
    if stands == "ready":
        return [say("because.ready", needed=NUMBERS.ready)]
    return list(_grounds(drawn, now, found, stands))


def _grounds(
    drawn: BenefitMap, now: Meters, found: Sequence[Finding], stands: Verdict
) -> Iterator[Say]:
    aim, needed = ("conditional", NUMBERS.conditional)
    if stands == "conditional":
        aim, needed = ("ready", NUMBERS.ready)
    for name in get_args(MeterName):
        points = getattr(now, name)
        if points < needed:
            goal = say(f"aim.{aim}")
            yield say(
                "because.meter",
                meter=say(f"meter.{name}"),
                points=points,
                aim=goal,
                needed=needed,
            )
    reds = [one for one in found if one.level == "red"]
    untaken = sum(not is_taken(drawn, one) for one in reds)
    if untaken:
        yield say("because.open", n=untaken)
    if len(reds) > untaken:
        yield say("because.taken", n=len(reds) - untaken)
    split = [one.label for one in drawn.nodes.values() if one.state == "contested"]
    if split:
        yield say("because.contested", nodes=_named(split))
