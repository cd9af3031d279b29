"""Who is ready (game.md 2.1): no plays left and no open question, or `done` said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.decide import closing, owner_asks
from game.decide.ask import Ask
from game.decide.grounds import Parts, own, public
from game.decide.rounds import MODULES
from game.fold import are_same, differing
from game.kept import Kept, latest
from game.model import RoundNow, State

OWNERS_ASKED = 4
"""After R4 what an owner has not answered stays on the phone, and holds nobody back."""


def asks(state: State, seat: str) -> tuple[Ask, ...]:
    """The questions put to this seat now; none while the clock stands."""
    return () if state.phase == "paused" else _standing(state, seat)


def _standing(state: State, seat: str) -> tuple[Ask, ...]:
    """The questions that a seat has not answered, also while the clock stands."""
    stand = (*public(state), *own(state, seat))
    put = _PUT.get(state.rules)
    if put is None:
        put = {}
        _PUT.put(state.rules, put)
    last = put.get(seat)
    if last is None or not are_same(last[0], stand):
        last = put[seat] = (stand, _asks(state, seat))
    return last[1]


_PUT: Kept[dict[str, tuple[Parts, tuple[Ask, ...]]]] = Kept()
"""Each seat's questions and what they stood on: readiness and the phone ask for the same ones."""


def _asks(state: State, seat: str) -> tuple[Ask, ...]:
    found = state.seats.get(seat)
    if found is None or not found.plays or state.round is None:
        return ()
    if state.phase == "closed":
        return () if state.over else closing.asks_after(state, seat)
    standing: tuple[Ask, ...] = ()
    if state.round.n > OWNERS_ASKED:
        standing = owner_asks.revealed_asks(state, seat, is_later=True)
    asked = MODULES[state.round.key].asks(state, seat)
    known = {ask.id for ask in asked}
    return (*asked, *(ask for ask in standing if ask.id not in known))


def plays_left(state: State, seat: str) -> int:
    """How many cards this seat may still play; none while the clock stands."""
    return 0 if state.phase == "paused" else _in_hand(state, seat)


def _in_hand(state: State, seat: str) -> int:
    found = state.seats.get(seat)
    if found is None or not found.plays or state.phase == "closed" or state.round is None:
        return 0
    return MODULES[state.round.key].plays_left(state, seat)


def is_ready(state: State, seat: str) -> bool:
    """Whether the room need not wait for this seat in this step."""
    ready = readiness(state).get(seat)
    return _is_ready(state, seat) if ready is None else ready


def readiness(state: State) -> Mapping[str, bool]:
    """Whether each seat that plays is ready; the same object while that is unchanged."""
    return _known(state).ready


def ready_of(state: State) -> tuple[int, int]:
    """How many are ready, of how many who are here."""
    known = _known(state)
    return known.ready_here, len(known.here)


class _Known(NamedTuple):
    """Who was ready, and what that stood on."""

    base: Parts
    own: Mapping[str, object]
    here: tuple[str, ...]
    ready: Mapping[str, bool]
    ready_here: int
    """How many of those who are here are ready."""

    def brought_up_to(self, state: State, now: RoundNow) -> _Known:
        """The same, now that some seats have done something since."""
        seats = differing(self.own, now.own)
        news = {seat: _is_ready(state, seat) for seat in seats if seat in self.ready}
        if all(self.ready[seat] == found for seat, found in news.items()):
            return _Known(self.base, now.own, self.here, self.ready, self.ready_here)
        return _known_of(self.base, now.own, self.here, {**self.ready, **news})


@latest
def _known(state: State) -> _Known:
    """Who is ready. It is asked for with every command, so only who did something is looked at."""
    now = state.round
    if now is None:
        return _looked_at(state, (), {})
    known = _brought_up(state, now, _LAST.get(state.rules))
    _LAST.put(state.rules, known)
    return known


_LAST: Kept[_Known] = Kept()


def _brought_up(state: State, now: RoundNow, known: _Known | None) -> _Known:
    base = (*public(state), state.seats, now.hands)
    if known is None or not are_same(known.base, base):
        return _looked_at(state, base, now.own)
    if known.own is now.own:
        return known
    return known.brought_up_to(state, now)


def _looked_at(state: State, base: Parts, own: Mapping[str, object]) -> _Known:
    playing = [seat for seat in state.seats.values() if seat.plays]
    here = tuple(seat.id for seat in playing if seat.here)
    return _known_of(base, own, here, {seat.id: _is_ready(state, seat.id) for seat in playing})


def _known_of(
    base: Parts, own: Mapping[str, object], here: tuple[str, ...], ready: Mapping[str, bool]
) -> _Known:
    return _Known(base, own, here, ready, sum(map(ready.__getitem__, here)))


def away(state: State) -> frozenset[str]:
    """The seats that play but are not here."""
    known = _known(state)
    if len(known.here) == len(known.ready):
        return frozenset()
    return frozenset(known.ready).difference(known.here)


def is_all_ready(state: State) -> bool:
    """Whether everybody here is ready, and somebody is here."""
    ready, of = ready_of(state)
    return of > 0 and ready == of


def _is_ready(state: State, seat: str) -> bool:
    """Who was thinking when the clock was stopped is thinking still."""
    now = state.round
    if now is None or seat in now.done or now.step not in ("open", "revealed"):
        return True
    if _in_hand(state, seat):
        return False
    return all(ask.optional for ask in _standing(state, seat))
