"""Rehearsals on a real server: who comes, how they play, how it is marked and thrown away."""

import asyncio
import os
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.db import open_database
from app.rehearsal.facilitator import Facilitator
from app.settings import Settings
from app.simulated import door
from app.simulated.client import Client, Entry
from app.simulated.view import Move, View, each, moment
from support.process import COMMAND, ROOT, serving
from support.web import PROJECT, account, bearer

KEPT = ("game", "event", "command", "map_version", "seat", "person", "token")
ALL_TEMPERS = {"eager": 2, "slow": 1, "silent": 1, "contrary": 1, "dropping_out": 1}
FAST = 60
PATIENCE_S = 120


@dataclass
class Site:
    url: str
    folder: Path
    token: str
    project: str

    def call(self, method: str, path: str, body: object = None) -> httpx.Response:
        return httpx.request(
            method, f"{self.url}{path}", json=body, headers=bearer(self.token), timeout=20
        )

    def rehearse(self, **wish: object) -> dict[str, Any]:
        made = self.call("POST", f"/api/v1/projects/{self.project}/rehearsals", wish)
        assert made.status_code == 201, made.text
        begun: dict[str, Any] = made.json()
        return begun

    def end(self, code: str) -> int:
        path = f"/api/v1/projects/{self.project}/rehearsals/{code}"
        return self.call("DELETE", path).status_code

    def seats(self, begun: dict[str, Any]) -> int:
        got = httpx.get(
            f"{self.url}/g/{begun['code']}/state", headers=bearer(begun["facilitator_token"])
        )
        return int(got.json()["set"]["count"]["here"])

    def rows(self) -> dict[str, int]:
        with sqlite3.connect(self.folder / "gevinstspil.sqlite") as database:
            count = "SELECT count(*) FROM "
            return {one: database.execute(count + one).fetchone()[0] for one in KEPT}


def token_on(folder: Path) -> str:
    """A key to an account, made beside the server that runs on the folder."""
    database = open_database(Settings(data=folder))
    made = account(database)
    database.close()
    return made


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, str]]:
    folder = tmp_path_factory.mktemp("data")
    with serving(folder) as (_, url):
        yield url, folder, token_on(folder)


@pytest.fixture
def site(server: tuple[str, Path, str]) -> Site:
    """A project of its own."""
    url, folder, token = server
    made = httpx.post(f"{url}/api/v1/projects", json=PROJECT, headers=bearer(token))
    return Site(url, folder, token, made.json()["id"])


def wait_until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < until, "it never came about"


async def led(site: Site, begun: dict[str, Any], end: str) -> Client:
    """The automatic facilitator's client, when the game has come to this moment."""
    mind, reached = Facilitator(begun["people"], FAST), asyncio.Event()

    def moves(view: View) -> list[Move]:
        if moment(view) == end:
            reached.set()
        return [] if reached.is_set() else mind.moves(view)

    line = door.socket_of(site.url, begun["code"])
    client = Client(Entry(line, begun["facilitator_token"], "facilitator"), moves, mind.pace)
    client.sent = mind.sent
    playing = asyncio.create_task(client.play())
    await asyncio.wait_for(reached.wait(), PATIENCE_S)
    playing.cancel()
    await asyncio.gather(playing, return_exceptions=True)
    return client


def test_six_people_of_every_temper_play_a_whole_half_hour(site: Site) -> None:
    before = site.rows()
    begun = site.rehearse(tempers=ALL_TEMPERS, variant="short30", speed=FAST, seed="six")
    view = asyncio.run(led(site, begun, "closed")).view

    assert view["game"]["kind"] == "rehearsal"
    assert view["count"]["seats"] == len(view["roster"]) == 6
    assert all(one["name"].endswith("(sim)") for one in view["roster"])
    assert len({one["role"] for one in view["roster"]}) == 6
    benefits = [one for one in each(view, "node") if one["type"] == "benefit"]
    assert len(benefits) >= 4
    assert any(held["state"] == "accepted" for held in each(view, "assignment"))
    assert any(each(view, "measure"))
    assert any(each(view, "estimate"))
    assert any(held["answer"] for held in each(view, "challenge"))

    assert site.end(begun["code"]) == 204
    assert site.rows() == before


def test_sixty_come_in_and_answer(site: Site) -> None:
    before = site.rows()
    begun = site.rehearse(people=60, variant="short30", speed=FAST)
    assert sum(begun["tempers"].values()) == begun["people"] == 60
    view = asyncio.run(led(site, begun, "r2.briefing")).view
    assert view["count"]["seats"] == 60
    assert site.end(begun["code"]) == 204
    assert site.rows() == before


def test_nothing_of_it_is_found_in_the_project(site: Site) -> None:
    begun = site.rehearse(people=4, speed=FAST)
    asyncio.run(led(site, begun, "r2.open"))
    listed = [one["id"] for one in site.call("GET", "/api/v1/projects").json()]
    assert listed.count(site.project) == 1
    assert site.call("GET", f"/api/v1/projects/{site.project}").json()["open_game"] is None
    assert site.call("GET", f"/api/v1/projects/{site.project}/map/versions").json() == []
    titles = {one["title"] for one in site.call("GET", "/api/v1/projects").json()}
    assert len(listed) == len([one for one in listed if one.startswith("p_")])
    assert titles == {PROJECT["title"]}
    site.end(begun["code"])


def test_it_is_marked_wherever_it_is_seen_and_a_game_is_not(site: Site) -> None:
    begun = site.rehearse(people=4)
    board = httpx.get(begun["board_url"], follow_redirects=True)
    key = begun["facilitator_token"]
    with httpx.Client(follow_redirects=True) as browser:
        console = browser.get(f"{begun['host_url']}?key={key}")
    for page in (board, console):
        assert "rehearsal-mark" in page.text
        assert "Øvelse" in page.text
    site.end(begun["code"])

    game = site.call("POST", f"/api/v1/projects/{site.project}/games", {}).json()
    assert "rehearsal-mark" not in httpx.get(game["board_url"], follow_redirects=True).text


def test_a_code_that_is_over_opens_nothing(site: Site) -> None:
    begun = site.rehearse(people=4)
    assert site.end(begun["code"]) == 204
    assert httpx.get(f"{site.url}/api/v1/games/{begun['code']}").status_code == 404
    assert site.end(begun["code"]) == 404


def test_it_begins_with_the_map_that_the_project_has(site: Site) -> None:
    game = site.call("POST", f"/api/v1/projects/{site.project}/games", {"variant": "short30"})
    key = bearer(game.json()["facilitator_token"])
    close = {"t": "do", "id": "c1", "do": "close", "d": {}}
    told = httpx.post(f"{site.url}/g/{game.json()['code']}/commands", json=close, headers=key)
    assert told.status_code == 200, told.text
    versions = site.call("GET", f"/api/v1/projects/{site.project}/map/versions").json()
    begun = site.rehearse(people=4, speed=FAST)
    view = asyncio.run(led(site, begun, "r0.open")).view
    goals = {one["title"] for one in each(view, "node") if one["type"] == "goal"}
    assert goals == {"Enkel borgerservice", "Lavere udgift"}
    assert site.call("GET", f"/api/v1/projects/{site.project}/map/versions").json() == versions
    site.end(begun["code"])


@pytest.mark.parametrize(
    ("wish", "status", "code"),
    [
        ({"people": 3}, 422, "rehearsal.people"),
        ({"people": 301}, 422, "rehearsal.people"),
        ({"tempers": {"angry": 5}}, 422, "rehearsal.tempers"),
        ({"tempers": {"eager": -1, "slow": 6}}, 422, "rehearsal.tempers"),
        ({"people": 5, "tempers": {"eager": 4}}, 422, "rehearsal.sum"),
        ({"people": 5, "variant": "long"}, 422, "request.unreadable"),
    ],
)
def test_what_cannot_be_rehearsed_is_a_sentence(
    site: Site, wish: dict[str, object], status: int, code: str
) -> None:
    refused = site.call("POST", f"/api/v1/projects/{site.project}/rehearsals", wish)
    assert (refused.status_code, refused.json()["error"]["code"]) == (status, code)


def test_a_project_has_one_at_a_time_and_a_server_three(site: Site) -> None:
    begun = [(site, site.rehearse(people=4)["code"])]
    again = site.call("POST", f"/api/v1/projects/{site.project}/rehearsals", {})
    assert again.json()["error"]["code"] == "rehearsal.running"
    for _ in range(3):
        project = site.call("POST", "/api/v1/projects", PROJECT).json()["id"]
        other = Site(site.url, site.folder, site.token, project)
        made = other.call("POST", f"/api/v1/projects/{project}/rehearsals", {"people": 4})
        if made.status_code == 201:
            begun.append((other, made.json()["code"]))
    assert made.json()["error"]["code"] == "rehearsal.many"
    assert len(begun) == 3
    for one, code in begun:
        assert one.end(code) == 204


def test_another_units_project_cannot_be_rehearsed(site: Site) -> None:
    refused = site.call("POST", "/api/v1/projects/p_nobody/rehearsals", {"people": 4})
    assert refused.json()["error"]["code"] == "project.not_found"
    assert site.rehearse(people=4)["people"] == 4  # the refused one has taken nobody's place


def test_a_form_that_asks_for_too_few_says_why_and_keeps_what_was_typed(site: Site) -> None:
    headers = {"accept": "text/html", **bearer(site.token)}
    at = f"{site.url}/projects/{site.project}/rehearsal"
    empty = httpx.get(at, headers=headers)
    assert empty.status_code == 200
    assert 'name="dropping_out"' in empty.text
    refused = httpx.post(at, data={"eager": "2", "slow": "x"}, headers=headers)
    assert refused.status_code == 422
    assert "Vælg fra 4 til 300" in refused.text
    assert 'value="x"' in refused.text
    begun = httpx.post(at, data={"eager": "4"}, headers=headers)
    assert begun.status_code == 303
    code = begun.headers["location"].split("/")[2]
    assert "Øvelsen er i gang" in httpx.get(at, headers=headers).text
    console = httpx.post(f"{at}/console", data={"code": code}, headers=headers)
    assert console.headers["location"] == f"/g/{code}/host"
    assert httpx.post(f"{at}/end", data={"code": code}, headers=headers).status_code == 303
    assert httpx.post(f"{at}/console", data={"code": code}, headers=headers).status_code == 404


def test_a_killed_server_leaves_nothing_for_the_next_one(tmp_path: Path) -> None:
    with serving(tmp_path) as (process, url):
        token = token_on(tmp_path)
        made = httpx.post(f"{url}/api/v1/projects", json=PROJECT, headers=bearer(token)).json()
        site = Site(url, tmp_path, token, made["id"])
        nothing = site.rows()
        begun = site.rehearse(people=4, speed=FAST)
        wait_until(lambda: site.seats(begun) == 4)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        crowd = [one for one in children if "crowd" in Path(f"/proc/{one}/cmdline").read_text()]
        assert len(crowd) == 1
        process.kill()
        process.wait()
    wait_until(lambda: not _runs(crowd[0]))
    assert site.rows()["game"] == 1
    with serving(tmp_path) as (_, url):
        assert httpx.get(f"{url}/api/v1/games/{begun['code']}").status_code == 404
        assert site.rows() == nothing


def test_the_command_plays_one_on_its_own_and_leaves_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "rehearse", "--people", "4", "--variant", "short30", "--speed", "100"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path), "http_proxy": "http://127.0.0.1:9"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("verdict ")
    assert "4 simulated people" in done.stderr
    assert "nothing of it is kept" in done.stderr
    assert list(tmp_path.iterdir()) == []


def _runs(process: str) -> bool:
    """Whether it is still there, and no more than a memory that nobody has collected."""
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
