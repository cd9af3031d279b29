"""A real server in a process of its own."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from app.cli import main; main()"]


def start(folder: Path, *options: str) -> tuple[subprocess.Popen[str], str]:
    """A server on this data folder, which serves by now, and its address."""
    process = subprocess.Popen(
        [*COMMAND, "serve", "--data", str(folder), *(options or ("--port", "0"))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    ready = re.fullmatch(r"ready (http://\S+)\n", process.stdout.readline())
    assert ready is not None, process.communicate()[1]
    return process, ready[1]


def kill(process: subprocess.Popen[str]) -> None:
    """End it as a power cut would."""
    process.kill()
    process.communicate()


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server for as long as the block lasts, if nothing ends it before."""
    process, url = start(folder, *options)
    with process:
        try:
            yield process, url
        finally:
            process.kill()
