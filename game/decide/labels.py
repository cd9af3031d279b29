"""Labels to talk with: a letter and a running number per map (game.md 3)."""

from __future__ import annotations

from collections.abc import Mapping

from game.model import BenefitMap, NodeType, Perspective

LETTERS: Mapping[str, str] = {
    "goal": "G",
    "enabler": "E",
    "change": "C",
    "disbenefit": "D",
    "citizens": "B",
    "processes": "P",
    "finance": "Ø",
    "employees": "M",
}


def next_label(drawn: BenefitMap, kind: NodeType, perspective: Perspective | None = None) -> str:
    """The next free label of this type; a benefit's letter is its perspective's."""
    letter = LETTERS[perspective if kind == "benefit" and perspective else kind]
    return _next_of(drawn, letter)


def ghost_label(drawn: BenefitMap) -> str:
    """What a ghost is called until the room names it: it has no number of its own yet (X6)."""
    return _next_of(drawn, "?")


def _next_of(drawn: BenefitMap, letter: str) -> str:
    used = (node.label for node in drawn.nodes.values() if node.label.startswith(letter))
    return f"{letter}{max((int(label[1:]) for label in used), default=0) + 1}"
