"""A project's next game: nothing that is edited in the one before it is lost, or blocks it."""

from itertools import count
from typing import Any

import anyio
import pytest
from starlette.testclient import TestClient

from app.carrying import game_at
from app.db import Database
from app.room import Room
from app.settings import Settings
from app.store import Store
from app.succession import Standing
from game.commands import Command, HandOn
from support.web import PROJECT, a_game, bearer, client_of

Json = dict[str, Any]
IDS = count()


def people(client: TestClient, game: Json) -> str:
    """Somebody sits down in the game; the key of the seat."""
    said = {"name": "Ane", "role": "team_lead"}
    given = client.post(f"/api/v1/games/{game['code']}/seats", json=said)
    client.cookies.clear()
    key: str = given.json()["token"]
    return key


def do(client: TestClient, game: Json, do: str, **d: object) -> tuple[int, str | None]:
    """The status and the refusal's code of a facilitator's command."""
    body = {"t": "do", "id": f"c{next(IDS)}", "do": do, "d": d}
    key = bearer(game["facilitator_token"])
    given = client.post(f"/g/{game['code']}/commands", json=body, headers=key)
    return given.status_code, given.json().get("code")


def follow(client: TestClient, token: str, project: str) -> Json:
    """The project's next game, in its lobby with somebody in it."""
    path = f"/api/v1/projects/{project}/games"
    begun: Json = client.post(path, json={}, headers=bearer(token)).json()
    people(client, begun)
    return {**begun, "project": project}


def first(client: TestClient, token: str) -> Json:
    """A game that was played, and closed."""
    game = a_game(client, token)
    people(client, game)
    assert [do(client, game, "start"), do(client, game, "close")] == [(200, None)] * 2
    return game


def newest(client: TestClient, token: str, project: str) -> tuple[int, list[str]]:
    """The number of the newest map, and the titles of its goals."""
    found = client.get(f"/api/v1/projects/{project}/map", headers=bearer(token)).json()
    return found["version"], [goal["title"] for goal in found["goals"]]


def play_on(client: TestClient, game: Json) -> None:
    """R0 is played: it settles at its reveal, and writes a version."""
    assert do(client, game, "open_round") == (200, None)
    assert do(client, game, "reveal") == (200, None)


def rename(client: TestClient, game: Json, title: str) -> tuple[int, str | None]:
    return do(client, game, "rename", node="n1", title=title)


def test_what_was_edited_while_the_next_game_waited_is_in_it(
    client: TestClient, token: str
) -> None:
    old = first(client, token)
    new = follow(client, token, old["project"])
    assert rename(client, old, "Hurtig service") == (200, None)
    assert do(client, new, "start") == (200, None)
    play_on(client, new)
    version, goals = newest(client, token, old["project"])
    assert (version, goals[0]) == (3, "Hurtig service")
    assert do(client, new, "close") == (200, None)


def test_an_edit_after_the_next_game_began_is_refused_in_words(
    client: TestClient, token: str
) -> None:
    old = first(client, token)
    new = follow(client, token, old["project"])
    assert do(client, new, "start") == (200, None)
    assert rename(client, old, "For sent") == (409, "game.followed")
    play_on(client, new)
    assert rename(client, old, "For sent") == (409, "game.followed")
    assert newest(client, token, old["project"])[1][0] == PROJECT["goals"][0]


def test_the_next_game_begins_too_when_its_map_is_edited_in_the_lobby(
    client: TestClient, token: str
) -> None:
    old = first(client, token)
    new = follow(client, token, old["project"])
    assert do(client, old, "rename", node="n2", title="Færre udgifter") == (200, None)
    assert do(client, new, "rename", node="n99", title="x") == (409, "node.unknown")
    assert rename(client, old, "Hurtig service") == (200, None)
    assert rename(client, new, "Enkel") == (200, None)
    assert rename(client, old, "For sent") == (409, "game.followed")
    assert do(client, new, "start") == (200, None)
    play_on(client, new)
    assert newest(client, token, old["project"])[1] == ["Enkel", "Færre udgifter"]


def test_a_next_game_that_never_began_takes_nothing_from_the_one_before(
    client: TestClient, token: str
) -> None:
    old = first(client, token)
    idle = follow(client, token, old["project"])
    assert rename(client, old, "Hurtig service") == (200, None)
    assert do(client, idle, "close") == (200, None)
    assert newest(client, token, old["project"])[1][0] == "Hurtig service"
    assert rename(client, idle, "Andet") == (409, "game.followed")
    assert rename(client, old, "Hurtigere service") == (200, None)
    new = follow(client, token, old["project"])
    assert do(client, new, "start") == (200, None)
    play_on(client, new)
    assert newest(client, token, old["project"])[1][0] == "Hurtigere service"


def test_after_a_restart_the_games_stand_as_they_did(
    client: TestClient, token: str, settings: Settings, database: Database
) -> None:
    old = first(client, token)
    new = follow(client, token, old["project"])
    assert rename(client, old, "Hurtig service") == (200, None)
    with client_of(settings, database) as again:
        assert rename(again, old, "Hurtigere service") == (200, None)
        assert do(again, new, "start") == (200, None)
    with client_of(settings, database) as again:
        assert rename(again, old, "For sent") == (409, "game.followed")
        play_on(again, new)
        assert newest(again, token, old["project"])[1][0] == "Hurtigere service"


def test_a_game_that_fell_behind_the_versions_of_its_project_goes_on_after_a_restart(
    client: TestClient, token: str, settings: Settings, database: Database
) -> None:
    old = first(client, token)
    new = follow(client, token, old["project"])
    assert do(client, new, "start") == (200, None)
    with database.write() as session:
        path = "UPDATE map_version SET version = 2 WHERE version = 1"
        session.connection().exec_driver_sql(path)
    assert do(client, new, "open_round") == (200, None)
    assert do(client, new, "reveal") == (503, "store.away")
    with client_of(settings, database) as again:
        assert do(again, new, "reveal") == (200, None)
        assert newest(again, token, old["project"])[0] == 3


def test_at_once_an_edit_comes_before_the_beginning_or_is_refused(
    client: TestClient, token: str
) -> None:
    old = first(client, token)
    new = follow(client, token, old["project"])
    given: dict[str, tuple[int, str | None]] = {}

    async def both(*order: str) -> None:
        def edit() -> None:
            given["edit"] = rename(client, old, "Hurtig service")

        def start() -> None:
            given["start"] = do(client, new, "start")

        async with anyio.create_task_group() as group:
            for name in order:
                group.start_soon(anyio.to_thread.run_sync, {"edit": edit, "start": start}[name])

    anyio.run(both, "edit", "start")
    assert given["start"] == (200, None)
    assert given["edit"] in {(200, None), (409, "game.followed")}
    play_on(client, new)
    is_in = newest(client, token, old["project"])[1][0] == "Hurtig service"
    assert is_in == (given["edit"] == (200, None))


def test_the_old_game_is_told_at_once_that_the_next_one_began(
    client: TestClient, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, other = first(client, token), first(client, token)
    new = follow(client, token, old["project"])
    told: list[str] = []

    def note(room: Room, command: Command, reply: object = None) -> None:
        del reply
        if isinstance(command, HandOn):
            told.append(room.code)

    monkeypatch.setattr(Room, "tell_rules", note)
    assert do(client, new, "start") == (200, None)
    assert old["code"] in told
    assert other["code"] not in told


def test_commands_wait_while_it_is_not_known_how_the_games_stand(
    client: TestClient, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(self: Store, game: str, known: int) -> Standing:
        raise OSError(self, game, known)

    old = first(client, token)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "standing", away)
        assert rename(client, old, "Hurtig service") == (503, "store.away")
    assert rename(client, old, "Hurtig service") == (200, None)


def test_what_stays_out_of_the_map_goes_on_to_the_next_game_too(
    client: TestClient, token: str, database: Database
) -> None:
    old = first(client, token)
    assert do(client, old, "give_reason", rule="V14", text="Kun for os") == (200, None)
    new = follow(client, token, old["project"])
    assert do(client, old, "give_reason", rule="X17", text="Kun penge") == (200, None)
    assert do(client, new, "start") == (200, None)
    with database.read() as session:
        begun = game_at(session, new["code"], 2**31 - 1)
    assert begun.map.reasons == {"V14": "Kun for os", "X17": "Kun penge"}


def test_who_was_named_while_the_next_game_waited_has_a_name_in_it(
    client: TestClient, token: str
) -> None:
    old = first(client, token)
    new = follow(client, token, old["project"])
    assert do(client, old, "add_absent", role="director", name="Ida Holm") == (200, None)
    put = {"node": "n1", "seat": "s_02", "by": "2027-12-01"}
    assert do(client, old, "resolve_contest", **put) == (200, None)
    assert do(client, new, "start") == (200, None)
    key = bearer(new["facilitator_token"])
    seen = client.get(f"/g/{new['code']}/state", headers=key).json()["set"]
    assert seen["assignment/n1"]["name"] == "Ida Holm"
