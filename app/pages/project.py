"""A project's page: its games, its map in drawing and in words, its versions and its people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

import anyio.to_thread
from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from app import addresses, auth, games, joining, projects
from app.addresses import GameAddresses
from app.callers import Caller, database_of
from app.errors import AppError
from app.games import GameWish
from app.i18n import language_of
from app.models import Account, Game, MapVersion, Project
from app.plans import Plan
from app.refusals import sentence
from app.rehearsal.hall import Rehearsals, Running
from app.rooms import Rooms
from app.saved_map import SavedMap, saved_map
from app.store import Store
from app.templating import render
from app.turn import Request as Asked
from game.commands import Close
from game.model import FACILITATOR
from game.variants import VARIANTS

router = APIRouter(prefix="/projects/{id_}")


@dataclass(frozen=True, kw_only=True)
class ProjectPage:
    """Everything that is known of a project; `at` and `phase` are those of its open game."""

    project: Project
    plan: Plan
    games: Sequence[Game]
    open_game: str | None
    variants: Mapping[str, int]
    version: MapVersion | None
    versions: Sequence[MapVersion]
    map: SavedMap | None
    people: Mapping[str, str]
    at: GameAddresses | None = None
    phase: str = ""
    board_link: str = ""
    rehearsal: Running | None = None
    wrong: str = ""


@router.get("")
async def project(
    request: Request,
    account: Caller,
    id_: str,
    version: Annotated[int | None, Query(ge=1, le=projects.MOST_VERSIONS)] = None,
) -> Response:
    """The page, with the newest map unless another version is asked for."""
    page = await anyio.to_thread.run_sync(_page, request, account, id_, version)
    return await _shown(request, page, "", 200)


@router.post("/games")
async def begin_game(
    request: Request, account: Caller, id_: str, variant: Annotated[str, Form()] = ""
) -> Response:
    """Begin a game and go to its console, or say why not."""
    rooms: Rooms = request.app.state.rooms
    wish = GameWish(variant=variant or None)
    try:
        begun = await games.begin(database_of(request), rooms, account, id_, wish)
    except AppError as refusal:
        return await _refused(request, account, id_, refusal)
    response = RedirectResponse(f"/g/{begun.code}/host", 303)
    joining.set_game_cookie(request, response, "facilitator", begun.code, begun.facilitator_key)
    return response


@router.post("/games/{code}/board-link")
async def link_board(request: Request, account: Caller, id_: str, code: str) -> Response:
    """The page with a new link for a board on another machine; it is told this once."""
    if await anyio.to_thread.run_sync(_open_game, request, account, id_) != code:
        raise AppError(404, "game.not_found")
    key = await anyio.to_thread.run_sync(_new_board_key, request, code)
    page = await anyio.to_thread.run_sync(_page, request, account, id_, None)
    link = addresses.of_game(request, code).board_with(key)
    return await _shown(request, replace(page, board_link=link), "", 200)


@router.post("/games/{code}/close")
async def close_game(request: Request, account: Caller, id_: str, code: str) -> Response:
    """End the project's open game, at whatever step it is."""
    if await anyio.to_thread.run_sync(_open_game, request, account, id_) != code:
        raise AppError(404, "game.not_found")
    room = await joining.room_of(request, code)
    answer = await room.ask(Asked(seat=FACILITATOR, command=Close()))
    if not answer.is_accepted:
        return await _refused(request, account, id_, joining.refusal(answer))
    return RedirectResponse(f"/projects/{id_}", 303)


@router.post("/people/{person}/erase")
async def erase(request: Request, account: Caller, id_: str, person: str) -> Response:
    """Delete a name and all that is private to this person; the map and the record stand."""
    if await anyio.to_thread.run_sync(_open_game, request, account, id_) is not None:
        return await _refused(request, account, id_, AppError(409, "person.playing"))
    if person not in await anyio.to_thread.run_sync(_names, request, id_):
        raise AppError(404, "person.not_found")
    store: Store = request.app.state.store
    await store.erase_person(person)
    return RedirectResponse(f"/projects/{id_}#people", 303)


async def _refused(request: Request, account: Account, id_: str, refusal: AppError) -> Response:
    """The page again, with the reason at the top."""
    wrong = sentence(refusal.code, refusal.params, language_of(request))
    page = await anyio.to_thread.run_sync(_page, request, account, id_, None)
    return await _shown(request, page, wrong, refusal.status)


async def _shown(request: Request, page: ProjectPage, wrong: str, status: int) -> Response:
    rehearsals: Rehearsals = request.app.state.rehearsals
    page = replace(page, rehearsal=rehearsals.of_project(page.project.id))
    if page.open_game is not None:
        room = await joining.room_of(request, page.open_game)
        at = addresses.of_game(request, page.open_game)
        page = replace(page, at=at, phase=room.state.phase)
    return render(request, "pages/project.html", replace(page, wrong=wrong), status=status)


def _page(request: Request, account: Account, id_: str, version: int | None) -> ProjectPage:
    with database_of(request).read() as session:
        found = projects.find(session, account, id_)
        versions = projects.versions(session, id_)
        people = projects.names(session, id_)
        has_map = bool(versions) or version is not None
        shown = projects.map_version(session, id_, version) if has_map else None
        seats = projects.seats(session, shown.game_id) if shown else {}
        return ProjectPage(
            project=found,
            plan=projects.plan_of(found),
            games=projects.games(session, id_),
            open_game=projects.open_game(session, id_),
            variants={name: one.minutes for name, one in VARIANTS.items()},
            version=shown,
            versions=versions,
            map=saved_map(shown.content, people, language_of(request), seats) if shown else None,
            people=people,
        )


def _open_game(request: Request, account: Account, id_: str) -> str | None:
    with database_of(request).read() as session:
        return projects.open_game(session, projects.find(session, account, id_).id)


def _new_board_key(request: Request, code: str) -> str:
    with database_of(request).write() as session:
        return auth.add_game_key(session, "board", code)


def _names(request: Request, id_: str) -> dict[str, str]:
    with database_of(request).read() as session:
        return projects.names(session, id_)
