"""A browser and a server for the tests of this folder."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from support.browser.chromium import Heard, chromium
from support.browser.site import Site, open_site
from support.nursery import Nursery


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    # Not for the whole session: its event loop would stand in the way of other files' loops.
    with chromium() as running:
        yield running


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with Nursery() as nursery:
        yield open_site(nursery, tmp_path_factory.mktemp("site"))


@pytest.fixture
def heard(site: Site) -> Heard:
    return Heard(site.url)
