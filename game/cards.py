"""What a card is. The decks are data in `game.decks`, the look-ups are in `game.deck`.

A card's id says its family: B, P, O and M are effects in the four perspectives, R roles,
C changes and prerequisites, I measures, U challenges.
"""

from dataclasses import dataclass
from typing import Literal

from game.model import BenefitClass, Perspective

Family = Literal["effect", "role", "change", "measure", "challenge", "blank"]
Direction = Literal["up", "down"]
Need = Literal["text", "nodes", "role", "value"]
ChallengeKind = Literal[
    "premortem",
    "who_loses",
    "count_twice",
    "activity",
    "switch_off",
    "conversion",
    "cheaper_measure",
    "last_time",
    "source",
    "deputy",
    "half_adoption",
    "citizen_notice",
]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in both languages."""

    da: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card of a deck; which of the later fields it has follows from its family.

    An effect has a perspective, a class, a unit, and its default measure card with the direction in
    which that measure is to move (GR7). A role card has a role, a change card the type of node it
    becomes, a measure card a unit, a challenge card a kind and the arguments its answer needs.
    """

    id: str
    family: Family
    title: Text
    perspective: Perspective | None = None
    benefit_class: BenefitClass | None = None
    unit: Text | None = None
    direction: Direction | None = None
    measure: str | None = None
    role: str | None = None
    node_type: Literal["change", "enabler"] | None = None
    kind: ChallengeKind | None = None
    needs: tuple[Need, ...] = ()
