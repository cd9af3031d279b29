"""Hubs that are due together are told together, and one that fails keeps no other from its news."""

from collections.abc import Callable
from typing import cast

import structlog

from app.hub import Hub
from app.teller import Teller


class Due:
    """A hub that notes what is asked of it."""

    def __init__(self, name: str, done: list[str], *, fails_in: str = "") -> None:
        self.name, self.done, self.fails_in = name, done, fails_in

    def find(self) -> None:
        self._do("find")

    def send(self) -> None:
        self._do("send")

    def _do(self, step: str) -> None:
        self.done.append(f"{step} {self.name}")
        if step == self.fails_in:
            raise KeyError(step)


def due(name: str, done: list[str], *, fails_in: str = "") -> Hub:
    return cast("Hub", Due(name, done, fails_in=fails_in))


def test_hubs_that_are_due_together_go_through_each_step_together() -> None:
    waiting: list[Callable[[], None]] = []
    teller, done = Teller(waiting.append), list[str]()
    teller.add(due("a", done))
    teller.add(due("b", done))
    (tell,) = waiting
    tell()
    assert done == ["find a", "find b", "send a", "send b"]
    teller.add(due("c", done))
    waiting[1]()
    assert done[4:] == ["find c", "send c"]


def test_a_hub_that_fails_keeps_no_other_from_its_news() -> None:
    waiting: list[Callable[[], None]] = []
    teller, done = Teller(waiting.append), list[str]()
    teller.add(due("a", done, fails_in="find"))
    teller.add(due("b", done, fails_in="send"))
    teller.add(due("c", done))
    with structlog.testing.capture_logs() as logs:
        waiting[0]()
    assert done == ["find a", "find b", "find c", "send a", "send b", "send c"]
    assert [entry["event"] for entry in logs] == ["teller.failed", "teller.failed"]
