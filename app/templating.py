"""Pages from templates: a typed context, the reader's words, nothing inline.

A context is a frozen dataclass; its fields are what the template sees, beside `page`, which every
page has. Whatever people typed is escaped.
"""

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app import assets
from app.i18n import language_of, remember_language, words
from game.lettering import SOFT, parts_of
from game.say import Param, say
from game.sentences import word

TEMPLATES: Final = Path(__file__).parent.parent / "templates"
ESCAPED_IN_JSON: Final = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class Page:
    """What every page knows: who reads it, in which language, and where it is."""

    language: str
    path: str
    query: tuple[tuple[str, str], ...]
    account: str | None

    def in_language(self, language: str) -> str:
        """The address of this page in another language."""
        kept = [(name, value) for name, value in self.query if name != "language"]
        return f"{self.path}?{urlencode([*kept, ('language', language)])}"


def render(
    request: Request,
    template: str,
    context: object,
    *,
    status: int = 200,
    language: str | None = None,
) -> HTMLResponse:
    """The page; `language` only where it is not the reader's own, as on a board."""
    spoken = language or language_of(request)
    page = Page(
        language=spoken,
        path=request.url.path,
        query=tuple(request.query_params.multi_items()),
        account=getattr(request.state, "account_email", None),
    )
    body = _environment(spoken).get_template(template).render(page=page, **vars(context))
    response = _response(request, body, status)
    remember_language(request, response)
    return response


def _response(request: Request, body: str, status: int) -> HTMLResponse:
    """The page, compressed for who takes it so: a phone's first page carries all its words."""
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return HTMLResponse(body, status, {"vary": "accept-encoding"})
    headers = {"vary": "accept-encoding", "content-encoding": "gzip"}
    return HTMLResponse(gzip.compress(body.encode(), 6), status, headers)


def embedded(value: object) -> Markup:
    """A value as JSON that may stand in a page's data block."""
    return Markup(json.dumps(value, ensure_ascii=False).translate(ESCAPED_IN_JSON))  # noqa: S704


def softened(text: str) -> str:
    """A text whose long words may part, with a hyphen, also where the browser knows no Danish."""
    parted = " ".join(SOFT.join(parts_of(word)) for word in text.split(" "))
    return parted.replace(f"-{SOFT}", "-")


@cache
def _environment(language: str) -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    spoken = words(language)
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(spoken.gettext, spoken.ngettext, newstyle=True)  # type: ignore[attr-defined]  # put there by the extension

    made.globals |= {"static": assets.url, "modules": assets.modules, "word": _worded(language)}
    made.filters.update(_filters(language))
    return made


def _worded(language: str) -> Callable[..., str]:
    """What the rules say, by its id."""

    def worded(sentence: str, **params: Param) -> str:
        return word(say(sentence, **params), language, {})

    return worded


def _filters(language: str) -> dict[str, Callable[..., object]]:
    """How this language writes dates and numbers."""

    def day(value: date) -> str:
        return format_date(value, "long", locale=language)

    def moment(value: datetime) -> str:
        form = "d. MMM y HH.mm" if language == "da" else "d MMM y HH:mm"
        return format_datetime(value.astimezone(), form, locale=language)

    def number(value: Decimal | int) -> str:
        return format_decimal(value, locale=language)

    return {
        "day": day, "moment": moment, "number": number, "embedded": embedded, "softened": softened
    }  # fmt: skip
