"""A real server in a process of its own."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from app.cli import main; main()"]


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server on this data folder for as long as the block lasts, and its address."""
    with subprocess.Popen(
        [*COMMAND, "serve", "--data", str(folder), *(options or ("--port", "0"))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        ready = re.fullmatch(r"ready (http://\S+)\n", process.stdout.readline())
        assert ready is not None, process.communicate()[1]
        try:
            yield process, ready[1]
        finally:
            process.kill()
