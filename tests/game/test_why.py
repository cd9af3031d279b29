"""Hvorfor? What a node is there for, in the words of the rules."""

from dataclasses import replace

from game.model import BenefitMap, Estimate, LogEntry, Node, State
from game.sentences import word
from game.slices.why import WHY

ESTIMATE = Estimate(
    node="n1",
    round=1,
    n=8,
    unknown=0,
    median="0.825",
    q1="0.7125",
    q3="1.275",
    spread="0.68",
    planning=None,
    contested=True,
)
BENEFIT = Node(
    id="n1",
    label="P1",
    type="benefit",
    card="P1",
    support=3,
    belief="3.5",
    provenance=("play:abc", "rule:BR2", "votes:r2.1"),
)


def lines(node=BENEFIT, *log, estimates=(), others=()):
    """What the facilitator reads about the node, in Danish, with the rule's id before it."""
    nodes = {one.id: one for one in (node, *others)}
    held = {node.id: estimates} if estimates else {}
    state = State(map=BenefitMap(nodes=nodes, estimates=held), log=log)
    (family,) = WHY
    assert family.kinds == {"facilitator"}
    if f"why/{node.id}" not in family.items(state):
        return None
    return [
        (one["rule"], word(one["text"], "da", {}), bool(one["why"]))
        for one in family.make(state, f"why/{node.id}")
    ]


def test_a_card_says_how_many_played_it_and_what_the_room_believed():
    assert lines() == [
        ("BR2", "3 deltagere lagde dette kort.", True),
        ("vote", "Accepteret: Midten af rummet gav 3,5 af 5.", True),
    ]


def test_what_was_never_voted_on_says_nothing_of_votes():
    assert lines(replace(BENEFIT, provenance=("rule:BR3",), support=1)) == [
        ("BR3", "1 deltager skrev dette med egne ord.", True)
    ]
    assert lines(replace(BENEFIT, belief=None))[1:] == []
    assert lines(replace(BENEFIT, state="supported"))[1:] == []


def test_a_rule_that_parked_it_speaks_instead_of_the_vote():
    parked = replace(BENEFIT, state="parked", parked_by="rule")
    entry = LogEntry(seq=9, rule="BR11", node="n1")
    assert [rule for rule, _, _ in lines(parked, entry)] == ["BR2", "BR11"]


def test_a_log_entry_names_other_nodes_by_label_and_title():
    goal = Node(id="n2", label="G1", type="goal", title="Enkel service")
    entry = LogEntry(seq=9, rule="BR13", node="n1", params=(("goal", "n2"),))
    assert lines(BENEFIT, entry, others=(goal,))[-1][1] == (
        "Den førte ikke til et formål, så der er tegnet en stiplet pil til G1 »Enkel service«."
    )


def test_a_log_entry_of_another_node_stays_there():
    assert len(lines(BENEFIT, LogEntry(seq=9, rule="BR8", node="n9"))) == 2


def test_the_newest_estimate_says_what_it_came_to():
    settled = replace(ESTIMATE, round=2, planning="0.675", contested=False)
    few = replace(ESTIMATE, n=2, spread=None)
    told = LogEntry(seq=9, rule="BR9", node="n1")
    assert lines(BENEFIT, told, estimates=(ESTIMATE,))[-1][1] == (
        "Skønnene ligger for langt fra hinanden (spredning 0,68)."
    )
    assert lines(BENEFIT, told, estimates=(ESTIMATE, settled))[-1][1].startswith(
        "Den forsigtige værdi er 0,675"
    )
    assert lines(BENEFIT, estimates=(few,))[-1][1].startswith("For få har skønnet")


def test_a_rule_without_a_reason_of_its_own_gives_none():
    assert lines(BENEFIT, LogEntry(seq=9, rule="X1", node="n1"))[-1][2] is False


def test_a_rejected_node_is_out_of_sight():
    assert lines(replace(BENEFIT, state="rejected")) is None


def test_an_unnamed_change_is_called_by_its_label():
    ghost = Node(id="n3", label="C1", type="change", ghost=True, provenance=("rule:BR5",))
    entry = LogEntry(
        seq=9, rule="BR5.ghost", node="n3", params=(("source", "n3"), ("target", "n1"))
    )
    assert lines(ghost, entry, others=(BENEFIT,))[0][1] == (
        "Mellem C1 (uden navn) og P1 »Kortere sagstid« manglede nogen, der gør noget anderledes."
    )
