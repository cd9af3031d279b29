"""The simulated facilitator: presses on when the room has said what it came to say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from app.demo import case
from app.demo.view import accepted, key_of, node_ids
from app.simulated.view import Move, View, each, moment


def moves(view: View) -> list[Move]:
    """What the facilitator sends now: a move on the map, else the next step once it is due."""
    now = moment(view)
    wanted = list(MOVES.get(now, _nothing)(view))
    if wanted:
        return wanted
    upcoming = view.get("next")
    if upcoming is None or upcoming["blocked"] or not DUE.get(now, _always)(view):
        return []
    return [(upcoming["do"], upcoming["d"])]


def _nothing(view: View) -> Iterator[Move]:
    del view
    return iter(())


def _always(view: View) -> bool:
    del view
    return True


def _fill_room(view: View) -> Iterator[Move]:
    missing = [one for one in view["roster"] if one["absent"]]
    for role, name in case.ABSENT[len(missing) :][:1]:
        yield "add_absent", {"role": role, "name": name}


def _rename(view: View) -> Iterator[Move]:
    for node in each(view, "node"):
        title = case.TITLES.get(key_of(node))
        if title is not None and node["title"] != title:
            yield "rename", {"node": node["id"], "title": title}


def _drop_ghost(view: View) -> Iterator[Move]:
    for node in each(view, "node"):
        if node["ghost"]:
            yield "reject", {"node": node["id"], "text": case.GHOST_REASON}


def _drop_no_visit(view: View) -> Iterator[Move]:
    """Once "Vil borgeren mærke det?" is answered, the claim that nobody need come is gone."""
    node = node_ids(view).get("B4")
    for held in each(view, "challenge"):
        if node and (held["node"], held["card"]) == (node, "U12") and held["answer"]:
            yield "reject", {"node": node, "text": case.REASON}


def _is_full(view: View) -> bool:
    return len(view["roster"]) == len(case.PLAYERS) + len(case.ABSENT)


def _is_seconded(view: View) -> bool:
    return all(one["support"] > 2 for one in each(view, "node") if one["type"] == "benefit")


def _has_owners(view: View) -> bool:
    signed = any(held["co_signed"] for held in each(view, "assignment"))
    return signed and set(case.OWNERS) <= accepted(view)


def _is_weathered(view: View) -> bool:
    """Every dis-benefit has its owner, the mitigation stands, the impossible claim is gone."""
    ids = node_ids(view)
    lives = any(one["accepted_as_is"] for one in each(view, "node"))
    unanswered = {ids[key] for key in case.UNANSWERED}
    answered = all(held["answer"] or held["node"] in unanswered for held in each(view, "challenge"))
    return lives and "B4" not in ids and {"D1", "D2", "C5"} <= accepted(view) and answered


MOVES: Mapping[str, Callable[[View], Iterator[Move]]] = {
    "lobby": _fill_room,
    "r2.resolved": _rename,
    "r3.revealed": _drop_ghost,
    "r6.revealed": _drop_no_visit,
}
DUE: Mapping[str, Callable[[View], bool]] = {
    "lobby": _is_full,
    "r2.second": _is_seconded,
    "r4.revealed": _has_owners,
    "r6.revealed": _is_weathered,
}
