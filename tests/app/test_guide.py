"""The guide on paper says what the console says, in both languages."""

import re

import pytest
from starlette.testclient import TestClient

from app import guide, qr
from game.sentences import SENTENCES
from game.variants import VARIANTS


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("variant", list(VARIANTS))
def test_every_length_has_its_script_from_the_consoles_own_words(
    client: TestClient, variant: str, language: str
) -> None:
    text = client.get(f"/guide/{variant}?language={language}").text
    found = guide.rounds(VARIANTS[variant], language)
    assert [one.minutes for one in found] == [one.minutes for one in VARIANTS[variant].rounds]
    at = 1 if language == "en" else 0
    for plan in VARIANTS[variant].rounds:
        said = SENTENCES[f"script.{plan.id}.open.say"][at]
        assert said.split("'")[0].split('"')[0][:40] in text


def test_the_half_hour_has_neither_a_second_wave_nor_a_revote() -> None:
    parts = [part.say for one in guide.rounds(VARIANTS["short30"], "da") for part in one.parts]
    assert SENTENCES["script.r2.revote.say"][0] not in parts
    assert SENTENCES["script.r5.wave2.say"][0] not in parts
    longest = [p.say for one in guide.rounds(VARIANTS["extended90"], "da") for p in one.parts]
    assert SENTENCES["script.r2.wave2.say"][0] in longest


def test_the_deck_is_a_hundred_cards_each_with_its_own_code(client: TestClient) -> None:
    text = client.get("/guide/cards?language=da").text
    assert text.count('class="paper-card') == 100
    squares = {qr.path(card.id) for card in guide.cards("da")}
    assert len(squares) == 100
    assert "nr. O\N{NON-BREAKING HYPHEN}11" in text


def test_a_unit_on_paper_says_what_is_counted() -> None:
    feet = {card.id: card.foot for card in guide.cards("da")}
    assert (feet["B9"], feet["B2"]) == ("antal pr. år", "min")


def test_a_small_code_is_drawn_square_by_square() -> None:
    side, path = qr.path("B1")
    assert side == 21
    assert path.startswith("M0 0h7v1h-7z")


@pytest.mark.parametrize("page", ["/guide", "/guide/tour", "/guide?game=K7QF3M"])
def test_a_guide_needs_no_account(client: TestClient, page: str) -> None:
    assert client.get(page).status_code == 200


def test_a_length_that_does_not_exist_is_not_found(client: TestClient) -> None:
    assert client.get("/guide/langspil").status_code == 404


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_tours_pictures_are_there_and_are_pictures(client: TestClient, language: str) -> None:
    text = client.get(f"/guide/tour?language={language}").text
    pictures = re.findall(r'src="(/static/[^"]+\.webp)"', text)
    assert len(pictures) == 5
    for path in pictures:
        found = client.get(path)
        assert (found.status_code, found.headers["content-type"]) == (200, "image/webp")
        assert len(found.content) < 100_000
