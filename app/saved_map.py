"""A saved map as a page shows it: the drawing, and the outline that says the same in words.

Both are made from the version's content (`gevinstspil.map/1`) and nothing else, so a page shows
what was saved, whatever the rules say today.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, cast

import orjson

from app import map_drawing
from app.map_cards import Action, Finding, Lane, MapCard, Owner
from app.map_drawing import Drawing
from game.deck import CARDS
from game.findings import sentences_of
from game.measure_words import indicator_words, unit_words
from game.model import PERSPECTIVES
from game.money import kroner_factor
from game.say import Param, Say, say
from game.sentences import word

Part = Mapping[str, Any]
LANES: Final = ("enabler", "change", "benefit", "disbenefit", "goal")
"""In the order of the drawing: means first, the purpose last."""
NUMBER: Final = re.compile(r"-?\d{1,15}(\.\d{1,4})?")
SCALE: Final = re.compile(r"\d+ ?[-–] ?\d")
LETTERS: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class SavedMap:
    """A map version, ready to be shown in one language."""

    drawing: Drawing
    lanes: tuple[Lane, ...]
    parked: tuple[MapCard, ...]
    findings: tuple[Finding, ...]
    actions: tuple[Action, ...]
    meters: Mapping[str, int]
    verdict: str
    owned: int
    benefits: int


def saved_map(
    content: bytes, names: Mapping[str, str], language: str, seats: Mapping[str, str] | None = None
) -> SavedMap:
    """The map of a version's content, with the names of people that have not been erased.

    `seats` says which person sat where in the version's game: who promised to do something.
    """
    return _Reader(orjson.loads(content), names, language, seats or {}).read()


class _Reader:
    def __init__(
        self, content: Part, names: Mapping[str, str], language: str, seats: Mapping[str, str]
    ) -> None:
        self._content = content
        self._names = names
        self._language = language
        self._seats = seats
        self._nodes = {one["id"]: one for one in (*content["goals"], *content["nodes"])}
        self._assigned = {one["node"]: one for one in content["assignments"]}
        self._measures = {one["node"]: one for one in content["measures"]}
        self._estimates = {one["node"]: one for one in content["estimates"]}

    def read(self) -> SavedMap:
        findings = tuple(self._finding(one) for one in self._content["findings"])
        cards = {id_: self._card(node, findings) for id_, node in self._nodes.items()}
        laid = map_drawing.draw(self._content["edges"], list(self._nodes.values()), cards)
        shown = [cards[id_] for id_ in laid.order]
        benefits = [one for one in shown if one.type == "benefit"]
        return SavedMap(
            drawing=laid,
            lanes=tuple(_lanes(shown)),
            parked=tuple(one for one in cards.values() if one.state == "parked"),
            findings=findings,
            actions=tuple(self._actions()),
            meters=cast("Mapping[str, int]", self._content["meters"]),
            verdict=str(self._content["verdict"]),
            owned=sum(one.owner is not None and one.owner.state == "accepted" for one in benefits),
            benefits=len(benefits),
        )

    def _card(self, node: Part, findings: Sequence[Finding]) -> MapCard:
        id_, kind = node["id"], node["type"]
        return MapCard(
            id=id_,
            label=node["label"],
            type=kind,
            tone=(node.get("perspective") if kind == "benefit" else None) or kind,
            title=self._title(node),
            state=node["state"],
            is_ghost=bool(node.get("ghost")),
            owner=self._owner(id_) if _wants_owner(node) else None,
            figure=self._figure(node),
            measure=self._measure(id_),
            estimate=self._estimate(id_),
            is_disputed=bool(self._estimates.get(id_, {}).get("contested")),
            leads_to=tuple(
                self._nodes[edge["to"]]["label"]
                for edge in self._content["edges"]
                if edge["from"] == id_ and edge["to"] in self._nodes
            ),
            flags=tuple(one for one in findings if one.node == id_),
        )

    def _title(self, node: Part) -> str:
        """The words of a card; a title from the deck is shown in the reader's language."""
        card = CARDS.get(node.get("card") or "")
        if card and node["title"] in (card.title.da, card.title.en):
            return self._word(f"card.{card.id}")
        return node["title"] or self._word("node.unnamed", label=node["label"])

    def _owner(self, id_: str) -> Owner:
        held = self._assigned.get(id_)
        if held is None:
            return Owner("none", self._word("owner.none"), "", "", co_signed=False)
        name = self._names.get(held.get("person") or "", "")
        who = self._who(held.get("person"), held["role"])
        state = held["state"]
        badge = _initials(name or who) if state in ("accepted", "nominated") else "?"
        return Owner(state, who, badge, self._day(held.get("by")), bool(held.get("co_signed")))

    def _figure(self, node: Part) -> str:
        """The short figure in a card's corner."""
        measure = self._measures.get(node["id"])
        if measure is None:
            return self._day(node.get("by"))
        is_shown = measure["target"] is not None and _may_show(measure)
        return self._moved(measure) if is_shown else ""

    def _measure(self, id_: str) -> str:
        measure = self._measures.get(id_)
        if measure is None:
            return ""
        counted = self._say(indicator_words(measure["indicator"]))
        if not _may_show(measure):
            return f"{counted}: {self._word('measure.kroner_later')}"
        said = f"{counted}: {self._moved(measure)} {self._unit(measure)}"
        return f"{said}, {self._day(measure['target_date'])}" if measure["target_date"] else said

    def _moved(self, measure: Part) -> str:
        now = "?" if measure["baseline"] is None else self._number(measure["baseline"])
        return f"{now} → {self._number(measure['target'])}"

    def _estimate(self, id_: str) -> str:
        """The planning value, and the range if there is one; a contested estimate is a range."""
        found = self._estimates.get(id_)
        measure = self._measures.get(id_)
        if found is None or found["q1"] is None or (measure and not _may_show(measure)):
            return ""
        unit = f" {self._unit(measure)}" if measure and not SCALE.match(measure["unit"]) else ""
        spread = f"{self._number(found['q1'])}–{self._number(found['q3'])}"
        if found["contested"]:
            return f"{spread}{unit}"
        planned = f"{self._number(found['planning'])}{unit}"
        return planned if found["q1"] == found["q3"] else f"{planned} ({spread})"

    def _unit(self, measure: Part) -> str:
        """The unit after a figure; a scale like 1–5 in brackets."""
        unit = self._say(unit_words(measure["unit"]))
        return f"({unit})" if SCALE.match(unit) else unit

    def _finding(self, found: Part) -> Finding:
        node = self._named(found["node"])
        is_owned = self._assigned.get(found["node"], {}).get("state") == "accepted"
        text, why, next_ = sentences_of(found["rule"], found["params"], is_owned=is_owned)
        return Finding(
            found["rule"],
            found["level"],
            found["node"],
            self._word(text, node=node),
            self._word(why),
            self._word(next_, node=node),
        )

    def _actions(self) -> Iterable[Action]:
        """What somebody promised or has yet to; what mended itself was never agreed on."""
        for one in self._content["actions"]:
            who = self._who(self._seats.get(one.get("seat") or ""), one.get("role"))
            if who or not one["done"]:
                yield Action(self._asks(one), who, self._day(one.get("by")), bool(one["done"]))

    def _who(self, person: str | None, role: str | None) -> str:
        """A person with the role, as far as they are known; a name that was erased is not."""
        name = self._names.get(person or "", "")
        title = self._word(f"role.{role}") if role else ""
        return f"{name}, {title[:1].lower()}{title[1:]}" if name and title else name or title

    def _asks(self, action: Part) -> str:
        rule, node = action["rule"], self._named(action.get("node"))
        if rule == "challenge":
            held = {f"challenge.{one['id']}": one["card"] for one in self._content["challenges"]}
            card = held.get(action["id"], "")
            return self._word("action.challenge", node=node, card=say(f"challenge.{card}"))
        sentence = "action.ghost" if rule == "ghost" else f"finding.{rule}.next"
        return self._word(sentence, node=node)

    def _named(self, id_: str | None) -> Say | str:
        node = self._nodes.get(id_ or "")
        if node is None:
            return ""
        return say("node.name", label=node["label"], title=self._title(node))

    def _number(self, text: str | None) -> str:
        return self._say(Decimal(text)) if text and NUMBER.fullmatch(text) else text or "–"

    def _day(self, text: str | None) -> str:
        return self._say(date.fromisoformat(text)).replace(" ", "\u00a0", 1) if text else ""

    def _word(self, sentence: str, **params: Param) -> str:
        return self._say(say(sentence, **params))

    def _say(self, value: Param) -> str:
        return word(value, self._language, self._names)


def _lanes(cards: Iterable[MapCard]) -> Iterable[Lane]:
    """Lane by lane, and the benefits perspective by perspective."""
    shown = list(cards)
    for lane in LANES:
        for tone in PERSPECTIVES if lane == "benefit" else (lane,):
            within = tuple(one for one in shown if (one.type, one.tone) == (lane, tone))
            if within:
                yield Lane(lane, tone, within)


def _may_show(measure: Part) -> bool:
    """Whether its figures may stand on the map: sums of kroner where the rules let them (X16)."""
    return bool(measure["kroner"]) or kroner_factor(measure["unit"]) is None


def _wants_owner(node: Part) -> bool:
    """What is parked counts nowhere, and misses nobody."""
    return node["type"] not in ("enabler", "goal") and node["state"] != "parked"


def _initials(text: str) -> str:
    """Two letters for a badge: of first and last word, or the beginning of the only one."""
    found = LETTERS.findall(text.partition("(")[0]) or ["?"]
    return f"{found[0][0]}{found[-1][0]}".upper() if found[1:] else found[0][:2]
