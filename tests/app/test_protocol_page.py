"""The page of the protocol tells what the code has, no less and no more."""

import pytest

from app import protocol_page, schema

PAGE = (schema.ROOT / schema.PAGE).read_text()
RECORDS = schema.ROOT / "tests" / "records"


@pytest.fixture(scope="module")
def seen():
    return protocol_page.seen_slices(RECORDS)


def gaps(page: str, seen: protocol_page.Slices) -> list[str]:
    told = protocol_page.told_slices(page)
    return [*protocol_page._call_gaps(page), *protocol_page._slice_gaps(told, seen)]


def test_the_page_is_what_the_code_does():
    assert protocol_page.filled(PAGE) == PAGE
    assert schema.untold() == []


@pytest.mark.parametrize(
    ("told", "instead", "gap"),
    [
        ("purpose, organisation", "organisation", "slice game: it does not tell of purpose"),
        ("purpose, organisation", "purpose, sum, organisation", "slice game: there is no sum"),
        ("| `recap` |", "| `summary` |", "slice recap: it does not tell of it"),
        ("| `recap` |", "| `summary` |", "slice summary: nothing makes it"),
        ("| `progress` | facilitator |", "| `progress` | all |", "slice progress: it is for fac"),
        ("`PATCH /api", "`PUT /api", "it does not tell of PATCH /api/v1/projects/{id}"),
        ("`PATCH /api", "`PUT /api", "nothing serves PUT /api/v1/projects/{id}"),
    ],
)
def test_what_the_page_gets_wrong_is_named(seen, told, instead, gap):
    assert told in PAGE
    found = gaps(PAGE.replace(told, instead, 1), seen)
    assert [one for one in found if one.startswith(gap)]


def test_what_is_made_is_made_anew():
    torn = PAGE.replace("| `shake` |", "| `shook` |")
    assert protocol_page.filled(torn) == PAGE


def test_the_fields_of_a_slice_are_those_of_its_own_level():
    row = "## 5. Slices\n| `a/<id>`, `b` | own seat | `[{c, d?: {e}, f: [g, h]}]`: words |\n"
    told = protocol_page.told_slices(row)
    assert told == {name: ({"own seat"}, {"c", "d?", "f"}) for name in ("a/", "b")}
