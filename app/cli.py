"""The command line. What stands in the way is one sentence on standard error, and exit code 2."""

import socket
import sys
from pathlib import Path
from typing import Annotated

import segno
import typer
from pydantic import ValidationError
from rich.console import Console

from app import auth, logs, record, server
from app import schema as protocol_schema
from app.db import Database
from app.errors import OperatorError
from app.main import create_app
from app.opening import beside, opened
from app.settings import Settings

app = typer.Typer(
    name="gevinstspil",
    help="Gevinstspillet: a workshop game that ends in a benefit map.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
user = typer.Typer(help="Accounts of facilitators.", no_args_is_help=True)
token = typer.Typer(help="Keys for other programs.", no_args_is_help=True)
app.add_typer(user, name="user")
app.add_typer(token, name="token")
screen = Console(stderr=True)

Data = Annotated[Path | None, typer.Option("--data", help="The data folder.", show_default=False)]
Host = Annotated[str | None, typer.Option(help="The address to listen on.")]
Port = Annotated[int | None, typer.Option(help="The port to listen on; 0 picks one.")]
Email = Annotated[str, typer.Argument(help="The e-mail address of the account.")]


def main() -> None:
    """Run a command; the console script of the package."""
    logs.configure()
    try:
        code = app(prog_name="gevinstspil", standalone_mode=False)
    except OperatorError as error:
        fail(str(error))
    except typer.TyperException as error:
        told = getattr(error, "format_message", error.__str__)()
        fail(told or "This command is not complete: try --help.")
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    sys.exit(code)


def fail(sentence: str) -> None:
    """Say what stands in the way, and end."""
    screen.print(sentence, style="red", highlight=False, soft_wrap=True, markup=False)
    sys.exit(2)


def tell(sentence: str) -> None:
    """Say something that is no result: standard output is for results."""
    screen.print(sentence, highlight=False, soft_wrap=True, markup=False)


def chosen(**options: object) -> Settings:
    """The settings, with the options that were given in place of the environment's."""
    given = {name: value for name, value in options.items() if value is not None}
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        option = f"--{name} or " if name in options else ""
        raise OperatorError(
            f"{option}GEVINSTSPIL_{name.upper()} cannot be used: {first['msg']}."
        ) from error


@app.command()
def serve(
    host: Host = None,
    port: Port = None,
    data: Data = None,
    lan: Annotated[bool, typer.Option("--lan", help="Let phones on this network in.")] = False,
) -> None:
    """Serve games until told to stop."""
    settings = chosen(host=host or (server.EVERYWHERE if lan else None), port=port, data=data)
    listener = server.listen(settings.host, settings.port)
    with listener, opened(settings) as database:
        if lan and settings.public_url is None:
            settings = settings.model_copy(update={"lan_url": server.lan_url(listener)})
        server.run(
            create_app(settings, database), listener, lambda: welcome(settings, database, listener)
        )


def welcome(settings: Settings, database: Database, listener: socket.socket) -> None:
    """Tell the operator where the game is, and how the first account is made."""
    url = server.local_url(listener)
    print(f"ready {url}", flush=True)
    if settings.lan_url:
        tell(f"On this network: {settings.lan_url}")
        segno.make(settings.lan_url).terminal(out=sys.stderr, compact=True)
    with database.write() as session:
        link = auth.first_link(session)
    if link:
        tell("Make the first account here (the link works once, for a day):")
        tell(f"{settings.public_url or url}{link}")


@app.command("demo")
def play_demo(
    fast: Annotated[bool, typer.Option("--fast", help="Play at once.")] = False,
    host: Host = None,
    port: Port = None,
    data: Data = None,
) -> None:
    """Let simulated stakeholders play the passport case."""
    from app.demo import run  # noqa: PLC0415 - brings clients that no server needs

    run.main(fast=fast, settings=chosen(host=host, port=port, data=data))


@app.command()
def rehearse(  # noqa: PLR0913, PLR0917 - one for each thing a rehearsal may be told
    project: Annotated[str | None, typer.Option(help="The project on a running server.")] = None,
    people: Annotated[int | None, typer.Option(help="How many come: 4 to 300.")] = None,
    temper: Annotated[
        str | None, typer.Option(help="How many of each: eager=3,slow=2,silent=1.")
    ] = None,
    variant: Annotated[str | None, typer.Option(help="The length, as short30.")] = None,
    seed: Annotated[str | None, typer.Option(help="The same seed, the same people.")] = None,
    language: Annotated[str | None, typer.Option(help="da or en.")] = None,
    speed: Annotated[float, typer.Option(help="Times as fast as people.")] = 1.0,
    lead: Annotated[
        bool, typer.Option("--lead/--no-lead", help="Whether it facilitates by itself.")
    ] = True,
    url: Annotated[str | None, typer.Option("--server", help="The server's address.")] = None,
    token: Annotated[
        str | None, typer.Option(envvar="GEVINSTSPIL_TOKEN", help="A key of `token add`.")
    ] = None,
    host: Host = None,
    port: Port = None,
) -> None:
    """Rehearse a workshop with simulated stakeholders; nothing of it is kept."""
    from app.rehearsal import options, run  # noqa: PLC0415 - brings what no server needs

    wanted = options.read(
        people=people,
        tempers=temper,
        variant=variant,
        seed=seed,
        language=language,
        speed=speed,
        is_led=lead,
    )
    at = options.server_of(url, token, project)
    if at is None:
        run.on_its_own(chosen(host=host, port=0 if port is None else port), wanted)
    else:
        run.on_server(*at, wanted)


@app.command()
def migrate(data: Data = None) -> None:
    """Bring the database up to this release, as every start does."""
    with screen.status("Upgrading the database ..."), opened(chosen(data=data)):
        pass
    tell("The database is up to date.")


@app.command()
def replay(
    file: Annotated[Path, typer.Argument(help="A record, as it was downloaded.")],
    judge: Annotated[bool, typer.Option("--judge", help="Compare with today's rules.")] = False,
) -> None:
    """Verify a record and print the newest map that follows from it."""
    try:
        kept = record.read(file.read_bytes())
    except OSError as error:
        raise OperatorError(f"Cannot read {file}: {error.strerror}.") from error
    with screen.status("Replaying ..."):
        made = list(record.maps(kept))
    tell(f"Game {kept.game}: {len(kept.events)} events, the chain holds.")
    for one in made:
        tell(f"Map {one.event.version}, {one.event.round}: {one.event.hash}, {one.event.verdict}")
        if not one.agrees:
            raise OperatorError(f"Map {one.event.version} does not follow from this record.")
        for line in record.differences(one) if judge else ():
            tell(f"  {line}")
    record.require_end(kept)
    print(made[-1].document().decode())


@app.command()
def schema(
    check: Annotated[bool, typer.Option("--check", help="Fail if a file has drifted.")] = False,
) -> None:
    """Write the protocol's JSON Schema and the front end's types anew."""
    drifted = protocol_schema.stale() if check else protocol_schema.write()
    names = ", ".join(str(path.relative_to(protocol_schema.ROOT)) for path in drifted)
    if check and drifted:
        raise OperatorError(f"Run `gevinstspil schema`: {names} is not what the code says.")
    untold = protocol_schema.untold() if check else []
    if untold:
        raise OperatorError(f"{protocol_schema.PAGE} has drifted: {'; '.join(untold)}.")
    tell(f"Written: {names}" if names else "The schema is up to date.")


@user.command("add")
def add_user(
    email: Email,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input.")
    ] = False,
    data: Data = None,
) -> None:
    """Make an account for a facilitator, or give it another password."""
    if password_stdin:
        try:
            password = sys.stdin.readline().rstrip("\r\n")
        except UnicodeDecodeError:
            raise OperatorError("The password is no UTF-8 text.") from None
    else:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    with beside(chosen(data=data)) as database, database.write() as session:
        auth.add_account(session, email, password)
    tell(f"{email} may sign in.")


@token.command("add")
def add_token(email: Email, data: Data = None) -> None:
    """Print a new API token of an account, and nothing else."""
    with beside(chosen(data=data)) as database, database.write() as session:
        made = auth.add_token(session, email)
    print(made)
