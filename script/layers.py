"""Runs the checks and every layer of tests, times each, and sums up in one closing line."""

import os
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
COVERAGE = ["--cov=game", "--cov-branch", "--cov-fail-under=100", "--cov-report=term-missing"]

LANES = 2
"""How many layers run side by side; each waits for browsers and servers much of its time."""
GAMES = [f"tests/browser/test_{name}.py" for name in ("whole_game", "variants", "firefox")]
WALL = [
    f"tests/browser/test_{name}.py"
    for name in ("board_map", "board_motion", "board_pictures", "styleguide", "paper")
]


@dataclass
class Layer:
    """One command, what it counted and how long it took."""

    name: str
    command: list[str]
    seconds: float = 0.0
    counts: dict[str, int] = field(default_factory=dict)
    is_green: bool = False

    def run(self) -> None:
        """Shows the command's output as it comes and reads the counts from its closing lines."""
        print(f"\n== {self.name} begins", flush=True)
        start = time.monotonic()
        with subprocess.Popen(
            self.command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as running:
            lines = [*echoed(running, self.name)]
        self.seconds = time.monotonic() - start
        self.is_green = running.returncode == 0
        self.counts = counted(lines[-12:])


def echoed(running: "subprocess.Popen[str]", name: str) -> list[str]:
    """Gives all lines of a running command, and prints each at once with the name of its layer."""
    lines = []
    for line in running.stdout or ():
        print(f"{name} | {line}", end="", flush=True)
        lines.append(line)
    return lines


def counted(closing: list[str]) -> dict[str, int]:
    """Gives what pytest ("3 passed, 1 error") or node ("# pass 3") counted."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", "".join(closing))
    found = {"passed": 0, "failed": 0, "skipped": 0}
    for number, word in re.findall(r"(\d+) (passed|failed|errors?|skipped)\b", text):
        found["failed" if word.startswith("error") else word] += int(number)
    for word, number in re.findall(r"^[#ℹ] (pass|fail|skipped) (\d+)$", text, re.MULTILINE):
        found[{"pass": "passed", "fail": "failed"}.get(word, word)] += int(number)
    return found


BROWSERS = {"BROWSER_PATH": "chromium", "FIREFOX_PATH": "firefox-esr"}
"""Where a person may say which browser is to be used, and the Debian package of it."""
OLDEST = {"BROWSER_PATH": 150, "FIREFOX_PATH": 153}
"""The oldest version of each that the tests have run with; Firefox 140 cannot be driven."""


def find_browsers() -> dict[str, str]:
    """Gives the paths of both browsers; installs Debian's where that is possible."""
    found = {name: browser_at(name) for name in BROWSERS}
    missing = [BROWSERS[name] for name, path in found.items() if not path]
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {' and '.join(missing)} for the tests ...", flush=True)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-qq"], install):
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        found = {name: browser_at(name) for name in BROWSERS}
    for name, path in found.items():
        if not path:
            print(
                f"The tests need a browser: install {BROWSERS[name]}, version {OLDEST[name]} or"
                f" newer, or point {name} at one."
            )
            sys.exit(2)
    return found


def browser_at(name: str) -> str:
    """Gives the path of a browser that will do: the person's own, or Debian's; else nothing."""
    paths = (os.environ.get(name, ""), f"/usr/bin/{BROWSERS[name]}")
    return next((path for path in paths if path and version_of(path) >= OLDEST[name]), "")


def version_of(path: str) -> int:
    """Gives the main version that a browser says it has; 0 for what is none."""
    try:
        said = subprocess.run(
            [path, "--version"], capture_output=True, text=True, check=True, timeout=60
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return 0
    found = re.search(r"\d+", said)
    return int(found[0]) if found else 0


def layers() -> list[Layer]:
    """Gives the layers in the order in which they begin: the longest first, two at a time."""
    pytest = [str(BIN / "python"), "-m", "pytest", "-q"]
    node_tests = sorted(
        str(path.relative_to(ROOT)) for path in (ROOT / "tests/js").rglob("*.test.js")
    )
    return [
        Layer("checks", [str(ROOT / "script" / "check")]),
        Layer("whole games", [*pytest, *GAMES, "--durations=8"]),
        Layer("shell", [*pytest, "tests", "--ignore=tests/game", "--ignore=tests/browser"]),
        Layer("screens", [*pytest, "tests/browser", *(f"--ignore={one}" for one in GAMES + WALL)]),
        Layer("board and guide", [*pytest, *WALL]),
        Layer("rules", [*pytest, "tests/game", *COVERAGE]),
        Layer("front end", [str(BIN / "node"), "--test", *node_tests]),
    ]


def main() -> None:
    """Runs all layers, also after a red one, and ends with the counts of all."""
    os.environ.update(find_browsers())
    os.environ["PATH"] = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    done = layers()
    checks, *others = done
    checks.run()
    with ThreadPoolExecutor(LANES) as lanes:
        list(lanes.map(Layer.run, others))
    print()
    for layer in done:
        colour = "green" if layer.is_green else "RED"
        print(f"{layer.name:<20}{layer.seconds:8.1f} s  {colour}")
    total = {
        word: sum(layer.counts.get(word, 0) for layer in done)
        for word in ("passed", "failed", "skipped")
    }
    print(f"{total['passed']} passed, {total['failed']} failed, {total['skipped']} skipped")
    sys.exit(0 if all(layer.is_green for layer in done) else 1)


if __name__ == "__main__":
    main()
