"""Which challenge card hits which benefit (GR8)."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from game import events as ev
from game.benefit_map import counted
from game.deal import seeded
from game.decide import measures
from game.decide.draft import Draft
from game.deck import family
from game.model import Challenge, Node

PREMORTEM, WHO_LOSES, HALF, CITIZEN = "U1", "U2", "U11", "U12"


def deal(draft: Draft) -> None:
    """One card for each benefit: what must be examined first, the rest seeded, no card twice."""
    nodes = measures.rank_for_room(draft.state, counted(draft.map, "benefit"))
    examined = [node for node in nodes if node.benefit_class == "C"]
    examined = examined or [node for node in nodes if node.benefit_class in ("T", "A")]
    rest = [node for node in nodes if node not in examined]
    largest = _largest(draft, [node for node in rest if node.benefit_class == "T"])
    plain = [node for node in rest if node is not largest]
    given = _forced(draft, [*plain, *(node for node in rest if node is largest)], examined)
    if largest is not None:
        given.setdefault(largest.id, HALF)
    for node in examined:
        held = {one.card for one in draft.map.challenges.values() if one.node == node.id}
        given.setdefault(node.id, WHO_LOSES if CITIZEN in held else CITIZEN)
    for node in nodes:
        hold(draft, given.get(node.id) or _next_card(draft, node), node)


def _forced(draft: Draft, free: list[Node], examined: list[Node]) -> dict[str, str]:
    """Cards that ask what the room did not say in silence: who loses (X18), and the premortem.

    Who loses examines a benefit as U12 does; the premortem takes no place of one that must be.
    """
    asked = [] if counted(draft.map, "disbenefit") else [WHO_LOSES]
    given = {node.id: card for card, node in zip(asked, [*free, *examined], strict=False)}
    left = [node for node in free if node.id not in given]
    if left and not draft.variant.premortem:
        given[left[0].id] = PREMORTEM
    return given


def _largest(draft: Draft, nodes: list[Node]) -> Node | None:
    """The freed time with the largest planning value, else the most important (U11)."""

    def size(node: Node) -> Decimal:
        made = draft.map.estimates.get(node.id)
        return Decimal(made[-1].planning or 0) if made else Decimal(0)

    return max(nodes, key=size, default=None)


def _next_card(draft: Draft, node: Node) -> str:
    """The next card of the seeded deck, without repetition until the deck is out.

    The cards that have a place of their own are kept out: U1 and U2 ask what was asked in silence,
    U11 and U12 go where the rules send them.
    """
    apart = {PREMORTEM, WHO_LOSES, HALF, CITIZEN}
    deck = [card.id for card in family(draft.state.rules.deck, "challenge") if card.id not in apart]
    held = Counter(one.card for one in draft.map.challenges.values())
    least = min(held[card] for card in deck)
    left = [card for card in deck if held[card] == least]
    return seeded(draft.state.seed, f"challenge|{node.id}", left)[0]


def hold(draft: Draft, card: str, node: Node) -> None:
    """Holds a card against a node; its owner, or who measures it, is asked."""
    challenge = Challenge(
        id=draft.next_id("ch", draft.map.challenges),
        card=card,
        node=node.id,
        asked=measures.measurer(draft.state, node),
    )
    draft.add(ev.ChallengeSet(challenge=challenge))
