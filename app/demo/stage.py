"""What a play of the passport case stands on: an account, and the project."""

from __future__ import annotations

import secrets

from app import auth, projects
from app.db import Database
from app.demo import case
from app.models import Account, Project
from app.plans import Plan
from game.model import EnablerText, GoalText

EMAIL = "demo@gevinstspillet.example"


def add_account(database: Database) -> tuple[Account, str]:
    """A facilitator of our own, with a password of this run."""
    password = secrets.token_urlsafe(9)
    with database.write() as session:
        account = auth.add_account(session, EMAIL, password)
        session.refresh(account)
        session.expunge(account)
    return account, password


def add_project(database: Database, account: Account) -> Project:
    """The passport case as a project, one for every run."""
    plan = Plan(
        title=case.TITLE,
        purpose=case.PURPOSE,
        goals=tuple(GoalText(**goal) for goal in case.GOALS),
        enablers=tuple(EnablerText(**enabler) for enabler in case.ENABLERS),
    )
    with database.write() as session:
        project = projects.add(session, account, plan)
        session.flush()
        session.refresh(project)
        session.expunge(project)
    return project
