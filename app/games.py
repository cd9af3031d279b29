"""How a project's game is begun: a code, the first events, and the keys to it."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

import anyio.to_thread
import orjson

from app import auth, carrying, projects
from app.db import Database
from app.errors import AppError
from app.models import Account, Game, Project
from app.plans import Plan
from app.rooms import Rooms
from app.store import StoreAway
from game import new_game
from game.carry import Content
from game.deck import DECKS
from game.events import Event
from game.model import EMPTY, Setup, State
from game.variants import VARIANTS


@dataclass(frozen=True, slots=True, kw_only=True)
class GameWish:
    """What is asked for; what is not said is as the project has it."""

    kind: str = "kickoff"
    variant: str | None = None
    deck: str = "starter"
    language: str | None = None
    capacity: int | None = None
    seed: str | None = None
    """Only for a game that must come out the same again, as the demo's."""


@dataclass(frozen=True, slots=True)
class GameBegun:
    """The code of a game and the keys of its facilitator and its board."""

    code: str
    facilitator_key: str
    board_key: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the first events of a game are made of, and the keys to it."""

    setup: Setup
    begun: GameBegun
    newest: Content | None = None
    last: State = EMPTY

    def events(self, seed: str) -> tuple[Event, ...]:
        """The first events."""
        return new_game(self.setup, seed, self.newest, self.last)


async def begin(
    database: Database, rooms: Rooms, account: Account, project_id: str, wish: GameWish
) -> GameBegun:
    """A new game of the project, in its lobby; refused while another is open."""
    require_playable(wish)
    made = await anyio.to_thread.run_sync(add, database, account, project_id, wish)
    seed = wish.seed or secrets.token_hex(16)
    try:
        await rooms.begin(made.begun.code, made.events(seed))
    except StoreAway:
        await anyio.to_thread.run_sync(_take_back, database, made.begun.code)
        raise AppError(503, "store.away") from None
    return made.begun


def require_playable(wish: GameWish) -> None:
    """Refuse what cannot be played here."""
    if wish.kind != "kickoff":
        raise AppError(409, "game.no_follow_up")
    if wish.variant is not None and wish.variant not in VARIANTS:
        raise AppError(422, "variant.unknown", variant=wish.variant)
    if wish.deck not in DECKS:
        raise AppError(422, "deck.unknown", deck=wish.deck)


def add(
    database: Database,
    account: Account,
    project_id: str,
    wish: GameWish,
    kept_under: Callable[..., Project] | None = None,
) -> Beginning:
    """The game's row and keys; a rehearsal's is kept under another project than it is played of."""
    with database.write() as session:
        project = projects.find(session, account, project_id)
        keeper = kept_under(session, project) if kept_under else project
        game = Game(
            id="",
            project_id=keeper.id,
            account_id=account.id,
            kind=wish.kind,
            variant=wish.variant or project.variant,
            deck=wish.deck,
            language=wish.language or project.language,
        )
        projects.add_game(session, game)
        organisation, unit = projects.unit_names(session, project.unit_id)
        begun = GameBegun(
            game.id,
            auth.add_game_key(session, "facilitator", game.id),
            auth.add_game_key(session, "board", game.id),
        )
        version = projects.newest_version(session, project.id)
        whose = organisation or unit
        setup = _setup(project, projects.plan_of(project), game, whose, version)
        setup = replace(setup, capacity=wish.capacity or setup.capacity)
    if not version:
        return Beginning(setup, begun)
    with database.read() as session:  # not while others wait to write
        found = projects.map_version(session, setup.project, version)
        last = carrying.game_at(session, found.game_id, found.seq)
        return Beginning(setup, begun, orjson.loads(found.content), last)


def _setup(project: Project, plan: Plan, game: Game, organisation: str, version: int) -> Setup:
    return Setup(
        project=project.id,
        code=game.id,
        title=plan.title,
        purpose=plan.purpose,
        goals=plan.goals,
        enablers=plan.enablers,
        organisation=organisation,
        language=game.language,
        variant=game.variant,
        deck=game.deck,
        kind="rehearsal" if game.kind == "rehearsal" else "kickoff",
        roles=plan.roles,
        version=version,
    )


def _take_back(database: Database, code: str) -> None:
    with database.write() as session:
        projects.remove_game(session, code)
