"""A game of a dozen commands, judged in one line each: the shell's tests need no more of the rules.

Events and their folds are the real ones; what is faked is `decide` and what viewers are shown.
"""

from app.rules import Rules
from game import commands as cm
from game import events as ev
from game.errors import RuleError
from game.evolve import evolve
from game.model import EMPTY, FACILITATOR, SHELL, Edge, Node, Play, Setup, State
from game.say import Name, say
from game.slices.family import EVERYBODY, SHOWN, Family, Group, SeatFamily, single

OPEN_MS = 60_000


def new_game(code: str = "K7QF3M") -> list[ev.Event]:
    setup = Setup(
        project="p_1", code=code, title="Pas", purpose="Enkel service", goals=(), enablers=()
    )
    return [ev.GameCreated(setup=setup, seed="seed")]


def decide(state: State, seat: str, command: cm.Command, at: int) -> tuple[ev.Event, ...]:
    if seat not in (FACILITATOR, SHELL):
        found = state.seats.get(seat)
        if found is None or found.removed:
            raise RuleError("seat.unknown", seat=seat)
    if seat != SHELL and command.do in cm.SHELL_ONLY:
        raise RuleError("command.not_yours", do=command.do)
    return _decide(state, seat, command, at)


def judge(
    state: State, seat: str, command: cm.Command, at: int
) -> tuple[tuple[ev.Event, ...], State]:
    events = decide(state, seat, command, at)
    for event in events:
        state = evolve(state, event)
    return events, state


def _decide(state: State, seat: str, command: cm.Command, at: int) -> tuple[ev.Event, ...]:  # noqa: C901, PLR0912
    match command:
        case cm.TakeSeat() | cm.AddProxy():
            new = f"s_{state.next_seat:02d}"
            person = getattr(command, "person", None) or f"p_{new}"
            language = getattr(command, "language", "da")
            if state.locked:
                raise RuleError("game.locked")
            return (ev.SeatTaken(seat=new, person=person, role=command.role, language=language),)
        case cm.SetLanguage():
            return (ev.LanguageSet(seat=seat, language=command.language),)
        case cm.Start():
            return (ev.GameStarted(at=at), *_begin(1, at))
        case cm.NextRound() if state.round:
            left = ev.RoundLeft(round=state.round.id, used_ms=0)
            return (left, *_begin(state.round.n + 1, at))
        case cm.Deadline() if state.round and at < (state.round.grace_ends or 0):
            raise RuleError("round.not_over")
        case cm.Reveal() | cm.Deadline() if state.round and state.round.step == "open":
            return (ev.RoundRevealed(at=at, ends=None),)
        case cm.PlayCard() if state.round and state.round.step == "open":
            made = sum(len(plays) for plays in state.round.plays.values())
            play = Play(id=f"play{made}", seat=seat, do="play_card", card=command.card)
            return (ev.PlayMade(round=state.round.id, play=play),)
        case cm.NameDisbenefit():
            node = f"n{state.next_node}"
            made_node = Node(id=node, label="D", type="disbenefit", title=command.text)
            return (ev.NodeMade(node=made_node),)
        case cm.ProposeEdge():
            edge = f"{command.from_}>{command.to}"
            linked = Edge(id=edge, source=command.from_, target=command.to)
            return (ev.EdgeLinked(edge=linked),)
        case cm.AnswerEdge() if command.edge in state.map.edges:
            return (ev.EdgeDropped(edge=command.edge),)
        case cm.RemoveSeat():
            return (ev.SeatRemoved(seat=command.seat),)
        case cm.Pause() if state.phase == "playing":
            return (ev.Paused(at=at),)
        case cm.Lock():
            return (ev.LockSet(locked=True),)
        case cm.SeatGone():
            return (ev.SeatGone(seat=command.seat),)
        case cm.SeatJoinedAgain():
            return (ev.SeatBack(seat=command.seat),)
        case cm.Nudge() if state.round and state.round.ends:
            return (ev.MoreTimeAsked(until=state.round.ends + OPEN_MS, seat=command.seat),)
        case cm.MoreTime():
            return ()
        case cm.Shake():
            raise ZeroDivisionError("a mistake of ours")
        case _:
            raise RuleError("round.step")


def _begin(n: int, at: int) -> tuple[ev.Event, ...]:
    began = ev.RoundBegan(round=f"r{n}", key=f"r{n}", n=n, at=at, budget_ends=at + OPEN_MS)
    return (began, ev.RoundOpened(at=at, ends=at + OPEN_MS))


def _round(state: State) -> object:
    now = state.round
    if now is None:
        return None
    return {"id": now.id, "n": now.n, "step": now.step, "ready": [0, len(state.seats)]}


def _plays(state: State, seat: str) -> object:
    plays = state.round.plays.get(seat, ()) if state.round else ()
    return [{"play": play.id, "card": play.card} for play in plays]


def _last_play(state: State, seat: str) -> dict[str, tuple[object, ...]]:
    plays = state.round.plays.get(seat, ()) if state.round else ()
    return {f"play/{plays[-1].id}": (plays[-1],)} if plays else {}


FAMILIES = (
    single(
        "game",
        EVERYBODY,
        lambda s: (s.setup, s.phase, s.locked),
        lambda s: {"code": s.rules.code, "state": s.phase, "locked": s.locked},
    ),
    single("round", EVERYBODY, lambda s: (s.round, s.seats), _round),
    single("count", EVERYBODY, lambda s: (s.seats,), lambda s: {"seats": len(s.seats), "here": 0}),
    single(
        "roster",
        SHOWN,
        lambda s: (s.seats,),
        lambda s: [{"seat": seat.id, "name": Name(seat.person)} for seat in s.seats.values()],
    ),
    Family(
        kinds=EVERYBODY,
        depends=lambda s: (s.map.nodes,),
        items=lambda s: {f"node/{node.id}": (node,) for node in s.map.nodes.values()},
        make=lambda s, name: {
            "id": name[5:],
            "title": s.map.nodes[name[5:]].title,
            "type": say("type.disbenefit"),
        },
    ),
    Family(
        kinds=EVERYBODY,
        depends=lambda s: (s.map.edges,),
        items=lambda s: {f"edge/{edge.id}": (edge,) for edge in s.map.edges.values()},
        make=lambda s, name: {"id": name[5:]},
    ),
)
SEAT_FAMILIES = (
    SeatFamily(
        items=lambda s, seat: {"me": (s.seats.get(seat),)},
        make=lambda s, seat, _: {"seat": seat, "language": s.seats[seat].language},
    ),
    SeatFamily(
        items=lambda s, seat: {"plays": (s.round,)},
        make=lambda s, seat, _: _plays(s, seat),
    ),
    SeatFamily(items=_last_play, make=lambda s, seat, name: {"play": name[5:]}),
)


def word(value: object, language: str, names: dict[str, str]) -> str:
    if isinstance(value, Name):
        return names.get(value.person, "–")
    return f"{language}:{getattr(value, 'id', value)}"


FAKE = Rules(
    empty=EMPTY,
    judge=judge,
    evolve=evolve,
    groups=(Group(depends=lambda state: (state,), families=FAMILIES),),
    seat_families=SEAT_FAMILIES,
    seat_public=lambda state: (),
    seat_marks=lambda state: (dict.fromkeys(state.seats, state),),
    word=word,
    map_bytes=lambda state: b"{}",
)
