"""Simulated stakeholders at the table, who play through the public protocol as phones do."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from app.rehearsal.crowd import Crowd
from support.process import ROOT

SPEED = 100.0
"""How many times faster than people they think."""
GONE_S = 20


@contextmanager
def crowd(url: str, code: str, people: int, seed: str = "a full table") -> Iterator[None]:
    """So many eager people, who come in one by one, play, and complain of nothing."""
    line = Crowd(url, code, {"eager": people}, seed, "da", SPEED).line()
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            [sys.executable, "-m", "app.rehearsal.crowd"],
            stdin=subprocess.PIPE,
            stderr=said,
            cwd=ROOT,
        ) as process,
    ):
        assert process.stdin is not None
        try:
            process.stdin.write(line)
            process.stdin.flush()
            yield
            process.stdin.close()  # they leave when nobody holds the other end
            process.wait(GONE_S)
        finally:
            process.kill()
        said.seek(0)
        assert said.read().decode() == ""
