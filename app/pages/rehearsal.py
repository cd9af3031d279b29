"""A rehearsal with simulated stakeholders: asked for, led from the console, ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final

import anyio.to_thread
from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from app import addresses, auth, forms, joining, projects
from app.callers import Caller, database_of
from app.errors import AppError
from app.forms import Typed
from app.i18n import language_of
from app.models import Account
from app.refusals import sentence
from app.rehearsal.hall import Rehearsals, Running, Wish
from app.rehearsal.tempers import LEAST, MOST, TEMPERS, mixed
from app.templating import render
from game.variants import VARIANTS

router = APIRouter(prefix="/projects/{id_}/rehearsal")
USUAL: Final = 12


@dataclass(frozen=True, kw_only=True)
class RehearsalPage:
    """The form, or the rehearsal that is going on."""

    project: str
    title: str
    form: forms.Form
    variants: Mapping[str, int]
    running: Running | None
    least: int = LEAST
    most: int = MOST
    wrong: str = ""


@router.get("")
async def rehearsal(request: Request, account: Caller, id_: str) -> Response:
    """The form, filled in with a room of the usual kind."""
    values = {name: str(count) for name, count in mixed(USUAL).items()}
    return await _shown(request, account, id_, values)


@router.post("")
async def begin(request: Request, account: Caller, values: Typed, id_: str) -> Response:
    """Begin, and go to the console; or the form again, and why."""
    rehearsals: Rehearsals = request.app.state.rehearsals
    try:
        wish = Wish(mix=_mix(values), variant=values.get("variant") or None)
        begun = await rehearsals.begin(account, id_, wish, addresses.own(request))
    except AppError as refusal:
        return await _shown(request, account, id_, values, refusal)
    return _to_console(request, begun.code, begun.facilitator_key)


@router.post("/console")
async def console(
    request: Request, account: Caller, id_: str, code: Annotated[str, Form()]
) -> Response:
    """To the console of the rehearsal, in whatever browser of the facilitator's."""
    key = await anyio.to_thread.run_sync(_console_key, request, account, id_, code)
    return _to_console(request, code, key)


@router.post("/end")
async def end(
    request: Request, account: Caller, id_: str, code: Annotated[str, Form()]
) -> Response:
    """End it; nothing of it is kept."""
    await anyio.to_thread.run_sync(_title, request, account, id_)
    rehearsals: Rehearsals = request.app.state.rehearsals
    await rehearsals.end(id_, code)
    return RedirectResponse(f"/projects/{id_}", 303)


def _mix(values: Mapping[str, str]) -> dict[str, int]:
    counts = {name: values.get(name) or "0" for name in TEMPERS}
    if not all(count.isdecimal() and len(count) <= len(str(MOST)) for count in counts.values()):
        raise AppError(422, "rehearsal.people", least=LEAST, most=MOST)
    return {name: int(count) for name, count in counts.items()}


async def _shown(
    request: Request,
    account: Account,
    id_: str,
    values: Mapping[str, str],
    refusal: AppError | None = None,
) -> Response:
    title, variant = await anyio.to_thread.run_sync(_title, request, account, id_)
    language = language_of(request)
    rehearsals: Rehearsals = request.app.state.rehearsals
    page = RehearsalPage(
        project=id_,
        title=title,
        form=forms.Form({"variant": variant, **values}),
        variants={name: one.minutes for name, one in VARIANTS.items()},
        running=rehearsals.of_project(id_),
        wrong=sentence(refusal.code, refusal.params, language) if refusal else "",
    )
    status = refusal.status if refusal else 200
    return render(request, "pages/rehearsal.html", page, status=status)


def _to_console(request: Request, code: str, key: str) -> Response:
    response = RedirectResponse(f"/g/{code}/host", 303)
    joining.set_game_cookie(request, response, "facilitator", code, key)
    return response


def _title(request: Request, account: Account, id_: str) -> tuple[str, str]:
    with database_of(request).read() as session:
        project = projects.find(session, account, id_)
        return project.title, project.variant


def _console_key(request: Request, account: Account, id_: str, code: str) -> str:
    rehearsals: Rehearsals = request.app.state.rehearsals
    with database_of(request).write() as session:
        projects.find(session, account, id_)
        running = rehearsals.of_project(id_)
        if running is None or running.code != code:
            raise AppError(404, "game.not_found")
        return auth.add_game_key(session, "facilitator", code)
