"""Seeded orders, deals and samples: chance that anyone can repeat (GR1, BR1).

A shuffle sorts by sha256(seed | purpose | item); its result stands in an event.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Final

from game.variants import Thresholds

BLANK: Final = "blank"
NUMBERS: Final = Thresholds()


def digest(*parts: str | int) -> str:
    """sha256 over the parts joined by `|`, in hex: the one source of chance (BR1)."""
    return sha256("|".join(map(str, parts)).encode()).hexdigest()


def play_id(seed: str, round_id: str, wave: int, seat: str, what: str) -> str:
    """BR1: the id that orders plays, so that neither the network nor a clever client does."""
    return digest(seed, round_id, wave, seat, what)[:12]


def tie(seed: str, key: str) -> str:
    """BR1: what decides between nodes that are otherwise equal."""
    return digest(seed, key)


def seeded(seed: str, purpose: str, items: Iterable[str]) -> tuple[str, ...]:
    """The items in the seeded order of this purpose (BR1)."""
    return tuple(sorted(items, key=lambda item: (digest(seed, purpose, item), item)))


def sample(seed: str, purpose: str, items: Iterable[str], size: int) -> tuple[str, ...]:
    """So many of the items, seeded; all of them when there are no more (GR5, GR7, GR8, BR6)."""
    return seeded(seed, purpose, items)[: max(size, 0)]


def plays_each(players: int) -> int:
    """GR1: how many cards each may play, the blank among them: clamp(floor(24/n + 1/2), 2, 4)."""
    if players == 0:
        return NUMBERS.plays_most
    fair = (2 * NUMBERS.plays_shared + players) // (2 * players)
    return min(NUMBERS.plays_most, max(NUMBERS.plays_least, fair))


def cards_each(players: int) -> int:
    """GR1: how many cards of each perspective a hand holds: two, or three at a small table."""
    if players < NUMBERS.small_room:
        return NUMBERS.hand_per_perspective_small_room
    return NUMBERS.hand_per_perspective


def count_dealt(hands: Mapping[str, Sequence[str]]) -> Counter[str]:
    """How often each card has been dealt, so that a later seat gets the least dealt (GR1)."""
    return Counter(card for hand in hands.values() for card in hand)


def deal_hand(
    seed: str,
    seat: str,
    families: Mapping[str, Sequence[str]],
    dealt: Mapping[str, int],
    each: int,
) -> tuple[str, ...]:
    """GR1: one hand: of each perspective the least dealt cards, seeded, and the blank."""
    hand: list[str] = []
    for cards in families.values():
        order = seeded(seed, f"hand|{seat}", cards)
        hand += sorted(order, key=lambda card: dealt.get(card, 0))[:each]
    return (*hand, BLANK)


def deal_hands(
    seed: str, seats: Sequence[str], families: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    """GR1: all hands at once; with enough hands every card is seen by somebody.

    `families` holds the effect cards by perspective. Giving the least dealt cards first is what
    shows them all, and what makes a late hand (`deal_hand`) one more of the same.
    """
    each = cards_each(len(seats))
    dealt: Counter[str] = Counter()
    hands: dict[str, tuple[str, ...]] = {}
    for seat in seeded(seed, "deal", seats):
        hands[seat] = deal_hand(seed, seat, families, dealt, each)
        dealt.update(hands[seat])
    return {seat: hands[seat] for seat in seats}
