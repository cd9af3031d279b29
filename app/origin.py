"""Whether a request comes from one of our own pages."""

from collections.abc import Iterable
from urllib.parse import urlsplit

Headers = Iterable[tuple[bytes, bytes]]


def is_own(headers: Headers, public_url: str | None) -> bool:
    """Whether `Origin` is this server: the same as `Host`, or as the public address if one is set.

    A program with a Bearer token sends no Origin and passes; a browser sends one with every socket.
    """
    found = {name.lower(): value for name, value in headers}
    origin = found.get(b"origin")
    if origin is None:
        return found.get(b"authorization", b"").lower().startswith(b"bearer ")
    try:
        said = urlsplit(origin.decode("latin-1"))
    except ValueError:  # no browser says such a thing
        return False
    if public_url:
        own = urlsplit(public_url)
        return (said.scheme, said.netloc) == (own.scheme, own.netloc)
    return bool(said.netloc) and said.netloc == found.get(b"host", b"").decode("latin-1")
