"""Secrecy (protocol.md 8): a secret of one seat changes no byte of anybody else's frames."""

from collections import Counter
from collections.abc import Iterator

import pytest

from app.frames import Frames, Viewer
from app.rulebook import RULEBOOK
from game import commands as cm
from game.decide.ready import asks
from game.errors import RuleError
from game.model import State
from support.bots import Game

MOMENTS = {"r1.open", "r2.open", "r2.vote", "r3.open", "r4.open", "r5.open", "r6.open"}
Pair = tuple[str, cm.Command, cm.Command]


def moment(state: State) -> str:
    now = state.round
    return f"{now.key}.{now.stage or now.step}" if now else ""


def secrets(state: State) -> Iterator[Pair]:
    """What a seat could do now in secret, in two ways."""
    for seat in state.seats:
        for ask in asks(state, seat):
            node = str(ask.d.get("node") or ask.d.get("goal"))
            match ask.do:
                case "confirm_goal":
                    yield seat, cm.ConfirmGoal(goal=node, fist=0), cm.ConfirmGoal(goal=node, fist=5)
                case "vote":
                    yield seat, cm.Vote(node=node, belief=1), cm.Vote(node=node, belief=5)
                case "estimate":
                    less, more = (cm.GiveEstimate(node=node, value=each) for each in ("1", "999"))
                    yield seat, less, more
                case "premortem":
                    told = (cm.Premortem(node=node, text=each) for each in ("Ingen tid", "Ny chef"))
                    yield seat, *told  # type: ignore[misc]  # there are two
                case "propose_change":
                    said = (cm.ProposeChange(node=node, text=each) for each in ("Vagter", "Plan"))
                    yield seat, *said  # type: ignore[misc]  # there are two
                case _:
                    pass
        hand = state.round.hands.get(seat, ()) if state.round else ()
        if len(hand) > 2 and moment(state) == "r2.open":
            yield seat, cm.PlayCard(card=hand[0]), cm.PlayCard(card=hand[1])
        if moment(state) == "r4.open":
            first, *_, last = [n.id for n in state.map.nodes.values() if n.type == "benefit"]
            yield seat, cm.Claim(node=first), cm.Claim(node=last)


def others(state: State, seat: str) -> list[Viewer]:
    seen: list[tuple[str, str | None]] = [("board", None), ("facilitator", None)]
    seen += [("player", one) for one in state.seats if one != seat]
    return [Viewer(kind, one, language) for kind, one in seen for language in ("da", "en")]


def told(before: State, after: State, seat: str) -> list[bytes | None]:
    """Everybody else's frames, first what is new, then the whole view."""
    frames = Frames(RULEBOOK, {})
    frames.refresh(before)
    viewers = others(before, seat)
    for viewer in viewers:
        frames.frame(viewer, 0, 0)
    since, outside = frames.seq, frames.outside
    frames.refresh(after)
    news = [frames.frame(viewer, since, outside) for viewer in viewers]
    whole = [frames.frame(viewer, 0, 0) for viewer in viewers]
    return [frame and frame.payload for frame in (*news, *whole)]


@pytest.mark.parametrize("variant", ["short30", "standard75"])
def test_a_secret_tells_nobody_else_which_it_was(variant: str) -> None:
    tried: Counter[str] = Counter()
    for seed in range(6):
        for state in Game(seed, variant, seats=5).states(500):
            at = moment(state)
            if at not in MOMENTS or tried[f"{seed} {at}"] >= 8:
                continue
            for seat, one, other in secrets(state):
                try:
                    _, this = RULEBOOK.judge(state, seat, one, 1_795_000_000_000)
                    _, that = RULEBOOK.judge(state, seat, other, 1_795_000_000_000)
                except RuleError:
                    continue
                if moment(this) == moment(that) == at:
                    tried[f"{seed} {at}"] += 1
                    tried[at] += 1
                    assert told(state, this, seat) == told(state, that, seat), (at, one, other)
    shown = {at: tried[at] for at in sorted(MOMENTS)}
    print(f"{variant}: two ways of the same secret, by moment: {shown}")  # noqa: T201
    assert sum(shown.values()) > 100
