"""What one seat alone may know: its hand, its plays, the questions put to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from game.decide.ask import Ask
from game.decide.effects import playable
from game.decide.ready import asks, is_ready, plays_left
from game.deck import CARDS
from game.measure_words import indicator_words, unit_words
from game.model import Play, State
from game.say import Fixed, Name, Value, say
from game.slices.family import Parts, SeatFamily
from game.slices.room import instant


def _items(state: State, seat: str) -> Mapping[str, Parts]:
    now, found = state.round, state.seats.get(seat)
    left = plays_left(state, seat)
    hand: Parts = ()
    plays: Parts = ()
    if now is not None:
        plays = (now.plays.get(seat, ()),)
        hand = (now.id, now.step, now.wave, found, now.hands.get(seat), *plays, left)
    return {
        "me": (found, left, is_ready(state, seat), now is not None and seat in now.slow),
        "asks": (asks(state, seat), state.phase, state.until, now and now.ends),
        "mine": (state.map.assignments, state.supporters, now and now.answers),
        "hand": hand,
        "plays": plays,
    }


def _me(state: State, seat_id: str) -> Value:
    seat = state.seats.get(seat_id)
    if seat is None or seat.removed:
        return None
    return {
        "seat": seat.id,
        "name": Name(seat.person),
        "role": seat.role,
        "role_title": say(f"role.{seat.role}"),
        "language": seat.language,
        "plays_left": plays_left(state, seat_id),
        "ready": is_ready(state, seat_id),
        "shaken": seat.shaken,
        "signed": seat.signed,
        "nudged": seat.nudged,
        "more_time": state.round is not None and seat_id in state.round.slow,
        "waiting": seat.waiting,
    }


@cache
def card_value(card_id: str) -> Mapping[str, Value]:
    """A card as a hand shows it."""
    card = CARDS[card_id]
    shown: dict[str, Value] = {
        "card": card.id,
        "family": card.family,
        "title": say(f"card.{card.id}"),
    }
    if card.perspective:
        shown["perspective"] = card.perspective
    if card.unit:
        shown["unit"] = say(f"unit.{card.id}")
    if card.benefit_class:
        shown["class"] = card.benefit_class
    return Fixed(f"card.{card_id}", shown)


def _hand(state: State, seat: str) -> Value:
    now = state.round
    if now is None or now.step != "open" or not plays_left(state, seat):
        return []
    return [card_value(card) for card in playable(state, seat)]


def _plays(state: State, seat: str) -> Value:
    now = state.round
    return [_play(play) for play in (now.plays.get(seat, ()) if now else ())]


def _play(play: Play) -> dict[str, Value]:
    shown: dict[str, Value] = {"play": play.id, "do": play.do, "card": play.card}
    if play.card in CARDS:
        shown["title"] = say(f"card.{play.card}")
    for name in ("text", "perspective", "node", "target", "role"):
        value = getattr(play, name)
        if value is not None:
            shown[name] = value
    return shown


def _asks(state: State, seat: str) -> Value:
    now = state.round
    ends = now.ends if now else None
    until = instant(state.until if state.phase == "closed" else ends)
    return [
        {
            "ask": ask.id,
            "do": ask.do,
            "d": _arguments(ask),
            "needs": list(ask.needs),
            "options": {
                name: [{"value": value, "text": text} for value, text in options]
                for name, options in ask.options.items()
            },
            "text": ask.text,
            "optional": ask.optional,
            "until": until,
        }
        for ask in asks(state, seat)
    ]


def _arguments(ask: Ask) -> dict[str, Value]:
    """The arguments of an answer; what the deck suggests for a measure is in the reader's words."""
    given: dict[str, Value] = dict(ask.d)  # type: ignore[arg-type]  # arguments are plain values
    if ask.do == "choose_measure":
        return {**given, **_measured(given)}
    return given


def _measured(given: Mapping[str, Value]) -> dict[str, Value]:
    words = {"indicator": indicator_words, "unit": unit_words}
    return {name: shown(str(given[name])) for name, shown in words.items() if name in given}


def _mine(state: State, seat: str) -> Value:
    owned = [
        node
        for node, made in state.map.assignments.items()
        if made.seat == seat and made.state == "accepted"
    ]
    backed = [node for node, seats in state.supporters.items() if seat in seats]
    answered = _answers(state, seat)
    return {"owned": owned, "backed": backed, "answered": answered}


def _answers(state: State, seat: str) -> Value:
    """This seat's own answers in the round, so that a returning phone shows what it said."""
    now = state.round
    given = now.answers if now else {}
    return {
        question: {"first": by[seat].first, "second": by[seat].second, "value": by[seat].value}
        for question, by in given.items()
        if seat in by
    }


MAKE: Mapping[str, Callable[[State, str], Value]] = {
    "me": _me,
    "hand": _hand,
    "plays": _plays,
    "asks": _asks,
    "mine": _mine,
}
OWN: tuple[SeatFamily, ...] = (
    SeatFamily(items=_items, make=lambda state, seat, name: MAKE[name](state, seat)),
)
