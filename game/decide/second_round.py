"""Which figures R5 asks for once more (BR9, X11)."""

from __future__ import annotations

from game.benefit_map import end_benefits, node_number
from game.estimates import needs_second_round
from game.model import State
from game.variants import variant


def second_round(state: State) -> tuple[str, ...]:
    """The figures a second wave asks about: contested, optimistic, or all ends (BR9, X11)."""
    rule = variant(state.rules.variant).second_round
    if rule == "none":
        return ()
    ends = {node.id for node in end_benefits(state.map)} if rule == "end_benefits" else set()
    again = [
        node
        for node, made in state.map.estimates.items()
        if state.map.nodes[node].counts
        and state.map.nodes[node].type == "benefit"
        and made[-1].round == 1
        and (needs_second_round(made[-1]) or node in ends)
    ]
    bare = [node for node in ends if node not in state.map.estimates]
    return (*again, *sorted(bare, key=node_number))
