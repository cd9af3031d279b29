"""The load driver from here: compiled, started on its own core, told what to do."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from bench.servers import LOAD_CORE, Server, settle

SOURCE: Final = Path(__file__).with_name("load.c")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What came of one load. Times in milliseconds, each from the instant its command was due."""

    rate: float
    seconds: float
    offered: int
    accepted: int
    refused: int
    failed: int
    lost: int
    """Connections that read and were closed."""
    whole: int
    """Accepted commands that reached everybody who reads."""
    judged: int
    """Those whose times count: none from a moment in which the machine stood still."""
    deliveries: int
    bytes: int
    ack_p50: float
    ack_p99: float
    last_p50: float
    last_p99: float
    last_max: float
    late_p99: float
    """How late the driver itself was."""
    cpu_s: float = 0.0

    @property
    def cpu_us(self) -> float:
        """Processor time of the server for each accepted command."""
        return self.cpu_s * 1e6 / max(1, self.accepted)


class Driver:
    """Connected clients that send when told to."""

    def __init__(self, process: subprocess.Popen[str], server: Server) -> None:
        self._process = process
        self._server = server

    def run(self, rate: float, seconds: float, warm_s: float = 0.5) -> Run:
        """Loads the server at so many commands a second."""
        cpu_s = self._server.cpu_s()
        self.start(rate, seconds, warm_s)
        run = self.finish()
        used_s = (self._server.cpu_s() - cpu_s) * seconds / (seconds + warm_s)
        return replace(run, cpu_s=used_s)

    def start(self, rate: float, seconds: float, warm_s: float = 0.5) -> None:
        """Begins to load the server, beside what else loads it."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"run {rate} {warm_s} {seconds}\n")
        self._process.stdin.flush()

    def finish(self) -> Run:
        """What came of it, when it is over."""
        assert self._process.stdout is not None
        answer = self._process.stdout.readline()
        if not answer:
            raise SystemExit("The load driver ended; its reason is above.")
        return Run(**json.loads(answer))


def compiled(folder: Path) -> Path:
    """The driver's program."""
    compiler = shutil.which("cc")
    if compiler is None:
        raise SystemExit("The bench needs a C compiler: install one that answers to `cc`.")
    program = folder / "load"
    subprocess.run([compiler, "-O2", "-Wall", "-Wextra", "-o", program, SOURCE], check=True)
    return program


@contextmanager
def connected(program: Path, server: Server, plan: Path) -> Iterator[Driver]:
    """All connections of the plan, joined."""
    process = subprocess.Popen(
        [program, "127.0.0.1", str(server.port), plan],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: settle(LOAD_CORE),  # noqa: PLW1509 - the bench has no threads
    )
    try:
        assert process.stdout is not None
        if not process.stdout.readline():
            raise SystemExit("Not everybody was let in; the reason is above.")
        yield Driver(process, server)
    finally:
        process.kill()
        process.wait()
