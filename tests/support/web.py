"""The whole application on a database of its own, asked as a browser or a program asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from starlette.testclient import TestClient

from app import auth
from app.db import Database
from app.main import create_app
from app.models import Account
from app.settings import Settings

HOME = "http://testserver"
HTML = {"accept": "text/html"}
PROJECT = {
    "title": "Nyt pas uden ventetid",
    "purpose": "Borgerne får deres pas hurtigt og enkelt.",
    "goals": ["Enkel borgerservice", {"text": "Lavere udgift", "approved_by": "director"}],
    "enablers": ["Tidsbestilling", {"text": "MitID-skab", "by": "2027-06-01", "digital": True}],
    "variant": "short30",
}


@contextmanager
def client_of(settings: Settings, database: Database) -> Iterator[TestClient]:
    """A client that follows no redirect, so that tests see where it is sent."""
    with TestClient(create_app(settings, database), base_url=HOME, follow_redirects=False) as made:
        yield made


def account(database: Database, email: str = "mette@kommune.dk", unit: str | None = None) -> str:
    """An API token of an account; `unit` moves it to another unit."""
    with database.write() as session:
        made = auth.add_account(session, email, "correct horse")
        if unit is not None:
            session.get_one(Account, made.id).unit_id = unit
        return auth.add_key(session, made, "program")


def bearer(token: str) -> dict[str, str]:
    """The header of a program."""
    return {"authorization": f"Bearer {token}"}


def browser(client: TestClient, database: Database, email: str = "mette@kommune.dk") -> TestClient:
    """The client, signed in as a browser is."""
    with database.write() as session:
        made = auth.add_account(session, email, "correct horse")
        client.cookies.set("account", auth.add_key(session, made, "browser"))
    client.headers.update({"origin": HOME, **HTML})
    return client


def a_game(client: TestClient, token: str, **wish: object) -> dict[str, Any]:
    """A new project's game in its lobby: what the API told of it, and the project's id."""
    project = client.post("/api/v1/projects", json=PROJECT, headers=bearer(token)).json()["id"]
    begun = client.post(f"/api/v1/projects/{project}/games", json=wish, headers=bearer(token))
    assert begun.status_code == 201, begun.text
    return {"project": project, **begun.json()}
