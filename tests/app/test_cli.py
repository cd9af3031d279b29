import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from sqlalchemy import text

from app import auth, record, server
from app.chain import Line, genesis, link
from app.db import open_database
from app.settings import Settings
from support.process import COMMAND, ROOT, Run, in_process, serving

RECORDS = ROOT / "tests" / "records"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs a command in this process; gives its code, output and what it said."""
    monkeypatch.setenv("GEVINSTSPIL_DATA", str(tmp_path / "data"))
    return in_process(monkeypatch, capsys)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["serve", "--nope"], "No such option: --nope"),
        (["serve", "--port", "abc"], "Invalid value for '--port'"),
        (["serve", "--port", "99999"], "--port or GEVINSTSPIL_PORT cannot be used"),
        (["serve", "--host", "192.0.2.1"], "no address 192.0.2.1"),
        (["serve", "--port", "0", "--data", "/proc/nowhere"], "Cannot write to the data folder"),
        (["levitate"], "No such command"),
        (["replay", "/nowhere/record.json"], "Cannot read /nowhere/record.json"),
        (["replay", __file__], "not a record"),
        (["token", "add", "ole@kommune.dk"], "no account ole@kommune.dk"),
        (["token", "add", "q\udcff@b.dk"], "is not an e-mail address"),
    ],
)
def test_what_stands_in_the_way_is_one_sentence(
    run: Run, arguments: list[str], sentence: str
) -> None:
    code, out, said = run(*arguments)
    assert (code, out) == (2, "")
    assert sentence in said
    assert said.count("\n") == 1


def test_a_bad_setting_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEVINSTSPIL_PORT", "many")
    code, _, said = run("serve")
    assert code == 2
    assert "GEVINSTSPIL_PORT cannot be used" in said


@pytest.mark.parametrize(
    "url", ["zzz", "ftp://spil.dk", "https://", "spil.dk:443", "http://a b", "http://["]
)
def test_a_public_address_that_is_none_is_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("GEVINSTSPIL_PUBLIC_URL", url)
    code, _, said = run("serve", "--port", "0")
    assert code == 2
    assert said == (
        "GEVINSTSPIL_PUBLIC_URL cannot be used: give it an address like https://spil.kommune.dk.\n"
    )


@pytest.mark.parametrize("url", ["https://spil.dk", "http://127.0.0.1:8000/", "http://[::1]:80"])
def test_a_public_address_is_kept(url: str) -> None:
    assert Settings(public_url=url).public_url == url


def test_a_busy_port_is_one_sentence_and_leaves_no_trace(run: Run, tmp_path: Path) -> None:
    with server.listen("127.0.0.1", 0) as taken:
        taken.listen()
        code, _, said = run("serve", "--port", str(taken.getsockname()[1]))
    assert code == 2
    assert "is in use" in said
    assert not (tmp_path / "data").exists()


def test_a_database_of_a_later_release_is_one_sentence(run: Run, tmp_path: Path) -> None:
    assert run("migrate")[0] == 0
    database = open_database(Settings(data=tmp_path / "data"))
    with database.write() as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for command in (["migrate"], ["serve", "--port", "0"], ["token", "add", "ole@kommune.dk"]):
        code, _, said = run(*command)
        assert code == 2
        assert "newer than this release" in said
    database.close()


def test_a_file_that_is_no_database_is_one_sentence(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "data" / "gevinstspil.sqlite"
    assert run("migrate")[0] == 0
    whole = file.read_bytes()
    for broken in (b"this is a shopping list, not a database\n", whole[: len(whole) // 2]):
        file.write_bytes(broken)
        code, out, said = run("token", "add", "ole@kommune.dk")
        assert (code, out) == (2, "")
        assert "The database cannot be opened" in said
        assert said.count("\n") == 1


def test_a_token_is_all_that_is_printed(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"en lang adgangskode\n")
    os.close(writing)
    with os.fdopen(reading) as typed:
        monkeypatch.setattr(sys, "stdin", typed)
        assert run("user", "add", "Mette@kommune.dk", "--password-stdin")[0] == 0
    code, out, _ = run("token", "add", "mette@kommune.dk")
    assert code == 0
    database = open_database(Settings(data=tmp_path / "data"))
    with database.read() as session:
        account = auth.account_of(session, out.strip())
        assert account is not None
        assert account.email == "mette@kommune.dk"
    database.close()


def record_file(folder: Path, rows: list[dict[str, Any]]) -> str:
    """The record of these events, as it would be downloaded."""
    lines, previous = [], genesis("K7QF3M")
    for row in rows:
        made = link(previous, row["public"], row["private"])
        previous = made.hash
        lines.append(Line(made.public, made.digest, made.hash))
    file = folder / "record.json"
    file.write_bytes(record.write("K7QF3M", lines))
    return str(file)


@pytest.mark.parametrize("golden", sorted(RECORDS.glob("*.jsonl")), ids=lambda golden: golden.stem)
def test_a_whole_record_replays_and_one_without_its_end_is_refused(
    run: Run, tmp_path: Path, golden: Path
) -> None:
    rows = [json.loads(line) for line in golden.read_text(encoding="utf-8").splitlines()]
    code, out, said = run("replay", record_file(tmp_path, rows))
    assert code == 0
    assert f"{len(rows)} events, the chain holds" in said
    assert json.loads(out)["schema"] == "gevinstspil.map/1"
    closing = next(n for n, row in enumerate(rows) if row["public"]["type"] == "GameClosed")
    for kept in (1, closing, closing + 1):
        code, out, said = run("replay", record_file(tmp_path, rows[:kept]))
        assert (code, out) == (2, "")
        assert "The end of the record is missing" in said


def test_a_server_says_where_it_is_and_how_to_begin(tmp_path: Path) -> None:
    with serving(tmp_path) as (process, url):
        with urlopen(f"{url}/readyz", timeout=5) as answer:
            assert answer.read() == b"ok\n"
        process.send_signal(signal.SIGTERM)
        out, said = process.communicate(timeout=10)
    assert (process.returncode, out) == (0, "")
    assert f"{url}/first/" in said
    assert not list(tmp_path.glob("*-wal"))


def test_a_second_server_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    with serving(tmp_path) as (first, _):
        second = subprocess.run(
            [*COMMAND, "serve", "--port", "0", "--data", str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
        assert second.returncode == 2
        assert f"in use by another server (process {first.pid})" in second.stderr
        assert second.stderr.count("\n") == 1


def test_phones_are_let_in_on_request(tmp_path: Path) -> None:
    with serving(tmp_path, "--port", "0", "--lan") as (process, _):
        process.terminate()
        _, said = process.communicate(timeout=10)
    assert "On this network: http://" in said
    assert "█" in said


def test_the_demo_plays_the_passport_case_to_its_map(tmp_path: Path) -> None:
    played = subprocess.run(
        [*COMMAND, "demo", "--fast", "--port", "0", "--data", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=120,
    )
    assert played.returncode == 0, played.stderr
    told, said = played.stdout.splitlines(), " ".join(played.stderr.split())
    assert told[:4] == ["verdict conditional", "ownership 92", "realism 88", "citizen_focus 90"]
    rules = [line.split(":")[0] for line in told[4:-1]]
    assert rules == ["red X14 M1", "amber X13 B2", "amber X13 M2", "amber X5 M2", "amber X5 C4",
                     "amber X19 -"]  # fmt: skip
    assert told[-1].startswith("map http://127.0.0.1:")
    assert "8 gevinster har fået en ejer." in said
    assert "Det røde har en ejer og en dato." in said
