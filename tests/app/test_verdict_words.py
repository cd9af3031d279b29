"""The verdict is one sentence wherever it stands: on pages, and in what browsers are given."""

from pathlib import Path
from typing import Final, get_args

import pytest

from app.i18n import words
from game.model import Verdict
from game.say import say
from game.sentences import word

SCRIPT: Final = Path(__file__).parents[2] / "static/js/parts/map-words.js"


@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_the_board_and_the_pages_say_the_same_verdict(verdict: str) -> None:
    danish = word(say(f"verdict.{verdict}"), "da", {})
    assert f't("{danish}")' in SCRIPT.read_text()
    assert words("en").gettext(danish) == word(say(f"verdict.{verdict}"), "en", {})
