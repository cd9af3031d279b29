"""A server with a facilitator's account, and the pages that lead to a game."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from support.nursery import Nursery
from support.process import COMMAND, ROOT

EMAIL = "mette@kommune.example"
PASSWORD = "en lang adgangskode"
TITLE = "Nyt pas uden ventetid"
PURPOSE = "Borgerne får deres pas hurtigt og uden at vente ved skranken."
GOALS = ("Enkel og hurtig borgerservice", "Bidrag til effektiviseringsstrategien")
ENABLERS = ("Digital ansøgning med genbrugte data", "Udleveringsskab med MitID")


@dataclass
class Site:
    """A server on a data folder of its own, at one address for all its lives."""

    nursery: Nursery
    folder: Path
    pid: int
    url: str

    def kill(self) -> None:
        """End it as a power cut would."""
        self.nursery.kill(self.pid)

    def start(self) -> None:
        """Start it again where it was."""
        port = self.url.rpartition(":")[2]
        self.pid, _ = self.nursery.start("--port", port, "--data", str(self.folder))


def open_site(nursery: Nursery, folder: Path) -> Site:
    """A server that serves, with one account."""
    subprocess.run(
        [*COMMAND, "user", "add", EMAIL, "--data", str(folder), "--password-stdin"],
        input=f"{PASSWORD}\n",
        text=True,
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    return Site(nursery, folder, *nursery.start("--port", "0", "--data", str(folder)))


def sign_in(page: Page) -> None:
    """From the front page to the list of projects."""
    page.goto("/")
    page.get_by_role("navigation").get_by_role("link", name="Log ind").click()
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind").click()
    expect(page).to_have_url("/projects")


def make_project(page: Page, title: str = TITLE, variant: str = "short30") -> str:
    """Fill in the form of a game, half an hour long if nothing else is said: its address."""
    page.goto("/projects/new")
    page.get_by_label("Titel").fill(title)
    page.get_by_label("Hvad skal projektet opnå?").fill(PURPOSE)
    for n, goal in enumerate(GOALS, 1):
        page.locator(f"[name='goal.{n}']").fill(goal)
    for n, enabler in enumerate(ENABLERS, 1):
        page.locator(f"[name='enabler.{n}']").fill(enabler)
    page.locator(f"[name=variant][value={variant}]").check()
    page.get_by_role("button", name="Gem projektet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return page.url


def start_game(page: Page) -> str:
    """Start a game on the project's page, which leads to the console: the game's code."""
    page.get_by_role("button", name="Start et spil").click()
    expect(page).to_have_url(re.compile("/g/[0-9A-Z]{6}/host$"))
    return page.url.split("/")[-2]
