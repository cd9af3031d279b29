"""How a simulated stakeholder of any project plays: its hand, its questions, now and then more."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

import orjson

from app.rehearsal import answers, words
from app.rehearsal.people import Person
from app.simulated.view import Move, View, each, moment

NO_CLOCK_S: Final = 60.0
"""How long a step is taken to last where the facilitator has stopped the clock."""
SECONDS: Final = 2
CARDS_AGAINST: Final = ("U2", "U4", "U7", "U8")


class Stakeholder:
    """What one person sends, given what it sees, and how long it takes about it.

    It holds what it has said in the moment, so that it says nothing twice.
    """

    def __init__(self, person: Person, seed: str, speed: float) -> None:
        self.person = person
        self._seed = f"{seed} {person.number}"
        self._speed = speed
        self._place: tuple[object, ...] = ()
        self._left_s = NO_CLOCK_S
        self._said: set[bytes] = set()
        self._nudges = 0
        self._is_awake = False

    def moves(self, view: View) -> list[Move]:
        """What this seat would send now, in order; empty when it has nothing to say."""
        me = view.get("me")
        if me is None or me["waiting"]:
            return []
        self._arrive(view)
        if self.person.temper.needs_nudge and not self._has_been_nudged(me["nudged"]):
            return []
        wanted = [*self._of_itself(view), *self._asked(view)]
        left = [move for move in wanted if _key(move) not in self._said]
        return left or self._done(view, me)

    def pace(self, view: View) -> float:
        """How long it takes about its next move: the slow begin late, and then go on."""
        temper = self.person.temper
        chance = self._chance("pace", len(self._said))
        seconds = chance.uniform(*temper.seconds)
        if not self._said and moment(view) != "lobby":
            seconds += chance.uniform(*temper.waits) * self._left_s
        return seconds / self._speed

    def sent(self, move: Move) -> None:
        """A move has gone off, whatever comes of it."""
        self._said.add(_key(move))

    def _arrive(self, view: View) -> None:
        now = view.get("round") or {}
        names = ("id", "step", "stage", "wave")
        place = (view["game"]["state"], *(now.get(name) for name in names))
        if place != self._place:
            self._place = place
            self._left_s = _left_s(now.get("ends"))
            self._said.clear()
            self._is_awake = False

    def _has_been_nudged(self, nudges: int) -> bool:
        if nudges > self._nudges:
            self._nudges = nudges
            self._is_awake = True
        return self._is_awake

    def _chance(self, *about: object) -> random.Random:
        """The same in every rehearsal of this seed."""
        parts = (self._seed, *self._place, *about)
        return random.Random(" ".join(map(str, parts)))  # noqa: S311 - nothing to guess

    def _done(self, view: View, me: dict[str, Any]) -> list[Move]:
        """With nothing more to say and a question it will not answer, it says so."""
        step = (view.get("round") or {}).get("step")
        is_open = view["game"]["state"] == "playing" and step in ("open", "revealed")
        move: Move = ("done", {})
        return [move] if is_open and not me["ready"] and _key(move) not in self._said else []

    def _asked(self, view: View) -> Iterator[Move]:
        for ask in view.get("asks", []):
            given = answers.answer(self.person, ask, self._chance(ask["ask"]))
            if given is not None:
                yield given

    def _of_itself(self, view: View) -> Iterator[Move]:
        """What nobody asks for: cards from the hand, backing, a shortcut, a challenge."""
        now = moment(view)
        if view.get("hand") and view["me"]["plays_left"] > 0:
            yield self._card(view)
        elif now == "r2.second" and not self.person.temper.is_against:
            yield from self._backing(view)
        elif now == "r3.open":
            yield from self._shortcut(view)
        elif now == "r6.revealed" and self.person.temper.is_against:
            yield from self._challenge(view)

    def _card(self, view: View) -> Move:
        hand, chance = view["hand"], self._chance("card", view["me"]["plays_left"])
        own = [one for one in hand if one["card"] != "blank"]
        card = chance.choice(hand if not own or chance.random() < 0.15 else own)
        given: dict[str, Any] = {"card": card["card"]}
        if card["card"] == "blank":
            said = words.texts(self.person.language, "play_card", is_against=False)
            given["text"] = chance.choice(said)
            rows = [one["perspective"] for one in hand if "perspective" in one]
            given["perspective"] = chance.choice(rows or ["citizens"])
        kind = "benefit" if card["family"] == "role" else "goal"
        targets = _ids(view, kind)
        if targets and (kind == "benefit" or chance.random() < 0.7):
            given["target"] = chance.choice(targets)
        return "play_card", given

    def _backing(self, view: View) -> Iterator[Move]:
        backed = set(view["mine"]["backed"])
        nodes = [one for one in _ids(view, "benefit") if one not in backed]
        wanted = self._chance("second").sample(nodes, min(SECONDS, len(nodes)))
        for node in wanted[: max(0, SECONDS - len(self._said))]:
            yield "second", {"node": node}

    def _shortcut(self, view: View) -> Iterator[Move]:
        """Some draw an arrow straight from a deliverable to the purpose: a change is missing."""
        chance = self._chance("shortcut")
        sources, targets = _ids(view, "enabler"), _ids(view, "benefit")
        if sources and targets and chance.random() < 0.2:
            yield "propose_edge", {"from": chance.choice(sources), "to": chance.choice(targets)}

    def _challenge(self, view: View) -> Iterator[Move]:
        chance = self._chance("challenge")
        nodes = _ids(view, "benefit")
        if nodes and chance.random() < 0.5:
            card = chance.choice(CARDS_AGAINST)
            yield "play_challenge", {"card": card, "node": chance.choice(nodes)}


def _ids(view: View, kind: str) -> list[str]:
    """The cards of a kind that stand on the map, by id."""
    shown = each(view, "node")
    gone = ("parked", "rejected", "merged")
    return sorted(one["id"] for one in shown if one["type"] == kind and one["state"] not in gone)


def _key(move: Move) -> bytes:
    return orjson.dumps(move, option=orjson.OPT_SORT_KEYS)


def _left_s(ends: str | None) -> float:
    if ends is None:
        return NO_CLOCK_S
    left = datetime.fromisoformat(ends) - datetime.now(UTC)
    return max(0.0, left.total_seconds())
