from dataclasses import replace

from game.decide.challenge_text import challenge_text
from game.model import BenefitMap, Challenge, Estimate, Node, Setup, State
from game.say import say
from game.sentences import SENTENCES, word

BENEFIT = Node(id="n1", label="Ø2", type="benefit", card="O1")
ESTIMATE = Estimate(
    node="n1",
    round=2,
    n=8,
    unknown=0,
    median="0.75",
    q1="0.675",
    q3="0.7625",
    spread="0.12",
    planning="0.675",
    contested=False,
)


def asked(card, *estimates, benefit=BENEFIT):
    held = {"n1": estimates} if estimates else {}
    setup = Setup(project="p", code="K7QF3M", title="Pas", purpose="Nemt", goals=())
    state = State(setup=setup, map=BenefitMap(nodes={"n1": benefit}, estimates=held))
    return challenge_text(state, Challenge(id="c1", card=card, node="n1"))


def test_a_challenge_card_asks_its_own_question():
    assert asked("U5", ESTIMATE) == say("challenge.U5")


def test_only_half_use_it_shows_half_the_planning_value():
    assert word(asked("U11", ESTIMATE), "da", {}) == (
        "Kun halvdelen bruger det. Er gevinsten stadig umagen værd, "
        "når den forsigtige værdi er 0,3375 kr/år?"
    )


def test_a_unit_stands_after_the_figure_as_it_does_in_speech():
    said = asked("U11", ESTIMATE, benefit=replace(BENEFIT, card="B9"))
    assert "0,3375 pr. år?" in word(said, "da", {})
    assert "0.3375 per year?" in word(said, "en", {})


def test_without_a_figure_there_is_no_half_to_show():
    assert asked("U11") == say("challenge.U11")


def test_no_sentence_ends_with_a_unit_and_a_dot():
    """Units may end in a dot themselves, as mio. kr. does."""
    assert [one for one, said in SENTENCES.items() if any("{unit}." in text for text in said)] == []
