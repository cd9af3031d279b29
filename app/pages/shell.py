"""The phone's shell for when there is no network: its service worker, and a page without anybody.

The worker keeps static files and this one empty page, never an answer of a game and never a name.
"""

import json
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request, Response

from app import assets
from app.i18n import LANGUAGES, browser_strings, words
from app.templating import render

router = APIRouter()
ENTRY: Final = "js/pages/play.js"
WORKER: Final = "js/pages/worker.js"
SHEETS: Final = ("play",)


@dataclass(frozen=True)
class Shell:
    """The page of a phone that does not know yet which game it is in."""

    surface: str
    title: str
    sheets: tuple[str, ...]
    entry: str
    facts: dict[str, object]


@router.get("/worker.js")
def worker(language: str = "da") -> Response:
    """The service worker, with the names of what it keeps: a new build is a new worker."""
    language = language if language in LANGUAGES else "da"
    sheets = [f"css/{sheet}.css" for sheet in SHEETS]
    files = [*sheets, "icon.svg", *assets.everything(ENTRY)]
    kept = {
        "name": f"{assets.build()}-{language}",
        "page": f"/shell/{language}",
        "files": [assets.url(name) for name in files],
    }
    source = assets.asset(WORKER).plain.decode()
    body = f"self.SHELL = {json.dumps(kept)};\n{source}"
    return Response(body, media_type="text/javascript", headers={"cache-control": "no-cache"})


@router.get("/shell/{language}")
def shell(request: Request, language: str) -> Response:
    """The phone with nothing in it; the address it stands at says which game."""
    language = language if language in LANGUAGES else "da"
    facts: dict[str, object] = {
        "code": "",
        "language": language,
        "build": assets.build(),
        "as": "player",
        "strings": browser_strings(language, "play") if language != "da" else {},
    }
    title = words(language).gettext("Spillet")
    page = Shell("play", title, SHEETS, ENTRY, facts)
    return render(request, "live.html", page, language=language)
