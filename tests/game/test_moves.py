"""The facilitator's moves on the map, and taking them back."""

from __future__ import annotations

from game import commands as cm
from game import events as ev
from game.decide.build import node_tie
from game.roles import ROLES
from tests.game.dsl import Room, game
from tests.game.reached import counted, reached


def mapped() -> Room:
    return game().advance_to("r4.revealed")


def benefit(room: Room) -> str:
    return next(node.id for node in room.nodes("benefit") if node.counts)


def test_there_is_nothing_to_undo_before_the_first_move() -> None:
    game().desk(cm.Undo()).refused("undo.nothing")


def test_a_parked_benefit_comes_back_as_it_was_by_undo() -> None:
    room = mapped()
    node = room.node(benefit(room))
    room.desk(cm.Park(node=node.id)).then(ev.MoveBegan, ev.NodeSet)
    assert (room.node(node.id).state, room.node(node.id).parked_by) == ("parked", "hand")
    room.desk(cm.Park(node=node.id)).refused("node.parked")
    room.desk(cm.Undo()).then(ev.Undone)
    assert room.node(node.id) == node
    room.desk(cm.Undo()).refused("undo.nothing")


def test_a_later_event_on_the_same_node_makes_undo_too_late() -> None:
    room = mapped()
    held = next(one for one in room.state.map.assignments.values() if one.seat)
    room.desk(cm.Rename(node=held.node, title="Et andet navn")).then(ev.TitleSet)
    room.when(held.seat or "", cm.Decline(node=held.node)).then(ev.AssignmentSet)
    room.desk(cm.Undo()).refused("undo.too_late")


def test_a_later_event_elsewhere_does_not() -> None:
    room = mapped()
    room.desk(cm.Rename(node="n1", title="Et andet formål")).then()
    room.when("team_lead", cm.SetLanguage(language="en")).then()
    room.desk(cm.Undo()).then(ev.Undone)
    assert room.node("n1").title == "Enkel borgerservice"


def test_an_unparked_benefit_counts_again_and_one_not_parked_is_left_alone() -> None:
    room = mapped()
    node = benefit(room)
    room.desk(cm.Unpark(node=node)).refused("node.not_parked")
    room.desk(cm.Park(node=node)).then()
    room.desk(cm.Unpark(node=node)).then(ev.NodeSet)
    assert room.node(node).state == "accepted"


def test_a_benefit_unparked_before_the_vote_is_voted_on() -> None:
    room = game().advance_to("r2.second")
    node = room.nodes("benefit")[0].id
    room.desk(cm.Park(node=node)).then()
    room.desk(cm.Unpark(node=node)).then()
    assert room.node(node).state == "supported"


def test_a_rejected_text_is_hidden_everywhere_and_comes_back_by_undo() -> None:
    room = game().advance_to("r2.open")
    blank = cm.PlayCard(card="blank", text="Fyr Bent", perspective="employees")
    room.when("team_lead", blank).then()
    room.desk(cm.Reveal()).then()
    node = room.nodes("benefit")[0].id
    room.desk(cm.Reject(node=node, text="")).refused("text.missing")
    room.desk(cm.Reject(node=node, text="Nævner en person")).then()
    assert "Fyr Bent" not in str(room.see("board")) + str(room.see("player", "staff_rep"))
    room.desk(cm.Park(node=node)).refused("node.unknown")
    room.desk(cm.Undo()).then()
    assert room.node(node).title == "Fyr Bent"


def test_a_retyped_benefit_gets_another_label_and_loses_illegal_arrows() -> None:
    room = game().advance_to("r3.resolved")
    node = benefit(room)
    assert any(edge.source == node for edge in room.state.map.edges.values())
    room.desk(cm.Retype(node=node, type="enabler")).then(ev.NodeSet, ev.EdgeDropped)
    assert (room.node(node).label, room.node(node).benefit_class) == ("E3", None)
    assert not any(
        edge.target.startswith("n") and edge.source == node and edge.target in ("n1", "n2")
        for edge in room.state.map.edges.values()
    )
    room.desk(cm.Undo()).then(ev.Undone)
    assert any(edge.source == node for edge in room.state.map.edges.values())


def test_a_deliverable_may_become_a_benefit_without_a_perspective_of_its_own() -> None:
    room = mapped()
    room.desk(cm.Retype(node="n3", type="benefit")).then()
    made = room.node("n3")
    assert (made.perspective, made.benefit_class) == ("processes", "Q")


def test_goals_are_not_retyped_and_types_are_those_of_the_book() -> None:
    room = mapped()
    room.desk(cm.Retype(node="n1", type="benefit")).refused("node.wrong_type")
    room.desk(cm.Retype(node="n3", type="goal")).refused("node.wrong_type")
    room.desk(cm.Retype(node="n3", type="idea")).refused("node.wrong_type")


def test_a_benefit_gets_one_of_the_five_classes() -> None:
    room = mapped()
    room.desk(cm.SetClass(node=benefit(room), class_="Z")).refused("class.unknown")
    room.desk(cm.SetClass(node=benefit(room), class_="C")).then(ev.NodeSet)
    assert room.node(benefit(room)).benefit_class == "C"


def test_a_ghost_gets_its_name_and_its_number() -> None:
    room = game().advance_to("r3.open")
    node = benefit(room)
    room.when("team_lead", cm.ProposeEdge(from_="n3", to=node)).then()
    room.desk(cm.Reveal()).then()
    (ghost,) = (one for one in room.nodes("change") if one.ghost)
    assert ("name_ghost", ghost.id) in [
        (one["do"], one["d"].get("node")) for one in room.see("facilitator")["suggestions"]
    ]
    room.desk(cm.NameGhost(node=ghost.id, text="Vagtplanen lægges om")).then(
        ev.NodeSet, ev.TitleSet
    )
    named = room.node(ghost.id)
    assert (named.ghost, named.title, named.label[0]) == (False, "Vagtplanen lægges om", "C")
    room.desk(cm.NameGhost(node=ghost.id, text="Igen")).refused("node.wrong_type")
    room.desk(cm.Undo()).then()
    assert room.node(ghost.id).ghost


def two_alike(room: Room, first_goal: str = "n1") -> tuple[str, str]:
    texts = (
        ("team_lead", "Færre fejl i borgernes sager", first_goal),
        ("staff_rep", "Færre fejl i sager", "n1"),
        ("citizen_rep", "Færre fejl i sager", "n1"),
    )
    for seat, text, goal in texts:
        command = cm.PlayCard(card="blank", text=text, perspective="citizens", target=goal)
        room.when(seat, command).then()
    room.desk(cm.Reveal()).then()
    small = next(one for one in room.nodes("benefit") if one.support == 1)
    large = next(one for one in room.nodes("benefit") if one.support == 2)
    return small.id, large.id


def test_near_texts_are_suggested_as_one_and_merged_into_the_best_supported() -> None:
    room = game().advance_to("r2.open")
    small, large = two_alike(room)
    (suggested,) = (one for one in room.see("facilitator")["suggestions"] if one["do"] == "merge")
    assert set(suggested["d"]["nodes"]) == {small, large}
    room.desk(cm.Merge(nodes=(small, large))).then(ev.NodeMerged, ev.NodeSet)
    assert small not in room.state.map.nodes
    assert (room.node(large).support, len(room.state.map.edges)) == (3, 1)
    room.desk(cm.Undo()).then()
    assert {small, large} <= set(room.state.map.nodes)
    assert room.node(small).title == "Færre fejl i borgernes sager"
    assert len(room.state.map.edges) == 2


def two_cards() -> tuple[Room, str, str]:
    """P3 and P1, each played by one person; P3 was laid out first."""
    room = game().advance_to("r2.open")
    assert room.state.round is not None
    hands = room.state.round.hands
    first = next(seat for seat, hand in hands.items() if "P1" in hand)
    other = next(seat for seat, hand in hands.items() if "P3" in hand and seat != first)
    room.when(first, cm.PlayCard(card="P1")).then()
    room.when(other, cm.PlayCard(card="P3")).then()
    room.desk(cm.Reveal()).then()
    high, low = room.nodes("benefit")
    assert (high.card, low.card) == ("P3", "P1")
    return room, high.id, low.id


def test_of_two_cards_with_the_same_support_the_lowest_stays() -> None:
    room, high, low = two_cards()
    room.desk(cm.Merge(nodes=(high, low))).then()
    assert [node.card for node in room.nodes("benefit")] == ["P1"]


def test_the_card_with_more_support_stays_whatever_its_number() -> None:
    room, high, low = two_cards()
    seat = next(one for one in room.state.seats if one not in room.state.supporters[high])
    room.when(seat, cm.Second(node=high)).then()
    room.desk(cm.Merge(nodes=(low, high))).then()
    assert [node.card for node in room.nodes("benefit")] == ["P3"]


def test_of_own_words_with_the_same_support_br1_says_which_stay() -> None:
    room = game().advance_to("r2.open")
    for seat, text in (("s_01", "Mere ro"), ("s_02", "Ingen ventende opkald")):
        played = cm.PlayCard(card="blank", text=text, perspective="employees")
        room.when(seat, played).then()
    room.desk(cm.Reveal()).then()
    nodes = room.nodes("benefit")
    first = min(nodes, key=lambda node: node_tie(room.state, node))
    assert first is not nodes[0]
    room.desk(cm.Merge(nodes=tuple(node.id for node in nodes))).then()
    assert room.nodes("benefit")[0].title == first.title


def test_a_dismissed_merge_is_not_suggested_again_unless_undone() -> None:
    room = game().advance_to("r2.open")
    pair = two_alike(room)
    room.desk(cm.DismissMerge(nodes=pair)).then(ev.MergeDismissed)
    assert all(one["do"] != "merge" for one in room.see("facilitator")["suggestions"])
    room.desk(cm.Undo()).then()
    assert any(one["do"] == "merge" for one in room.see("facilitator")["suggestions"])


def test_a_merge_takes_two_of_a_kind() -> None:
    room = mapped()
    room.desk(cm.Merge(nodes=("n1", "n1"))).refused("merge.not_alike")
    room.desk(cm.Merge(nodes=("n1", "n3"))).refused("merge.not_alike")


def test_a_role_set_by_the_facilitator_is_undone_to_the_role_before() -> None:
    room = mapped()
    room.desk(cm.SetRole(seat="s_01", role="king")).refused("role.unknown")
    room.desk(cm.SetRole(seat="s_01", role="director")).then(ev.RoleTaken)
    room.desk(cm.Undo()).then()
    assert room.seat("s_01").role == "head_of_operations"


def test_an_absent_role_added_by_mistake_is_gone_by_undo() -> None:
    room = mapped()
    added = room.desk(cm.AddAbsent(role="system_owner")).first(ev.SeatTaken).seat
    room.desk(cm.Undo()).then()
    assert added not in room.state.seats


def test_a_removed_seat_leaves_its_nodes_with_an_absent_owner_until_undone() -> None:
    room = mapped()
    room.answer_all()
    held = next(one for one in room.state.map.assignments.values() if one.seat)
    room.desk(cm.RemoveSeat(seat=held.seat or "")).then(ev.SeatRemoved, ev.AssignmentSet)
    assert room.state.map.assignments[held.node].state == "absent"
    assert room.see("player", held.seat)["me"] is None
    room.when(held.seat or "", cm.Done()).refused("seat.unknown")
    room.desk(cm.Undo()).then()
    assert room.state.map.assignments[held.node] == held
    assert room.seat(held.seat or "").plays


def test_a_merge_takes_the_arrows_to_other_goals_along() -> None:
    room = game().advance_to("r2.open")
    small, large = two_alike(room, "n2")
    room.desk(cm.Merge(nodes=(small, large))).then()
    assert set(room.state.map.edges) == {f"{large}>n1", f"{large}>n2"}


def test_merging_two_that_lead_to_the_same_goal_keeps_one_arrow() -> None:
    room = game().advance_to("r2.open")
    small, large = two_alike(room)
    assert len(room.state.map.edges) == 2
    room.desk(cm.Merge(nodes=(small, large))).then()
    assert list(room.state.map.edges) == [f"{large}>n1"]


def test_a_parked_card_that_becomes_another_type_is_parked_no_more() -> None:
    room = mapped()
    node = next(one.id for one in room.nodes("benefit") if one.state != "parked")
    room.desk(cm.Park(node=node)).then()
    room.desk(cm.Retype(node=node, type="change")).then()
    assert (room.node(node).state, room.node(node).parked_by) == ("accepted", None)


def test_the_old_way_is_switched_off_also_under_other_words() -> None:
    room = reached("r3.open")
    node = counted(room, "benefit")[0].id
    room.when("s_01", cm.ProposeChange(node=node, card="C2")).then()
    for seat in ("s_02", "s_03"):
        room.when(seat, cm.ProposeChange(node=node, text="Det gamle system lukkes")).then()
    room.desk(cm.Reveal()).then()
    off, kept = (
        next(one.id for one in room.nodes("change") if (one.card == "C2") is is_card)
        for is_card in (True, False)
    )
    assert room.node(kept).support > room.node(off).support
    room.desk(cm.Merge(nodes=(off, kept))).then()
    assert off not in room.state.map.nodes
    room.desk(cm.Resolve()).then()
    assert room.node("n3").digital
    found = [one["rule"] for one in room.see("facilitator")["meters"]["findings"]]
    assert "X19" not in found


def test_a_ghost_becomes_the_change_that_it_is_merged_with() -> None:
    room = reached("r3.open")
    benefit = counted(room, "benefit")[0].id
    room.when("s_01", cm.ProposeChange(node=benefit, text="Vagtplanen lægges om")).then()
    for seat in ("s_02", "s_03"):
        room.when(seat, cm.ProposeEdge(from_="n3", to=benefit)).then()
    room.desk(cm.Reveal()).then()
    ghost, named = (
        next(one for one in room.nodes("change") if one.ghost is is_ghost)
        for is_ghost in (True, False)
    )
    assert ghost.support >= named.support
    room.desk(cm.Merge(nodes=(ghost.id, named.id))).then(ev.NodeMerged)
    assert room.node(named.id).title == "Vagtplanen lægges om"
    assert {f"n3>{named.id}", f"{named.id}>{benefit}"} <= set(room.state.map.edges)


def test_what_the_room_has_judged_stays_judged_whatever_it_is_merged_with() -> None:
    room = game().advance_to("r2.open")
    for seat, text in (("s_01", "Mere ro"), ("s_02", "Mere ro"), ("s_05", "Mere fred")):
        played = cm.PlayCard(card="blank", text=text, perspective="employees")
        room.when(seat, played).then()
    for step in (cm.Reveal(), cm.OpenVote()):
        room.desk(step).then()
    one_voice, accepted = room.node("Mere ro").id, room.node("Mere fred").id
    for n, seat in enumerate(room.state.seats):  # nobody else believes in what operations said
        room.when(seat, cm.Vote(node=one_voice, belief=4 if n < 4 else 3, importance=3)).then()
        room.when(seat, cm.Vote(node=accepted, belief=4, importance=3)).then()
    room.desk(cm.Resolve()).then()
    assert (room.node(one_voice).one_voice, room.node(accepted).state) == (True, "accepted")
    room.desk(cm.Merge(nodes=(one_voice, accepted))).then()
    (kept,) = room.nodes("benefit")
    assert (kept.title, kept.state, kept.one_voice) == ("Mere ro", "accepted", False)
    room.desk(cm.Undo()).then()
    assert room.node(one_voice).one_voice


def test_two_that_each_had_one_voice_have_two_when_they_are_one() -> None:
    room = game().advance_to("r2.open")
    for seat, text in (("s_01", "Mere ro"), ("s_05", "Mere fred")):
        played = cm.PlayCard(card="blank", text=text, perspective="employees")
        room.when(seat, played).then()
    for step in (cm.Reveal(), cm.OpenVote()):
        room.desk(step).then()
    nodes = tuple(one.id for one in room.nodes("benefit"))
    own = {"Mere ro": "operations", "Mere fred": ROLES[room.seat("s_05").role].group}
    for seat in room.state.seats:
        for node in nodes:
            mine = ROLES[room.seat(seat).role].group == own[room.node(node).title or ""]
            room.when(seat, cm.Vote(node=node, belief=4 if mine else 3, importance=3)).then()
    room.desk(cm.Resolve()).then()
    assert {room.node(node).state for node in nodes} == {"proposed"}
    room.desk(cm.Merge(nodes=nodes)).then()
    (kept,) = room.nodes("benefit")
    assert (kept.state, kept.one_voice) == ("accepted", False)
