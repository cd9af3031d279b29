"""Tells in one go what many rooms have to tell at the same moment, one step after the other.

A transaction makes true what some thirty rooms decided. Going through all of them with each step
keeps the step's code near the processor: room by room, with the system's own code for the network
in between, the same work takes a tenth longer.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from app.hub import Hub

log = structlog.get_logger(__name__)


def soon(call: Callable[[], None]) -> None:
    """Call when the event loop has done what it has before it."""
    asyncio.get_running_loop().call_soon(call)


class Teller:
    """The hubs of this process that have something to tell now."""

    def __init__(self, later: Callable[[Callable[[], None]], None] = soon) -> None:
        self._later = later
        self._due: list[Hub] = []

    def add(self, hub: "Hub") -> None:
        """Let a hub tell its watchers, together with others that are due by then."""
        self._due.append(hub)
        if len(self._due) == 1:
            self._later(self._tell)

    def _tell(self) -> None:
        hubs, self._due = self._due, []
        for step in (_find, _send):
            for hub in hubs:
                try:
                    step(hub)
                except Exception:
                    # A mistake of ours in one game must not keep the others from their news.
                    log.exception("teller.failed", step=step.__name__)


def _find(hub: "Hub") -> None:
    hub.find()


def _send(hub: "Hub") -> None:
    hub.send()
