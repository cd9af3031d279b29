"""The board with any state on it: the real page, and a line that tells it what a test made up."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from game.benefit_map import closes_cycle, is_legal
from game.model import (
    PERSPECTIVES,
    Assignment,
    BenefitMap,
    Challenge,
    Edge,
    Estimate,
    Measure,
    Node,
    RoundNow,
    Seat,
    Setup,
    State,
)
from game.roles import ROLES
from game.say import Name, Say
from game.sentences import word
from game.slices import slices
from support.browser.chromium import LAPTOP, Heard, visit
from support.browser.site import make_project, sign_in, start_game

LONG_MS = 30_000
"""A page of a machine that draws walls in many windows."""
NOW = "2027-01-01T09:00:00.000Z"
SETUP = Setup(
    project="p_1",
    code="K7QF3M",
    title="Tværkommunal digitaliseringsparathedsundersøgelse",
    purpose="Borgerne får hurtigere svar, og sagsbehandlerne får tid til dem, der behøver hjælp.",
    goals=(),
    organisation="Beskæftigelses- og integrationsforvaltningen",
)
TITLES = (
    "Selvbetjent foto- og fingeraftryksstation i alle borgerservicecentre",
    "Sagsbehandlingstidsoverskridelser på førtidspensionsområdet halveres inden sommer",
    "Medarbejderrepræsentanternes arbejdsmiljøorganisationsuddannelse",
    "Kortere ventetid",
    "Færre mangelfulde ansøgninger fra virksomhedsejerne",
    "Kommunikationsmedarbejdernes kvalitetssikringsprocedurer følges hver gang",
    "Lavere ejendomsadministrationsudgifter",
    "Borgerne finder selv vej",
    "Effektiviseringsstrategiens målsætninger indfries et år før tid i alle områder",
)
"""As long as titles may be, and longer words than most."""
NAMES = ("Annemette Kirkegaard-Christoffersen", "Bo Ø", "Søren Ægidius Skovgaard", "Åse Lund")


def room_of(people: int = 8) -> dict[str, Seat]:
    """So many people at the table, of as many roles as there are."""
    roles = tuple(ROLES)
    return {
        f"s_{n:02}": Seat(
            id=f"s_{n:02}", person=f"p_{n}", role=roles[n % len(roles)], language="da"
        )
        for n in range(1, people + 1)
    }


def names_of(people: int = 8) -> dict[str, str]:
    """What the people at the table are called."""
    return {f"p_{n}": NAMES[n % len(NAMES)] for n in range(1, people + 1)}


SHARES = (("enabler", 20), ("change", 25), ("goal", 8), ("disbenefit", 5), ("benefit", 42))


def map_of(size: int, seed: int = 7) -> BenefitMap:
    """A map of so many cards in the shares of a real one, full of what hangs on cards."""
    chance = Random(seed)
    kinds = [kind for kind, share in SHARES for _ in range(max(1, size * share // 100))]
    kinds = [*kinds, *["benefit"] * size][:size]
    counted = dict.fromkeys("ECGDBPØM", 0)
    nodes: dict[str, Node] = {}
    for n, kind in enumerate(kinds, 1):
        row = PERSPECTIVES[n % 4] if kind in {"benefit", "disbenefit"} else None
        letter = kind[0].upper() if kind != "benefit" else "BPØM"[n % 4]
        counted[letter] += 1
        nodes[f"n{n}"] = Node(
            id=f"n{n}",
            label=f"{letter}{counted[letter]}",
            type=kind,  # type: ignore[arg-type]  # one of SHARES
            title=TITLES[n % len(TITLES)],
            perspective=row,
            benefit_class="N" if row else None,
            state="contested" if kind == "benefit" and n % 7 == 0 else "accepted",
            support=1 + n % 4,
        )
    made = BenefitMap(nodes=nodes, edges=_arrows(nodes, chance))
    return _weighed(made)


def _arrows(nodes: Mapping[str, Node], chance: Random) -> dict[str, Edge]:
    after = {
        "enabler": ("change",),
        "change": ("benefit",),
        "benefit": ("benefit", "goal", "goal"),
        "goal": (),
        "disbenefit": (),
    }
    edges: dict[str, Edge] = {}
    for node in nodes.values():
        for kind in after[node.type]:
            others = [one for one in nodes.values() if one.type == kind and leads(node, one)]
            if not others:
                continue
            other = chance.choice(others)
            key = f"{node.id}>{other.id}"
            legal = is_legal(node.type, other.type, "leads_to")
            if legal and not closes_cycle(edges.values(), node.id, other.id):
                made = Edge(id=key, source=node.id, target=other.id, kind="leads_to", state="solid")
                edges[key] = replace(made, state="dashed") if chance.random() < 0.2 else made
    return edges


def leads(node: Node, other: Node) -> bool:
    """Whether one would lead to the other in a real map: citizens and money gain at the end."""
    inner = {"processes", "employees"}
    if node.type == other.type == "benefit":
        return node.perspective in inner and other.perspective not in inner
    return True


def _weighed(made: BenefitMap) -> BenefitMap:
    """Owners, measures, estimates and headwind on many of its cards."""
    benefits = [one for one in made.nodes.values() if one.type == "benefit"]
    owned = [one for one in made.nodes.values() if one.type in {"benefit", "change"}]
    owners = {
        one.id: Assignment(
            node=one.id,
            role="unit_manager",
            person=f"p_{1 + n % 8}",
            seat=f"s_{1 + n % 8:02}",
            state=("accepted", "accepted", "nominated", "absent")[n % 4],
            by="2027-12-01",
        )
        for n, one in enumerate(owned)
        if n % 5
    }
    measures = {
        one.id: Measure(
            node=one.id,
            indicator="Gennemsnitlig sagsbehandlingstid",
            unit=("min", "sager pr. medarbejder", "kr", "%")[n % 4],
            direction="down",
            baseline=None if n % 3 == 0 else ("14", "12500", "3750000")[n % 3],
            target=("8", "8250", "2500000")[n % 3],
            target_date="2027-12-01",
        )
        for n, one in enumerate(benefits)
        if n % 4
    }
    return replace(
        made,
        assignments=owners,
        measures=measures,
        estimates={one: (estimate_of(one, n),) for n, one in enumerate(measures)},
        challenges={
            f"u{n}": Challenge(
                id=f"u{n}",
                card=f"U{1 + n % 12}",
                node=one.id,
                state=("open", "answered", "enough", "not_enough")[n % 4],
                answer="Vi har prøvet det i ét område, og sagsbehandlerne beholdt det"
                if n % 4
                else None,
            )
            for n, one in enumerate(benefits[:14])
        },
    )


def estimate_of(node: str, n: int) -> Estimate:
    """What the room guessed; every third time it is split."""
    return Estimate(
        node=node,
        round=1,
        n=7,
        unknown=1,
        median="8",
        q1="6",
        q3="11",
        spread="0.60",
        planning="6",
        contested=n % 3 == 0,
        values=("4", "6", "8", "8", "9", "11", "20"),
    )


def state_at(made: BenefitMap, n: int = 4, step: str = "resolved", **fields: Any) -> State:
    """A game in this round, with this map and a full table."""
    now = RoundNow(id=f"r{n}", key=f"r{n}", n=n, step=step)  # type: ignore[arg-type]  # a step
    known: dict[str, Any] = {"setup": SETUP, "seats": room_of(), "phase": "playing", "round": now}
    return State(**{**known, "map": made, **fields})


def told(state: State, language: str = "da", people: int = 8) -> dict[str, Any]:
    """What a board is told of this state, worded."""
    names = names_of(people)

    def plain(value: object) -> object:
        if isinstance(value, Say | Name):
            return word(value, language, names)
        if isinstance(value, Mapping):
            return {key: plain(one) for key, one in value.items()}
        return [plain(one) for one in value] if isinstance(value, list | tuple) else value

    shown = {name: plain(value) for name, value in slices(state, "board").items()}
    return {**shown, "presence": [], "count": {"seats": people, "here": people}}


class Wall:
    """A board on a screen, and the far end of its line."""

    def __init__(self, page: Page, code: str) -> None:
        self.page = page
        self.code = code
        self._seq = 0
        self._shown: dict[str, Any] = {}
        self._lines: list[WebSocketRoute] = []
        page.route_web_socket(re.compile("/socket$"), self._connected)

    def _connected(self, line: WebSocketRoute) -> None:
        self._lines = [line]
        line.on_message(lambda text: self._heard(line, str(text)))

    def _heard(self, line: WebSocketRoute, text: str) -> None:
        frame = json.loads(text)
        if frame["t"] == "hello":
            self.greet("e")
            self.repeat()
        elif frame["t"] == "ping":
            pong = {"t": "pong", "k": frame["k"], "now": NOW, "seq": self._seq}
            line.send(json.dumps(pong))

    def show(self, shown: Mapping[str, Any]) -> None:
        """Tell the board of a new state: at once if it is there, else when it asks."""
        before, self._shown = self._shown, dict(shown)
        self._seq += 1
        gone = [name for name in before if name not in shown]
        new = {name: one for name, one in shown.items() if before.get(name) != one}
        for line in self._lines:
            frame = {
                "t": "state",
                "since": self._seq - 1,
                "seq": self._seq,
                "set": new,
                "del": gone,
            }
            line.send(json.dumps(frame))

    def open(self, shown: Mapping[str, Any]) -> None:
        """The page with this state on it, its letters loaded."""
        self.show(shown)
        self.page.goto(f"/g/{self.code}/board", timeout=LONG_MS)
        expect(self.page.locator(".board-head")).to_be_visible()
        self.page.evaluate("document.fonts.ready.then(() => null)")

    def greet(self, epoch: str) -> None:
        """Say who the server is; of another epoch the board knows nothing yet."""
        you = {"seat": None, "kind": "board"}
        for line in self._lines:
            line.send(json.dumps({"t": "welcome", "v": 1, "epoch": epoch, "you": you, "now": NOW}))

    def repeat(self) -> None:
        """Tell the whole state again."""
        whole = {"t": "state", "since": 0, "seq": self._seq, "set": self._shown}
        for line in self._lines:
            line.send(json.dumps(whole))

    def cut(self) -> None:
        """The line breaks."""
        for line in self._lines:
            line.close(code=1012)
        self._lines = []


def host_of(browser: Browser, heard: Heard) -> Page:
    """A facilitator whose game the boards show."""
    page = visit(browser, heard, LAPTOP)
    page.context.set_default_timeout(LONG_MS)
    sign_in(page)
    make_project(page)
    start_game(page)
    return page


def wall_of(
    browser: Browser, heard: Heard, host: Page, size: tuple[int, int] = (1920, 1080), **more: Any
) -> Wall:
    """A board for the game that this facilitator has open."""
    device = {"viewport": {"width": size[0], "height": size[1]}}
    page = visit(browser, heard, device, **more)
    page.context.set_default_timeout(LONG_MS)
    page.context.add_cookies(host.context.cookies())  # type: ignore[arg-type]  # as test_access does
    return Wall(page, host.url.split("/")[-2])
