"""Signing in and out, and making the first account by its one-time link."""

from dataclasses import dataclass
from typing import Annotated

import anyio.to_thread
from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from app import auth, forms, projects
from app.callers import Visitor, database_of
from app.clock import sleep
from app.db import Database
from app.errors import AppError, OperatorError
from app.forms import Typed
from app.i18n import language_of, words
from app.ratelimit import WrongCodes
from app.refusals import sentence
from app.rooms import Rooms
from app.templating import render

router = APIRouter()


@dataclass(frozen=True)
class SignIn:
    """The sign-in form."""

    next_url: str
    email: str = ""
    wrong: str = ""


@dataclass(frozen=True)
class First:
    """The form of the first account."""

    form: forms.Form


@router.get("/sign-in")
def sign_in(request: Request, visitor: Visitor) -> Response:
    """The form, or straight on for who is signed in."""
    next_url = _own_path(request.query_params.get("next", ""))
    if visitor is not None:
        return RedirectResponse(next_url, 303)
    return render(request, "pages/sign_in.html", SignIn(next_url))


@router.post("/sign-in")
async def signed_in(
    request: Request,
    email: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next_: Annotated[str, Form(alias="next")] = "",
) -> Response:
    """Sign in; many wrong passwords from one address are answered slowly."""
    next_url = _own_path(next_)
    key = await anyio.to_thread.run_sync(_key_for, database_of(request), email, password)
    if key is None:
        await _hold_up(request)
        wrong = sentence("sign_in.wrong", {}, language_of(request))
        again = SignIn(next_url, email, wrong)
        return render(request, "pages/sign_in.html", again, status=401)
    response = RedirectResponse(next_url, 303)
    _set_account_cookie(request, response, key)
    return response


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    """Sign this browser out."""
    with database_of(request).write() as session:
        auth.revoke_key(session, request.cookies.get("account", ""))
    response = RedirectResponse("/", 303)
    response.delete_cookie("account", path="/")
    return response


@router.get("/first/{key}")
def first(request: Request, key: str) -> Response:
    """The form of the first account, while its link is good."""
    with database_of(request).read() as session:
        if auth.has_accounts(session) or not auth.is_link_good(session, key):
            raise AppError(404, "link.used")
    return render(request, "pages/first.html", First(forms.Form()))


@router.post("/first/{key}")
def make_first(request: Request, values: Typed, key: str) -> Response:
    """Make the first account and sign it in."""
    password = values.pop("password", "")
    wrongs = _wrongs(request, values, password)
    if wrongs:
        again = First(forms.Form(values, wrongs))
        return render(request, "pages/first.html", again, status=422)
    made = _make(database_of(request), key, values, password)
    response = RedirectResponse("/projects", 303)
    _set_account_cookie(request, response, made)
    return response


def _make(database: Database, key: str, values: dict[str, str], password: str) -> str:
    with database.write() as session:
        account = auth.use_first_link(session, key, values["email"], password)
        if account is None:
            raise AppError(404, "link.used")
        projects.name_organisation(
            session, account.unit_id, values["organisation"], values.get("unit", "")
        )
        return auth.add_key(session, account, "browser")


def _wrongs(request: Request, values: dict[str, str], password: str) -> dict[str, str]:
    _ = words(language_of(request)).gettext
    wrongs = {}
    if not values.get("organisation"):
        wrongs["organisation"] = _("Skriv, hvad organisationen hedder.")
    try:
        auth.check_address(values.get("email", ""))
    except OperatorError:
        wrongs["email"] = _("Skriv en e-mailadresse, fx mette@kommune.dk.")
    if len(password) < auth.PASSWORD_LETTERS:
        wrongs["password"] = _("Adgangskoden skal have mindst 10 tegn.")
    return wrongs


def _key_for(database: Database, email: str, password: str) -> str | None:
    with database.read() as session:
        account = auth.check_password(session, email, password)
    if account is None:
        return None
    with database.write() as session:
        return auth.add_key(session, account, "browser")


async def _hold_up(request: Request) -> None:
    """Let an address wait that tries one password after the other."""
    wrong: WrongCodes = request.app.state.wrong_codes
    rooms: Rooms = request.app.state.rooms
    clock, address = rooms.ports.clock, request.client.host if request.client else ""
    wrong.wrong(address, clock.seconds())
    await sleep(clock, wrong.delay(address, clock.seconds()))


def _set_account_cookie(request: Request, response: Response, key: str) -> None:
    public_url = request.app.state.settings.public_url or str(request.url)
    response.set_cookie(
        "account",
        key,
        path="/",
        max_age=int(auth.BROWSER_LIVES.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=public_url.startswith("https:"),
    )


def _own_path(path: str) -> str:
    """Where to go next: a path of ours, never another site."""
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if is_ours and path.isprintable() else "/projects"
