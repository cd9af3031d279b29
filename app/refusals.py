"""What a refused request is told: JSON for programs, a page with a next step for people."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from app.db import DatabaseAway
from app.errors import AppError, Plain
from app.i18n import N_, language_of, words
from app.templating import render
from game.say import say
from game.sentences import SENTENCES, word

log = structlog.get_logger(__name__)

OURS: Final = {
    "sign_in.needed": N_("Log ind først."),
    "sign_in.wrong": N_("E-mail eller adgangskode er forkert. Prøv igen."),
    "page.not_found": N_("Siden findes ikke."),
    "project.not_found": N_("Projektet findes ikke, eller det hører til en anden forvaltning."),
    "map.not_found": N_("Projektet har ikke noget kort med det nummer endnu."),
    "unit.not_found": N_("Forvaltningen findes ikke, eller den er ikke din."),
    "title.missing": N_("Giv projektet en titel."),
    "purpose.missing": N_("Skriv i én sætning, hvad projektet skal opnå."),
    "goals.missing": N_("Skriv mindst ét formål."),
    "goals.too_many": N_("Der kan højst være %(most)s formål."),
    "goals.empty": N_("Skriv formålet, eller lad hele linjen stå tom."),
    "enablers.too_many": N_("Der kan højst være %(most)s leverancer."),
    "enablers.empty": N_("Skriv leverancen, eller lad hele linjen stå tom."),
    "plan.too_long": N_("Teksten er for lang: højst %(most)s tegn."),
    "plan.date": N_("Vælg en dato i kalenderen."),
    "plan.cost": N_("Skriv beløbet som et helt tal i kroner, fx 1500000."),
    "plan.months": N_("Skriv antallet af måneder som et helt tal fra 1 til %(most)s."),
    "variant.unknown": N_("Den længde findes ikke. Vælg en af de fire."),
    "deck.unknown": N_("Den kortbunke findes ikke."),
    "game.no_follow_up": N_("Der kan ikke spilles genbesøg endnu. Start et kickoff."),
    "rehearsal.people": N_("Vælg fra %(least)s til %(most)s deltagere til øvelsen."),
    "rehearsal.tempers": N_(
        "Vælg mellem eager, slow, silent, contrary og dropping_out, og skriv et antal ud for hver."
    ),
    "rehearsal.sum": N_("Antallet passer ikke med temperamenterne. Skriv kun det ene."),
    "rehearsal.running": N_("Der er allerede en øvelse i gang på projektet. Slut den først."),
    "rehearsal.many": N_("Der er %(most)s øvelser i gang på serveren. Vent, til en er slut."),
    "person.playing": N_("Afslut spillet, før du sletter et navn."),
    "person.not_found": N_("Personen findes ikke, eller navnet er allerede slettet."),
    "game.not_yours": N_("Du er ikke med i dette spil."),
    "link.used": N_("Linket er brugt eller for gammelt."),
    "board.link": N_("Linket til tavlen gælder ikke længere. Bed spilstyreren om et nyt."),
    "desk.link": N_("Linket gælder ikke længere. Bed spilstyreren om et nyt."),
    "backup.wrong": N_("Koden er forkert. Se efter på papiret, og skriv den igen."),
    "name.missing": N_("Skriv dit navn."),
    "name.too_long": N_("Navnet er for langt: højst 60 tegn."),
    "request.unreadable": N_("Anmodningen kunne ikke læses: %(at)s."),
    "request.foreign": N_("Det kom fra et andet websted. Åbn siden her, og prøv igen."),
    "request.too_large": N_("Det er for stort til at blive læst her."),
    "request.method": N_("Det kan man ikke her."),
    "server.failed": N_("Noget gik galt hos os. Det, der var gemt, er stadig gemt. Prøv igen."),
}
"""The shell's own refusals; those of the rules are worded by `game.sentences`."""


FIELD: Final = re.compile(r"[a-z_]+|[0-9]+")
RETRIED: Final = frozenset({429, 503})
"""Answers after which the same may be sent again."""


@dataclass(frozen=True)
class Refused:
    """The page of a refusal: what happened, and where to go from here."""

    title: str
    text: str
    next_url: str
    next_text: str


def sentence(code: str, params: dict[str, Plain], language: str) -> str:
    """Why, in the reader's language."""
    if code in OURS:
        return words(language).gettext(OURS[code]) % params
    if f"refusal.{code}" in SENTENCES:
        return word(say(f"refusal.{code}", **params), language, {})
    return code


def error_json(code: str, params: dict[str, Plain], language: str) -> dict[str, object]:
    """A refusal as programs read it."""
    text = sentence(code, params, language)
    return {"error": {"code": code, "text": text, "params": params}}


def install(web: FastAPI) -> None:
    """Answer every kind of wrong with this module's answers."""
    web.add_exception_handler(AppError, _on_app_error)
    web.add_exception_handler(RequestValidationError, _on_unreadable)
    web.add_exception_handler(HTTPException, _on_http)
    web.add_exception_handler(DatabaseAway, _on_store_away)
    web.add_exception_handler(500, _on_failure)


def is_program(request: Request) -> bool:
    """Whether the answer should be JSON rather than a page."""
    path = request.url.path
    is_call = path.startswith("/api/") or path.endswith(("/commands", "/state"))
    return is_call or "text/html" not in request.headers.get("accept", "")


def answer(request: Request, status: int, code: str, params: dict[str, Plain]) -> Response:
    """The refusal in the form this client reads."""
    language = language_of(request)
    if is_program(request):
        headers = {"retry-after": "1"} if status in RETRIED else None
        return JSONResponse(error_json(code, params, language), status, headers)
    if code == "sign_in.needed":
        path = request.url.path if request.method == "GET" else "/projects"
        return RedirectResponse(f"/sign-in?next={quote(path)}", 303)
    refused = _page(request, status, sentence(code, params, language))
    return render(request, "errors/refused.html", refused, status=status)


def _page(request: Request, status: int, text: str) -> Refused:
    _ = words(language_of(request)).gettext
    in_projects = request.url.path.startswith("/projects")
    title = {
        401: _("Vi kender dig ikke"),
        403: _("Det må du ikke her"),
        404: _("Her er ingenting"),
        409: _("Ikke lige nu"),
        500: _("Det var vores fejl"),
    }.get(status, _("Det gik ikke"))
    return Refused(
        title=title,
        text=text,
        next_url="/projects" if in_projects and status != 500 else "/",
        next_text=_("Til projekterne") if in_projects and status != 500 else _("Til forsiden"),
    )


async def _on_app_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, AppError)  # noqa: S101 - registered for nothing else
    return answer(request, error.status, error.code, error.params)


async def _on_unreadable(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for nothing else
    # Of a union's errors the last says most; what is no field is the reader's own word for it.
    last = error.errors()[-1]
    place = () if last["type"] == "json_invalid" else last["loc"]
    parts = [str(part + 1) if isinstance(part, int) else part for part in place if part != "body"]
    at = ".".join(part for part in parts if FIELD.fullmatch(part)) or "body"
    return answer(request, 422, "request.unreadable", {"at": at[:64]})


async def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for nothing else
    code = {404: "page.not_found", 405: "request.method", 413: "request.too_large"}
    known = code.get(error.status_code, "request.unreadable")
    params: dict[str, Plain] = {"at": "body"} if known == "request.unreadable" else {}
    status = 422 if error.status_code == 400 else error.status_code  # a body that cannot be parsed
    return answer(request, status, known, params)


async def _on_store_away(request: Request, error: Exception) -> Response:
    log.warning("store.away", exc_info=error)
    return answer(request, 503, "store.away", {})


async def _on_failure(request: Request, error: Exception) -> Response:
    del error  # Starlette logs it, and the server goes on
    return answer(request, 500, "server.failed", {})
