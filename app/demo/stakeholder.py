"""A simulated stakeholder: what it sends, given what it sees. It holds no state of the game."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.demo import case
from app.demo.view import accepted, key_of, keys, node_ids
from app.simulated.view import Move, View, each, moment

ROLES = [role for role, _ in case.PLAYERS]
BACKERS = ("team_lead", "staff_rep", "citizen_rep", "budget_holder")


def moves(view: View) -> list[Move]:
    """What this seat would send now, in order; empty when it has nothing to say."""
    me = view.get("me")
    if me is None:
        return []
    wanted = [
        *RULES.get(moment(view), _nothing)(view, me["role"]),
        *_answers(view, me["role"]),
    ]
    return wanted or _done(view, me)


def _nothing(view: View, role: str) -> Iterator[Move]:
    del view, role
    return iter(())


def _done(view: View, me: Mapping[str, Any]) -> list[Move]:
    """With nothing more to say and a question it will not answer, it says so."""
    step = (view.get("round") or {}).get("step")
    if step in ("open", "revealed") and not me["ready"]:
        return [("done", {})]
    return []


def _answers(view: View, role: str) -> Iterator[Move]:
    for ask in view.get("asks", []):
        rule = ANSWERS.get(ask["do"])
        given = rule(view, role, ask) if rule else None
        if given is not None:
            yield ask["do"], {**ask["d"], **given}


# --- what it puts forward ----------------------------------------------------------------------


def _play_cards(view: View, role: str) -> Iterator[Move]:
    left, ids = view["me"]["plays_left"], node_ids(view)
    cards = {card: key for key, card in case.BENEFITS.items()}
    hand = [card["card"] for card in view.get("hand", [])]
    for card in hand:
        if card in cards and left > 0:
            left -= 1
            serves = case.SERVES.get(cards[card])
            yield "play_card", {"card": card, "target": ids[serves] if serves else None}
    if role != "project_manager" or "blank" not in hand or left <= 0:
        return
    yield (
        "play_card",
        {
            "card": "blank",
            "text": case.NO_VISIT,
            "perspective": "citizens",
            "target": ids[case.SERVES["B4"]],
        },
    )


def _second(view: View, role: str) -> Iterator[Move]:
    if role in BACKERS:
        backed = view["mine"]["backed"]
        for node in each(view, "node"):
            if node["type"] == "benefit" and node["id"] not in backed:
                yield "second", {"node": node["id"]}


def _propose(view: View, role: str) -> Iterator[Move]:
    ids = node_ids(view)
    said = {(play.get("node"), play.get("text")) for play in view["plays"]}
    for change, about, roles in case.PROPOSED:
        if role in roles and (ids[about], case.CHANGES[change]) not in said:
            yield "propose_change", {"node": ids[about], "text": case.CHANGES[change]}
    source, target = case.LINKS[role]
    if not any(play["do"] == "propose_edge" for play in view["plays"]):
        yield "propose_edge", {"from": ids[source], "to": ids[target]}


def _claim(view: View, role: str) -> Iterator[Move]:
    ids = node_ids(view)
    said = {play.get("node") for play in view["plays"]}
    for key, owner in case.OWNERS.items():
        if owner == role and ids[key] not in said:
            yield "claim", {"node": ids[key]}
    for namer, key, name in case.NAMED:
        if namer == role and ids[key] not in said:
            seat = _seat_named(view, ids[key], name)
            yield "nominate", {"node": ids[key], "seat": seat}


def _seat_named(view: View, node: str, name: str) -> str:
    del node
    return next(str(one["seat"]) for one in view["people"] if one["name"] == name)


def _headwind(view: View, role: str) -> Iterator[Move]:
    ids = node_ids(view)
    for namer, text, perspective, behind in case.DISBENEFITS:
        said = any(play["do"] == "name_disbenefit" for play in view["plays"])
        if namer == role and not said:
            yield (
                "name_disbenefit",
                {"text": text, "perspective": perspective, "node": ids[behind]},
            )


def _mitigate(view: View, role: str) -> Iterator[Move]:
    """The unit manager takes the harder access on, with a change that softens it."""
    ids, owned = node_ids(view), accepted(view)
    held = {made["node"] for made in each(view, "assignment")}
    if role == "unit_manager":
        if ids["D1"] not in held:
            yield "claim", {"node": ids["D1"]}
        if "C5" not in ids:
            yield "propose_change", {"node": ids["D1"], "text": case.CHANGES["C5"]}
        elif ids["C5"] not in held:
            yield "claim", {"node": ids["C5"]}
    if role == "citizen_rep" and "C5" in ids:
        edges = {(edge["from"], edge["to"]) for edge in each(view, "edge")}
        if (ids["C5"], ids["D1"]) not in edges:
            yield "propose_edge", {"from": ids["C5"], "to": ids["D1"], "kind": "mitigates"}
    if role == "team_lead" and "D2" in owned:
        node = next(one for one in each(view, "node") if key_of(one) == "D2")
        if not node["accepted_as_is"]:
            yield "accept_disbenefit", {"node": node["id"]}
    if role == "citizen_rep" and "B4" in ids:
        cards = {(one["node"], one["card"]) for one in each(view, "challenge")}
        if (ids["B4"], "U12") not in cards:
            yield "play_challenge", {"card": "U12", "node": ids["B4"]}


def _fill_in(view: View, role: str) -> Iterator[Move]:
    """After closing the owners of dis-benefits say how they will be counted."""
    ids, counted = node_ids(view), {one["node"] for one in each(view, "measure")}
    held = {made["node"]: made["role"] for made in each(view, "assignment")}
    for key, measure in case.AFTERWARDS.items():
        node = ids[key]
        if held.get(node) == role and node not in counted:
            yield "choose_measure", {"node": node, "target_date": case.BY_DEFAULT, **measure}


RULES: Mapping[str, Callable[[View, str], Iterator[Move]]] = {
    "r2.open": _play_cards,
    "r2.second": _second,
    "r3.open": _propose,
    "r4.open": _claim,
    "r6.open": _headwind,
    "r6.revealed": _mitigate,
    "closed": _fill_in,
}


# --- what it answers ---------------------------------------------------------------------------

Ask = Mapping[str, Any]
Given = dict[str, Any] | None


def _vote(view: View, role: str, ask: Ask) -> Given:
    key = keys(view)[ask["d"]["node"]]
    belief = 5 if role in ("unit_manager", "team_lead") else 4
    return {"belief": belief, "importance": case.IMPORTANCE[key]}


def _answer_edge(view: View, role: str, ask: Ask) -> Given:
    del role
    source, target = ask["d"]["edge"].split(">")
    named = keys(view)
    return {"yes": (named[source], named[target]) not in case.DOUBTED}


def _accept(view: View, role: str, ask: Ask) -> Given:
    key = keys(view)[ask["d"]["node"]]
    if ask["ask"].startswith("lead_change") or (key == "C4" and role == "head_of_operations"):
        return None
    return {"by": case.BY.get(key, case.BY_DEFAULT)}


def _choose_measure(view: View, role: str, ask: Ask) -> Given:
    del role
    key = keys(view)[ask["d"]["node"]]
    if key not in case.MEASURES:
        return None
    measure = {"target_date": case.BY.get(key, case.BY_DEFAULT), **case.MEASURES[key]}
    if "baseline" in measure:
        measure["baseline_date"] = case.BASELINE_DATE
    return measure


def _estimate(view: View, role: str, ask: Ask) -> Given:
    key = keys(view)[ask["d"]["node"]]
    wave = view["round"]["wave"]
    values = case.ESTIMATES if wave == 1 else {**case.ESTIMATES, **case.SECOND_ESTIMATES}
    return {"value": values[key][ROLES.index(role)]}


def _premortem(view: View, role: str, ask: Ask) -> Given:
    del view, ask
    return {"text": case.PREMORTEMS[ROLES.index(role) % len(case.PREMORTEMS)]}


def _answer_challenge(view: View, role: str, ask: Ask) -> Given:
    del role
    held = view[f"challenge/{ask['d']['challenge']}"]
    key = keys(view).get(held["node"])
    if key in case.UNANSWERED:
        return None
    text = case.NO_VISIT_ANSWER if (key, held["card"]) == ("B4", "U12") else case.ANSWER
    given: dict[str, Any] = {"text": text}
    if "nodes" in ask["needs"]:
        given["nodes"] = [option["value"] for option in ask["options"]["nodes"][:2]]
    if "role" in ask["needs"]:
        given["role"] = "unit_manager"
    if "value" in ask["needs"]:
        given["value"] = "2"
    return given


def _commit(view: View, role: str, ask: Ask) -> Given:
    """The team lead takes the missing measure on; the others take what is left."""
    found = {one["value"]: one for one in ask["options"]["action"]}
    missing = f"X14.{node_ids(view)[case.UNMEASURED]}"
    if role == "team_lead":
        return {"action": missing, "by": "2027-02-01"} if missing in found else None
    left = [action for action in found if action != missing]
    owner = {"head_of_operations": 0, "unit_manager": 1}.get(role)
    if owner is None or owner >= len(left):
        return None
    return {"action": left[owner], "by": "2027-02-15"}


ANSWERS: Mapping[str, Callable[[View, str, Ask], Given]] = {
    "shake": lambda view, role, ask: {},
    "confirm_goal": lambda view, role, ask: {"fist": 4 if role == "budget_holder" else 5},
    "vote": _vote,
    "answer_edge": _answer_edge,
    "accept": _accept,
    "co_sign": lambda view, role, ask: {},
    "choose_measure": _choose_measure,
    "judge_measure": lambda view, role, ask: {"countable": True},
    "estimate": _estimate,
    "premortem": _premortem,
    "answer_challenge": _answer_challenge,
    "judge_answer": lambda view, role, ask: {"enough": True},
    "commit": _commit,
    "sign": lambda view, role, ask: {},
}
