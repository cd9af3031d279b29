"""Whose request it is, where an account is needed: a browser's cookie, a program's token."""

from typing import Annotated

from fastapi import Depends, Request

from app import auth, projects
from app.db import Database
from app.errors import AppError
from app.models import Account, Project


def database_of(request: Request) -> Database:
    """The server's database."""
    database: Database = request.app.state.db
    return database


def account_or_none(request: Request) -> Account | None:
    """The account this request comes from, if it comes from one."""
    keys = auth.keys_of(request.headers)
    with database_of(request).read() as session:
        found = (auth.account_of(session, key) for key in keys)
        account = next((one for one in found if one is not None), None)
    request.state.account_email = account.email if account else None
    return account


def account_of(request: Request) -> Account:
    """The account this request comes from; without one it is sent to sign in."""
    account = account_or_none(request)
    if account is None:
        raise AppError(401, "sign_in.needed")
    return account


Caller = Annotated[Account, Depends(account_of)]
Visitor = Annotated[Account | None, Depends(account_or_none)]


def readable_project(request: Request, id_: str) -> Project:
    """The project, for its unit's accounts, its games' facilitators and a read token's program."""
    account = account_or_none(request)
    with database_of(request).read() as session:
        if account is not None:
            return projects.find(session, account, id_)
        for key in auth.keys_of(request.headers):
            project = projects.find_by_token(session, key, id_)
            if project is not None:
                return project
    raise AppError(401, "sign_in.needed")
