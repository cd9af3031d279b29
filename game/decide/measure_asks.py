"""The questions of R5, with what the effect's card already says (GR7)."""

from __future__ import annotations

from decimal import Decimal

from game.decide.ask import Ask
from game.decide.titles import show_node
from game.deck import CARDS
from game.model import Node, State
from game.say import Say, say


def ask_measure(state: State, node: Node) -> Ask:
    """How is it counted? The card's measure, unit and direction are filled in."""
    held = state.map.assignments.get(node.id)
    name = "ask.choose_measure" if held and held.state == "accepted" else "ask.choose_measure.first"
    known = default_measure(state, node)
    needs = tuple(
        one
        for one in ("indicator", "unit", "direction", "target", "target_date")
        if one not in known
    )
    return Ask(
        id=f"choose_measure:{node.id}",
        do="choose_measure",
        d={"node": node.id, **known},
        needs=needs,
        options={"direction": (("up", say("direction.up")), ("down", say("direction.down")))},
        text=say(name, node=show_node(node)),
    )


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


def unit_of(state: State, node: Node) -> Say | str:
    """What the benefit is counted in."""
    measure = state.map.measures.get(node.id)
    if measure is not None:
        return measure.unit
    return say(f"unit.{node.card}") if node.card and node.card != "blank" else say("unit.own")
