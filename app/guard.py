"""What stands before every page and call: who sent it, how much, and what a browser may do here."""

from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import refusals
from app.origin import is_own

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
BODY_BYTES: Final = 65_536
"""Several times the largest form of ours; nothing is uploaded here."""
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

FILES: Final = {
    name: HEADERS[name] for name in ("x-content-type-options", "cross-origin-resource-policy")
}
"""A file is governed by the page it stands on; a phone's first load is half of such headers."""


class Guard:
    """Refuses what another site sends in a visitor's name, and what is too large to be meant.

    Sets the headers of safety on every answer.
    """

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
                is_file = scope["path"].startswith("/static/")
                host = "" if is_file else headers.get("host", "")
                _add_headers(MutableHeaders(scope=message), host, FILES if is_file else HEADERS)
            await send(message)

        if scope["method"] not in SAFE_METHODS and not self._is_trusted(scope, headers):
            refused = refusals.answer(Request(scope), 403, "request.foreign", {})
            await refused(scope, receive, guarded)
            return
        await self._app(scope, _measured(receive), guarded)

    def _is_trusted(self, scope: Scope, headers: Headers) -> bool:
        """A browser says where a form comes from; whoever says nothing must bring no cookie."""
        if "origin" in headers or "authorization" in headers:
            return is_own(scope["headers"], self._public_url)
        return "cookie" not in headers or headers.get("sec-fetch-site") in {"same-origin", "none"}


def _measured(receive: Receive) -> Receive:
    """The request's body, as long as it is of a size that is read here."""
    size = 0

    async def measured() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > BODY_BYTES:
            raise HTTPException(413)
        return message

    return measured


def _add_headers(headers: MutableHeaders, host: str, safety: dict[str, str]) -> None:
    # Some browsers do not count a socket to this host as 'self'.
    sockets = f" ws://{host} wss://{host}" if host and not set(host) & set(" ;,\"'") else ""
    if safety is HEADERS:
        headers.setdefault("content-security-policy", POLICY.format(sockets=sockets))
    for name, value in safety.items():
        headers.setdefault(name, value)
    headers.setdefault("cache-control", "no-store")
