"""A rehearsal of a project's game, with simulated stakeholders."""

from typing import Annotated, Literal

import anyio.to_thread
from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from app import addresses, projects
from app.callers import Caller, database_of
from app.errors import AppError
from app.models import Account
from app.rehearsal.hall import Rehearsals, Wish
from app.rehearsal.tempers import mixed

router = APIRouter(prefix="/api/v1/projects/{id_}/rehearsals", tags=["projects"])
Variant = Literal["short30", "standard60", "standard75", "extended90"]
USUAL = 12


class RehearsalIn(BaseModel):
    """How many come, or how many of each temper; what is left out is as the project has it."""

    model_config = ConfigDict(extra="forbid")

    people: int | None = None
    tempers: dict[str, int] | None = None
    variant: Variant | None = None
    language: Literal["da", "en"] | None = None
    seed: Annotated[str | None, Field(max_length=64)] = None
    speed: Annotated[float, Field(ge=0.1, le=100)] = 1


class RehearsalOut(BaseModel):
    """The rehearsal's code and addresses, and the keys to it. The keys are told this once."""

    code: str
    people: int
    tempers: dict[str, int]
    join_url: str
    host_url: str
    board_url: str
    facilitator_token: str
    board_token: str


@router.post("", status_code=201)
async def begin(request: Request, account: Caller, id_: str, asked: RehearsalIn) -> RehearsalOut:
    """A room of simulated stakeholders, thrown away when it ends."""
    mix = asked.tempers or mixed(USUAL if asked.people is None else asked.people)
    if asked.tempers and asked.people not in (None, sum(mix.values())):
        raise AppError(422, "rehearsal.sum")
    wish = Wish(
        mix=mix,
        variant=asked.variant,
        language=asked.language,
        seed=asked.seed,
        speed=asked.speed,
    )
    rehearsals: Rehearsals = request.app.state.rehearsals
    begun = await rehearsals.begin(account, id_, wish, addresses.own(request))
    at = addresses.of_game(request, begun.code)
    return RehearsalOut(
        code=begun.code,
        people=wish.people,
        tempers=dict(mix),
        join_url=at.join,
        host_url=at.host,
        board_url=at.board_with(begun.board_key),
        facilitator_token=begun.facilitator_key,
        board_token=begun.board_key,
    )


@router.delete("/{code}", status_code=204)
async def end(request: Request, account: Caller, id_: str, code: str) -> None:
    """End a rehearsal: nothing of it is kept."""
    await anyio.to_thread.run_sync(_require_project, request, account, id_)
    rehearsals: Rehearsals = request.app.state.rehearsals
    await rehearsals.end(id_, code)


def _require_project(request: Request, account: Account, id_: str) -> None:
    with database_of(request).read() as session:
        projects.find(session, account, id_)
