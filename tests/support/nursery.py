"""Servers that are started quickly, because everything they import has been imported before.

Run as a program, this waits for the arguments of a command, a JSON list on a line, runs it in a
process of its own, and prints that process's id; whatever the process prints follows.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from typing import Self

from support.process import ROOT


class Nursery:
    """Starts servers and kills them. Use it as a context manager."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"},
        )
        self._alive: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        del error
        for pid in tuple(self._alive):
            self.kill(pid)
        with self._process:
            self._process.kill()

    def start(self, *arguments: str) -> tuple[int, str]:
        """A server that serves by now: its process and its address."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(["serve", *arguments]) + "\n")
        self._process.stdin.flush()
        pid = int(self._line())
        self._alive.add(pid)
        word, _, url = self._line().partition(" ")
        assert word == "ready", word
        return pid, url

    def kill(self, pid: int, how: signal.Signals = signal.SIGKILL) -> None:
        """End a server, and wait until it is gone."""
        os.kill(pid, how)
        with contextlib.suppress(ProcessLookupError):
            while True:
                os.kill(pid, 0)
                time.sleep(0.005)
        self._alive.discard(pid)

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


def main() -> None:
    """Run each command that is asked for."""
    from app import cli  # noqa: PLC0415 - this is what takes so long

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            sys.argv = ["gevinstspil", *json.loads(line)]
            cli.main()
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
