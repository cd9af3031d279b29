"""The PAS case (game.md 11): the numbers of the book come out of the rules."""

from __future__ import annotations

import pytest

from game import replay
from game.events import MapVersioned
from tests.game import pas
from tests.game.dsl import Room

SOLID = (
    ("E1", "C1"), ("E2", "C2"), ("E4", "C3"), ("E3", "C4"), ("C1", "P2"), ("C1", "P1"),
    ("C2", "P1"), ("C2", "M2"), ("C3", "B2"), ("P1", "B1"), ("P1", "Ø1"), ("P2", "B1"),
    ("Ø1", "Ø2"), ("Ø1", "M2"), ("B1", "B3"), ("B2", "B3"), ("B1", "G1"), ("B2", "G1"),
    ("B3", "G1"), ("M1", "G1"), ("M2", "G1"), ("Ø2", "G2"), ("E2", "D1"), ("C2", "D2"),
)  # fmt: skip
LABELS = {
    "G1", "G2", "E1", "E2", "E3", "E4", "C1", "C2", "C3", "C4", "C5",
    "B1", "B2", "B3", "P1", "P2", "M1", "M2", "Ø1", "Ø2", "D1", "D2",
}  # fmt: skip


@pytest.fixture(scope="module")
def room() -> Room:
    return pas.play()


def meters(room: Room) -> dict[str, object]:
    found = pas.view(room, "board")["meters"]
    assert isinstance(found, dict)
    return found


def test_the_meters_are_those_of_the_book(room: Room) -> None:
    shown = meters(room)
    assert (shown["ownership"], shown["realism"], shown["citizen_focus"]) == (92, 88, 90)


def test_the_verdict_is_conditional_since_the_red_has_an_owner_and_a_date(room: Room) -> None:
    assert meters(room)["verdict"] == "conditional"
    red = room.state.map.actions[f"X14.{room.node('M1').id}"]
    assert (red.role, red.by) == ("team_lead", "2027-02-01")


def test_the_findings_are_those_of_the_book(room: Room) -> None:
    shown = pas.view(room, "board")["meters"]["findings"]
    found = {(one["rule"], one["level"], one["label"]) for one in shown}
    assert found == {
        ("X14", "red", "M1"),
        ("X13", "amber", "B2"),
        ("X13", "amber", "M2"),
        ("X5", "amber", "M2"),
        ("X5", "amber", "C4"),
        ("X19", "amber", None),
    }
    assert len(shown) == len(found)


def test_the_first_estimates_of_the_payroll_are_contested_and_the_second_settle_it(
    room: Room,
) -> None:
    first, second = room.state.map.estimates[room.node("Ø2").id]
    assert (first.median, first.q1, first.q3) == ("0.825", "0.7125", "1.275")
    assert (first.spread, first.contested) == ("0.68", True)
    assert (second.median, second.q1, second.q3) == ("0.75", "0.675", "0.7625")
    assert (second.spread, second.contested) == ("0.12", False)
    assert second.planning == "0.675"


def test_the_claim_that_nobody_need_come_was_hidden_with_its_reason(room: Room) -> None:
    rejected = [node for node in room.nodes("benefit") if node.state == "rejected"]
    assert [(node.label, node.title) for node in rejected] == [
        ("B4", "Ingen borgere behøver møde op")
    ]
    assert "fingeraftryk" in (rejected[0].reason or "")


def test_a_deliverable_said_to_lower_the_payroll_made_a_ghost_that_the_room_dropped(
    room: Room,
) -> None:
    (ghost,) = (node for node in room.nodes("change") if node.ghost)
    assert (ghost.label, ghost.state) == ("?1", "rejected")


def test_the_map_has_the_nodes_and_labels_of_the_book(room: Room) -> None:
    labels = {node.label for node in room.state.map.nodes.values() if node.counts}
    assert labels == LABELS


def test_the_edges_are_those_of_the_book(room: Room) -> None:
    nodes = room.state.map.nodes
    drawn = {
        (nodes[edge.source].label, nodes[edge.target].label): (edge.kind, edge.state)
        for edge in room.state.map.edges.values()
        if nodes[edge.source].counts and nodes[edge.target].counts
    }
    expected = dict.fromkeys(SOLID, ("leads_to", "solid"))
    expected |= {("C3", "M1"): ("leads_to", "dashed"), ("C4", "B2"): ("leads_to", "dashed")}
    expected |= {("C5", "D1"): ("mitigates", "solid")}
    assert drawn == expected


def test_the_record_replays_to_the_same_state(room: Room) -> None:
    assert replay(room.events) == room.state


def test_the_same_plays_and_seed_give_the_same_map_on_two_runs(room: Room) -> None:
    def hashes(played: Room) -> list[str]:
        return [event.hash for event in played.events if isinstance(event, MapVersioned)]

    assert hashes(pas.play()) == hashes(room)
