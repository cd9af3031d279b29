"""The style guide draws the golden game, asks nobody who they are, and gives nothing away."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app import scenes
from app.db import Database
from app.pages.styleguide import PARTS
from app.projects import CODE_LETTERS
from app.settings import Settings
from app.specimen import NODES
from support.web import HTML, client_of

ALL = (*scenes.PHONES, *scenes.BOARDS, *scenes.CONSOLES)
FAMILIES = {"effect", "role", "change", "measure", "challenge", "blank"}


@pytest.fixture
def client(settings: Settings, database: Database) -> Iterator[TestClient]:
    with client_of(settings, database) as made:
        made.headers.update(HTML)
        yield made


def facts(client: TestClient, path: str) -> dict[str, object]:
    page = client.get(path).text
    found = re.search(r'<script type="application/json" id="page">(.*?)</script>', page, re.DOTALL)
    assert found
    read: dict[str, object] = json.loads(found[1])
    return read


def test_no_such_part(client: TestClient) -> None:
    assert client.get("/styleguide/elsewhere").status_code == 404
    assert client.get("/styleguide/look?theme=neon").status_code == 422


def test_the_first_part_keeps_what_was_chosen(client: TestClient) -> None:
    sent = client.get("/styleguide?theme=dark")
    assert sent.headers["location"] == "/styleguide/look?theme=dark"


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("part", PARTS)
def test_whoever_comes_sees_every_part_and_is_told_nothing_else(
    client: TestClient, part: str, language: str
) -> None:
    page = client.get(f"/styleguide/{part}?language={language}&theme=projector")
    assert page.status_code == 200
    assert f'<html lang="{language}" data-theme="projector">' in page.text
    assert "game." not in page.headers.get("set-cookie", "")


def test_the_game_that_is_drawn_is_the_golden_one() -> None:
    assert scenes.RECORD.read_bytes() == Path("tests/records/pas.jsonl").read_bytes()


@pytest.mark.parametrize("scene", ALL, ids=lambda scene: f"{scene.surface} {scene.title}")
def test_a_scene_is_worded_for_its_reader(scene: scenes.Scene) -> None:
    danish, english = (scenes.slices_of(scene, language) for language in ("da", "en"))
    assert danish.keys() == english.keys()
    assert danish["rounds"] != english["rounds"]
    assert ("me" in danish) == (scene.surface == "phone")


def test_every_family_of_cards_is_shown(client: TestClient) -> None:
    faces = facts(client, "/styleguide/cards")["faces"]
    assert isinstance(faces, list)
    assert {one["family"] for one in faces} == FAMILIES
    assert all(one["title"] and one["band"] for one in faces)


def test_every_kind_of_node_and_owner_is_shown() -> None:
    assert {one.type for one in NODES} == {"benefit", "change", "enabler", "disbenefit", "goal"}
    states = {one.more.get("state", "accepted") for one in NODES}
    assert states == {"proposed", "supported", "accepted", "contested", "parked"}
    assert {one.owner for one in NODES} == {"accepted", "nominated", "absent", None}


def test_no_real_game_has_the_guides_code(client: TestClient) -> None:
    assert set(scenes.CODE) - set(CODE_LETTERS)
    drawn = client.get(f"/g/{scenes.CODE}/qr.svg")
    assert drawn.headers["location"].endswith("/icon.svg")
