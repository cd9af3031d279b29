"""Projects, their games and their maps, for facilitators' own programs."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal

import orjson
from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict

from app import addresses, games, projects
from app.callers import Caller, database_of, readable_project
from app.chain import canonical
from app.errors import AppError
from app.games import GameWish
from app.guard import BODY_BYTES
from app.models import MapVersion, Project
from app.plans import Plan, require_sound
from game.map_json import SCHEMA
from game.model import EnablerText, GoalText

router = APIRouter(prefix="/api/v1/projects", tags=["projects"])
JSON = "application/json"
Variant = Literal["short30", "standard60", "standard75", "extended90"]
Language = Literal["da", "en"]


class Closed(BaseModel):
    """What is not known here is refused, so that a misspelt field is noticed.

    A text is measured, and so read as text: half a character is refused and never reaches the disk.
    """

    model_config = ConfigDict(extra="forbid", str_max_length=BODY_BYTES)


class GoalIn(Closed):
    """A goal, and the role that has approved it beforehand."""

    text: str
    approved_by: str | None = None


class EnablerIn(Closed):
    """A deliverable of the project, or of others (`external`)."""

    text: str
    by: date | None = None
    digital: bool = False
    external: bool = False


class ProjectIn(Closed):
    """A new project."""

    title: str
    purpose: str
    goals: list[str | GoalIn]
    enablers: list[str | EnablerIn] = []
    unit: str | None = None
    roles: list[str] = []
    variant: Variant = "standard75"
    language: Language = "da"
    starts_on: date | None = None
    cost_dkk: int | None = None
    months: int | None = None


class ProjectChange(Closed):
    """What to change; a field that is left out stays as it is."""

    title: str | None = None
    purpose: str | None = None
    goals: list[str | GoalIn] | None = None
    enablers: list[str | EnablerIn] | None = None
    roles: list[str] | None = None
    variant: Variant | None = None
    language: Language | None = None
    starts_on: date | None = None
    cost_dkk: int | None = None
    months: int | None = None


class ProjectOut(BaseModel):
    """A project."""

    id: str
    unit: str
    title: str
    purpose: str
    goals: list[dict[str, object]]
    enablers: list[dict[str, object]]
    roles: list[str]
    variant: str
    language: str
    starts_on: date | None
    cost_dkk: int | None
    months: int | None
    created_at: datetime
    open_game: str | None = None


class GameIn(Closed):
    """A game to begin; what is left out is as the project has it."""

    kind: Literal["kickoff", "follow_up"] = "kickoff"
    variant: Variant | None = None
    deck: str = "starter"
    language: Language | None = None


class GameOut(BaseModel):
    """A game's code and addresses, and the keys to it. The keys are told this once."""

    code: str
    join_url: str
    host_url: str
    board_url: str
    facilitator_token: str
    board_token: str


class VersionOut(BaseModel):
    """A version of the map; `hash` is over the bytes of its content."""

    version: int
    game: str
    round: str
    at: datetime
    hash: str


@router.post("", status_code=201)
def add(request: Request, account: Caller, asked: ProjectIn) -> ProjectOut:
    """A new project of the account's unit."""
    plan = Plan(
        **asked.model_dump(exclude={"goals", "enablers", "roles", "unit"}),
        goals=_goals(asked.goals),
        enablers=_enablers(asked.enablers),
        roles=tuple(asked.roles),
    )
    require_sound(plan)
    with database_of(request).write() as session:
        if asked.unit is not None and asked.unit not in {
            account.unit_id,
            projects.unit_names(session, account.unit_id)[1],
        }:
            raise AppError(404, "unit.not_found")
        return _out(projects.add(session, account, plan))


@router.get("")
def listed(request: Request, account: Caller) -> list[ProjectOut]:
    """The projects of the account's unit, the newest first."""
    with database_of(request).read() as session:
        return [_out(one.project, one.open_game) for one in projects.listed(session, account)]


@router.get("/{id_}")
def read(request: Request, account: Caller, id_: str) -> ProjectOut:
    """One project."""
    with database_of(request).read() as session:
        project = projects.find(session, account, id_)
        return _out(project, projects.open_game(session, project.id))


@router.patch("/{id_}")
def change(request: Request, account: Caller, id_: str, asked: ProjectChange) -> ProjectOut:
    """The project with these changes; games that have begun keep what they began with."""
    with database_of(request).write() as session:
        project = projects.find(session, account, id_)
        plan = _changed(projects.plan_of(project), asked)
        require_sound(plan)
        projects.change(session, project, plan)
        return _out(project, projects.open_game(session, project.id))


@router.post("/{id_}/games", status_code=201)
async def begin_game(
    request: Request, account: Caller, id_: str, asked: GameIn | None = None
) -> GameOut:
    """A new game of the project, in its lobby; without a body all is as the project has it."""
    asked = asked or GameIn()
    wish = GameWish(
        kind=asked.kind, variant=asked.variant, deck=asked.deck, language=asked.language
    )
    rooms = request.app.state.rooms
    begun = await games.begin(database_of(request), rooms, account, id_, wish)
    at = addresses.of_game(request, begun.code)
    return GameOut(
        code=begun.code,
        join_url=at.join,
        host_url=at.host,
        board_url=at.board_with(begun.board_key),
        facilitator_token=begun.facilitator_key,
        board_token=begun.board_key,
    )


@router.get("/{id_}/map")
def benefit_map(
    request: Request,
    id_: str,
    version: Annotated[int | None, Query(ge=1, le=projects.MOST_VERSIONS)] = None,
) -> Response:
    """A version of the map as JSON, the newest unless one is asked for."""
    project = readable_project(request, id_)
    with database_of(request).read() as session:
        found = projects.map_version(session, project.id, version)
    return Response(_document(found), media_type=JSON)


@router.get("/{id_}/map/versions")
def versions(request: Request, id_: str) -> list[VersionOut]:
    """The versions of the map, the newest first."""
    project = readable_project(request, id_)
    with database_of(request).read() as session:
        found = projects.versions(session, project.id)
    return [
        VersionOut(version=one.version, game=one.game_id, round=one.round, at=one.at, hash=one.hash)
        for one in found
    ]


def _document(found: MapVersion) -> bytes:
    """The content with what it belongs to; `seq` is the last event before the version's own."""
    around = {
        "schema": SCHEMA,
        "project": found.project_id,
        "version": found.version,
        "game": found.game_id,
        "seq": found.seq - 1,
        "engine": found.engine,
        "hash": found.hash,
    }
    return canonical({**around, **orjson.loads(found.content)})


def _changed(plan: Plan, asked: ProjectChange) -> Plan:
    said = {name: getattr(asked, name) for name in asked.model_fields_set}
    for name in ("title", "purpose", "goals", "enablers", "roles", "variant", "language"):
        if name in said and said[name] is None:
            raise AppError(422, "request.unreadable", at=name)
    if asked.goals is not None:
        said["goals"] = _goals(asked.goals)
    if asked.enablers is not None:
        said["enablers"] = _enablers(asked.enablers)
    if asked.roles is not None:
        said["roles"] = tuple(asked.roles)
    return projects.changed(plan, said)


def _goals(asked: Sequence[str | GoalIn]) -> tuple[GoalText, ...]:
    return tuple(
        GoalText(text=one) if isinstance(one, str) else GoalText(**one.model_dump())
        for one in asked
    )


def _enablers(asked: Sequence[str | EnablerIn]) -> tuple[EnablerText, ...]:
    return tuple(
        EnablerText(text=one)
        if isinstance(one, str)
        else EnablerText(**one.model_dump(mode="json"))
        for one in asked
    )


def _out(project: Project, open_game: str | None = None) -> ProjectOut:
    return ProjectOut(
        **project.model_dump(exclude={"unit_id", "account_id"}),
        unit=project.unit_id,
        open_game=open_game,
    )
