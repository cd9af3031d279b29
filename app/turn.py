"""One turn of a room: commands judged in order, each against the state the one before it left.

Nothing is true until the store has it: a turn holds the new state beside the room's, and is thrown
away when the commit fails.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce

import structlog

from app.answers import Answer
from app.frames import Viewer
from app.protocol import Do
from app.rules import Rules
from app.store import Answer as Kept
from app.store import Batch
from app.succession import ALONE, Standing, numbered, takes_map
from game.commands import Command, HandOn, TakeMap
from game.decide.succession import BEGINS
from game.errors import RuleError
from game.events import DeputyAdded, Event, MapVersioned, SeatTaken
from game.model import FACILITATOR, SHELL, State
from game.words import tidy

log = structlog.get_logger(__name__)

Key = tuple[str, str]
"""A seat and the id of a command it gave."""


def ignored(answer: Answer) -> None:
    """A reply to nobody."""
    del answer


@dataclass(slots=True, kw_only=True)
class Request:
    """A command that waits for its turn. The shell's own have no id: nobody sends them again."""

    seat: str
    command: Command
    reply: Callable[[Answer], None] = ignored
    id: str | None = None
    round: str | None = None
    step: str | None = None
    desk: str | None = None
    """The console it comes from; None for what the house itself asks."""
    name: str | None = None
    """The name of whoever gets a seat by this command; it stands beside events, never in them."""
    at_s: float = 0.0

    @property
    def key(self) -> Key | None:
        """What the answer is remembered under."""
        return None if self.id is None else (self.seat, self.id)


@dataclass(slots=True)
class Turn:
    """What a turn would do to the game, and the answers it would give."""

    rules: Rules
    state: State
    at_ms: int
    standing: Standing = ALONE
    has_begun: bool = False
    """Whether a next game began, so that it holds its project's map from this turn on."""
    first_seq: int = field(init=False)
    events: list[Event] = field(default_factory=list)
    accepted: dict[Key, int] = field(default_factory=dict)
    refused: dict[Key, Answer] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    maps: dict[int, bytes] = field(default_factory=dict)
    answers: list[tuple[Request, Answer]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.first_seq = self.state.seq + 1
        if self.state.phase == "closed":
            self.state = numbered(self.state, self.standing)
            if self.standing.is_over:
                self.judge(Request(seat=SHELL, command=HandOn()))

    @property
    def must_be_stored(self) -> bool:
        """Whether anything was accepted."""
        return bool(self.events or self.accepted)

    def judge(self, request: Request) -> None:
        """Decide one command and note its answer."""
        key = request.key
        if key is None:
            answer = self._decide(request)
        elif key in self.accepted:
            answer = Answer(request.id, self.accepted[key])
        else:
            answer = self._decide(request)
            if answer.is_accepted:
                self.accepted[key] = answer.seq
            else:
                self.refused[key] = answer
        self.answers.append((request, answer))

    def _decide(self, request: Request) -> Answer:
        try:
            self._require_desk(request)
            self._require_now(request)
            taken, state = self._take_map(request.command)
            made, state = self.rules.judge(state, request.seat, request.command, self.at_ms)
            made = (*taken, *made)
            names, maps = self._beside(made, request)
        except RuleError as refusal:
            return Answer(request.id, code=refusal.code, params=refusal.params)
        except Exception:
            # A mistake of ours in one rule must not end the room for everybody else in it.
            log.exception("rules.failed", command=type(request.command).__name__)
            return Answer(request.id, code="command.failed")
        self.state = state
        self.has_begun = self.has_begun or (bool(taken) and state.has_map)
        self.events.extend(made)
        self.names.update(names)
        self.maps.update(maps)
        return Answer(request.id, state.seq)

    def _take_map(self, command: Command) -> tuple[tuple[Event, ...], State]:
        """What goes before the command by which a next game begins: it takes the newest map."""
        if not takes_map(self.state, [command.do]):
            return (), self.state
        now = self.standing
        take = TakeMap(
            begins=command.do in BEGINS, version=now.newest, content=now.content, last=now.last
        )
        return self.rules.judge(self.state, SHELL, take, self.at_ms)

    def _require_desk(self, request: Request) -> None:
        """Refuse what comes from a console that does not lead."""
        if request.desk is not None and request.desk != self.state.desk:
            raise RuleError("desk.not_yours")

    def _require_now(self, request: Request) -> None:
        """Refuse what was meant for another round, or another step: it is never reinterpreted."""
        now = self.state.round
        if request.round is not None and (now is None or now.id != request.round):
            raise RuleError("round.closed", round=request.round)
        if request.step is not None and (now is None or now.step != request.step):
            raise RuleError("round.step", step=request.step)

    def _beside(
        self, made: tuple[Event, ...], request: Request
    ) -> tuple[dict[str, str], dict[int, bytes]]:
        """What is kept beside events: the name of a new seat, the map as a version found it."""
        names, maps = {}, {}
        for at, event in enumerate(made):
            match event:
                case SeatTaken() | DeputyAdded() if request.name is not None:
                    names[event.person] = request.name
                case MapVersioned():
                    state = reduce(self.rules.evolve, made[: at + 1], self.state)
                    maps[state.seq] = self.rules.map_bytes(state)
                case _:
                    pass
        return names, maps

    def batch(self, game: str) -> Batch:
        """The turn as the store takes it."""
        kept = [Kept(seat, id_, seq) for (seat, id_), seq in self.accepted.items()]
        return Batch(game, self.first_seq, self.events, kept, self.names, self.at_ms, self.maps)


def request_of(
    frame: Do, viewer: Viewer, reply: Callable[[Answer], None] = ignored
) -> Request | None:
    """A client's command as a request; None when this kind of viewer may ask for nothing."""
    seats = {"player": viewer.seat, "facilitator": FACILITATOR}
    seat = seats.get(viewer.kind)
    if seat is None:
        return None
    command = frame.command
    # `add_absent`, `add_proxy` and `add_deputy` bring the name of the person they are about.
    name = getattr(command, "name", None)
    return Request(
        seat=seat,
        command=command,
        reply=reply,
        id=frame.id,
        round=frame.round,
        step=frame.step,
        desk=viewer.desk if viewer.kind == "facilitator" else None,
        name=tidy(name) or None if isinstance(name, str) else None,
    )
