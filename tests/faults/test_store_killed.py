"""The store is killed in the middle of its work, again and again."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from sqlmodel import col, select

from app import chain
from app.db import open_database
from app.models import Command, Event
from app.settings import Settings
from app.upgrade import upgrade
from support.rows import add_game

KILLS = 12
APPENDER = Path(__file__).parents[1] / "support" / "appender.py"
GAMES = ("AAAAAA", "BBBBBB", "CCCCCC")


def run_and_kill(folder: Path, lines: int) -> list[str]:
    """What the process said was stored, up to its sudden end."""
    command = [sys.executable, str(APPENDER), str(folder), *GAMES]
    env = {"PYTHONPATH": str(APPENDER.parents[2])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        return [*said, *process.stdout.readlines()]


@pytest.mark.slow
def test_what_was_answered_is_there_exactly_once_after_every_kill(tmp_path: Path) -> None:
    database = open_database(Settings(data=tmp_path))
    upgrade(database)
    for number, game in enumerate(GAMES):
        add_game(database, game, project=f"p_{number}")
    chance = random.Random(7)
    answered: set[tuple[str, int]] = set()
    for _ in range(KILLS):
        for line in run_and_kill(tmp_path, chance.randrange(1, 200)):
            game, _, seq = line.strip().partition(" ")
            if line.endswith("\n"):
                answered.add((game, int(seq)))
    with database.read() as session:
        untold = session.exec(select(Command)).all()
        told = select(Event.game_id, Event.seq).where(col(Event.command).is_not(None))
        commands = session.exec(told).all()
        events = session.exec(
            select(Event.game_id, Event.seq, Event.public, Event.hash).order_by("seq")
        ).all()
    print(f"{KILLS} kills, {len(answered)} answered, {len(commands)} stored")  # noqa: T201 - the figure
    assert len(answered) > KILLS
    assert untold == []
    assert len(commands) == len(set(commands))
    assert answered <= set(commands)
    assert {(game, seq) for game, seq, _, _ in events} == set(commands)
    for game in GAMES:
        previous = chain.genesis(game)
        rows = [row for row in events if row[0] == game]
        assert [row[1] for row in rows] == list(range(1, len(rows) + 1))
        for _, _, public, link_hash in rows:
            previous = chain.link_hash(previous, public.encode(), None)
            assert previous == link_hash
    database.close()
