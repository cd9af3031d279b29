"""The words of a node in one language."""

from __future__ import annotations

from game.titles import title_of
from support.maps import node


def test_a_nodes_own_words_stay_in_every_language():
    assert title_of(node("b1", title="Kort"), "en") == "Kort"


def test_an_unrenamed_card_speaks_the_readers_language():
    one = node("b1", title=None, card="P1")
    assert title_of(one, "da") == "Kortere sagstid"
    assert title_of(one, "en") == "Shorter handling time"


def test_an_unnamed_ghost_has_no_words():
    assert title_of(node("c1", title=None, ghost=True), "da") == ""
