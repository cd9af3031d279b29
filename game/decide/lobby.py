"""R0, and people coming and going at any time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game import commands as cm
from game import events as ev
from game.deal import digest
from game.decide.ask import Ask
from game.decide.draft import Draft
from game.errors import RuleError
from game.model import State
from game.roles import ROLES
from game.say import say

LANGUAGES = ("da", "en")
ALWAYS = frozenset({"set_language"})
"""What a player may do at the door and while the clock stands: read what the phone says."""


def opened(draft: Draft) -> None:
    """Nothing is dealt: the warm-up tap is asked for as long as it is not made."""


def revealed(draft: Draft) -> None:
    """R0 has no reveal."""


def resolved(draft: Draft) -> None:
    """Role coverage is read from the seats (`slices`), nothing is built."""


def asks(state: State, seat: str) -> tuple[Ask, ...]:
    """The warm-up tap."""
    if state.round is None or state.round.step != "open" or state.seats[seat].shaken:
        return ()
    return (Ask(id="shake", do="shake", text=say("ask.shake")),)


def plays_left(state: State, seat: str) -> int:
    """No cards in the lobby."""
    del state, seat
    return 0


def take_seat(draft: Draft, command: cm.TakeSeat) -> None:
    """A seat for somebody who came in; late joiners too, while the room is open.

    Where the facilitator lets late joiners in one by one, they wait at the door.
    """
    state = draft.state
    _require_role(state, command.role)
    _require_language(command.language)
    if state.locked or state.join_policy == "closed":
        raise RuleError("game.locked")
    require_room(draft)
    seat = new_seat_id(state)
    person = command.person or new_person(state, seat)
    taken = ev.SeatTaken(
        seat=seat,
        person=person,
        role=command.role,
        language=command.language,
        waiting=state.join_policy == "approve" and state.phase != "lobby",
    )
    draft.add(taken)
    if not taken.waiting:
        deal_in(draft, seat)


def require_room(draft: Draft) -> None:
    """Refuse one more player than the room holds; who waits at the door takes no place in it."""
    if len(draft.players()) >= draft.state.rules.capacity:
        raise RuleError("game.full")


def deal_in(draft: Draft, seat: str) -> None:
    """A late joiner gets the hand and the questions of the round that is open (2.1)."""
    from game.decide import effects, goals  # noqa: PLC0415 - they need people, people need them

    now = draft.state.round
    if now is None or now.step != "open":
        return
    if now.key == "r1":
        goals.opened(draft)
    if now.key == "r2":
        effects.deal_late(draft, seat)


def new_seat_id(state: State) -> str:
    """The next seat id, counted from 1."""
    return f"s_{state.next_seat:02d}"


def new_person(state: State, seat: str) -> str:
    """A person id for somebody nobody has named yet; the shell keeps the name under it."""
    return "p_" + digest(state.seed, "person", seat)[:12]


def _require_role(state: State, role: str) -> None:
    if role not in ROLES or (state.rules.roles and role not in state.rules.roles):
        raise RuleError("role.unknown", role=role)


def _require_language(language: str) -> None:
    if language not in LANGUAGES:
        raise RuleError("language.unknown", language=language)


def _take_role(draft: Draft, seat: str, command: cm.TakeRole) -> None:
    from game.decide import fitting  # noqa: PLC0415 - as above

    _require_role(draft.state, command.role)
    draft.add(ev.RoleTaken(seat=seat, role=command.role))
    fitting.recast(draft, draft.seat(seat), command.role)


def _set_language(draft: Draft, seat: str, command: cm.SetLanguage) -> None:
    _require_language(command.language)
    draft.add(ev.LanguageSet(seat=seat, language=command.language))


def _shake(draft: Draft, seat: str, command: cm.Shake) -> None:
    del command
    draft.add(ev.Shaken(seat=seat))


def _more_time(draft: Draft, seat: str, command: cm.MoreTime) -> None:
    """The step waits a little past its end for who asks; the room never hears who it was."""
    del command
    state, now = draft.state, draft.state.round
    if state.phase == "closed":
        return
    if now is None or now.ends is None or seat in now.slow:
        return
    until = max(now.ends, draft.at) + draft.variant.thresholds.more_time_s * 1000
    draft.add(ev.MoreTimeAsked(seat=seat, until=until))


def _done(draft: Draft, seat: str, command: cm.Done) -> None:
    del command
    now = draft.round
    if now.step not in ("open", "revealed"):
        raise RuleError("round.step")
    if seat not in now.done:
        draft.add(ev.DoneSaid(seat=seat))


def _knock(draft: Draft, command: Any) -> None:  # noqa: ANN401 - see ROOM
    """Who was taken out may ask to come back, and waits until the facilitator says yes."""
    seat = draft.state.seats.get(command.seat)
    if seat is None or not seat.removed or seat.into:
        raise RuleError("seat.unknown", seat=command.seat)
    draft.add(ev.SeatKnocked(seat=seat.id))


def _own_seat(draft: Draft, command: Any) -> None:  # noqa: ANN401 - see ROOM
    """Who was played for answers from now on: what was promised for them is asked again."""
    if not draft.seat(command.seat).proxy:
        raise RuleError("seat.not_proxy", seat=command.seat)
    draft.add(ev.SeatOwned(seat=command.seat))


def _joined(draft: Draft, command: Any) -> None:  # noqa: ANN401 - see ROOM
    if not draft.seat(command.seat).here:
        draft.add(ev.SeatBack(seat=command.seat))


def _left(draft: Draft, command: Any) -> None:  # noqa: ANN401 - see ROOM
    if draft.seat(command.seat).here:
        draft.add(ev.SeatGone(seat=command.seat))


PLAYERS: Mapping[type[cm.Command], Any] = {
    cm.TakeRole: _take_role,
    cm.SetLanguage: _set_language,
    cm.Shake: _shake,
    cm.MoreTime: _more_time,
    cm.Done: _done,
}
ROOM: Mapping[type[cm.Command], Any] = {
    cm.TakeSeat: take_seat,
    cm.Knock: _knock,
    cm.OwnSeat: _own_seat,
    cm.SeatJoinedAgain: _joined,
    cm.SeatGone: _left,
}
