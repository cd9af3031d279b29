"""Processes under test: each on a core of its own choice, watched by its id, and ended by it."""

import ctypes
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

ROOT: Final = Path(__file__).parents[1]
CORES: Final = sorted(os.sched_getaffinity(0))
SERVER_CORE: Final = CORES[0]
LOAD_CORE: Final = CORES[-1]
NICENESS: Final = -15
"""A neighbour's work shows less in the figures; where it is not permitted nothing happens."""
FILES: Final = 20_000
TICKS: Final = os.sysconf("SC_CLK_TCK")
PR_SET_PDEATHSIG: Final = 1


@dataclass(frozen=True, slots=True)
class Server:
    """A server that serves. `name` is `ours` or `peer`."""

    name: str
    pid: int
    port: int

    def cpu_s(self) -> float:
        """The processor time it has used."""
        stat = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(stat[11]) + int(stat[12])) / TICKS

    def memory_kb(self) -> int:
        """The memory it holds."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        found = re.search(r"^VmRSS:\s+(\d+) kB", status, re.MULTILINE)
        assert found is not None
        return int(found[1])

    def rest(self) -> None:
        """Stand still while another one is measured."""
        os.kill(self.pid, signal.SIGSTOP)

    def wake(self) -> None:
        """Go on, and catch up with what came in meanwhile."""
        os.kill(self.pid, signal.SIGCONT)
        time.sleep(0.4)


def settle(core: int) -> None:
    """What a child does before it becomes the program: its core, its limits, and its end."""
    os.sched_setaffinity(0, {core})
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if most == resource.RLIM_INFINITY else min(FILES, most)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)  # it never outlives the bench
    try:
        os.nice(NICENESS)
        Path("/proc/self/autogroup").write_text(f"{NICENESS}\n", encoding="ascii")
    except OSError:
        return


@contextmanager
def ours(folder: Path) -> Iterator[Server]:
    """Our server on the data of this folder."""
    code = "from app.cli import main; main()"
    data = str(folder / "data")
    with _started("ours", folder, ["-c", code, "serve", "--data", data, "--port", "0"]) as server:
        yield server


@contextmanager
def peer(folder: Path) -> Iterator[Server]:
    """The bare broadcast."""
    with _started("peer", folder, ["-m", "bench.peer"]) as server:
        yield server


@contextmanager
def _started(name: str, folder: Path, arguments: Sequence[str]) -> Iterator[Server]:
    """What it says of itself goes to a file, so that it is said once and not for each command."""
    with (folder / f"{name}.log").open("wb") as log, _run(name, arguments, log) as server:
        yield server


@contextmanager
def _run(name: str, arguments: Sequence[str], log: IO[bytes]) -> Iterator[Server]:
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        stderr=log,
        start_new_session=True,  # Linux shares the processor among sessions before niceness counts
        preexec_fn=lambda: settle(SERVER_CORE),  # noqa: PLW1509 - the bench has no threads
    )
    try:
        assert process.stdout is not None
        ready = re.fullmatch(r"ready http://127\.0\.0\.1:(\d+)\n", process.stdout.readline())
        if ready is None:
            raise SystemExit(f"The server `{name}` did not start: see {log.name}.")
        yield Server(name, process.pid, int(ready[1]))
    finally:
        process.send_signal(signal.SIGCONT)
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
