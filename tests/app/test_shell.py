"""The phone's shell: what its worker may keep, and that it tells of nobody."""

import json
import re

import pytest
from starlette.testclient import TestClient

from app import assets
from app.db import Database
from support.web import a_game, account


@pytest.mark.parametrize("language", ["da", "en", "xx"])
def test_the_worker_keeps_files_of_this_build_and_one_empty_page(
    client: TestClient, language: str
) -> None:
    worker = client.get(f"/worker.js?language={language}")
    assert worker.headers["content-type"].startswith("text/javascript")
    assert worker.headers["cache-control"] == "no-cache"
    kept = json.loads(worker.text.partition("self.SHELL = ")[2].partition(";\n")[0])
    assert kept["page"] == f"/shell/{'en' if language == 'en' else 'da'}"
    assert kept["name"].startswith(assets.build())
    for path in kept["files"]:
        assert path.startswith(f"/static/{assets.build()}/")
        assert client.get(path).status_code == 200
    assert any("phone-hand" in path for path in kept["files"])  # what is fetched later, too
    assert not any(re.search(r"board|console|host", path) for path in kept["files"])


def test_the_shell_is_a_phone_without_a_game(client: TestClient) -> None:
    page = client.get("/shell/en")
    facts = json.loads(
        re.findall(r'<script type="application/json" id="page">(.*?)</script>', page.text)[0]
    )
    assert (facts["code"], facts["as"], facts["language"]) == ("", "player", "en")
    assert facts["strings"]
    assert "unsafe" not in page.headers["content-security-policy"]
    assert "set-cookie" not in page.headers


def test_the_shell_loads_what_the_phones_own_page_loads(
    client: TestClient, database: Database
) -> None:
    code = a_game(client, account(database))["code"]
    client.post(f"/api/v1/games/{code}/seats", json={"name": "Mette", "role": "team_lead"})
    loads = re.compile(r'(?:href|src)="(/static/[^"]+)"')
    assert loads.findall(client.get("/shell/da").text) == loads.findall(
        client.get(f"/g/{code}/play").text
    )


def test_all_that_is_fetched_later_is_found() -> None:
    assert set(assets.modules("js/pages/play.js")) < set(assets.everything("js/pages/play.js"))
