from collections import Counter

import pytest

from game.deck import BLANK, CARDS, TITLES, card, card_order, deck, family
from game.model import PERSPECTIVES
from game.roles import FAR, GROUPS, MISSED_FIRST, ROLES, distance

STARTER = deck("starter")
EFFECTS = family("starter", "effect")


def test_the_starter_deck_has_a_hundred_cards_and_the_blank_is_not_one_of_them():
    assert len(STARTER) == 100
    assert len({one.id for one in STARTER}) == 100
    assert BLANK not in STARTER
    assert Counter(one.family for one in STARTER) == {
        "effect": 48,
        "role": 16,
        "change": 12,
        "measure": 12,
        "challenge": 12,
    }


def test_a_card_is_found_by_its_id():
    assert card("B1") in STARTER
    assert card("blank") is BLANK
    assert card("Z9") is None


def test_cards_stand_by_letter_then_by_number_and_own_words_come_last():
    assert sorted(["P2", "blank", "B10", "B2"], key=card_order) == ["B2", "B10", "P2", "blank"]
    assert card_order(None) == card_order("blank")


@pytest.mark.parametrize("letter", "BPOM")
def test_every_perspective_has_twelve_effects_in_order(letter):
    perspective = dict(zip("BPOM", PERSPECTIVES, strict=True))[letter]
    ids = [one.id for one in EFFECTS if one.perspective == perspective]
    assert ids == [f"{letter}{number}" for number in range(1, 13)]


@pytest.mark.parametrize("effect", EFFECTS, ids=lambda one: one.id)
def test_every_effect_names_its_class_unit_direction_and_default_measure(effect):
    assert effect.benefit_class in {"C", "A", "T", "N", "Q"}
    assert effect.unit
    assert effect.unit.da
    assert effect.unit.en
    assert effect.direction in {"up", "down"}
    assert CARDS[effect.measure].family == "measure"


def test_money_falls_only_in_the_finance_row():
    cash = [one for one in EFFECTS if one.benefit_class in {"C", "A"}]
    assert {one.perspective for one in cash} == {"finance"}
    assert all(one.unit.da.startswith("kr") and one.measure == "I7" for one in cash)


def test_a_measure_that_counts_errors_goes_down_whatever_the_effect_is_called():
    errors = [one for one in EFFECTS if one.measure == "I4"]
    assert {one.id for one in errors} >= {"B5", "P4", "P8"}
    assert {one.direction for one in errors} == {"down"}


def test_eight_change_cards_are_changes_and_four_are_prerequisites():
    types = [one.node_type for one in family("starter", "change")]
    assert types == ["change"] * 8 + ["enabler"] * 4


def test_every_challenge_card_has_a_kind_of_its_own_and_wants_a_text():
    challenges = family("starter", "challenge")
    assert len({one.kind for one in challenges}) == 12
    assert all(one.needs[0] == "text" for one in challenges)
    assert card("U3").needs == ("text", "nodes")
    assert card("U10").needs == ("text", "role")


def test_no_two_cards_share_a_title_in_any_language():
    titles = [title for one in CARDS.values() for title in {one.title.da, one.title.en}]
    assert len(titles) == len(set(titles)) == len(TITLES)


def test_a_title_in_either_language_leads_to_its_card():
    assert TITLES["Kortere sagstid"] == TITLES["Shorter handling time"] == "P1"


def test_every_role_has_its_card_and_a_group():
    cards = family("starter", "role")
    assert [one.role for one in cards] == list(ROLES)
    assert [one.id for one in cards] == [role.card for role in ROLES.values()]
    assert {role.group for role in ROLES.values()} == set(GROUPS)


def test_the_team_lead_stands_nearest_to_operations():
    assert distance("team_lead") == 0
    assert distance("unit_manager") == distance("partner") == 1
    assert distance("head_of_operations") == 2
    assert distance("director") == distance("chair") == 3
    assert distance("supplier") == distance("nobody's role") == FAR


def test_the_lobby_misses_groups_and_roles_that_exist():
    assert all(missed in GROUPS or missed in ROLES for missed in MISSED_FIRST)
