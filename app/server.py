"""One process that serves: how uvicorn is set, what it listens on, and what follows its start."""

import errno
import signal
import socket
from collections.abc import Awaitable, Callable
from types import FrameType

import uvicorn

from app import garbage, huge_pages
from app.errors import OperatorError
from app.line import Line

Application = Callable[..., Awaitable[None]]

EVERYWHERE = "0.0.0.0"  # noqa: S104 - what --lan is for
BACKLOG = 4096
FRAME_BYTES = 65_536
GRACE_S = 5
KEEP_ALIVE_S = 75
"""Longer than clients keep an idle line, so that none sends into one that has just been closed."""


class Server(uvicorn.Server):
    """Uvicorn that says when it serves, and keeps the garbage collector off what lives for ever."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, freeze what start-up made, and see to the heap from then on."""
        await super().startup(sockets)
        garbage.keep_off()
        huge_pages.keep()
        self._ready()


def run(app: Application, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Serve on this socket until a signal says stop."""
    config = uvicorn.Config(
        app,
        loop="uvloop",
        http="httptools",
        ws=Line,
        ws_max_size=FRAME_BYTES,
        ws_per_message_deflate=False,
        ws_ping_interval=None,  # clients ping; the socket closes after 45 s of silence
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=GRACE_S,
    )
    signal.signal(signal.SIGTERM, _end)  # uvicorn raises it again when it has stopped
    Server(config, ready).run(sockets=[listener])


def _end(_signal: int, _frame: FrameType | None) -> None:
    """End by the way of an exception, so that what is open is closed."""
    raise SystemExit(0)


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to the address, or a sentence that says why not."""
    listener = None
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except UnicodeError as error:
        raise OperatorError(f"This machine has no address {host[:60]}.") from error
    except OSError as error:
        if listener is not None:
            listener.close()
        raise OperatorError(_why_not(error, host, port)) from error
    return listener


def local_url(listener: socket.socket) -> str:
    """Where a browser on this machine finds what listens here."""
    host, port = listener.getsockname()[:2]
    if host in {EVERYWHERE, "::"}:
        host = "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def lan_url(listener: socket.socket) -> str:
    """Where phones on the same network find what listens here."""
    host, port = listener.getsockname()[:2]
    return f"http://{_lan_address() if host == EVERYWHERE else host}:{port}"


def _lan_address() -> str:
    """This machine's address on its network. Nothing is sent: the route alone tells."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        address: str = probe.getsockname()[0]
        return address


def _why_not(error: OSError, host: str, port: int) -> str:
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return f"This machine has no address {host}: choose another with --host."
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use: stop what uses it, or choose another with --port."
    if error.errno == errno.EACCES:
        return f"Port {port} is not yours to use: choose one above 1023 with --port."
    return f"Cannot listen on {host}, port {port}: {error.strerror}."
