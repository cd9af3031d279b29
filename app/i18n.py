"""The words of the pages in the reader's language.

The message is the Danish sentence; `app/locale/en` holds the English one. The same catalogue serves
Python, templates and, as JSON, the browser. Language belongs to a person and never to a room: what
was chosen before (a cookie), else what the browser prefers, else Danish.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from babel.messages.pofile import read_po
from starlette.requests import Request
from starlette.responses import Response

LANGUAGES: Final = ("da", "en")
COOKIE: Final = "language"
YEAR_S: Final = 31_536_000
LOCALE: Final = Path(__file__).parent / "locale"
SCRIPTS: Final = Path(__file__).parent.parent / "static" / "js"
ACCEPTED: Final = re.compile(r"([a-zA-Z]{2})(?:-[a-zA-Z]+)?(?:\s*;\s*q=([\d.]+))?")

SHARED_PARTS: Final = {
    "play": ("phone", "map"),
    "host": ("console", "map", "board-", "phone-arg-words"),
    "board": ("board", "map"),
}
"""The parts a live surface is made of, by the beginning of their file names."""


def N_(message: str) -> str:  # noqa: N802 - the name that extractors know
    """The message as it is: marked for the catalogue, translated where it is shown."""
    return message


class Words:
    """One language's words for the messages of the catalogue."""

    def __init__(self, language: str, messages: Mapping[str, tuple[str, ...]]) -> None:
        self.language = language
        self.messages = messages

    def gettext(self, message: str) -> str:
        """The sentence in this language, or the Danish one if nobody translated it.

        What follows a bar tells two words apart that are one in Danish, as in the scripts.
        """
        return self.messages.get(message, (message.partition("|")[0],))[0]

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The sentence for one or for several."""
        forms = self.messages.get(one, (one, many))
        return forms[0] if n == 1 else forms[-1]


@cache
def words(language: str) -> Words:
    """The words of a language that we speak; Danish for any other."""
    path = LOCALE / language / "LC_MESSAGES" / "messages.po"
    if language not in LANGUAGES or not path.exists():
        return Words("da", {})
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    messages = {}
    for message in catalogue:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and all(forms):
            one = message.id if isinstance(message.id, str) else message.id[0]
            messages[one] = tuple(str(form) for form in forms)
    return Words(language, messages)


@cache
def browser_strings(language: str, surface: str) -> Mapping[str, str]:
    """What the scripts of a live surface say, for their page; Danish needs none."""
    parts = SHARED_PARTS[surface]
    sources = [
        path.read_text(encoding="utf-8")
        for path in SCRIPTS.rglob("*.js")
        if path.parent.name == "lib" or path.stem == surface or path.stem.startswith(parts)
    ]
    return {
        message: forms[0]
        for message, forms in words(language).messages.items()
        if any(message in source for source in sources)
    }


def chosen_language(request: Request) -> str | None:
    """The language this reader has chosen: just now by `?language=`, or before."""
    asked = request.query_params.get("language") or request.cookies.get(COOKIE)
    return asked if asked in LANGUAGES else None


def language_of(request: Request) -> str:
    """The reader's language."""
    return chosen_language(request) or _preferred(request.headers.get("accept-language", ""))


def remember_language(request: Request, response: Response, language: str | None = None) -> None:
    """Keep the reader's choice, if one was made here."""
    asked = language or request.query_params.get("language")
    if asked in LANGUAGES and asked != request.cookies.get(COOKIE):
        response.set_cookie(COOKIE, asked, max_age=YEAR_S, path="/", samesite="lax")


def _preferred(accepted: str) -> str:
    """The first of our languages by the weights of an Accept-Language header."""
    wanted = [
        (-float(weight or 1), at, name.lower())
        for at, (name, weight) in enumerate(ACCEPTED.findall(accepted)[:20])
        if _is_number(weight)
    ]
    ours = [name for _, _, name in sorted(wanted) if name in LANGUAGES]
    return ours[0] if ours else "da"


def _is_number(weight: str) -> bool:
    return weight.count(".") <= 1 and weight != "."
