"""What stands before every page and call: who really sent it, and what a browser may do here."""

from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.origin import is_own

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self'{sockets}; manifest-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing from elsewhere, nothing inline: no page of ours needs an exception."""
HEADERS: Final = {
    "x-content-type-options": "nosniff",
    # With `no-referrer` browsers would hide the Origin of our own forms, which `Guard` asks for.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
}


class Guard:
    """Refuses what another site sends in a visitor's name, and sets the headers of safety."""

    def __init__(self, app: ASGIApp, public_url: str | None = None) -> None:
        self._app = app
        self._public_url = public_url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), headers.get("host", ""))
            await send(message)

        if scope["method"] not in SAFE_METHODS and not self._is_trusted(scope, headers):
            refused = Response("This came from another site.\n", 403, media_type="text/plain")
            await refused(scope, receive, guarded)
            return
        await self._app(scope, receive, guarded)

    def _is_trusted(self, scope: Scope, headers: Headers) -> bool:
        """A browser says where a form comes from; whoever says nothing must bring no cookie."""
        if "origin" in headers or "authorization" in headers:
            return is_own(scope["headers"], self._public_url)
        return "cookie" not in headers or headers.get("sec-fetch-site") in {"same-origin", "none"}


def _add_headers(headers: MutableHeaders, host: str) -> None:
    # Some browsers do not count a socket to this host as 'self'.
    sockets = f" ws://{host} wss://{host}" if host and not set(host) & set(" ;,\"'") else ""
    headers.setdefault("content-security-policy", POLICY.format(sockets=sockets))
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("cache-control", "no-store")
