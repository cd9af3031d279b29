"""Browsers and a server for the tests of this folder."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from support.browser.budget import FIGURES
from support.browser.chromium import PATIENCE_MS, Heard, chromium
from support.browser.chromium import firefox as firefox_of
from support.browser.site import Site, open_site
from support.nursery import Nursery


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    # Not for the whole session: its event loop would stand in the way of other files' loops.
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with chromium(playwright) as running:
        yield running


@pytest.fixture(scope="module")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    with firefox_of(playwright) as running:
        yield running


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with Nursery() as nursery:
        yield open_site(nursery, tmp_path_factory.mktemp("site"))


@pytest.fixture
def heard(site: Site) -> Heard:
    return Heard(site.url)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was measured, a line each: figures of this machine, on which no test depends."""
    if FIGURES:
        terminalreporter.section("measured")
    for what, figure in FIGURES.items():
        terminalreporter.write_line(f"{what}: {figure}")
