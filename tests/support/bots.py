"""Games played at random from what the slices offer, without a server: state after state."""

import random
from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from app.protocol import Unreadable, parse_do
from app.rulebook import RULEBOOK
from game import commands as cm
from game import new_game
from game.errors import RuleError
from game.model import FACILITATOR, SHELL, EnablerText, GoalText, Setup, State
from game.roles import ROLES
from game.slices import slices

START_MS = 1_795_000_000_000
SAID: Mapping[str, Any] = {
    "fist": 2, "belief": 4, "importance": 3, "yes": True, "enough": False, "countable": True,
    "value": "100", "text": "Vi bruger den nye vej", "by": "2027-05-01", "indicator": "Tid",
    "unit": "min", "direction": "down", "baseline": "14", "baseline_date": "2026-01-01",
    "target": "8", "target_date": "2027-12-01", "perspective": "citizens",
}  # fmt: skip


def setup(variant: str) -> Setup:
    return Setup(
        project="p_1",
        code="K7QF3M",
        title="Pas",
        purpose="Enkel service",
        goals=(GoalText(text="Enkel service"), GoalText(text="Lavere udgift")),
        enablers=(EnablerText(text="Digital ansøgning", digital=True), EnablerText(text="Skab")),
        variant=variant,
    )


class Game:
    """A game that random players play. `state` is where it is, `at` the time in ms."""

    def __init__(self, seed: int, variant: str, seats: int) -> None:
        self.chance = random.Random(seed)
        self.at = START_MS
        self.state = RULEBOOK.empty
        for event in new_game(setup(variant), f"seed {seed}"):
            self.state = RULEBOOK.evolve(self.state, event)
        for role in self.chance.choices(tuple(ROLES), k=seats):
            self.do(SHELL, cm.TakeSeat(role=role, language=self.chance.choice(("da", "en"))))

    def states(self, moves: int) -> Iterator[State]:
        """The state after each move that the rules took."""
        yield self.state
        for _ in range(moves):
            self.at += self.chance.randrange(3_000)
            before = self.state
            self._move()
            if self.state is not before:
                yield self.state
            if self.state.phase == "closed" and self.chance.random() < 0.02:
                return

    def do(self, seat: str, command: cm.Command) -> bool:
        try:
            _, self.state = RULEBOOK.judge(self.state, seat, command, self.at)
        except RuleError:
            return False
        return True

    def _move(self) -> None:
        lot = self.chance.random()
        if lot < 0.04:
            self._press()
        elif lot < 0.1:
            self._arrange()
        elif lot < 0.13:
            self._come_and_go()
        else:
            self._play(self.chance.choice(tuple(self.state.seats)))

    def _press(self) -> None:
        button: Any = slices(self.state, "facilitator")["next"]
        if button is not None:
            self._say(FACILITATOR, button["do"], button["d"])

    def _arrange(self) -> None:
        """Something else that a facilitator may do."""
        node = self.chance.choice(tuple(self.state.map.nodes))
        seat = self.chance.choice(tuple(self.state.seats))
        suggested: Any = slices(self.state, "facilitator")["suggestions"]
        if suggested and self.chance.random() < 0.5:
            one = self.chance.choice(suggested)
            self._say(FACILITATOR, one["do"], one["d"])
            return
        moves: list[tuple[str, dict[str, object]]] = [
            ("rename", {"node": node, "title": f"Nyt navn {self.chance.randrange(9)}"}),
            ("park", {"node": node}),
            ("unpark", {"node": node}),
            ("reject", {"node": node, "text": "Det kan ikke lade sig gøre"}),
            ("hide_names", {"on": self.chance.random() < 0.5}),
            ("set_role", {"seat": seat, "role": self.chance.choice(tuple(ROLES))}),
            ("add_absent", {"role": "system_owner"}),
            ("show", {"view": self.chance.choice(("map", "cards"))}),
            ("extend", {"seconds": 30}),
            ("nudge", {"seat": seat}),
            ("undo", {}),
            (self.chance.choice(("pause", "resume", "resume")), {}),
            ("set_class", {"node": node, "class": self.chance.choice("CATNQ")}),
        ]
        self._say(FACILITATOR, *self.chance.choice(moves))

    def _come_and_go(self) -> None:
        seat = self.chance.choice(tuple(self.state.seats))
        lot = self.chance.random()
        if lot < 0.3:
            self.do(SHELL, cm.TakeSeat(role="team_lead"))
        elif lot < 0.9:
            self.do(SHELL, cm.SeatGone(seat=seat) if lot < 0.5 else cm.SeatJoinedAgain(seat=seat))
        elif len(self.state.seats) > 4:
            self.do(FACILITATOR, cm.RemoveSeat(seat=seat))

    def _play(self, seat: str) -> None:
        """A card, an answer, a second, or a change of mind."""
        own: Any = slices(self.state, "player", seat)
        lot = self.chance.random()
        if own["hand"] and lot < 0.5:
            card = self.chance.choice(own["hand"])["card"]
            d: dict[str, object] = {"card": card}
            if card == "blank":
                d |= {"text": f"Færre fejl {self.chance.randrange(5)}", "perspective": "citizens"}
            goals = [node.id for node in self.state.map.nodes.values() if node.type == "goal"]
            d["target"] = self.chance.choice(goals)
            self._say(seat, "play_card", d)
        elif own["asks"] and lot < 0.9:
            ask = self.chance.choice(own["asks"])
            needed = {name: self._said(ask, name) for name in ask["needs"]}
            self._say(seat, ask["do"], {**ask["d"], **needed})
        else:
            node = self.chance.choice(tuple(self.state.map.nodes))
            language = self.chance.choice(("da", "en"))
            moves: list[tuple[str, dict[str, object]]] = [
                ("second", {"node": node}),
                ("set_language", {"language": language}),
                ("done", {}),
                ("claim", {"node": node}),
                ("premortem", {"node": node, "text": "Ingen brugte det"}),
                ("name_disbenefit", {"text": "Mere støj", "perspective": "citizens"}),
                (
                    "propose_edge",
                    {"from": node, "to": self.chance.choice(tuple(self.state.map.nodes))},
                ),
                ("minority_note", {"node": node, "text": "Vi er uenige"}),
                ("withdraw_play", {"play": own["plays"][0]["play"] if own["plays"] else "none"}),
            ]
            self._say(seat, *self.chance.choice(moves))

    def _said(self, ask: Any, name: str) -> object:
        options = ask["options"].get(name)
        return self.chance.choice(options)["value"] if options else SAID.get(name)

    def _say(self, seat: str, do: str, d: Mapping[str, Any]) -> None:
        try:
            frame = parse_do(orjson.dumps({"id": "c", "do": do, "d": dict(d)}))
        except Unreadable:
            return
        self.do(seat, frame.command)
