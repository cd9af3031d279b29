"""A real server in a process of its own."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app import cli

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from app.cli import main; main()"]


Run = Callable[..., tuple[int, str, str]]


def in_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *before: str
) -> Run:
    """Runs a command in this process; gives its code, output and what it said."""
    monkeypatch.setenv("COLUMNS", "300")

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["gevinstspil", *before, *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return command


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
