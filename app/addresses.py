"""Where people find us: the public address if one is set, else what the browser called us."""

from dataclasses import dataclass

from starlette.requests import Request

from app.settings import Settings


@dataclass(frozen=True, slots=True)
class GameAddresses:
    """A game's addresses, as they are sent to people."""

    join: str
    host: str
    board: str

    def board_with(self, key: str) -> str:
        """The board's link: its key is exchanged for a cookie when it is first opened."""
        return f"{self.board}?key={key}"


def base(request: Request) -> str:
    """The address of this server, without a slash at the end.

    On a local network the facilitator's own browser may say `127.0.0.1`, which no phone finds.
    """
    settings: Settings = request.app.state.settings
    if settings.public_url:
        return settings.public_url.rstrip("/")
    if settings.lan_url and request.url.hostname in {"127.0.0.1", "localhost", "::1"}:
        return settings.lan_url.rstrip("/")
    return f"{request.url.scheme}://{request.url.netloc}"


def own(request: Request) -> str:
    """Where this process itself hears the request, whatever stands in front of it."""
    host, port = request.scope.get("server") or ("127.0.0.1", None)
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port or 80}"


def of_game(request: Request, code: str) -> GameAddresses:
    """The addresses of the game of this code."""
    at = base(request)
    return GameAddresses(f"{at}/j/{code}", f"{at}/g/{code}/host", f"{at}/g/{code}/board")
