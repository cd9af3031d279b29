"""Every sentence in both languages, and every id that the rules use is a sentence."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from game.deck import CARDS
from game.roles import ROLES
from game.say import Name, Say, say
from game.sentences import PLACEHOLDER, SENTENCES, merged, word
from game.variants import VARIANTS

GAME = Path(__file__).parents[2] / "game"
STEPS = ("briefing", "open", "revealed", "resolved")
NOT_REVEALED = {"r0", "r7"}


def placeholders(sentence: str) -> set[str]:
    return {found[1] for found in PLACEHOLDER.finditer(sentence)}


def called(node: ast.AST) -> str:
    """The bare name of the function that a call with positional arguments calls, else nothing."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
        return node.func.id
    return ""


def literals(argument: ast.expr) -> Iterator[str]:
    """The texts that an argument may be: itself, or either side of an if."""
    if isinstance(argument, ast.IfExp):
        yield from literals(argument.body)
        yield from literals(argument.orelse)
    elif isinstance(argument, ast.Constant):
        yield str(argument.value)


def calls(name: str) -> Iterator[tuple[str, ast.Call, str]]:
    """Every call of a function in `game/` with a literal: where, the call, the literal."""
    for path in sorted(GAME.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and called(node) == name:
                for text in literals(node.args[0]):
                    yield f"{path.relative_to(GAME)}:{node.lineno}", node, text


# What is written.


def test_a_sentence_stands_in_both_languages_with_the_same_placeholders():
    uneven = [
        sentence
        for sentence, (danish, english) in SENTENCES.items()
        if not danish
        or not english
        or (danish.strip(), english.strip()) != (danish, english)
        or placeholders(danish) != placeholders(english)
    ]
    assert uneven == []


def test_every_brace_belongs_to_a_placeholder():
    stray = [
        sentence
        for sentence, texts in SENTENCES.items()
        if any(re.search(r"[{}]", PLACEHOLDER.sub("", text)) for text in texts)
    ]
    assert stray == []


def test_a_sentence_is_written_once():
    with pytest.raises(ValueError, match="twice"):
        merged([{"a": ("x", "y")}, {"a": ("z", "w")}])


def test_a_refusal_is_a_short_sentence():
    for sentence, texts in SENTENCES.items():
        if sentence.startswith("refusal."):
            assert all(text[-1] in ".!?" and len(text) <= 180 for text in texts), sentence


def test_every_card_and_role_has_its_words():
    assert all(f"card.{card}" in SENTENCES for card in CARDS)
    assert all(f"role.{role}" in SENTENCES for role in ROLES)
    assert all(f"challenge.U{number}" in SENTENCES for number in range(1, 13))


def test_every_finding_says_why_and_what_next():
    rules = [f"V{n}" for n in range(1, 16)] + [f"X{n}" for n in range(1, 25)]
    for rule in [*rules, "contested"]:
        for part in ("", ".why", ".next"):
            assert f"finding.{rule}{part}" in SENTENCES


def test_every_build_rule_that_speaks_of_a_node_says_why():
    for number in (2, 3, 5, 6, 7, 8, 9, 11, 13):
        assert any(key.startswith(f"rule.BR{number}") for key in SENTENCES)
        assert f"rule.BR{number}.why" in SENTENCES


def test_every_round_has_a_title_a_question_and_a_script_for_each_step():
    for row in {row.id for plan in VARIANTS.values() for row in plan.rounds}:
        assert f"round.{row}" in SENTENCES
        assert f"question.{row}" in SENTENCES
        for step in STEPS:
            if step == "revealed" and row in NOT_REVEALED:
                continue
            for part in ("say", "why", "pitfalls", "next"):
                assert f"script.{row}.{step}.{part}" in SENTENCES


# What the rules use.


def lacking(function: str, prefix: str = "") -> list[str]:
    """Where the rules use a sentence that is not written, or leave a placeholder of it empty."""
    found = []
    for where, call, literal in calls(function):
        sentence = f"{prefix}{literal}"
        given = {keyword.arg for keyword in call.keywords}
        if sentence not in SENTENCES:
            found.append(f"{where} {sentence}")
        elif None not in given and (empty := placeholders(SENTENCES[sentence][0]) - given):
            found.append(f"{where} {sentence} lacks {sorted(empty)}")
    return found


def test_what_the_rules_say_is_written_and_gets_its_parameters():
    assert lacking("say") == []


def test_what_the_rules_log_is_written():
    told = {
        part.value
        for path in GAME.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "tell" and node.args
        for part in ast.walk(node.args[0])
        if isinstance(part, ast.Constant)
    }
    assert told
    assert sorted(rule for rule in told if f"rule.{rule}" not in SENTENCES) == []


def test_an_id_put_together_by_the_rules_fits_a_family_of_sentences():
    strange = []
    for path in sorted(GAME.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if called(node) == "say" and isinstance(node.args[0], ast.JoinedStr):
                pattern = "".join(
                    re.escape(part.value) if isinstance(part, ast.Constant) else r"[\w.]+"
                    for part in node.args[0].values
                )
                if not any(re.fullmatch(pattern, sentence) for sentence in SENTENCES):
                    strange.append(f"{path.relative_to(GAME)}:{node.lineno} {pattern}")
    assert strange == []


def test_what_the_rules_refuse_has_a_sentence():
    assert lacking("RuleError", "refusal.") == []


# How it is worded.

NAMES = {"p_1": "Mette"}


def da(value):
    return word(value, "da", NAMES)


def en(value):
    return word(value, "en", NAMES)


def test_a_sentence_is_worded_in_the_readers_language():
    assert da(say("round.r6")) == "Modvind"
    assert en(say("round.r6")) == "Headwind"
    assert word(say("round.r6"), "sv", NAMES) == "Modvind"


def test_a_sentence_within_a_sentence_is_worded_too():
    node = say("node.name", label="P1", title=say("card.P1"))
    assert (
        da(say("finding.X3", node=node)) == "Ingen er foreslået som ejer af P1 »Kortere sagstid«."
    )
    assert en(say("finding.X3", node=node)) == (
        "Nobody is nominated as owner of P1 “Shorter handling time”."
    )


def test_dates_in_the_wrong_order_are_told_as_a_fault_not_as_an_instruction():
    assert da(say("finding.X15", node="B1")) == ("B1 er sat til at komme før det, den bygger på.")
    assert en(say("finding.X15", node="B1")) == "B1 is set to come before what it builds on."


def test_one_and_many_have_forms_of_their_own():
    assert da(say("recap.r4.orphans", n=1)) == "1 gevinst mangler ejer."
    assert da(say("recap.r4.orphans", n=3)) == "3 gevinster mangler ejer."
    assert en(say("recap.r4.orphans", n=0)) == "0 benefits lack an owner."
    assert en(say("recap.r4.orphans", n=("x",))) == "x benefit lacks an owner."


def test_a_recap_speaks_of_one_goal_or_of_several():
    assert da(say("recap.r1.agreed", n=1)) == "Alle står bag formålet."
    assert da(say("recap.r1.agreed", n=2)) == "Alle står bag formålene."
    assert en(say("recap.r1.agreed", n=1)) == "Everybody stands behind the goal."
    assert en(say("recap.r1.agreed", n=2)) == "Everybody stands behind the goals."


@pytest.mark.parametrize("what", ["measure", "baseline", "owner", "challenge", "plan"])
def test_a_next_move_costs_one_minute_or_several(what):
    one, more = (say(f"move.{what}", minutes=n, label="B1") for n in (1, 2))
    assert (da(one).split()[1], da(more).split()[1]) == ("minut", "minutter")
    assert (en(one).split()[1], en(more).split()[1]) == ("minute", "minutes")


def test_numbers_are_written_as_the_reader_writes_them():
    assert da(Decimal("1234567.50")) == "1.234.567,50"
    assert en(Decimal("1234567.50")) == "1,234,567.50"
    assert da(Decimal("-0.675")) == "−0,675"
    assert da(60000) == "60.000"
    assert en(-3) == "−3"
    assert da(2027) == en(2027) == "2027"


def test_dates_are_written_out():
    assert da(date(2027, 12, 1)) == "1. december 2027"
    assert en(date(2027, 12, 1)) == "1 December 2027"


def test_a_list_reads_as_a_list():
    assert da(()) == "–"
    assert da(("a",)) == "a"
    assert da(("a", "b", "c")) == "a, b og c"
    assert en((say("card.B1"), say("card.B2"))) == "Faster decision and Shorter wait"


def test_a_person_has_a_name_or_none_that_we_know():
    assert da(Name("p_1")) == "Mette"
    assert da(Name("p_2")) == "–"


def test_what_people_wrote_is_never_read_as_a_placeholder():
    wild = "{n} {0} {node|a|b} {{ % \\1"
    assert da(say("suggest.rename", node="{text}", text=wild)) == f"Skriv {{text}} som »{wild}«"


def test_a_sentence_that_lacks_something_is_worded_all_the_same():
    assert da(say("finding.X3")) == "Ingen er foreslået som ejer af –."
    assert da(say("recap.r4.orphans")) == "– – mangler ejer."
    assert da(Say("no.such.sentence")) == "no.such.sentence"


def test_equal_sentences_are_equal_whatever_order_they_were_said_in():
    assert say("x", a=1, b=2) == say("x", b=2, a=1)
