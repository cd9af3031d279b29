"""Real browsers, and what every page of them said and asked for."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
)

OPTIONS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
}
SMALL_PHONE: dict[str, Any] = {**PHONE, "viewport": {"width": 320, "height": 568}}
LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 720}}
WALL: dict[str, Any] = {"viewport": {"width": 1920, "height": 1080}}
LOCALES = {"da": "da-DK", "en": "en-GB"}
PATIENCE_MS = 10_000
REACH_MS = 5_000
"""So long somebody reaches for a button that may have gone."""
LOAD_MS = 30_000
"""So long a page may take on a machine that has much else to do."""


@dataclass
class Heard:
    """What pages complained about, and whom they asked besides our own server."""

    home: str
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def listen(self, context: BrowserContext) -> None:
        """Hear every page of this context from now on."""
        context.on("request", lambda request: self._asked(request.url))
        context.on("page", self._listen_to_page)

    def _listen_to_page(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._asked(socket.url.replace("ws", "http", 1)))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda said: self._said(page, said))

    def _said(self, page: Page, said: ConsoleMessage) -> None:
        # Chromium also tells of a page of ours that says no; that is what was asked for.
        is_refusal = "status of 4" in said.text and said.location["url"] == page.url
        if said.type in {"error", "warning"} and not is_refusal:
            self.complaints.append(f"{page.url}: {said.text}")

    def _asked(self, url: str) -> None:
        if not url.startswith((f"{self.home}/", "data:", "blob:")):
            self.strangers.append(url)


@contextmanager
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """The Chromium that `script/test` found, or Debian's."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = playwright.chromium.launch(
        executable_path=os.environ.get("BROWSER_PATH") or "/usr/bin/chromium",
        args=[*OPTIONS, *root],
    )
    yield browser
    browser.close()


@contextmanager
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """The Firefox that `script/test` found, or Debian's, as it is: driven by WebDriver BiDi."""
    browser = playwright.firefox.launch(
        channel="moz-firefox",
        executable_path=os.environ.get("FIREFOX_PATH") or "/usr/bin/firefox-esr",
    )
    yield browser
    browser.close()


def visit(
    browser: Browser, heard: Heard, device: dict[str, Any], language: str = "da", **more: Any
) -> Page:
    """A page of somebody who has never been here, on a device of this size."""
    context = browser.new_context(
        base_url=heard.home, locale=LOCALES[language], timezone_id="Europe/Copenhagen",
        **{**device, **more},
    )  # fmt: skip
    context.set_default_timeout(REACH_MS)
    context.set_default_navigation_timeout(LOAD_MS)
    heard.listen(context)
    return context.new_page()
