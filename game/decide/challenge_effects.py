"""What the answer to a challenge card does beside being judged (game.md 10)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from game import events as ev
from game.deal import play_id
from game.decide import activity, disbenefits, measures
from game.decide.build import group_plays, make_play
from game.decide.challenge_deal import PREMORTEM, WHO_LOSES
from game.decide.draft import Draft
from game.model import Node, Note

Effect = Callable[[Draft, str, Node, str], None]


def _premortem(draft: Draft, seat: str, node: Node, text: str) -> None:
    """U1 leaves the answer on the benefit, as a premortem text."""
    note = Note(
        id=play_id(draft.state.seed, "premortem", 1, seat, node.id),
        node=node.id,
        kind="premortem",
        text=None,
    )
    draft.add(ev.NoteAdded(note=note, text=text))


def _who_loses(draft: Draft, seat: str, node: Node, text: str) -> None:
    """U2 makes a dis-benefit of the answer, behind the change that the benefit needs."""
    perspective = node.perspective or "citizens"
    said = make_play(draft, seat, "answer_challenge", text=text, perspective=perspective)
    (group,) = group_plays([said])
    loss = disbenefits.stand(draft, group, "rule:U2")
    change = disbenefits.change_behind(draft, node.id)
    if change is not None:
        disbenefits.put_behind(draft, loss, change)
    disbenefits.keep_short(draft)
    if draft.state.phase == "closed":
        draft.add(ev.TitleSet(node=loss.id, title=loss.title or text))


def _counting_twice(draft: Draft, seat: str, node: Node, text: str) -> None:
    """U3 looks for kroner counted twice (X8)."""
    del seat, node, text
    measures.settle_money(draft)


def _activity(draft: Draft, seat: str, node: Node, text: str) -> None:
    """U4 looks whether the benefit is something we do (X1)."""
    del seat, text
    activity.hear(draft, node)


def _conversion(draft: Draft, seat: str, node: Node, text: str) -> None:
    """U6 keeps where the hours go as the measure's conversion."""
    del seat
    measure = draft.map.measures.get(node.id)
    if measure is not None:
        draft.add(ev.MeasureSet(measure=replace(measure, conversion=text), why="U6"))


EFFECTS: Mapping[str, Effect] = {
    PREMORTEM: _premortem,
    WHO_LOSES: _who_loses,
    "U3": _counting_twice,
    "U4": _activity,
    "U6": _conversion,
}
