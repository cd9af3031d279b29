"""The vote of R2, and the one re-vote."""

from __future__ import annotations

from game import commands as cm
from game import events as ev
from game.model import PERSPECTIVES, Node
from tests.game.dsl import ROOM, Room, game


def voting(*texts: str, variant: str = "standard75", players: tuple[str, ...] = ROOM) -> Room:
    """A room about to vote on these benefits, each played by an employee and a citizen."""
    room = game(players, variant=variant).advance_to("r2.open")
    for seat, text in zip(room.state.seats, texts, strict=False):
        room.when(seat, cm.PlayCard(card="blank", text=text, perspective="employees")).then()
    room.desk(cm.Reveal()).then()
    for seat in room.state.seats:
        for node in room.nodes("benefit"):
            room.when(seat, cm.Second(node=node.id))
    room.desk(cm.OpenVote()).then(ev.StageBegan, ev.Asked)
    return room


def vote(room: Room, node: Node, beliefs: list[int | None]) -> Node:
    for seat, belief in zip(room.state.seats, beliefs, strict=False):
        room.when(seat, cm.Vote(node=node.id, belief=belief, importance=3)).then()
    room.desk(cm.Resolve()).then(ev.RoundResolved, ev.MapVersioned)
    return room.node(node.id)


def test_votes_are_nought_to_five() -> None:
    room = voting("Mere ro")
    node = room.nodes("benefit")[0].id
    room.when("s_01", cm.Vote(node=node, belief=6)).refused("vote.range")
    room.when("s_01", cm.Vote(node=node, importance=-1)).refused("vote.range")


def test_only_who_is_asked_votes() -> None:
    room = voting("Mere ro")
    room.when("s_01", cm.Vote(node="n1")).refused("node.wrong_type")
    added = room.desk(cm.AddProxy(role="director", name="Ida")).first(ev.SeatTaken).seat
    command = cm.Vote(node=room.nodes("benefit")[0].id, belief=3)
    room.desk(cm.PlayFor(seat=added, command=command)).refused("vote.not_asked")


def test_a_believed_benefit_is_accepted() -> None:
    room = voting("Mere ro")
    node = vote(room, room.nodes("benefit")[0], [4] * 8)
    assert (node.state, node.belief, node.importance) == ("accepted", "4", "3")


def test_a_vote_may_be_changed_until_it_is_counted() -> None:
    room = voting("Mere ro")
    node = room.nodes("benefit")[0]
    room.when("s_01", cm.Vote(node=node.id, belief=0)).then()
    assert vote(room, node, [4] * 8).belief == "4"


def test_two_camps_contest_a_benefit() -> None:
    room = voting("Mere ro")
    assert vote(room, room.nodes("benefit")[0], [0, 0, 0, 0, 5, 5, 5, 5]).state == "contested"


def test_a_doubted_benefit_is_parked_and_so_is_one_without_votes() -> None:
    room = voting("Mere ro", "Færre fejl")
    first, second = room.nodes("benefit")
    assert vote(room, first, [1] * 8).state == "parked"
    assert room.node(second.id).state == "parked"


def test_unknown_is_no_vote() -> None:
    room = voting("Mere ro")
    assert vote(room, room.nodes("benefit")[0], [None] * 6 + [4, 4]).belief == "4"


def test_contested_benefits_may_be_voted_on_once_more() -> None:
    room = voting("Mere ro")
    node = vote(room, room.nodes("benefit")[0], [0, 0, 0, 0, 5, 5, 5, 5])
    assert [one["do"] for one in room.see("facilitator")["suggestions"]] == ["call_revote"]
    room.desk(cm.CallRevote(nodes=(node.id,))).then(ev.Revoted, ev.RoundRevealed, ev.Asked)
    assert room.moment == "r2.vote"
    assert room.ask_ids("s_01") == [f"vote:{node.id}"]
    assert vote(room, node, [0, 0, 0, 0, 5, 5, 5, 5]).state == "contested"
    room.desk(cm.CallRevote(nodes=(node.id,))).refused("revote.used")


def test_a_revote_is_for_contested_benefits_when_the_votes_are_counted() -> None:
    room = voting("Mere ro")
    node = room.nodes("benefit")[0]
    room.desk(cm.CallRevote(nodes=(node.id,))).refused("round.step")
    vote(room, node, [4] * 8)
    room.desk(cm.CallRevote(nodes=(node.id,))).refused("revote.not_contested")
    room.desk(cm.CallRevote(nodes=())).refused("node.unknown")


def test_one_voice_stays_proposed_until_another_group_believes_in_it() -> None:
    room = game().advance_to("r2.open")
    blank = cm.PlayCard(card="blank", text="Mere ro", perspective="employees")
    room.when("staff_rep", blank).then()
    room.desk(cm.Reveal()).then()
    room.desk(cm.OpenVote()).then()
    node = vote(room, room.nodes("benefit")[0], [3] * 8)
    assert (node.state, node.one_voice) == ("proposed", True)
    assert "X21" in [entry.rule for entry in room.state.log]


def test_another_group_that_believes_in_it_is_the_second_voice() -> None:
    room = game().advance_to("r2.open")
    blank = cm.PlayCard(card="blank", text="Mere ro", perspective="employees")
    room.when("staff_rep", blank).then()
    room.desk(cm.Reveal()).then()
    room.desk(cm.OpenVote()).then()
    assert vote(room, room.nodes("benefit")[0], [4] * 8).state == "accepted"


def test_a_room_of_one_group_has_no_other_voice_to_wait_for() -> None:
    room = voting("Mere ro", players=("team_lead", "unit_manager", "process_owner"))
    assert vote(room, room.nodes("benefit")[0], [4, 4, 4]).state == "accepted"


def full_vote() -> Room:
    """The half hour with sixteen benefits: twelve on the ballots, four that a rule parked."""
    room = game((*ROOM, *ROOM), variant="short30").advance_to("r2.open")
    for number, seat in enumerate(room.state.seats):
        text = f"Mere ro på plads nummer {number}"
        room.when(seat, cm.PlayCard(card="blank", text=text, perspective="employees")).then()
    room.desk(cm.Reveal()).then()
    for node in room.nodes("benefit"):
        for seat in ("s_01", "s_05", "s_06"):
            room.when(seat, cm.Second(node=node.id))
    room.desk(cm.OpenVote()).then()
    return room


def test_the_half_hour_votes_on_twelve_and_keeps_six() -> None:
    room = full_vote()
    assert sum(node.state == "parked" for node in room.nodes("benefit")) == 4
    room.answer_all()
    room.desk(cm.Resolve()).then()
    assert sum(node.counts for node in room.nodes("benefit")) == 6


def test_a_rejected_node_is_out_of_the_vote() -> None:
    room = voting("Mere ro", "Færre fejl")
    first, second = room.nodes("benefit")
    room.desk(cm.Reject(node=first.id, text="Nævner en person")).then()
    assert room.ask_ids("s_01") == [f"vote:{second.id}"]
    room.answer_all()
    room.desk(cm.Resolve()).then()
    assert room.node(first.id).state == "rejected"
    assert f"node/{first.id}" not in room.see("board")


def test_a_benefit_parked_during_the_vote_is_asked_about_no_more_and_stays_parked() -> None:
    room = voting("Mere ro", "Færre fejl")
    first, second = room.nodes("benefit")
    room.when("s_01", cm.Vote(node=first.id, belief=5)).then()
    room.desk(cm.Park(node=first.id)).then()
    assert room.ask_ids("s_02") == [f"vote:{second.id}"]
    room.when("s_02", cm.Vote(node=first.id, belief=5)).refused("vote.not_asked")
    room.answer_all()
    room.desk(cm.Resolve()).then()
    assert (room.node(first.id).state, room.node(first.id).parked_by) == ("parked", "hand_in_r2")


def test_a_benefit_taken_back_in_during_its_vote_is_on_the_ballots_again() -> None:
    room = voting("Mere ro")
    node = room.nodes("benefit")[0]
    room.when("s_01", cm.Vote(node=node.id, belief=5)).then()
    room.desk(cm.Park(node=node.id)).then()
    room.desk(cm.Unpark(node=node.id)).then()
    assert (room.ask_ids("s_01"), room.ask_ids("s_02")) == ([], [f"vote:{node.id}"])
    assert vote(room, node, [5] * 8).state == "accepted"


def test_what_is_taken_in_during_the_vote_is_accepted_and_no_rule_parks_it_again() -> None:
    room = full_vote()
    node = next(one.id for one in room.nodes("benefit") if one.state == "parked")
    room.desk(cm.Unpark(node=node)).then()
    assert room.node(node).state == "accepted"
    assert all(f"vote:{node}" not in room.ask_ids(seat) for seat in room.state.seats)
    room.answer_all()
    room.desk(cm.Resolve()).then()
    assert room.node(node).state == "accepted"
    assert sum(one.counts for one in room.nodes("benefit")) == 7


def test_an_unrated_benefit_of_an_earlier_round_gives_way_to_what_the_room_rates() -> None:
    room = full_vote()
    node = next(one.id for one in room.nodes("benefit") if one.state == "parked")
    room.desk(cm.Resolve()).then()
    room.desk(cm.Unpark(node=node)).then()
    room.advance_to("r4.briefing")
    room.desk(cm.PreviousRound()).then()
    room.advance_to("r2.open")
    for seat, perspective in zip(room.state.seats, (*PERSPECTIVES, *PERSPECTIVES), strict=False):
        text = f"Mere ro i morgen hos {seat}"
        room.when(seat, cm.PlayCard(card="blank", text=text, perspective=perspective)).then()
    room.advance_to("r2.resolved")
    assert (room.node(node).state, room.node(node).parked_by) == ("parked", "rule")


def test_a_card_on_the_ballots_that_is_merged_with_a_parked_one_is_still_voted_on() -> None:
    room = voting("Mere ro", "Færre fejl")
    on_ballot, stays = room.nodes("benefit")
    room.desk(cm.Park(node=stays.id)).then()
    room.desk(cm.Merge(nodes=(on_ballot.id, stays.id))).then()
    (node,) = room.nodes("benefit")
    assert (node.id, node.state, node.parked_by) == (stays.id, "supported", None)
    assert vote(room, node, [4] * 8).state == "accepted"


def test_what_is_voted_on_again_stands_in_the_order_of_its_importance() -> None:
    room = game().advance_to("r2.open")
    for seat, text in (("s_01", "Mere ro"), ("s_02", "Kortere kø"), ("s_03", "Færre fejl")):
        room.when(seat, cm.PlayCard(card="blank", text=text, perspective="citizens")).then()
    for step in (cm.Reveal(), cm.OpenVote()):
        room.desk(step).then()
    weight = {"Mere ro": 1, "Kortere kø": 5, "Færre fejl": 3}
    for n, seat in enumerate(room.state.seats):
        for words, importance in weight.items():
            node = room.node(words).id
            room.when(seat, cm.Vote(node=node, belief=5 * (n % 2), importance=importance)).then()
    room.desk(cm.Resolve()).then()
    (again,) = (one for one in room.see("facilitator")["suggestions"] if one["do"] == "call_revote")
    titles = [room.node(node).title for node in again["d"]["nodes"]]
    assert titles == ["Kortere kø", "Færre fejl", "Mere ro"]
