"""The list of projects, and setting a project up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import anyio.to_thread
from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app import forms, games, joining, project_form, projects
from app.callers import Caller, database_of
from app.forms import Typed
from app.games import GameWish
from app.i18n import language_of, words
from app.models import Account
from app.plans import MOST_ENABLERS, MOST_GOALS, Plan, problems
from app.projects import Listed
from app.refusals import sentence
from app.rooms import Rooms
from app.templating import render
from game.roles import ROLES
from game.variants import VARIANTS

router = APIRouter(prefix="/projects")


@dataclass(frozen=True)
class Projects:
    """The list, and whose it is."""

    projects: Sequence[Listed]
    organisation: str
    unit: str


@dataclass(frozen=True)
class Organisation:
    """The form that names the organisation."""

    form: forms.Form


@dataclass(frozen=True)
class SetUp:
    """The form of a project. `project` is empty for one that is not made yet."""

    project: str
    form: forms.Form
    goal_lines: range
    enabler_lines: range
    roles: tuple[str, ...]
    variants: Mapping[str, int]
    chosen_roles: frozenset[str]


@router.get("")
def listed(request: Request, account: Caller) -> Response:
    """The unit's projects."""
    with database_of(request).read() as session:
        names = projects.unit_names(session, account.unit_id)
        found = projects.listed(session, account)
    return render(request, "pages/projects.html", Projects(found, *names))


@router.get("/organisation")
def organisation(request: Request, account: Caller) -> Response:
    """The form that names the organisation and the unit."""
    with database_of(request).read() as session:
        name, unit = projects.unit_names(session, account.unit_id)
    form = forms.Form({"organisation": name, "unit": unit})
    return render(request, "pages/organisation.html", Organisation(form))


@router.post("/organisation")
def name_organisation(request: Request, account: Caller, values: Typed) -> Response:
    """Name the organisation and the unit."""
    if not values.get("organisation"):
        _ = words(language_of(request)).gettext
        wrongs = {"organisation": _("Skriv, hvad organisationen hedder.")}
        again = Organisation(forms.Form(values, wrongs))
        return render(request, "pages/organisation.html", again, status=422)
    with database_of(request).write() as session:
        projects.name_organisation(
            session, account.unit_id, values["organisation"], values.get("unit", "")
        )
    return RedirectResponse("/projects", 303)


@router.get("/new")
def new(request: Request, account: Caller) -> Response:
    """An empty form."""
    del account
    return _form(request, "", project_form.values_of(None), {}, 200)


@router.post("/new")
async def add(request: Request, account: Caller, values: Typed) -> Response:
    """A new project, with `open` in its room; or the form again with a sentence at each field."""
    plan, wrongs = _read(request, values)
    if plan is None:
        return _form(request, "", values, wrongs, 422)
    made = await anyio.to_thread.run_sync(_add, request, account, plan)
    if not values.get("open"):
        return RedirectResponse(f"/projects/{made}", 303)
    rooms: Rooms = request.app.state.rooms
    begun = await games.begin(database_of(request), rooms, account, made, GameWish())
    response = RedirectResponse(f"/g/{begun.code}/host", 303)
    joining.set_game_cookie(request, response, "facilitator", begun.code, begun.facilitator_key)
    return response


@router.get("/{id_}/edit")
def edit(request: Request, account: Caller, id_: str) -> Response:
    """The project's form."""
    with database_of(request).read() as session:
        plan = projects.plan_of(projects.find(session, account, id_))
    return _form(request, id_, project_form.values_of(plan), {}, 200)


@router.post("/{id_}/edit")
def change(request: Request, account: Caller, values: Typed, id_: str) -> Response:
    """The project as the form says, or the form again."""
    plan, wrongs = _read(request, values)
    with database_of(request).write() as session:
        project = projects.find(session, account, id_)
        if plan is not None:
            projects.change(session, project, plan)
    if plan is None:
        return _form(request, id_, values, wrongs, 422)
    return RedirectResponse(f"/projects/{id_}", 303)


def _add(request: Request, account: Account, plan: Plan) -> str:
    with database_of(request).write() as session:
        return projects.add(session, account, plan).id


def _read(request: Request, values: dict[str, str]) -> tuple[Plan | None, dict[str, str]]:
    """The plan in what was typed if it is sound, and what is wrong otherwise."""
    plan, unread = project_form.read(values)
    found = {one.field: one for one in (*problems(plan), *unread)}
    language = language_of(request)
    wrongs = {
        project_form.field_of(one.field, values): sentence(one.code, one.params, language)
        for one in found.values()
    }
    return None if wrongs else plan, wrongs


def _form(
    request: Request, id_: str, values: dict[str, str], wrongs: dict[str, str], status: int
) -> Response:
    set_up = SetUp(
        project=id_,
        form=forms.Form(values, wrongs),
        goal_lines=range(1, MOST_GOALS + 1),
        enabler_lines=range(1, project_form.lines_shown(values, MOST_ENABLERS) + 1),
        roles=tuple(ROLES),
        variants={name: plan.minutes for name, plan in VARIANTS.items()},
        chosen_roles=frozenset(role for role in ROLES if values.get(f"role.{role}")),
    )
    return render(request, "pages/project_form.html", set_up, status=status)
