"""X1: what is named as a benefit, and is something we do."""

from __future__ import annotations

from collections.abc import Iterable

from game.decide.draft import Draft
from game.model import BenefitMap, Node
from game.words import is_activity

BY_RULE = ("rule:BR13",)
"""An arrow that nobody proposed."""


def hear(draft: Draft, node: Node) -> None:
    """Tells of a benefit that begins with something one does, or leads only to a change."""
    if (node.title and is_activity(node.title)) or _leads_only_to_change(draft.map, node):
        draft.tell("X1", node.id)


def hear_arrows(draft: Draft, turned: Iterable[str]) -> None:
    """Looks at the benefits whose arrows had to be turned, and tells of each once."""
    told = {entry.node for entry in draft.state.log if entry.rule == "X1"}
    for node in dict.fromkeys(turned):
        if node not in told and _leads_only_to_change(draft.map, draft.map.nodes[node]):
            draft.tell("X1", node)


def _leads_only_to_change(drawn: BenefitMap, node: Node) -> bool:
    """Whether people said that a benefit leads to a change, and to nothing else."""
    arrows = drawn.edges.values()
    is_before = any(
        one.flipped and one.target == node.id and drawn.nodes[one.source].type == "change"
        for one in arrows
    )
    is_onwards = any(one.source == node.id and one.provenance != BY_RULE for one in arrows)
    return node.type == "benefit" and is_before and not is_onwards
