"""What the facilitator may ask."""

from __future__ import annotations

from game.commands.base import CONSOLE, Command, command


@command("start", CONSOLE)
class Start(Command):
    """Begins the first round."""


@command("open_round", CONSOLE)
class OpenRound(Command):
    """Opens the round, or its second wave."""


@command("reveal", CONSOLE)
class Reveal(Command):
    """Turns the cards."""


@command("open_vote", CONSOLE)
class OpenVote(Command):
    """Ends the minute for seconding and asks for votes (R2)."""


@command("resolve", CONSOLE)
class Resolve(Command):
    """Settles the round by the rules."""


@command("next_round", CONSOLE)
class NextRound(Command):
    """Goes to the next round."""


@command("previous_round", CONSOLE)
class PreviousRound(Command):
    """Plays the round before once more."""


@command("pause", CONSOLE)
class Pause(Command):
    """Stops the clock."""


@command("resume", CONSOLE)
class Resume(Command):
    """Gives back the rest of the time."""


@command("extend", CONSOLE)
class Extend(Command):
    """Lengthens, or shortens, the step's time."""

    seconds: int


@command("stop_clock", CONSOLE)
class StopClock(Command):
    """Takes the step's time away: it lasts until the facilitator goes on."""


@command("lock", CONSOLE)
class Lock(Command):
    """Lets nobody new in."""


@command("unlock", CONSOLE)
class Unlock(Command):
    """Lets people in again."""


@command("join_policy", CONSOLE)
class JoinPolicy(Command):
    """Who may come in late."""

    policy: str


@command("let_in", CONSOLE)
class LetIn(Command):
    """Lets somebody in who waits at the door."""

    seat: str


@command("remove_seat", CONSOLE)
class RemoveSeat(Command):
    """Takes a seat out of the room."""

    seat: str


@command("set_role", CONSOLE)
class SetRole(Command):
    """Corrects a seat's role."""

    seat: str
    role: str


@command("merge_seats", CONSOLE)
class MergeSeats(Command):
    """Two seats of one person become the first of them that plays."""

    seats: tuple[str, ...]


@command("add_absent", CONSOLE)
class AddAbsent(Command):
    """A role, or a person, that is missing from the room."""

    role: str
    name: str | None = None


@command("add_proxy", CONSOLE)
class AddProxy(Command):
    """A person without a phone, played for by the facilitator."""

    role: str
    name: str


@command("nudge", CONSOLE)
class Nudge(Command):
    """A quiet reminder to one seat."""

    seat: str


@command("hide_names", CONSOLE)
class HideNames(Command):
    """Shows roles for names."""

    on: bool


@command("merge", CONSOLE)
class Merge(Command):
    """Makes one node of several."""

    nodes: tuple[str, ...]


@command("dismiss_merge", CONSOLE)
class DismissMerge(Command):
    """Says no to a merge suggestion."""

    nodes: tuple[str, ...]


@command("park", CONSOLE)
class Park(Command):
    """Sets a node aside."""

    node: str


@command("unpark", CONSOLE)
class Unpark(Command):
    """Takes a node back in."""

    node: str


@command("reject", CONSOLE)
class Reject(Command):
    """Hides a node everywhere, with a reason."""

    node: str
    text: str


@command("rename", CONSOLE)
class Rename(Command):
    """Words a node anew."""

    node: str
    title: str


@command("retype", CONSOLE)
class Retype(Command):
    """Makes a node another type."""

    node: str
    type: str


@command("name_ghost", CONSOLE)
class NameGhost(Command):
    """Names the change a ghost stands for."""

    node: str
    text: str


@command("set_class", CONSOLE)
class SetClass(Command):
    """Sets a benefit's class."""

    node: str
    class_: str


@command("assign_measure", CONSOLE)
class AssignMeasure(Command):
    """Asks another seat for a benefit's measure."""

    node: str
    seat: str


@command("call_revote", CONSOLE)
class CallRevote(Command):
    """Votes once more on the named nodes."""

    nodes: tuple[str, ...]


@command("resolve_contest", CONSOLE)
class ResolveContest(Command):
    """Names who settles a contest, and by when; else who is asked to own a benefit that counts."""

    node: str
    seat: str
    by: str | None = None


@command("give_reason", CONSOLE)
class GiveReason(Command):
    """Records why a rule does not hold here (V14)."""

    rule: str
    text: str


@command("show", CONSOLE)
class Show(Command):
    """What phones and the board look at."""

    view: str


@command("undo", CONSOLE)
class Undo(Command):
    """Reverses the facilitator's latest move."""


@command("close", CONSOLE)
class Close(Command):
    """Ends the game; its map stands."""


@command("add_deputy", CONSOLE)
class AddDeputy(Command):
    """Names somebody who may take the game over when the facilitator is away."""

    name: str


@command("remove_deputy", CONSOLE)
class RemoveDeputy(Command):
    """Takes a deputy off the list; one who leads leads no more."""

    deputy: str


@command("take_over", CONSOLE)
class TakeOver(Command):
    """Leads the game from this console: the owner at once, a deputy when who leads is away."""

    code: str | None = None


@command("play_for", CONSOLE)
class PlayFor(Command):
    """Plays for a seat without a phone: `do` and `d` are what that seat would send."""

    seat: str
    command: Command
