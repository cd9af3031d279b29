"""Static files under `/static/<build>/`: compressed once, kept in memory, immutable for browsers.

`build` is a digest of all of them, so a page and its files belong together, and a browser that has
an old page gets what there is now, uncached.
"""

import gzip
import mimetypes
import re
from functools import cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from fastapi import APIRouter, Request, Response

from app.errors import AppError

ROOT: Final = Path(__file__).parent.parent / "static"
IMPORT: Final = re.compile(
    r'^(?:import\s+|(?:import|export)\b[^;"()]*?from\s+)"(\.[^"]+)"', re.MULTILINE
)
NEXT: Final = re.compile(r'^import\(\s*"(\.[^"]+)"', re.MULTILINE)
"""A module that begins without waiting for another, and goes on with it: at its outermost level."""
LATER: Final = re.compile(r'\bimport\(\s*"(\.[^"]+)"')
COMPRESSED: Final = frozenset({".css", ".js", ".json", ".svg", ".txt"})
TYPES: Final = {
    ".js": "text/javascript",
    ".woff2": "font/woff2",
    ".webp": "image/webp",
    ".css": "text/css",
}
SENT_AS: Final = {
    "css/play.css": ("css/tokens.css", "css/cards.css", "css/phone.css"),
    "js/lib/vendor.js": ("vendor/preact-htm-signals@11.2.0/index.js",),
}
"""What is sent in one piece: on a slow line each file asked for is waited for. `vendor.js` only
names what the vendored module exports, so that module is sent in its place.
"""
FOR_EVER: Final = "public, max-age=31536000, immutable"

router = APIRouter(include_in_schema=False)


class Asset(NamedTuple):
    """A file as it is sent: plain, and compressed where that makes it smaller."""

    type: str
    plain: bytes
    packed: bytes | None


@cache
def paths() -> dict[str, Path]:
    """Every file there is, by its path under `static/`."""
    return {
        path.relative_to(ROOT).as_posix(): path
        for path in sorted(ROOT.rglob("*"))
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".ts"
    }


@cache
def build() -> str:
    """The name of these files as a whole."""
    digest = sha256()
    for name, path in paths().items():
        digest.update(name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def url(name: str) -> str:
    """Where a page finds a file."""
    return f"/static/{build()}/{name}"


@cache
def asset(name: str) -> Asset:
    """One file, ready to be sent."""
    plain = b"".join(paths()[part].read_bytes() for part in SENT_AS.get(name, (name,)))
    suffix = PurePosixPath(name).suffix
    kind = TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    text = kind.startswith("text/") or suffix in COMPRESSED
    packed = gzip.compress(plain, mtime=0) if text else None
    return Asset(f"{kind}; charset=utf-8" if text else kind, plain, packed)


@cache
def modules(entry: str) -> tuple[str, ...]:
    """A module and all that it imports at once, each once: what a page fetches as it opens.

    What it needs to begin comes before what it goes on with, and the largest first: browsers ask
    for six files at a time, and what is asked for last should be short.
    """
    found: list[str] = []
    for first in (entry, *_imported(NEXT, entry)):
        reached = [first]
        for name in reached:
            reached += [one for one in _imported(IMPORT, name) if one not in reached]
        new = [name for name in reached if name not in found]
        found += sorted(new, key=lambda name: -len(asset(name).plain))
    return tuple(found)


@cache
def everything(entry: str) -> tuple[str, ...]:
    """A module, all that it imports at once, and all that may be fetched later."""
    found = list(modules(entry))
    for name in found:
        for later in _imported(LATER, name):
            found += [one for one in modules(later) if one not in found]
    return tuple(found)


@router.get("/static/{version}/{name:path}")
def file(request: Request, version: str, name: str) -> Response:
    """A static file."""
    if name not in paths() and name not in SENT_AS:
        raise AppError(404, "page.not_found")
    found = asset(name)
    headers = {
        "cache-control": FOR_EVER if version == build() else "no-cache",
        "vary": "accept-encoding",
    }
    body = found.plain
    if found.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        body = found.packed
        headers["content-encoding"] = "gzip"
    return Response(body, media_type=found.type, headers=headers)


def _imported(how: re.Pattern[str], name: str) -> list[str]:
    """The modules that one imports in this way."""
    folder = PurePosixPath(name).parent
    targets = how.findall(asset(name).plain.decode())
    return [one for one in (_normal(folder / target) for target in targets) if one in paths()]


def _normal(path: PurePosixPath) -> str:
    """The path without its `..` steps."""
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
