"""The hash chain of a game's events: `hash = sha256(previous | public | sha256(salt | private))`.

`public` and `private` are canonical JSON (keys sorted, no spaces, UTF-8). An event without a
private part has no salt, and its digest is that of nothing. Whoever holds the public parts and the
digests can verify the chain; what was private can be erased and the chain still holds.
"""

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

import orjson

SALT_BYTES = 16
SALTS_AT_ONCE = 256
NOTHING = sha256(b"").digest()


class Link(NamedTuple):
    """An event as it is stored."""

    public: bytes
    private: bytes | None
    salt: bytes | None
    digest: bytes | None
    hash: bytes

    def columns(self) -> tuple[str, str | None, bytes | None, bytes | None, bytes]:
        """Public part, private part, salt, digest and hash, as the table has them."""
        private = None if self.private is None else self.private.decode()
        return self.public.decode(), private, self.salt, self.digest, self.hash


class Line(NamedTuple):
    """An event as the record shows it."""

    public: bytes
    digest: bytes | None
    hash: bytes


def canonical(value: Mapping[str, object]) -> bytes:
    """The one way to write this value as JSON."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def genesis(game: str) -> bytes:
    """What stands before the first event: bound to the game, so no chain passes for another's."""
    return sha256(f"gevinstspil.record/1 {game}".encode()).digest()


def link_hash(previous: bytes, public: bytes, digest: bytes | None) -> bytes:
    """The hash of an event that follows the one hashed `previous`."""
    return sha256(previous + public + (digest or NOTHING)).digest()


def _salts() -> Iterator[bytes]:
    """Salts without end. Asking the system for each would let another thread in between."""
    while True:
        drawn = os.urandom(SALT_BYTES * SALTS_AT_ONCE)
        for at in range(0, len(drawn), SALT_BYTES):
            yield drawn[at : at + SALT_BYTES]


_fresh = _salts()


def link(previous: bytes, public: Mapping[str, object], private: Mapping[str, object]) -> Link:
    """The next link of the chain, with fresh salt on what is private."""
    shown = canonical(public)
    if not private:
        return Link(shown, None, None, None, link_hash(previous, shown, None))
    hidden, salt = canonical(private), next(_fresh)
    digest = sha256(salt + hidden).digest()
    return Link(shown, hidden, salt, digest, link_hash(previous, shown, digest))
