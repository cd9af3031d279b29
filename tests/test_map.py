"""The tour of the code says where things are, and they are there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAP = (ROOT / "docs" / "map.md").read_text()
NAMED = sorted(set(re.findall(r"`((?:app|game|static|templates|tests|migrations)/[\w./-]*)`", MAP)))
RULE = r"(?:GR|BR|V|X)\d+"
ROW = re.compile(rf"^\| ({RULE}(?:(?:, |-){RULE})*) \|.*\| ([^|]*) \|$", re.MULTILINE)
UNSEEN = {"GR4", "GR9"}
"""Rules of the room that no module holds alone: coming back, and what is said aloud."""


def rules(cell: str) -> Iterator[str]:
    for part in cell.split(", "):
        first, _, last = part.partition("-")
        kind = first.rstrip("0123456789")
        numbers = [int(each.removeprefix(kind)) for each in (first, last or first)]
        yield from (f"{kind}{number}" for number in range(numbers[0], numbers[1] + 1))


ROWS = [
    (rule, re.findall(r"`([^`]+)`", files))
    for cell, files in ROW.findall(MAP)
    for rule in rules(cell)
]


def test_the_tour_is_short():
    assert len(MAP.splitlines()) < 150


@pytest.mark.parametrize("name", NAMED)
def test_what_it_names_exists(name):
    assert (ROOT / name).exists()


@pytest.mark.parametrize(("rule", "files"), ROWS)
def test_a_rule_is_found_where_it_says(rule, files):
    number = int(re.sub(r"\D", "", rule))
    kind = rule.removesuffix(str(number))
    for file in files:
        text = (ROOT / file).read_text()
        spans = re.findall(rf"\b{kind}(\d+)(?:-{kind}(\d+))?\b", text)
        assert any(int(first) <= number <= int(last or first) for first, last in spans), file


def test_no_rule_is_left_out():
    every = {
        *(f"GR{n}" for n in range(1, 12)),
        *(f"BR{n}" for n in range(1, 14)),
        *(f"V{n}" for n in range(1, 16)),
        *(f"X{n}" for n in range(1, 25)),
    }
    assert {rule for rule, _ in ROWS} == every - UNSEEN
