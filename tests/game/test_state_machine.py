"""Random legal and illegal commands: what must hold whatever people do (conventions.md 20)."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from game import commands as cm
from game import replay, slices
from game.benefit_map import closes_cycle
from game.decide.ready import asks, plays_left
from game.model import FACILITATOR, SHELL
from tests.game.dsl import ROOM, Room, game

TEXTS = st.sampled_from(
    ["Mere ro", "mere ro!", "Ny vagtplan", "\u202e\u200f\u200b", "😀 🎉", " ", "x" * 500]
)
IDS = st.sampled_from([f"n{number}" for number in range(1, 25)])
SEATS = st.sampled_from([f"s_{number:02d}" for number in range(1, 10)])
CARDS = st.sampled_from(["B1", "P1", "O1", "M9", "blank", "R4", "U12", "C2", "nothing"])
SMALL = st.one_of(st.none(), st.integers(-1, 6))
VALUES = st.sampled_from(["5", "0", "12.5", "-3", "1e9", "", "99999999999999999"])
DAYS = st.sampled_from(["2027-12-01", "2027-13-01", "i morgen"])
PLAYER_COMMANDS = st.one_of(
    st.builds(cm.PlayCard, card=CARDS, text=TEXTS, perspective=st.just("citizens"), target=IDS),
    st.builds(cm.ConfirmGoal, goal=IDS, fist=st.integers(-1, 6), text=TEXTS),
    st.builds(cm.Vote, node=IDS, belief=SMALL, importance=SMALL),
    st.builds(cm.Second, node=IDS),
    st.builds(cm.ProposeChange, node=IDS, text=TEXTS),
    st.builds(cm.ProposeEdge, from_=IDS, to=IDS, kind=st.sampled_from(["leads_to", "mitigates"])),
    st.builds(cm.Claim, node=IDS),
    st.builds(cm.Nominate, node=IDS, seat=SEATS),
    st.builds(cm.Accept, node=IDS, by=DAYS),
    st.builds(cm.Decline, node=IDS),
    st.builds(cm.CoSign, node=IDS),
    st.builds(cm.GiveEstimate, node=IDS, value=VALUES),
    st.builds(cm.Premortem, node=IDS, text=TEXTS),
    st.builds(cm.NameDisbenefit, text=TEXTS, perspective=st.just("employees"), node=IDS),
    st.builds(cm.PlayChallenge, card=CARDS, node=IDS),
    st.builds(cm.MinorityNote, node=IDS, text=TEXTS),
    st.builds(cm.AcceptDisbenefit, node=IDS),
    st.just(cm.Done()),
    st.just(cm.Sign()),
)
DESK_COMMANDS = st.one_of(
    st.builds(cm.Park, node=IDS),
    st.builds(cm.Unpark, node=IDS),
    st.builds(cm.Reject, node=IDS, text=TEXTS),
    st.builds(cm.Rename, node=IDS, title=TEXTS),
    st.builds(cm.Retype, node=IDS, type=st.sampled_from(["benefit", "change", "enabler", "goal"])),
    st.builds(cm.Merge, nodes=st.tuples(IDS, IDS)),
    st.builds(cm.SetClass, node=IDS, class_=st.sampled_from(["C", "T", "Q"])),
    st.builds(cm.RemoveSeat, seat=SEATS),
    st.builds(cm.SetRole, seat=SEATS, role=st.sampled_from(["director", "team_lead"])),
    st.builds(cm.AddAbsent, role=st.just("system_owner")),
    st.builds(cm.CallRevote, nodes=st.tuples(IDS)),
    st.builds(cm.ResolveContest, node=IDS, seat=SEATS, by=DAYS),
    st.builds(cm.AssignMeasure, node=IDS, seat=SEATS),
    st.builds(cm.Extend, seconds=st.integers(-600, 600)),
    st.sampled_from(
        [cm.Undo(), cm.Pause(), cm.Resume(), cm.PreviousRound(), cm.OpenVote(), cm.Resolve()]
    ),
)


class AnyGame(RuleBasedStateMachine):
    """A room in which anybody may try anything."""

    @initialize(variant=st.sampled_from(["short30", "standard75", "extended90"]))
    def begin(self, variant: str) -> None:
        self.room: Room = game(ROOM, variant=variant)

    @rule(seat=SEATS, command=PLAYER_COMMANDS)
    def somebody_tries(self, seat: str, command: cm.Command) -> None:
        self.room.when(seat, command)

    @rule(command=DESK_COMMANDS)
    def the_facilitator_tries(self, command: cm.Command) -> None:
        self.room.when(FACILITATOR, command)

    @rule(seat=SEATS)
    def somebody_leaves(self, seat: str) -> None:
        self.room.when(SHELL, cm.SeatGone(seat=seat))

    @rule()
    def somebody_joins(self) -> None:
        self.room.when(SHELL, cm.TakeSeat(role="partner"))

    @rule(seat=SEATS)
    def somebody_answers_everything(self, seat: str) -> None:
        for ask in asks(self.room.state, seat):
            answered = self.room.answer(seat, ask)
            assert answered.code in (None, "round.step", "challenge.unknown"), ask

    @rule()
    def the_room_plays_on(self) -> None:
        if self.room.state.phase == "paused":
            self.room.desk(cm.Resume())
        elif self.room.moment != "closed":
            self.room._play_on(optional=False)

    @invariant()
    def replay_is_the_live_state(self) -> None:
        if hasattr(self, "room"):
            assert replay(self.room.events) == self.room.state

    @invariant()
    def the_map_has_no_cycle(self) -> None:
        if hasattr(self, "room"):
            edges = self.room.state.map.edges
            for key, edge in edges.items():
                others = [one for other, one in edges.items() if other != key]
                if edge.kind == "leads_to":
                    assert not closes_cycle(others, edge.source, edge.target)

    @invariant()
    def nobody_has_more_plays_than_dealt(self) -> None:
        if hasattr(self, "room") and self.room.state.round is not None:
            for seat in self.room.state.seats:
                assert 0 <= plays_left(self.room.state, seat) <= 4

    @invariant()
    def every_viewer_can_be_shown_the_game(self) -> None:
        if hasattr(self, "room"):
            for kind in ("board", "facilitator"):
                assert "game" in slices(self.room.state, kind)  # type: ignore[arg-type]  # a Kind
            assert "asks" in slices(self.room.state, "player", "s_01")


AnyGame.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestAnyGame = AnyGame.TestCase
