"""How an independent client plays: from its hand, its asks and the facilitator's `next`."""

import asyncio
import random
from dataclasses import dataclass, field
from typing import Any

from support.independent_client import Client, Deviation, Json, SocketClient

TEXTS = (
    "Sagsbehandlerne ringer tilbage samme dag",
    "Fewer people wait for more than a week",
    "Færre skemaer – og svarene kommer “næsten” altid før",
    "Ældre får hjælp ved skranken 🙂",
    "Vi måler det hver uge i driften",
)
AMOUNTS = ("0", "1", "2.5", "40", "120", "3750", "750000")
PATIENCE_S = 60
VALUES = {"value.format", "text.too_long"}  # refusals of what chance made up
DATES = ("2027-01-31", "2027-06-01", "2027-12-01", "2028-12-01")


def argument(do: str, name: str, chance: random.Random) -> Any:
    """A value for an argument that has no options, by what section 4 says it means."""
    match name:
        case "fist":
            return chance.randint(0, 5)
        case "belief" | "importance":
            return chance.choice((0, 1, 2, 3, 4, 5, None))
        case "yes" | "enough" | "countable" | "signed":
            return chance.random() < 0.7
        case "by" | "date" | "baseline_date" | "baseline_plan" | "target_date":
            return chance.choice(DATES)
        case "value":
            return chance.choice((*AMOUNTS, None) if do == "estimate" else AMOUNTS)
        case "baseline" | "target" | "base" | "case_value" | "population":
            return chance.choice(AMOUNTS)
        case "direction":
            return chance.choice(("up", "down"))
        case "unit":
            return "timer"
        case "budget_year":
            return "2028"
        case "text" | "indicator" | "conversion" | "budget_line" | "calculation" | "title":
            return chance.choice(TEXTS)
    raise Deviation(f"an ask needs {name!r}, which has neither options nor a known meaning")


def reply(ask: Json, chance: random.Random) -> Json:
    """The arguments that answer an ask."""
    arguments = dict(ask["d"])
    for name in ask["needs"]:
        if name not in ask["options"]:
            arguments[name] = argument(ask["do"], name, chance)
            continue
        values = [option["value"] for option in ask["options"][name]]
        if not values:
            raise Deviation(f"an ask that nobody can answer: {ask}")
        many = name in {"nodes", "seats"}
        arguments[name] = (
            chance.sample(values, min(2, len(values))) if many else chance.choice(values)
        )
    return arguments


def offers(ask: Json, arguments: Json) -> bool:
    """Whether these arguments still answer the ask."""
    for name, options in ask["options"].items():
        given = arguments.get(name)
        values = [option["value"] for option in options]
        if not all(one in values for one in (given if isinstance(given, list) else [given])):
            return False
    return True


def moment(slices: Json) -> tuple[Any, ...]:
    """Where the game is."""
    now = slices.get("round") or {}
    return (slices["game"]["state"], *(now.get(name) for name in ("id", "step", "stage", "wave")))


@dataclass
class Player:
    """A seat that plays its hand and answers what it is asked."""

    client: Client
    chance: random.Random
    cuts: float = 0.0  # how often it loses its line
    answered: dict[str, int] = field(default_factory=dict)  # ask -> the seq of its answer

    async def play(self) -> None:
        view = self.client.view
        await self.client.until(lambda: view.seq > 0, 20)
        while not view.closed:
            seen = view.seq
            move = self.move()
            if move is None:
                await self.client.until(lambda: view.seq > seen, 0.5)  # noqa: B023
                continue
            then = moment(view.slices)
            answering = asyncio.ensure_future(self.client.do(move[0], move[1]))
            if isinstance(self.client, SocketClient) and self.chance.random() < self.cuts:
                await asyncio.sleep(self.chance.choice((0, 0.002)))
                await self.client.cut(reset=self.chance.random() < 0.3)
            answer = await answering
            if answer["ok"]:
                self.answered[move[2]] = answer["seq"]
            elif answer["code"] not in VALUES:
                self.answered[move[2]] = seen
                await self.expect_overtaken(move, answer, then)

    async def expect_overtaken(
        self, move: tuple[str, Json, str], answer: Json, then: tuple[Any, ...]
    ) -> None:
        """An ask is only made if its answer would be accepted: somebody was faster, or it lied."""
        now = await self.client.everything()
        if moment(now["set"]) != then:
            return
        for ask in now["set"].get("asks", ()):
            if "ask " + ask["ask"] == move[2] and offers(ask, move[1]):
                raise Deviation(f"{answer} to {move[1]}, and the ask still stands: {ask}")

    def move(self) -> tuple[str, Json, str] | None:
        """The next command, its arguments and the question that it settles."""
        view = self.client.view
        asks = [
            ask
            for ask in view.slices.get("asks", ())
            if self.answered.get("ask " + ask["ask"], -1) < view.seq
        ]
        if asks:
            ask = self.chance.choice(asks)
            return ask["do"], reply(ask, self.chance), "ask " + ask["ask"]
        me, hand = view.slices.get("me") or {}, view.slices.get("hand")
        if hand and me.get("plays_left", 0) > 0:
            return "play_card", self.card(self.chance.choice(hand), hand), f"hand {view.seq}"
        return None

    def card(self, card: Json, hand: list[Json]) -> Json:
        arguments: Json = {"card": card["card"]}
        if card["card"] == "blank":
            arguments["text"] = self.chance.choice(TEXTS)
            known = [other["perspective"] for other in hand if "perspective" in other]
            arguments["perspective"] = self.chance.choice(known)
        elif card["card"].startswith("R"):
            nodes = self.client.view.of("node")
            arguments["target"] = self.chance.choice(
                [node for node, value in nodes.items() if value["type"] == "benefit"]
            )
        elif self.chance.random() < 0.5:
            arguments["target"] = self.chance.choice(list(self.client.view.of("goal")))
        return arguments


@dataclass
class Host:
    """The facilitator's large button, and now and then a suggestion."""

    client: Client
    chance: random.Random
    silent: int = 0  # seats that the room has given up waiting for
    pressed: list[tuple[str, str]] = field(default_factory=list)

    async def play(self) -> None:
        view = self.client.view
        await self.client.until(lambda: view.seq > 0, 20)
        while not view.closed:
            seen, step = view.seq, view.slices.get("next")
            if step is None:
                raise Deviation("the facilitator has no next")
            if step["blocked"] is not None and not self.may_press_all_the_same():
                if not await self.client.until(lambda: view.seq > seen, PATIENCE_S):  # noqa: B023
                    raise Deviation(f"the game stands still: {view.slices}")
                continue
            suggestions = view.slices.get("suggestions") or []
            if suggestions and self.chance.random() < 0.3:
                step = self.chance.choice(suggestions)
            answer = await self.client.do(step["do"], step["d"])
            self.pressed.append((step["do"], "ok" if answer["ok"] else answer["code"]))
            if not answer["ok"]:
                await self.expect_overtaken(step, answer)

    async def expect_overtaken(self, step: Json, answer: Json) -> None:
        """What is offered would be accepted, unless the game went on meanwhile."""
        now = (await self.client.everything())["set"]
        for offer in (now["next"], *(now.get("suggestions") or ())):
            if (offer["do"], offer["d"]) == (step["do"], step["d"]):
                raise Deviation(f"{answer} to {step}, and it is still offered")

    def may_press_all_the_same(self) -> bool:
        """Whether `next` is blocked only because of seats that nobody waits for any more."""
        ready, of = self.client.view.slices["round"]["ready"]
        return bool(ready < of <= ready + self.silent)
