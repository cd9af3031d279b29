"""Who may own what, who wins, who carries too much (game.md 5, BR8, X4, X22)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import RuleError
from game.ownership import (
    Claim,
    benefits_by_owner,
    choose_owner,
    is_line,
    is_owned,
    is_tie,
    may_accept_disbenefit,
    may_co_sign,
    may_own,
    overloaded,
    owned_nodes,
    owner_key,
    owner_roles,
    require_owner,
)
from game.roles import ROLES
from support.maps import drawn, node, owner

TABLE = {
    # role: goal, benefit N, benefit A, benefit C, change, dis-benefit, enabler
    "director": "yes fallback fallback fallback no no no",
    "chair": "yes fallback fallback fallback no no no",
    "head_of_operations": "no yes yes yes yes yes no",
    "unit_manager": "no yes yes yes yes yes no",
    "process_owner": "no yes yes yes yes yes no",
    "partner": "no yes yes yes yes yes no",
    "team_lead": "no yes no no yes yes no",
    "change_owner": "no no no no yes yes no",
    "budget_holder": "no no no no no no no",
    "controller": "no no no no no no no",
    "project_manager": "no no no no no no yes",
    "system_owner": "no no no no yes no yes",
    "supplier": "no no no no no no yes",
    "specialist": "no no no no no no no",
    "staff_rep": "no no no no no no no",
    "citizen_rep": "no no no no no no no",
}
NODES = (
    node("g1"),
    node("b1"),
    node("b2", benefit_class="A"),
    node("b3", benefit_class="C"),
    node("c1"),
    node("d1"),
    node("e1"),
)


@pytest.mark.parametrize("role", ROLES)
def test_the_table_of_rights_holds(role):
    assert [may_own(role, one) for one in NODES] == TABLE[role].split()


def test_a_benefit_without_a_class_yet_may_be_a_team_leads():
    assert may_own("team_lead", node("b1", benefit_class=None)) == "yes"


@pytest.mark.parametrize("role", ["project_manager", "system_owner", "supplier"])
def test_the_project_never_owns_a_benefit(role):
    with pytest.raises(RuleError) as refused:
        require_owner(role, node("b1"))
    assert refused.value.code == "owner.not_eligible"
    assert refused.value.params["reason"] == "X4"


def test_a_voice_is_refused_for_its_role():
    with pytest.raises(RuleError) as refused:
        require_owner("staff_rep", node("b1"))
    assert refused.value.params["reason"] == "role"
    with pytest.raises(RuleError) as refused:
        require_owner("supplier", node("c1"))
    assert refused.value.params["reason"] == "role"


def test_an_eligible_role_and_a_fallback_are_let_through():
    require_owner("unit_manager", node("b1"))
    require_owner("director", node("b1"))


def test_the_line_is_who_harvests():
    assert is_line("team_lead")
    assert is_line("partner")
    assert not is_line("director")


def test_only_the_budget_holder_co_signs_and_only_a_cashable_benefit():
    assert may_co_sign("budget_holder", node("b1", benefit_class="C"))
    assert not may_co_sign("budget_holder", node("b1"))
    assert not may_co_sign("budget_holder", node("c1"))
    assert not may_co_sign("controller", node("b1", benefit_class="C"))


def test_a_disbenefit_is_accepted_by_its_owner_or_a_director():
    assert may_accept_disbenefit("team_lead", node("d1"), owns=True)
    assert may_accept_disbenefit("director", node("d1"), owns=False)
    assert not may_accept_disbenefit("team_lead", node("d1"), owns=False)
    assert not may_accept_disbenefit("director", node("b1"), owns=True)


def claim(seat, role, owned=0):
    return Claim(seat=seat, role=role, owned=owned, tie=f"tie {seat}")


def test_the_role_nearest_operations_wins():
    claims = [
        claim("s_1", "director"),
        claim("s_2", "head_of_operations"),
        claim("s_3", "team_lead"),
    ]
    assert [one.seat for one in choose_owner(claims)] == ["s_3", "s_2", "s_1"]


def test_among_equals_who_owns_fewer_wins_and_then_the_seed():
    claims = [
        claim("s_3", "partner"),
        claim("s_1", "unit_manager", 1),
        claim("s_2", "process_owner"),
    ]
    assert [one.seat for one in choose_owner(claims)] == ["s_2", "s_3", "s_1"]


def test_only_the_seed_between_two_is_a_tie():
    assert is_tie(claim("s_1", "partner"), claim("s_2", "unit_manager"))
    assert not is_tie(claim("s_1", "partner", 1), claim("s_2", "partner"))
    assert not is_tie(claim("s_1", "team_lead"), claim("s_2", "partner"))


@given(
    st.lists(
        st.builds(
            Claim,
            seat=st.text(),
            role=st.sampled_from(sorted(ROLES)),
            owned=st.integers(0, 9),
            tie=st.text(),
        ),
        min_size=1,
    )
)
def test_nobody_behind_stands_nearer_operations(claims):
    order = choose_owner(claims)
    for one, other in pairwise(order):
        assert ROLES[one.role].distance <= ROLES[other.role].distance


def test_an_owner_is_a_person_or_else_a_seat_or_else_a_role():
    assert owner_key(owner("b1", person="p_1")) == "p_1"
    assert owner_key(owner("b1", person=None, seat="s_01")) == "s_01"
    assert owner_key(owner("b1", person=None)) == "unit_manager"


def test_a_nomination_owns_nothing():
    made = drawn("b1 b2", assignments=[owner("b1", state="nominated"), owner("b2")])
    assert not is_owned(made, "b1")
    assert is_owned(made, "b2")
    assert not is_owned(made, "b3")
    assert owned_nodes(made, "p_unit_manager") == ("b2",)


def test_parked_nodes_and_other_peoples_nodes_are_not_counted_as_owned():
    made = drawn(
        "b1 b2 c1",
        b1={"state": "parked"},
        assignments=[owner("b1"), owner("b2", "team_lead"), owner("c1")],
    )
    assert owned_nodes(made, "p_unit_manager") == ("c1",)
    assert benefits_by_owner(made) == {"p_team_lead": ("b2",)}


def test_the_sixth_benefit_of_one_owner_is_too_many():
    ids = [f"b{n}" for n in range(1, 8)]
    made = drawn(" ".join(ids), assignments=[owner(one) for one in ids])
    assert overloaded(made) == {"p_unit_manager": ("b6", "b7")}


def test_five_benefits_are_not_too_many():
    ids = [f"b{n}" for n in range(1, 6)]
    made = drawn(" ".join([*ids, "c1"]), assignments=[owner(one) for one in [*ids, "c1"]])
    assert overloaded(made) == {}


def test_the_roles_on_offer_for_a_node_are_those_that_may_own_it() -> None:
    roles = owner_roles()
    assert set(roles) == {"change", "disbenefit", *(f"benefit/{one}" for one in "CATNQ")}
    assert "team_lead" in roles["benefit/T"]
    assert "team_lead" not in roles["benefit/C"]
    for kind, able in roles.items():
        node_type, _, code = kind.partition("/")
        one = node(f"{node_type[0]}1", type=node_type, benefit_class=code or None)
        assert able == tuple(role for role in ROLES if may_own(role, one) == "yes")
        assert able
