"""The network of a phone in the hands of a test: sockets held, cut or refused."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, Route

CALLS = "**/g/*/*"
PORTAL = "<!doctype html><title>Gratis Wi-Fi</title><h1>Log på Wi-Fi</h1>"
MEDDLE = """
const Plain = WebSocket;
const asked = (what) => sessionStorage.getItem(`net.${what}`);
window.net = {
  open: [],
  held: [],
  release() { net.held.splice(0).forEach((send) => send()); },
  end(code) { net.open.splice(0).forEach((socket) => socket.leave(code)); },
};
window.WebSocket = class extends Plain {
  constructor(url) {
    super(asked("blocked") ? url.replace("/socket", "/nothing") : url);
    net.open.push(this);
    const code = asked("ends");
    if (code) setTimeout(() => this.leave(Number(code)), 50);
  }
  send(text) {
    if (asked("holding") && JSON.parse(text).t === "do") net.held.push(() => super.send(text));
    else super.send(text);
  }
  leave(code) {
    const hear = this.onmessage, ended = this.onclose;
    hear?.({data: JSON.stringify({t: "bye", code, text: "", retry_ms: null})});
    ended?.({code});
    this.close();
  }
};
"""


@dataclass(frozen=True)
class Sockets:
    """The sockets of a page. What it says can be held back, and what it hears of an end made up."""

    page: Page

    def take(self) -> None:
        """Stand between the page and the server from its next load on."""
        self.page.add_init_script(MEDDLE)

    def block(self, *, on: bool) -> None:
        """Let no socket through, as some networks do."""
        self._ask("blocked", "yes" if on else "")

    def hold(self, *, on: bool) -> None:
        """Hold back what the page does, or let it go on; `release` lets go what was held."""
        self._ask("holding", "yes" if on else "")

    def release(self) -> None:
        """Let go what was held, in its order."""
        self.hold(on=False)
        self.page.evaluate("net.release()")

    def end(self, code: int) -> None:
        """Close every socket, as the server closes with this code."""
        self.page.evaluate("(code) => net.end(code)", code)

    def end_each(self, code: int | None) -> None:
        """Close every socket that is opened from now on."""
        self._ask("ends", str(code or ""))

    def _ask(self, what: str, value: str) -> None:
        self.page.evaluate(
            "([what, value]) => sessionStorage.setItem(`net.${what}`, value)", [what, value]
        )


def portal(page: Page, *, status: int = 200) -> Callable[[], None]:
    """Answer the game's calls as the door of a Wi-Fi does, until what is returned is called."""

    def answer(route: Route) -> None:
        if route.request.resource_type == "document":
            route.fallback()
        else:
            route.fulfill(status=status, content_type="text/html", body=PORTAL)

    page.route(CALLS, answer)
    return lambda: page.unroute(CALLS, answer)


@dataclass
class Weight:
    """How much a page loaded over the wire, by CDP: compressed bodies with their headers."""

    bytes: int = 0
    urls: dict[str, str] = field(default_factory=dict)
    modules: int = 0

    def weigh(self, page: Page) -> None:
        """Listen from now on."""
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.requestWillBeSent", self._asked)
        wire.on("Network.loadingFinished", self._loaded)

    def _asked(self, event: dict[str, Any]) -> None:
        self.urls[event["requestId"]] = event["request"]["url"]

    def _loaded(self, event: dict[str, Any]) -> None:
        self.bytes += int(event["encodedDataLength"])
        self.modules += self.urls.get(event["requestId"], "").endswith(".js")
