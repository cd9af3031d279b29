"""The tables. Names of people live in `person` alone, so that they can be erased from there.

Ids are opaque strings; a game's id is its code. Times are aware and in UTC. Secrets (tokens, links)
are kept as SHA-256 only.
"""

from datetime import UTC, date, datetime

from sqlalchemy import JSON, Column, ForeignKeyConstraint, Index, text
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def now() -> datetime:
    """The present instant, aware and in UTC: what every time in the tables is."""
    return datetime.now(UTC)


class Organisation(SQLModel, table=True):
    """A public body that plays, such as a municipality."""

    id: str = Field(primary_key=True)
    name: str
    created_at: datetime = Field(default_factory=now)


class Unit(SQLModel, table=True):
    """A part of an organisation (a *forvaltning*) that has projects."""

    id: str = Field(primary_key=True)
    organisation_id: str = Field(foreign_key="organisation.id", index=True)
    name: str
    created_at: datetime = Field(default_factory=now)


class Account(SQLModel, table=True):
    """Somebody who may sign in: a facilitator of a unit's projects."""

    id: str = Field(primary_key=True)
    unit_id: str = Field(foreign_key="unit.id", index=True)
    email: str = Field(unique=True)
    name: str = ""
    language: str = "da"
    password_hash: str | None = None
    created_at: datetime = Field(default_factory=now)


class ApiToken(SQLModel, table=True):
    """A key to an account: of a browser that signed in, or of another program."""

    __tablename__ = "api_token"

    hash: bytes = Field(primary_key=True)
    account_id: str = Field(foreign_key="account.id", index=True)
    kind: str
    created_at: datetime = Field(default_factory=now)
    expires_at: datetime | None = None
    revoked_at: datetime | None = None


class SignInLink(SQLModel, table=True):
    """A link that works once. Without an account it may create the first one."""

    __tablename__ = "sign_in_link"

    hash: bytes = Field(primary_key=True)
    account_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    created_at: datetime = Field(default_factory=now)
    expires_at: datetime
    used_at: datetime | None = None


class Project(SQLModel, table=True):
    """What workshops are about, as the facilitator told it.

    Goals and enablers are objects with a text; `roles` are the invited ones, none means all.
    """

    id: str = Field(primary_key=True)
    unit_id: str = Field(foreign_key="unit.id", index=True)
    account_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    title: str
    purpose: str
    goals: list[dict[str, object]] = Field(
        default_factory=list, sa_column=Column(JSON, nullable=False)
    )
    enablers: list[dict[str, object]] = Field(
        default_factory=list, sa_column=Column(JSON, nullable=False)
    )
    roles: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    variant: str = "standard75"
    language: str = "da"
    starts_on: date | None = None
    cost_dkk: int | None = None
    months: int | None = None
    created_at: datetime = Field(default_factory=now)


class Game(SQLModel, table=True):
    """One workshop of a project. `id` is the code that people type; one may be open at a time."""

    __table_args__ = (
        Index(
            "uq_game_open",
            "project_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: str = Field(primary_key=True)
    project_id: str = Field(foreign_key="project.id", index=True)
    account_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    kind: str = "kickoff"
    variant: str = "standard60"
    deck: str = "starter"
    language: str = "da"
    created_at: datetime = Field(default_factory=now)
    closed_at: datetime | None = None


class Person(SQLModel, table=True):
    """A participant, across the games of a project. The name is empty once it was erased."""

    id: str = Field(primary_key=True)
    project_id: str = Field(foreign_key="project.id", index=True)
    name: str
    created_at: datetime = Field(default_factory=now)
    erased_at: datetime | None = None


class Seat(SQLModel, table=True):
    """Who sits where in a game."""

    game_id: str = Field(primary_key=True, foreign_key="game.id")
    id: str = Field(primary_key=True)
    person_id: str = Field(foreign_key="person.id", index=True)


class Event(SQLModel, table=True):
    """One stored event of a game, a link of its hash chain (`app/chain.py`).

    `digest` stays when `private` and `salt` are erased, so the chain still verifies. The last event
    of an accepted command has its `seat` and `command`: the same again gets the same answer, `seq`.
    """

    game_id: str = Field(primary_key=True, foreign_key="game.id")
    seq: int = Field(primary_key=True)
    type: str
    public: str
    private: str | None = None
    salt: bytes | None = None
    digest: bytes | None = None
    hash: bytes
    at: datetime
    seat: str | None = None
    command: str | None = None


class Command(SQLModel, table=True):
    """An accepted command that no event tells of: the same seat and id again get the same answer.

    It changed nothing, or it is older than the columns of `event` that keep the others.
    """

    game_id: str = Field(primary_key=True, foreign_key="game.id")
    seat: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    seq: int


class MapVersion(SQLModel, table=True):
    """A project's benefit map as a round left it. `hash` is over the bytes of `content`."""

    __tablename__ = "map_version"
    __table_args__ = (
        ForeignKeyConstraint(["game_id", "seq"], ["event.game_id", "event.seq"]),
        Index("ix_map_version_game_id_seq", "game_id", "seq"),
    )

    project_id: str = Field(primary_key=True, foreign_key="project.id")
    version: int = Field(primary_key=True)
    game_id: str
    seq: int
    round: str
    engine: str
    hash: str
    content: bytes
    at: datetime


class Token(SQLModel, table=True):
    """What opens a game's facilitator side, board or seat, or lets a program read maps."""

    hash: bytes = Field(primary_key=True)
    kind: str
    game_id: str | None = Field(default=None, foreign_key="game.id", index=True)
    project_id: str | None = Field(default=None, foreign_key="project.id", index=True)
    unit_id: str | None = Field(default=None, foreign_key="unit.id", index=True)
    seat: str | None = None
    created_at: datetime = Field(default_factory=now)
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
