"""GR1, BR1: seeded deals and orders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.deal import (
    BLANK,
    count_dealt,
    deal_hand,
    deal_hands,
    play_id,
    plays_each,
    sample,
    seeded,
    tie,
)

FAMILIES = {letter: tuple(f"{letter}{n}" for n in range(1, 13)) for letter in "BPOM"}


def seats(count: int) -> list[str]:
    return [f"s_{n:02}" for n in range(1, count + 1)]


@pytest.mark.parametrize(
    ("players", "plays"),
    [(0, 4), (1, 4), (4, 4), (6, 4), (7, 3), (9, 3), (10, 2), (30, 2), (300, 2)],
)
def test_plays_shrink_as_the_room_grows(players, plays):
    assert plays_each(players) == plays


def test_a_small_table_gets_three_of_each_perspective():
    hands = deal_hands("seed", seats(5), FAMILIES)
    assert {len(hand) for hand in hands.values()} == {13}


def test_a_room_gets_two_of_each_perspective_and_the_blank():
    hands = deal_hands("seed", seats(6), FAMILIES)
    assert {len(hand) for hand in hands.values()} == {9}
    assert all(hand[-1] == BLANK for hand in hands.values())


@given(st.integers(6, 40), st.text(max_size=5))
def test_with_enough_hands_every_card_is_seen(players, seed):
    dealt = count_dealt(deal_hands(seed, seats(players), FAMILIES))
    assert all(dealt[card] for cards in FAMILIES.values() for card in cards)


@given(st.integers(1, 40), st.text(max_size=5))
def test_no_hand_holds_a_card_twice(players, seed):
    for hand in deal_hands(seed, seats(players), FAMILIES).values():
        assert len(set(hand)) == len(hand)


@given(st.integers(1, 30), st.text(max_size=5))
def test_a_late_hand_holds_the_least_dealt_cards(players, seed):
    dealt = count_dealt(deal_hands(seed, seats(players), FAMILIES))
    late = deal_hand(seed, "s_99", FAMILIES, dealt, 2)
    for cards in FAMILIES.values():
        mine = [dealt[card] for card in late if card in cards]
        others = [dealt[card] for card in cards if card not in late]
        assert max(mine) <= min(others)


def test_hands_do_not_depend_on_who_came_first():
    hands = deal_hands("seed", seats(8), FAMILIES)
    assert deal_hands("seed", list(reversed(seats(8))), FAMILIES) == hands


def test_another_seed_deals_other_hands():
    assert deal_hands("one", seats(8), FAMILIES) != deal_hands("two", seats(8), FAMILIES)


@given(st.sets(st.text(max_size=4)))
def test_a_seeded_order_keeps_every_item_and_forgets_how_they_came(items):
    order = seeded("seed", "purpose", items)
    assert sorted(order) == sorted(items)
    assert seeded("seed", "purpose", sorted(items)) == order


def test_a_sample_is_the_head_of_the_seeded_order():
    assert sample("seed", "judges", seats(9), 3) == seeded("seed", "judges", seats(9))[:3]
    assert sample("seed", "judges", seats(2), 3) == seeded("seed", "judges", seats(2))
    assert sample("seed", "judges", seats(2), -1) == ()


def test_a_play_is_known_by_what_was_played():
    assert play_id("seed", "r2", 1, "s_01", "B1") == play_id("seed", "r2", 1, "s_01", "B1")
    assert play_id("seed", "r2", 1, "s_01", "B1") != play_id("seed", "r2", 2, "s_01", "B1")
    assert len(play_id("seed", "r2", 1, "s_01", "B1")) == 12


def test_ties_are_decided_by_seed_and_key():
    assert tie("seed", "B1") != tie("seed", "B2")
