"""What a phone offers besides what is asked is what the rules take at that moment."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from game.decide.table import LATER, MOMENTS, ROUNDS, STEPS

SCRIPT: Final = Path(__file__).parents[2] / "static/js/parts/phone-own-asks.js"
OFFER: Final = re.compile(r'when: \[([^\]]+)\].*?own\(\s*"(\w+)"', re.DOTALL)
ANSWERING: Final = STEPS[1:]
"""Nothing is offered in a briefing."""


def offers() -> list[tuple[str, str]]:
    """Every verb with every moment at which it is offered; a whole round is all its steps."""
    found = []
    for when, verb in OFFER.findall(SCRIPT.read_text()):
        for one in re.findall(r'"([^"]+)"', when):
            moments = [one] if "." in one or one == "closed" else list(steps_of(one))
            found += [(verb, moment) for moment in moments]
    return found


def steps_of(key: str) -> Iterator[str]:
    for step in ANSWERING:
        if step not in {"second", "vote"}:
            yield f"{key}.{step}"


def is_taken(verb: str, moment: str) -> bool:
    if verb not in LATER:
        return moment in MOMENTS[verb]
    if moment == "closed":
        return True
    key, step = moment.split(".")
    first = (ROUNDS.index(LATER[verb][0]), STEPS.index(LATER[verb][1]))
    return (ROUNDS.index(key), STEPS.index(step)) >= first


@pytest.mark.parametrize(("verb", "moment"), offers())
def test_an_offer_is_one_that_the_rules_take(verb: str, moment: str) -> None:
    assert is_taken(verb, moment)


@pytest.mark.parametrize("verb", ["claim", "nominate"])
def test_a_change_may_be_taken_and_its_owner_named_whenever_the_rules_allow_it(verb: str) -> None:
    assert {moment for one, moment in offers() if one == verb} == set(MOMENTS[verb])
