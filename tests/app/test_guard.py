"""What stands before every page and call: another site's requests, and what is too large."""

from collections.abc import Iterator

import pytest

from app.guard import BODY_BYTES
from support.web import HOME, HTML, PROJECT, a_game, account, bearer

FOREIGN = {"origin": "https://evil.example"}


def test_another_sites_call_is_refused_as_programs_read_it(client, database):
    headers = {**FOREIGN, **bearer(account(database))}
    refused = client.post("/api/v1/projects", json=PROJECT, headers=headers)
    assert refused.status_code == 403
    assert refused.json()["error"]["code"] == "request.foreign"


def test_an_origin_that_is_none_is_refused_too(client, database):
    headers = {"origin": "http://[", **bearer(account(database))}
    refused = client.post("/api/v1/projects", json=PROJECT, headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "request.foreign")
    assert refused.headers["x-content-type-options"] == "nosniff"


def test_another_sites_form_is_refused_as_people_read_it(client):
    refused = client.post("/sign-in", data={}, headers={**FOREIGN, **HTML})
    assert refused.status_code == 403
    assert "Det kom fra et andet websted." in refused.text


def test_a_cookie_without_an_origin_is_refused(client, database):
    code = a_game(client, account(database))["code"]
    path = f"/api/v1/games/{code}/seats"
    asked = {"name": "Ane", "role": "team_lead"}
    assert client.post(path, json=asked).status_code == 201
    assert client.post(path, json=asked).status_code == 403
    assert client.post(path, json=asked, headers={"origin": HOME}).status_code == 201


def in_pieces() -> Iterator[bytes]:
    for _ in range(20):
        yield b"x" * (BODY_BYTES // 10)


@pytest.mark.parametrize("body", [b"x" * (BODY_BYTES + 1), in_pieces()])
def test_what_is_too_large_is_not_read(client, database, body):
    refused = client.post("/api/v1/projects", content=body, headers=bearer(account(database)))
    assert refused.status_code == 413
    assert refused.json()["error"]["code"] == "request.too_large"


def test_a_form_that_is_too_large_is_told_on_a_page(client):
    body = {"next": "x" * BODY_BYTES}
    refused = client.post("/sign-in", data=body, headers={"origin": HOME, **HTML})
    assert refused.status_code == 413
    assert "Det er for stort til at blive læst her." in refused.text
