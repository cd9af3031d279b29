"""Attacks on a real server: each gets its answer, and somebody else in the room notices nothing."""

import json
import time
from collections import Counter
from collections.abc import Iterator

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection

from support.process import serving
from support.target import WRONG, Game, Site, ack, api_token, bearer, hello, quiet

BUFFER = 65_536


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("data")
    token = api_token(folder)
    with serving(folder) as (_, base), httpx.Client(base_url=base, timeout=30) as http:
        yield Site(http, base, token)


@pytest.fixture(scope="module")
def game(site: Site) -> Game:
    made = site.begin()
    made.pressed("start", "open_round", "reveal", "next_round", "open_round")
    return made


@pytest.fixture(scope="module")
def lines(game: Game) -> Iterator[tuple[ClientConnection, ClientConnection]]:
    """A line of Ane's that keeps her here, and Bo's."""
    with game.line(game.ane) as ane, game.line(game.bo) as bo:
        hello(ane)
        hello(bo)
        while quiet(bo, for_s=1.3):
            pass  # who is here is told once a second
        yield ane, bo


@pytest.fixture
def attack(game: Game, lines) -> Iterator[ClientConnection]:
    """Another line of Ane's. Meanwhile Bo gets the answers to his pings, and not one byte more."""
    with game.line(game.ane) as line:
        hello(line)
        yield line
        assert quiet(lines[1], for_s=0.15) == []
        quiet(lines[0], for_s=0)


# --- what cannot be read -----------------------------------------------------------------------

UNREADABLE = [
    "",
    "nonsense",
    "{",
    "null",
    "[]",
    "[" * 4000,
    '{"a":' * 1500,
    '"\\ud800"',
    "\x00",
    '{"t":"no_such_frame"}',
    '{"t":"hello"}',
    '{"t":"hello","v":"1"}',
    '{"t":"hello","v":1,"since":-1}',
    '{"t":"hello","v":1,"since":1e400}',
    '{"t":"hello","v":1,"as":"shell"}',
    '{"t":"ping","k":NaN}',
    '{"t":"do"}',
    '{"t":"do","id":7,"do":"shake","d":{}}',
    '{"t":"do","id":"","do":"shake","d":{}}',
    '{"t":"do","id":"' + "i" * 65 + '","do":"shake","d":{}}',
    '{"t":"do","id":"c1","do":"shake","d":{"seat":"s_02"}}',
    '{"t":"do","id":"c1","do":"shake","d":{},"seat":"s_02"}',
    '{"t":"do","id":"c1","do":"confirm_goal","d":{"goal":"n1","fist":"5"}}',
    '{"t":"do","id":"c1","do":"confirm_goal","d":{"goal":"n1","fist":5.5}}',
    '{"t":"do","id":"c1","do":"confirm_goal","d":{"goal":["n1"],"fist":5}}',
    '{"t":"do","id":"c1","do":"confirm_goal","d":{"goal":"n1","fist":5,"text":"' + "x" * 9000,
]


@pytest.mark.parametrize("text", UNREADABLE, ids=range(len(UNREADABLE)))
def test_what_cannot_be_read_is_told_so(game, attack, text):
    for sent in (text, text.encode()):
        if len(sent) <= 8192:
            attack.send(sent)
            answer = ack(attack)
            assert (answer["ok"], answer["code"]) == (False, "command.unreadable")
            assert answer["text"]
    got = game.command(game.ane, text.encode())
    assert got.status_code == 422
    assert got.json()["code"] == "command.unreadable"


def test_bytes_that_are_no_utf_8_are_told_so(game, attack):
    attack.send(b'{"t":"do","id":"\xff\xfe"}')
    assert ack(attack)["code"] == "command.unreadable"
    assert game.command(game.ane, b"\xff\xfe").status_code == 422


@pytest.mark.parametrize("size", [9_000, 60_000, 1_000_000])
def test_a_text_that_is_too_large_is_told_so_and_beyond_reason_ends_the_line(game, attack, size):
    frame = json.dumps({"t": "do", "id": "c1", "do": "confirm_goal", "d": {"text": "x" * size}})
    attack.send(frame)
    assert ack(attack)["code"] == "command.unreadable"
    assert game.command(game.ane, frame).status_code == (422 if size < BUFFER else 413)
    if size < BUFFER:
        attack.send('{"t":"ping"}')
        assert json.loads(attack.recv())["t"] == "pong"
        return
    with pytest.raises(ConnectionClosed) as closed:
        attack.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1009


# --- what may not be asked ---------------------------------------------------------------------


@pytest.mark.parametrize("do", ["no_such_command", "deadline", "take_seat", "seat_joined", "Shake"])
def test_an_unknown_command_is_told_so(game, attack, do):
    frame = json.dumps({"t": "do", "id": f"u {do}", "do": do, "d": {}})
    attack.send(frame)
    assert ack(attack)["code"] == "command.unknown"
    got = game.command(game.ane, frame)
    assert (got.status_code, got.json()["code"]) == (409, "command.unknown")


@pytest.mark.parametrize("round_", ["r0", "r2", "r1.2", "", "😀"])
def test_a_command_for_another_round_is_not_taken_for_this_one(attack, round_):
    frame = {"t": "do", "id": f"r {round_}", "round": round_, "do": "confirm_goal"}
    attack.send(json.dumps({**frame, "d": {"goal": "n1", "fist": 5}}))
    assert ack(attack)["code"] == "round.closed"


ABOVE = [
    ("next_round", {}),
    ("close", {}),
    ("undo", {}),
    ("remove_seat", {"seat": "s_02"}),
    ("set_role", {"seat": "s_02", "role": "supplier"}),
    ("merge_seats", {"seats": ["s_01", "s_02"]}),
    ("play_for", {"seat": "s_02", "do": "confirm_goal", "d": {"goal": "n1", "fist": 0}}),
    ("rename", {"node": "n1", "title": "Overtaget"}),
]


@pytest.mark.parametrize(("do", "d"), ABOVE)
def test_a_player_may_not_do_what_is_the_facilitators(game, attack, do, d):
    attack.send(json.dumps({"t": "do", "id": f"a {do}", "do": do, "d": d}))
    refused = ack(attack)
    assert (refused["ok"], refused["code"], refused["retry"]) == (False, "command.not_yours", False)


def test_not_even_the_facilitator_plays_for_somebody_with_a_phone(game, attack):
    frame = {"t": "do", "id": "h1", "do": "play_for", "d": dict(ABOVE)["play_for"]}
    got = game.command(game.host, json.dumps(frame))
    assert (got.status_code, got.json()["code"]) == (409, "seat.not_proxy")


@pytest.mark.parametrize("node", ["n999", "", "n1' OR 1=1 --", "../n1", "n1\u200b", "__class__"])
def test_ids_that_are_not_there_are_refused(attack, node):
    d = {"goal": node, "fist": 5}
    attack.send(json.dumps({"t": "do", "id": f"n {node}", "do": "confirm_goal", "d": d}))
    answer = ack(attack)
    assert answer["ok"] is False
    assert answer["code"] not in {"command.failed", "command.unreadable"}


def test_the_key_to_one_game_opens_no_other(site, game, attack):
    other = site.begin()
    with other.line(game.ane) as line:
        assert json.loads(line.recv())["code"] == 4001
    assert other.command(game.ane, "{}").status_code == 401
    assert other.command(game.host, "{}").status_code == 401
    state = site.http.get(f"/g/{other.code}/state", headers=bearer(game.ane))
    assert state.status_code == 401


# --- who is nobody -----------------------------------------------------------------------------


def test_without_a_key_and_a_page_of_ours_there_is_no_socket(game, attack):
    with pytest.raises(InvalidStatus) as refused, game.line(None):
        pass
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("token", [None, WRONG, "x" * 7000, "%00", "a b", "' OR 1=1 --"])
def test_without_a_key_nothing_opens(site, game, attack, token):
    with game.line(token, origin=site.base) as line:
        assert json.loads(line.recv())["code"] == 4001
    assert game.command(token, '{"id":"c1","do":"shake"}').status_code == 401
    for path in (
        f"/g/{game.code}/state",
        f"/api/v1/games/{game.code}/record",
        "/api/v1/projects",
        "/api/v1/projects/p_1/map",
    ):
        assert site.http.get(path, headers=bearer(token)).status_code == 401, path


def test_a_player_gets_neither_the_record_nor_the_project(site, game, attack):
    for path in (f"/api/v1/games/{game.code}/record", "/api/v1/projects"):
        assert site.http.get(path, headers=bearer(game.ane)).status_code in {401, 403}, path


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1.evil.example"]
)
def test_another_sites_page_gets_nowhere(site, game, attack, origin):
    with pytest.raises(InvalidStatus) as refused, game.line(game.ane, origin=origin):
        pass
    assert refused.value.response.status_code == 403
    got = game.command(game.ane, '{"id":"c1","do":"shake"}', origin=origin)
    assert got.status_code == 403
    assert got.json()["error"]["code"] == "request.foreign"


TEXTS = {
    "👩\u200d👩\u200d👧 🇩🇰": "👩\u200d👩\u200d👧 🇩🇰",
    "مرحبا بالعالم": "مرحبا بالعالم",
    "a\u202ecba\u2066": "acba",
    "s\u200bk\u2060jult": "skjult",
    "<img src=x onerror=1>": "<img src=x onerror=1>",
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_of_any_script_is_shown_and_turns_nothing_round(game, lines, text):
    assert game.do(game.host, "rename", node="n1", title=text)["ok"]
    assert game.seen(game.bo)["goal/n1"]["title"] == TEXTS[text]
    assert len(quiet(lines[1], for_s=0.15)) == 1


@pytest.mark.parametrize("name", ["", " \t", "\u200b", "\u202e\u2066", "\u00ad", "\x00", "x" * 61])
def test_a_name_that_nobody_can_read_is_refused(site, game, name):
    asked = {"name": name, "role": "team_lead"}
    got = site.http.post(f"/api/v1/games/{game.code}/seats", json=asked)
    site.http.cookies.clear()
    assert got.status_code == 422, got.text
    assert got.json()["error"]["code"] in {"name.missing", "name.too_long"}


# --- too much ----------------------------------------------------------------------------------


def test_ten_thousand_commands_of_one_seat_harm_nobody(site):
    game, count = site.begin(), 10_000
    with game.line(game.ane) as ane, game.line(game.bo) as bo:
        hello(ane)
        hello(bo)
        began = time.monotonic()
        longest, codes = 0.0, Counter[str]()
        for start in range(0, count, 500):
            for n in range(start, start + 500):
                ane.send(f'{{"t":"do","id":"c{n}","do":"set_language","d":{{"language":"en"}}}}')
            asked = time.monotonic()
            bo.send('{"t":"ping","k":1}')
            while '"pong"' not in str(bo.recv()):
                pass
            longest = max(longest, time.monotonic() - asked)
            for _ in range(500):
                answer = ack(ane)
                codes[answer.get("code", "ok")] += 1
        took = time.monotonic() - began
        bo.send('{"t":"do","id":"bo","do":"set_language","d":{"language":"da"}}')
        assert ack(bo)["ok"]
    print(f"{count} commands in {took:.1f} s, a ping meanwhile {longest * 1000:.0f} ms: {codes}")  # noqa: T201
    assert codes.total() == count
    assert codes["limit.rate"] >= count - 60 - 2 * took - 1
    assert took < 20
    assert longest < 1


def test_wrong_codes_are_slowed_down_and_right_ones_are_not(tmp_path):
    token = api_token(tmp_path)
    with serving(tmp_path) as (_, base), httpx.Client(base_url=base, timeout=30) as http:
        site = Site(http, base, token)
        game = site.begin()
        began = time.monotonic()
        for n in range(29):
            assert http.get(f"/api/v1/games/WRNG{n:02d}").status_code == 404
        quick_s = time.monotonic() - began
        began = time.monotonic()
        for n in range(2):
            assert http.get(f"/api/v1/games/WRNG{n:02d}").status_code == 404
        slow_s = time.monotonic() - began
        began = time.monotonic()
        assert http.get(f"/api/v1/games/{game.code}").status_code == 200
        assert game.do(game.ane, "set_language", language="da")["ok"]
        right_s = time.monotonic() - began
    assert quick_s < 2 <= slow_s
    assert right_s < 2
