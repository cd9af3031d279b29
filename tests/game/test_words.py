"""BR3, X1, X2: what makes two texts the same, and what a title says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.deck import TITLES, family
from game.words import (
    STOP_WORDS,
    TURNING,
    compose,
    index_titles,
    is_activity,
    is_near,
    is_vague,
    joined_card,
    key,
    tidy,
    words,
)

EFFECTS = [
    (card.id, title)
    for card in family("starter", "effect")
    for title in (card.title.da, card.title.en)
]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  to\tord\n", "to ord"),
        ("a\u202ecba\u2066", "acba"),
        ("o\u200br\u00add\x00", "ord"),
        ("👩\u200d👧 می\u200cخواهم", "👩\u200d👧 می\u200cخواهم"),
        ("\u200b\u202e", ""),
        ("\u200d \u0301", ""),
        ("\u3164\u2800 \u115f\u1160\uffa0", ""),
        ("\u1112\u1160\u11ab", "\u1112\u1160\u11ab"),
    ],
)
def test_a_text_is_kept_as_eyes_meet_it(text, kept):
    assert tidy(text) == kept


def test_case_punctuation_and_stop_words_do_not_make_two_texts_different():
    assert words("Kortere svartid, på ALLE sager!") == words("kortere svartid - sager")


@pytest.mark.parametrize("word", sorted(TURNING))
def test_words_that_turn_a_meaning_round_are_kept(word):
    assert words(f"Det er {word} papir")[-2:] == (word, "papir")


def test_no_turning_word_is_a_stop_word():
    assert not TURNING & STOP_WORDS


def test_the_key_holds_the_perspective():
    assert key("Færre fejl", "citizens") == key("færre fejl.", "citizens")
    assert key("Færre fejl", "citizens") != key("Færre fejl", "finance")


def test_the_order_of_words_makes_a_difference():
    assert key("fra papir til skærm") != key("fra skærm til papir")


def test_a_text_of_stop_words_only_is_its_own_key():
    assert key(" Hvad er det? ") == "|Hvad er det?"


def test_two_ways_of_writing_a_letter_are_one():
    assert compose("A\u030a") == "Å"
    assert key("A\u030arhus") == key("århus")


def test_texts_that_share_three_fifths_of_their_words_are_near():
    assert is_near(["a", "b", "c", "d"], ["a", "b", "c", "e"])
    assert not is_near(["a", "b", "c"], ["a", "b", "d"])


def test_texts_without_words_are_not_near():
    assert not is_near([], [])


@given(st.sets(st.text()), st.sets(st.text()))
def test_nearness_is_mutual(one, other):
    assert is_near(one, other) == is_near(other, one)


@given(st.text())
def test_words_are_heard_the_same_the_second_time(text):
    assert words(" ".join(words(text))) == words(text)


def test_a_blank_with_a_title_in_either_language_joins_the_card():
    index = index_titles(EFFECTS)
    assert joined_card("kortere Sagstid.", index) == "P1"
    assert joined_card("Shorter handling time", index) == "P1"
    assert joined_card("Noget helt andet", index) is None


def test_all_effect_titles_are_told_apart():
    index = index_titles(EFFECTS)
    assert all(joined_card(title, index) == card for card, title in EFFECTS)


def test_of_two_equal_titles_the_first_card_is_joined():
    assert joined_card("Kort", index_titles([("B1", "kort"), ("B2", "KORT")])) == "B1"


@pytest.mark.parametrize(
    "title", ["Implementere nyt system", "at udvikle en app", "Introduce a portal", "Uddannelse"]
)
def test_the_first_word_tells_an_activity(title):
    assert is_activity(title) == (title != "Uddannelse")


def test_a_text_without_words_is_no_activity():
    assert not is_activity("!")


def test_a_vague_word_alone_is_vague_and_with_a_change_word_it_is_not():
    assert is_vague("Bedre service")
    assert is_vague("Optimal drift")
    assert is_vague("Improved service")
    assert not is_vague("Bedre service med færre fejl")
    assert not is_vague("Kortere ventetid")


@pytest.mark.parametrize("title", [title for _, title in EFFECTS])
def test_no_effect_card_is_an_activity_or_vague(title):
    assert not is_activity(title)
    assert not is_vague(title)


def test_every_card_title_has_words():
    assert all(words(title) for title in TITLES)
