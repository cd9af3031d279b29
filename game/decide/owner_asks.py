"""The questions of R4: who takes it, do you take it, do you sign (GR6)."""

from __future__ import annotations

from collections.abc import Iterator

from game.deal import seeded
from game.decide import owners
from game.decide.ask import Ask, Options
from game.decide.titles import show_node, show_title
from game.model import Node, State
from game.ownership import ANSWERED_TYPES, may_co_sign, may_own
from game.roles import ROLES
from game.say import Name, Say, say


def is_unowned(state: State, node: Node) -> bool:
    """Whether nobody answers for the node, or the one who was asked said no."""
    held = state.map.assignments.get(node.id)
    return held is None or held.state == "declined"


def orphans(state: State) -> list[Node]:
    """The benefits nobody answers for."""
    nodes = state.map.nodes.values()
    return [one for one in nodes if one.type == "benefit" and one.counts and is_unowned(state, one)]


def open_asks(state: State, seat: str) -> tuple[Ask, ...]:
    """One question each: take one, if your role may own any, else name who should."""
    now = state.round
    if now is None or any(play.do in ("claim", "nominate") for play in now.plays.get(seat, ())):
        return ()
    waiting = orphans(state)
    role = state.seats[seat].role
    mine = [one for one in waiting if may_own(role, one) == "yes"]
    if mine:
        options = tuple((one.id, show_title(one)) for one in mine)
        text = say("ask.claim")
        return (Ask(id="claim", do="claim", needs=("node",), options={"node": options}, text=text),)
    order = seeded(state.seed, f"nominate|{seat}", [one.id for one in waiting])
    return tuple(_ask_nominate(state, state.map.nodes[node]) for node in order[:1])


def _ask_nominate(state: State, node: Node) -> Ask:
    """Who should own it: those in the room or missing from it who may, else the roles that may."""
    able: Options = tuple(
        (one.id, _who(state, one.id))
        for one in state.seats.values()
        if not one.removed and may_own(one.role, node) == "yes"
    )
    text = say("ask.nominate", node=show_node(node))
    about = {"node": node.id}
    if able:
        return Ask(
            id=f"nominate:{node.id}",
            do="nominate",
            d=about,
            needs=("seat",),
            options={"seat": able},
            text=text,
        )
    roles: Options = tuple(
        (role, say(f"role.{role}")) for role in ROLES if may_own(role, node) == "yes"
    )
    return Ask(
        id=f"nominate:{node.id}",
        do="nominate",
        d=about,
        needs=("role",),
        options={"role": roles},
        text=text,
    )


def _who(state: State, seat: str) -> Say | str:
    found = state.seats[seat]
    role = say(f"role.{found.role}")
    return role if state.hide_names else say("who", name=Name(found.person), role=role)


def revealed_asks(state: State, seat: str, *, is_later: bool = False) -> tuple[Ask, ...]:
    """What only this seat can answer: accept, co-sign, lead a change; orphans are on offer.

    In later rounds nobody waits for these answers, so they are optional there.
    """
    found = [*_accepts(state, seat, is_later), *_co_signs(state, seat, is_later)]
    found += _leads(state, seat)
    if not is_later:
        found += _offers(state, seat)
    return tuple(found)


def _accepts(state: State, seat: str, is_later: bool) -> Iterator[Ask]:  # noqa: FBT001 - private
    for held in state.map.assignments.values():
        node = state.map.nodes[held.node]
        is_open = held.state in ("nominated", "absent") and node.type in ANSWERED_TYPES
        is_mine = held.seat == seat and is_open
        person = state.seats[seat]
        said = held.proxy and person.proxy
        if is_mine and node.counts and not said and may_own(person.role, node) != "no":
            name = "ask.disbenefit_owner" if node.type == "disbenefit" else "ask.accept"
            yield Ask(
                id=f"accept:{node.id}",
                do="accept",
                d={"node": node.id},
                needs=("by",),
                text=say(name, node=show_node(node)),
                optional=is_later,
            )


def _co_signs(state: State, seat: str, is_later: bool) -> Iterator[Ask]:  # noqa: FBT001 - private
    for held in state.map.assignments.values():
        node = state.map.nodes[held.node]
        asked = state.seats[seat]
        said = held.co_signed or (asked.proxy and held.co_signer == asked.person)
        if held.state == "accepted" and not said and node.counts and may_co_sign(asked.role, node):
            yield Ask(
                id=f"co_sign:{node.id}",
                do="co_sign",
                d={"node": node.id},
                text=say("ask.co_sign", node=show_node(node)),
                optional=is_later,
            )


def _leads(state: State, seat: str) -> Iterator[Ask]:
    now = state.round
    changes = (node for node in state.map.nodes.values() if node.type == "change")
    for node in changes:
        said = now is not None and seat in now.answers.get(f"lead_change:{node.id}", {})
        if not said and owners.may_lead(state, seat, node):
            yield Ask(
                id=f"lead_change:{node.id}",
                do="accept",
                d={"node": node.id},
                needs=("by",),
                text=say("ask.lead_change", node=show_node(node)),
                optional=True,
            )


def _offers(state: State, seat: str) -> Iterator[Ask]:
    role = state.seats[seat].role
    mine = [one for one in orphans(state) if may_own(role, one) == "yes"]
    if mine:
        yield Ask(
            id="claim",
            do="claim",
            needs=("node",),
            options={"node": tuple((one.id, show_title(one)) for one in mine)},
            text=say("ask.claim"),
            optional=True,
        )
