"""What a challenge card asks of a benefit's owner."""

from __future__ import annotations

from decimal import Decimal

from game.decide.measure_asks import unit_of
from game.estimates import EXACT, plain
from game.model import Challenge, State
from game.say import Say, say
from game.variants import variant


def challenge_text(state: State, held: Challenge) -> Say:
    """The card's question; "only half use it" shows what half would be, changing nothing (GR8)."""
    estimates = state.map.estimates.get(held.node, ())
    if held.card != "U11" or not estimates or estimates[-1].planning is None:
        return say(f"challenge.{held.card}")
    share = variant(state.rules.variant).thresholds.adoption
    used = EXACT.multiply(Decimal(estimates[-1].planning), Decimal(share.part))
    value = Decimal(plain(EXACT.divide(used, Decimal(share.whole))))
    unit = unit_of(state, state.map.nodes[held.node], is_after=True)
    return say("challenge.U11.half", value=value, unit=unit)
