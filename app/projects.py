"""Projects, their games and the people in them, as the database has them.

Access is part of the query: an account sees its own unit's projects, and nothing else is there.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import Final, cast

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import defer
from sqlmodel import Session, col, func, select

from app.auth import key_hash, new_id
from app.errors import AppError
from app.models import (
    Account,
    Event,
    Game,
    MapVersion,
    Organisation,
    Person,
    Project,
    Seat,
    Token,
    Unit,
    now,
)
from app.plans import Plan, tidied
from game.model import EnablerText, GoalText

CODE_LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Nothing that can be mistaken across a room: no 0 O 1 I L U."""
MOST_VERSIONS: Final = 2**31 - 1
"""More than any map has, and still a number that a database can look for."""
STILLBORN: Final = timedelta(minutes=1)
"""A game that has no events after so long was never begun: its server died in between."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A project as a line of the list."""

    project: Project
    open_game: str | None
    versions: int


def add(session: Session, account: Account, plan: Plan) -> Project:
    """A new project of the account's unit."""
    project = Project(
        id=new_id("p"), unit_id=account.unit_id, account_id=account.id, title="", purpose=""
    )
    change(session, project, plan)
    return project


def change(session: Session, project: Project, plan: Plan) -> None:
    """Let the project be as the plan says; games that have begun keep what they began with."""
    plan = tidied(plan)
    for name in ("title", "purpose", "variant", "language", "starts_on", "cost_dkk", "months"):
        setattr(project, name, getattr(plan, name))
    project.goals = [asdict(goal) for goal in plan.goals]
    project.enablers = [asdict(enabler) for enabler in plan.enablers]
    project.roles = list(plan.roles)
    session.add(project)
    session.flush()


def changed(plan: Plan, said: Mapping[str, object]) -> Plan:
    """The plan with other values for these fields."""
    return replace(plan, **said)  # type: ignore[arg-type]  # the caller has read them by name


def plan_of(project: Project) -> Plan:
    """What was told about the project."""
    return Plan(
        title=project.title,
        purpose=project.purpose,
        goals=tuple(GoalText(**cast("dict[str, str]", one)) for one in project.goals),
        enablers=tuple(
            EnablerText(
                text=str(one["text"]),
                by=cast("str | None", one["by"]),
                digital=bool(one["digital"]),
                external=bool(one["external"]),
            )
            for one in project.enablers
        ),
        roles=tuple(project.roles),
        variant=project.variant,
        language=project.language,
        starts_on=project.starts_on,
        cost_dkk=project.cost_dkk,
        months=project.months,
    )


def find(session: Session, account: Account, project_id: str) -> Project:
    """The project, if this account may see it."""
    project = session.exec(
        select(Project).where(Project.id == project_id, Project.unit_id == account.unit_id)
    ).one_or_none()
    if project is None:
        raise AppError(404, "project.not_found")
    return project


def find_by_token(session: Session, key: str, project_id: str) -> Project | None:
    """The project that a read token opens, of its own or of its unit, or a facilitator's key."""
    token = session.get(Token, key_hash(key))
    if token is None or token.revoked_at is not None:
        return None
    if token.expires_at is not None and token.expires_at <= now():
        return None
    project = session.get(Project, project_id)
    return project if project is not None and _opens(session, token, project) else None


def _opens(session: Session, token: Token, project: Project) -> bool:
    if token.kind == "facilitator":
        game = session.get(Game, token.game_id)
        return game is not None and game.project_id == project.id
    return token.kind == "read" and (
        token.project_id == project.id or token.unit_id == project.unit_id
    )


def listed(session: Session, account: Account) -> list[Listed]:
    """The unit's projects, the newest first."""
    rows = session.exec(
        select(Project, Game.id, func.count(col(MapVersion.version)))
        .join(
            Game, (col(Game.project_id) == Project.id) & col(Game.closed_at).is_(None), isouter=True
        )
        .join(MapVersion, col(MapVersion.project_id) == Project.id, isouter=True)
        .where(Project.unit_id == account.unit_id)
        .group_by(col(Project.id), col(Game.id))
        .order_by(col(Project.created_at).desc())
    )
    return [Listed(*row) for row in rows]


def unit_names(session: Session, unit_id: str) -> tuple[str, str]:
    """The names of the organisation and of the unit; empty while nobody gave them."""
    return session.exec(
        select(Organisation.name, Unit.name)
        .join(Unit, col(Unit.organisation_id) == Organisation.id)
        .where(Unit.id == unit_id)
    ).one()


def name_organisation(session: Session, unit_id: str, organisation: str, unit: str) -> None:
    """Give the organisation and the unit their names."""
    row = session.get_one(Unit, unit_id)
    row.name = unit
    above = session.get_one(Organisation, row.organisation_id)
    above.name = organisation
    session.add_all((row, above))


def games(session: Session, project_id: str) -> Sequence[Game]:
    """The project's games, the newest first."""
    return session.exec(
        select(Game).where(Game.project_id == project_id).order_by(col(Game.created_at).desc())
    ).all()


def open_game(session: Session, project_id: str) -> str | None:
    """The code of the project's open game, if it has one."""
    return session.exec(
        select(Game.id).where(Game.project_id == project_id, col(Game.closed_at).is_(None))
    ).one_or_none()


def add_game(session: Session, game: Game) -> None:
    """A game of a project that has no open one; `game.id` is a fresh code."""
    session.execute(
        delete(Game).where(
            col(Game.project_id) == game.project_id,
            col(Game.closed_at).is_(None),
            col(Game.created_at) < now() - STILLBORN,
            col(Game.id).not_in(select(Event.game_id).where(Event.seq == 1)),
        )
    )
    game.id = _free_code(session)
    session.add(game)
    try:
        session.flush()
    except IntegrityError:
        raise AppError(409, "project.game_open") from None


def remove_game(session: Session, code: str) -> None:
    """Take back a game that could not be begun."""
    session.execute(delete(Token).where(col(Token.game_id) == code))
    session.execute(delete(Game).where(col(Game.id) == code))


def project_of_game(session: Session, code: str) -> Project | None:
    """The project that a game belongs to."""
    return session.exec(
        select(Project).join(Game, col(Game.project_id) == Project.id).where(Game.id == code)
    ).one_or_none()


def newest_version(session: Session, project_id: str) -> int:
    """The number of the newest map version, 0 before the first."""
    found = session.exec(
        select(func.max(col(MapVersion.version))).where(MapVersion.project_id == project_id)
    ).one()
    return found or 0


def map_version(session: Session, project_id: str, version: int | None) -> MapVersion:
    """A version of the project's map, the newest unless one is asked for."""
    number = newest_version(session, project_id) if version is None else version
    found = session.get(MapVersion, (project_id, number))
    if found is None:
        raise AppError(404, "map.not_found")
    return found


def versions(session: Session, project_id: str) -> Sequence[MapVersion]:
    """The map's versions without their content, the newest first."""
    return session.exec(
        select(MapVersion)
        .options(defer(col(MapVersion.content)))  # type: ignore[arg-type]  # it is one
        .where(MapVersion.project_id == project_id)
        .order_by(col(MapVersion.version).desc())
    ).all()


def names(session: Session, project_id: str) -> dict[str, str]:
    """The names of the project's people that have not been erased, by their ids."""
    rows = session.exec(
        select(Person.id, Person.name).where(Person.project_id == project_id, Person.name != "")
    )
    return dict(rows.all())


def seats(session: Session, game_id: str) -> dict[str, str]:
    """Which person sits where in a game."""
    return dict(session.exec(select(Seat.id, Seat.person_id).where(Seat.game_id == game_id)).all())


def _free_code(session: Session) -> str:
    while True:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(6))
        if session.get(Game, code) is None:
            return code
