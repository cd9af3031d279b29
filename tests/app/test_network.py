"""What the network panel is told: who has no socket, how slow the slowest is, who never came."""

import json

from app.network import NO_NETWORK, Network, network_of
from app.presence import Presence
from game.model import Seat

ANE = Seat(id="s_01", person="p_1", role="team_lead")
BO = Seat(id="s_02", person="p_2", role="director")
IB = Seat(id="s_03", person="p_3", role="citizen_rep", proxy=True)


def told(presence: Presence, now_s: float) -> Network:
    return network_of(presence, [ANE, BO, IB], presence.here(now_s), now_s)


def test_consoles_are_told_apart_from_people() -> None:
    presence = Presence(0.0)
    presence.enter("desk/", 1.0)
    presence.enter("desk/p_9", 1.0)
    presence.enter("s_01", 1.0)
    assert told(presence, 2.0).desks == ("", "p_9")
    assert told(presence, 2.0).http == ()


def test_who_polls_is_without_a_socket() -> None:
    presence = Presence(0.0)
    presence.polled("s_02", 3.0)
    assert told(presence, 4.0).http == ("s_02",)
    presence.enter("s_02", 5.0)
    assert told(presence, 5.0).http == ()


def test_the_slowest_is_told_in_steps_and_forgotten_when_it_is_gone() -> None:
    presence = Presence(0.0)
    presence.enter("s_01", 1.0)
    presence.enter("s_02", 1.0)
    presence.took("s_01", 180, 1.0)
    assert told(presence, 2.0).slow is None
    presence.took("s_02", 1370, 2.0)
    assert told(presence, 3.0).slow == ("s_02", 1000)
    presence.leave("s_02", 3.0)
    assert told(presence, 3.0).slow is None


def test_a_seat_nobody_was_seen_on_is_named_and_one_without_a_phone_is_not() -> None:
    presence = Presence(0.0)
    presence.enter("s_01", 1.0)
    assert told(presence, 2.0).never == ("s_02",)


def test_it_stands_in_a_frame_as_a_slice() -> None:
    entry = Network(desks=("",), slow=("s_01", 500)).entry()
    value = json.loads(b"{" + entry[1:] + b"}")["network"]
    assert value["slow"] == {"seat": "s_01", "ms": 500}
    assert json.loads(b"{" + NO_NETWORK.entry()[1:] + b"}")["network"]["slow"] is None
