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
LATER: Final = re.compile(r'\bimport\(\s*"(\.[^"]+)"')
COMPRESSED: Final = frozenset({".css", ".js", ".json", ".svg", ".txt"})
TYPES: Final = {
    ".js": "text/javascript",
    ".woff2": "font/woff2",
    ".webp": "image/webp",
    ".css": "text/css",
}
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
    path = paths()[name]
    plain = path.read_bytes()
    kind = (
        TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    )
    text = kind.startswith("text/") or path.suffix in COMPRESSED
    packed = gzip.compress(plain, mtime=0) if text else None
    return Asset(f"{kind}; charset=utf-8" if text else kind, plain, packed)


@cache
def modules(entry: str) -> tuple[str, ...]:
    """A module and all that it imports at once, each once: what a page loads before it begins."""
    found = [entry]
    for name in found:
        folder = PurePosixPath(name).parent
        for target in IMPORT.findall(paths()[name].read_text(encoding="utf-8")):
            reached = _normal(folder / target)
            if reached not in found and reached in paths():
                found.append(reached)
    return tuple(found)


@cache
def everything(entry: str) -> tuple[str, ...]:
    """A module, all that it imports at once, and all that may be fetched later."""
    found = list(modules(entry))
    for name in found:
        folder = PurePosixPath(name).parent
        for target in LATER.findall(paths()[name].read_text(encoding="utf-8")):
            later = modules(_normal(folder / target))
            found += [one for one in later if one not in found]
    return tuple(found)


@router.get("/static/{version}/{name:path}")
def file(request: Request, version: str, name: str) -> Response:
    """A static file."""
    if name not in paths():
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


def _normal(path: PurePosixPath) -> str:
    """The path without its `..` steps."""
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
