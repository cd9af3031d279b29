"""`python -m bench`: every scenario, the figures beside the goals, and a page of results."""

import argparse
import os
import platform
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from bench import inside, live
from bench.figures import Figure, table
from bench.live import FULL, QUICK, Size
from bench.servers import LOAD_CORE, SERVER_CORE

RESULTS: Final = Path(__file__).with_name("results")
LONGEST_S: Final = 900
NOTE: Final = """\
Loads play a seat's last card and take it back, in rooms of thirty with a board and a console where
the effects are open: a secret play that is stored, and a frame to everybody each time. The peer is
`bench/peer.py`. Ratios are ours to the other of the same run; the machine is shared, so they count
and the absolute figures do not. "Must (aim)" is what the goal asks.
"""


def main() -> None:
    options = _options()
    if len(os.sched_getaffinity(0)) < 2:
        raise SystemExit("The bench needs two cores: one for the server, one for the load.")
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(LONGEST_S)
    size = QUICK if options.quick else FULL
    figures = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for name in options.scenario or SCENARIOS:
            print(f"{name} ...", file=sys.stderr, flush=True)
            for figure in SCENARIOS[name](Path(folder), size):
                figures.append(figure)
                print(" ", *figure.row(), sep="  ", file=sys.stderr, flush=True)
    page = f"# {datetime.now(UTC):%Y-%m-%d}\n\n{_machine()}\n\n{NOTE}\n{table(figures)}\n"
    print(page)
    if not options.quick and not options.scenario:
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"{datetime.now(UTC):%Y-%m-%d}.md").write_text(page, encoding="utf-8")


def _game(folder: Path, size: Size) -> Iterator[Figure]:
    del folder, size
    yield from inside.a_game()


def _layouts(folder: Path, size: Size) -> Iterator[Figure]:
    del folder, size
    yield from inside.layouts()


def _s3(folder: Path, size: Size) -> Iterator[Figure]:
    yield from live.many_rooms(live.prepared(folder, "s3"), size)


def _s1(folder: Path, size: Size) -> Iterator[Figure]:
    yield from live.one_room(live.prepared(folder, "s1"), size)


def _stuck(folder: Path, size: Size) -> Iterator[Figure]:
    yield from live.stuck_phones(live.prepared(folder, "stuck"), size)


SCENARIOS: Final[dict[str, Callable[[Path, Size], Iterator[Figure]]]] = {
    "game": _game,
    "layouts": _layouts,
    "s1": _s1,
    "stuck": _stuck,
    "s3": _s3,
}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("scenario", nargs="*", help=f"of {', '.join(SCENARIOS)}; all by default")
    parser.add_argument("--quick", action="store_true", help="small and short, to see that it runs")
    options = parser.parse_args()
    for name in options.scenario:
        if name not in SCENARIOS:
            parser.error(f"there is no scenario {name}")
    return options


def _too_long(_signal: int, _frame: object) -> None:
    raise SystemExit(f"The bench ended itself after {LONGEST_S} seconds.")


def _machine() -> str:
    """What the figures come from."""
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    load = os.getloadavg()[0]
    return (
        f"{cpu}, {os.cpu_count()} cores; server on core {SERVER_CORE}, load on core {LOAD_CORE}; "
        f"Python {platform.python_version()} of {platform.python_build()[1]}, "
        f"Linux {platform.release()}; "
        f"an fsync takes {_fsync_ms():.1f} ms; load average at the end {load:.1f}."
    )


def _fsync_ms() -> float:
    """How long the disk takes for a page, the median of some: no answer is faster than that."""
    took = []
    with tempfile.TemporaryFile() as file:
        for _ in range(30):
            file.write(b"\0" * 4096)
            file.flush()
            began = perf_counter()
            os.fsync(file.fileno())
            took.append(perf_counter() - began)
    return median(took) * 1e3


if __name__ == "__main__":
    main()
