"""Where long words are parted, and how many lines a title takes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.deck import CARDS
from game.lettering import KNOWN, LEAST, LINE, LONG, lines_of, parts_of, width_of

titles = st.text(alphabet="aeiouyæøåbdfghklmnprstvABCÆØÅ -/0", max_size=80)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Fingeraftryksstation", "Finge|raftryks|station"),
        ("effektiviseringsstrategien", "effek|tivi|serings|stra|tegien"),
        ("organisationskultur", "orga|nisa|tions|kultur"),
        ("arbejdsmiljørepræsentant", "arbejds|miljø|repræ|sentant"),
        ("førtidspensionsområdet", "førtids|pensions|området"),
        ("heltidsansættelse", "heltids|ansæt|telse"),
        ("foto-/fingeraftryk", "foto-|/fin|geraf|tryk"),
        ("ventetid", "ventetid"),
    ],
)
def test_a_long_word_is_parted_where_a_syllable_begins(word, parts):
    assert "|".join(parts_of(word)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        "licens|udgift",
        "vedligeholds|udgift",
        "gebyr|indtægt",
        "Budget|ansvarlig",
        "energi|udgift",
        "kerne|opgaven",
    ],
)
def test_a_word_of_our_own_cards_is_parted_where_it_is_joined(parts):
    assert "|".join(parts_of(parts.replace("|", ""))) == parts


def test_every_long_word_of_the_cards_and_the_roles_has_its_joints():
    titles = [one.title.da for one in CARDS.values()]
    said = [word for title in titles for word in re.findall(r"[\w-]+", title.lower())]
    assert [word for word in said if len(word) >= LONG and word not in KNOWN] == []


@given(titles)
def test_a_parted_word_is_still_the_same_word(title):
    for word in title.split():
        parts = parts_of(word)
        assert "".join(parts) == word
        assert len(parts) == 1 or (len(word) >= LONG and min(map(len, parts[1:])) >= LEAST - 1)


@given(titles)
def test_no_line_is_wider_than_a_card_and_no_letter_is_lost(title):
    lines = lines_of(title)
    assert all(width_of(line) <= LINE for line in lines)
    kept = "".join(lines).replace("-", "").replace(" ", "")
    assert kept == title.replace("-", "").replace(" ", "")


def test_a_title_takes_as_many_lines_as_its_words_need():
    assert lines_of("Kortere ventetid") == ("Kortere ventetid",)
    assert lines_of("Selvbetjent foto- og fingeraftryksstation") == (
        "Selvbetjent foto-",
        "og fingeraftryks-",
        "station",
    )


def test_a_word_without_a_syllable_is_cut_where_the_line_ends():
    assert len(lines_of("Ø" * 80)) == 7
    assert lines_of("kvalitetssikringsprocedurer")[0].endswith("-")


def test_a_word_that_breaks_at_its_own_hyphen_gets_no_other():
    assert lines_of("borger-/medarbejderkonference") == ("borger-/medar-", "bejderkonference")
