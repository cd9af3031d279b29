from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from app.errors import OperatorError
from app.main import create_app
from app.settings import Settings


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings)) as made:
        yield made


def test_a_socket_leads_nowhere_but_to_a_game(client: TestClient) -> None:
    for path in ("/", "/g/K7QF3M", "/g/K7QF3M/socket/more", "/g/K7QF3M/socket"):
        with pytest.raises(WebSocketDisconnect), client.websocket_connect(path):
            pass


def test_the_operator_is_told_that_it_lives_and_can_serve(client: TestClient) -> None:
    assert client.get("/healthz").text == "ok\n"
    assert client.get("/readyz").text == "ok\n"


def test_the_figures_are_read_by_prometheus(client: TestClient) -> None:
    answer = client.get("/metrics")
    assert "gevinstspil_commit_seconds_bucket" in answer.text
    assert answer.headers["content-type"].startswith("text/plain")


def test_two_applications_do_not_share_a_folder(client: TestClient, settings: Settings) -> None:
    with pytest.raises(OperatorError, match="in use"), TestClient(create_app(settings)):
        pass


def test_a_folder_is_free_again_when_the_application_ends(settings: Settings) -> None:
    for _ in range(2):
        with TestClient(create_app(settings)) as client:
            assert client.get("/readyz").status_code == 200
