"""The questions of R5, with what the effect's card already says (GR7)."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal

from game.commands import ChooseMeasure
from game.decide.ask import Ask
from game.decide.titles import show_node
from game.deck import CARDS
from game.measure_words import unit_words
from game.model import Measure, Node, State
from game.say import Say, say

MEASURED = ("indicator", "unit", "direction", "target", "target_date")
"""What every measure has; what the card says of it need not be typed."""


def ask_measure(state: State, node: Node) -> Ask:
    """How is it counted? What the card or the measure so far says is filled in."""
    held = state.map.assignments.get(node.id)
    name = "ask.choose_measure" if held and held.state == "accepted" else "ask.choose_measure.first"
    chosen = state.map.measures.get(node.id)
    known = default_measure(state, node) if chosen is None else chosen_measure(chosen)
    wanted = MEASURED if chosen is None else (*MEASURED, "baseline")
    return Ask(
        id=f"choose_measure:{node.id}",
        do="choose_measure",
        d={"node": node.id, **known},
        needs=tuple(one for one in wanted if one not in known),
        options={"direction": (("up", say("direction.up")), ("down", say("direction.down")))},
        text=say(name, node=show_node(node)),
    )


def is_measure_open(state: State, node: Node) -> bool:
    """Whether a benefit's measure still lacks something: all of it, or any word of a baseline."""
    chosen = state.map.measures.get(node.id)
    return chosen is None or (chosen.baseline is None and chosen.baseline_plan is None)


def chosen_measure(measure: Measure) -> dict[str, str]:
    """What has been chosen so far, as the arguments that would choose it again."""
    given = {one.name: getattr(measure, one.name) for one in fields(ChooseMeasure)}
    return {name: value for name, value in given.items() if value is not None}


def default_measure(state: State, node: Node) -> dict[str, str]:
    """The measure that the effect's card suggests, in the game's language; empty for own words."""
    card = CARDS.get(node.card or "")
    if card is None or card.measure is None or card.unit is None or card.direction is None:
        return {}
    is_danish = state.rules.language == "da"
    title = CARDS[card.measure].title
    return {
        "card": card.measure,
        "indicator": title.da if is_danish else title.en,
        "unit": card.unit.da if is_danish else card.unit.en,
        "direction": card.direction,
    }


def ask_estimate(state: State, node: Node) -> Ask:
    """How much? In the measure's unit, or the card's while nobody has chosen a measure."""
    now = state.round
    before = state.map.estimates.get(node.id, ())
    if now is not None and now.wave > 1 and before and before[-1].q1 is not None:
        text = say(
            "ask.estimate.again",
            node=show_node(node),
            unit=unit_of(state, node),
            low=Decimal(before[-1].q1),
            high=Decimal(before[-1].q3 or before[-1].q1),
        )
    else:
        text = say("ask.estimate", node=show_node(node), unit=unit_of(state, node))
    return Ask(
        id=f"estimate:{node.id}",
        do="estimate",
        d={"node": node.id},
        needs=("value",),
        text=text,
    )


def unit_of(state: State, node: Node, *, is_after: bool = False) -> Say | str:
    """What the benefit is counted in, as it stands alone or `is_after` a figure."""
    measure = state.map.measures.get(node.id)
    if measure is not None:
        return unit_words(measure.unit)
    if not node.card or node.card == "blank":
        return say("unit.own")
    return say(f"unit.{node.card}.after" if is_after else f"unit.{node.card}")
