"""What stands on a phone's screens in the moments that are hard to fit or to word."""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from support.browser.chromium import Heard
from support.browser.look import too_small
from support.browser.moment import SHOWN, moment
from support.browser.phone import Phone
from support.browser.site import Site
from support.browser.table import GOODBYE, PEOPLE, open_table
from support.browser.wall import NOW

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SIZES: Final = ("small", "large")
CO_SIGN: Final = (461, "s_06")
SIGN: Final = (733, "s_03")
SECRET: Final = {"vote": (253, "s_10"), "edges": (385, "s_01"), "answers": (678, "s_05")}
BID: Final = {"first": (478, "s_05"), "again": (593, "s_01")}
OWN_CARD: Final = (64, "s_02")
WAITS_WITH: Final = {
    "votes": ((253, "s_02"), r"sagde det samme|said the same|kun dig|only you"),
    "names": ((439, "s_02"), r"Du meldte dig|Du foreslog|You offered|You nominated"),
    "promises": ((548, "s_01"), r"senest|by 1"),
    "closing": ((737, "s_02"), r"senest|by 1"),
}
ROLES: Final = (429, "s_02")
LOBBY: Final = (31, "s_02")
OWNERS: Final = (447, "s_02")
AFTER: Final = (750, "s_02")
LATER: Final = {"da": "Senere", "en": "Later"}
BACK_TO_MINE: Final = {"da": "Tilbage til det, jeg lovede", "en": "Back to what I promised"}


@pytest.fixture(scope="module")
def phones(browser: Browser, site: Site) -> Iterator[tuple[Phone, ...]]:
    """Somebody at the table in Danish, somebody in English: the pages to tell scenes to."""
    table = open_table(browser, Heard(site.url), PEOPLE[:2])
    yield tuple(table.phones)
    table.leave()


NOT_NOW: Final = {"da": "Ikke nu", "en": "Not now"}
WAITS: Final = {"da": "Ét spørgsmål venter", "en": "One question is waiting"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("at", [CO_SIGN, SIGN])
def test_a_signature_may_wait_and_is_asked_for_again(
    browser: Browser, heard: Heard, phones: tuple[Phone, ...], at: tuple[int, str], size: str
) -> None:
    for phone in phones:
        with moment(browser, heard, phone, at, size) as now:
            title = now.page.locator("h1").inner_text()
            now.picture(f"signature-{at[0]}")
            assert now.page.locator(".foot .button.is-main").count() == 2  # equally large
            now.page.get_by_role("button", name=NOT_NOW[phone.language]).tap()
            expect(now.page.locator(".stage.is-calm")).to_be_visible()
            now.picture(f"signature-{at[0]}-later")
            assert now.sent == ["done"]
            now.page.get_by_role("button", name=WAITS[phone.language]).tap()
            expect(now.page.locator("h1")).to_have_text(title)
    assert heard.complaints == []


HEIGHTS: Final = "(all) => all.map((one) => Math.round(one.getBoundingClientRect().height))"
BACK: Final = {"da": "Tilbage", "en": "Back"}
READY: Final = {"da": "Du er klar", "en": "You are ready"}
LOOK_UP: Final = {"da": "Kig op på tavlen", "en": "Look up at the board"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("what", SECRET)
def test_who_has_answered_in_secret_is_not_told_to_talk_while_others_answer(
    browser: Browser, heard: Heard, phones: tuple[Phone, ...], what: str, size: str
) -> None:
    for phone in phones:
        with moment(browser, heard, phone, SECRET[what], size) as now:
            expect(now.page.locator("h1")).to_have_text(READY[phone.language])
            expect(now.page.locator(".crowd-words")).to_be_visible()
            expect(now.page.locator(".laid")).to_have_count(0)  # what was laid has been turned
            now.picture(f"secret-{what}")


def test_owners_say_yes_while_the_room_talks(
    browser: Browser, heard: Heard, phones: tuple[Phone, ...]
) -> None:
    for phone in phones:
        with moment(browser, heard, phone, OWNERS, asks=[]) as now:
            expect(now.page.locator("h1")).to_have_text(LOOK_UP[phone.language])


def test_no_time_left_is_told_in_words_alone(
    browser: Browser, heard: Heard, phones: tuple[Phone, ...]
) -> None:
    over = {"round": {"ends": NOW}}
    with moment(browser, heard, phones[0], OWNERS, **over) as now:
        expect(now.page.locator(".left")).to_have_text("Tiden er gået")


MAY_CHANGE: Final = {
    "2027-01-01T09:02:00.000Z": "Du kan rette, indtil tiden er gået.",
    NOW: "Tiden er gået. Rummet går videre om lidt.",
    None: "Du kan rette, indtil spilstyreren går videre.",
}


@pytest.mark.parametrize("ends", MAY_CHANGE)
def test_who_is_ready_reads_how_long_an_answer_may_be_changed(
    browser: Browser, heard: Heard, phones: tuple[Phone, ...], ends: str | None
) -> None:
    with moment(browser, heard, phones[0], SECRET["vote"], round={"ends": ends}) as now:
        expect(now.page.locator(".sub")).to_have_text(MAY_CHANGE[ends])


def test_after_the_game_no_question_holds_anybody(
    browser: Browser, heard: Heard, phones: tuple[Phone, ...]
) -> None:
    for phone in phones:
        with moment(browser, heard, phone, AFTER) as now:
            h1, big = now.page.locator("h1"), now.page.locator(".foot .is-main").first
            expect(h1).to_have_text(GOODBYE[phone.language])
            big.tap()
            first = now.page.locator(".stage").inner_text()
            now.picture("after-first")
            now.page.get_by_role("button", name=LATER[phone.language]).tap()
            expect(now.page.locator(".stage")).not_to_have_text(first, use_inner_text=True)
            now.picture("after-second")
            now.page.get_by_role("button", name=BACK_TO_MINE[phone.language]).tap()
            expect(h1).to_have_text(GOODBYE[phone.language])
            assert now.sent == []


LEAST_KEY_PX: Final = 44
MOST_CROWD_PX: Final = 240
LONG: Final = "Sagsbehandlingstidsoverskridelser på førtidspensionsområdet halveres"


@pytest.mark.parametrize("title", ["", LONG])
@pytest.mark.parametrize("wave", BID)
def test_the_whole_number_pad_is_on_a_small_screen_with_its_buttons(
    browser: Browser, heard: Heard, phones: tuple[Phone, ...], wave: str, title: str
) -> None:
    for phone in phones:
        with moment(browser, heard, phone, BID[wave]) as now:
            if title:
                now.page.locator(".card-title").evaluate("(one, words) => one.append(words)", title)
            now.picture(f"pad-{wave}-{title[:4]}")
            assert now.page.evaluate("document.scrollingElement.scrollHeight - innerHeight") <= 0
            assert now.is_shown(".pad .key")
            assert now.is_shown(".foot .button")
            assert now.is_shown(".bid")
            assert too_small(now.page, "pad") == set()
            keys = [one.bounding_box() for one in now.page.locator(".pad .key").all()]
            assert min(box["height"] for box in keys if box) >= LEAST_KEY_PX


OWN_WORDS: Final = {"da": "Skriv dit eget", "en": "Write your own"}


@pytest.mark.parametrize("size", SIZES)
def test_ones_own_card_is_written_first_and_all_of_it_is_on_the_screen(
    browser: Browser, heard: Heard, phones: tuple[Phone, ...], size: str
) -> None:
    for phone in phones:
        with moment(browser, heard, phone, OWN_CARD, size) as now:
            now.page.get_by_role("button", name=OWN_WORDS[phone.language]).tap()
            expect(now.page.locator(".is-writing")).to_be_visible()
            now.picture("own-card")
            assert now.is_shown(".is-writing textarea")
            text, *choices = now.page.locator(".is-writing textarea, .choice").all()
            at = [one.bounding_box() or {} for one in choices[:4]]
            assert at[0]["y"] == at[1]["y"] < at[2]["y"] == at[3]["y"]
            assert (text.bounding_box() or {})["y"] < at[0]["y"]
            assert all(one.evaluate(SHOWN) for one in choices[:4])


LONG_NAMES: Final = ("Annemette Kristoffersen-Bach", "Bo Ø", "Wilhelmine Storm-Mathiasdottir")
BROKEN: Final = """(one) => {
  const lines = (at, end) => {
    const range = document.createRange();
    range.setStart(one.firstChild, at);
    range.setEnd(one.firstChild, end);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
  };
  return [...one.textContent.matchAll(/[^ -]+/g)]
    .filter((part) => lines(part.index, part.index + part[0].length) > 1).map(([part]) => part);
}"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", LONG_NAMES)
def test_a_name_is_broken_at_spaces_and_hyphens_alone(
    browser: Browser, heard: Heard, phones: tuple[Phone, ...], name: str, size: str
) -> None:
    for phone in phones:
        with moment(browser, heard, phone, LOBBY, size, me={"name": name}) as now:
            now.picture(f"name-{name[:4]}")
            assert now.page.locator(".nametag-name").evaluate(BROKEN) == []
            assert now.is_shown(".nametag .link")


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_offered_twice_and_who_is_ready_is_not_urged_on(
    browser: Browser, heard: Heard, phones: tuple[Phone, ...], size: str
) -> None:
    for phone in phones:
        with moment(browser, heard, phone, ROLES, size, asks=[]) as now:
            expect(now.page.locator(".is-roles .fan .pick").first).to_be_visible()
            offered = now.page.locator(".is-roles .extras .chip")
            expect(offered).to_have_count(
                2
            )  # a change or a dis-benefit, to take or to nominate for
            now.picture("roles")
            picks = now.page.locator(".fan .pick")
            for n in range(picks.count()):
                picks.nth(n).tap()
                heights = picks.locator(".card-band").evaluate_all(HEIGHTS)
                assert max(heights) - min(heights) <= 1  # every word keeps its line
            now.picture("roles-picked")
            picks.nth(n).tap()
            offered.first.tap()
            taken = now.page.locator(".choice").all_inner_texts()
            assert [one for one in taken if one[0] not in "CD"] == []  # benefits lie on the table
            now.page.get_by_role("button", name=BACK[now.language]).tap()
            now.page.locator(".foot > .button").last.tap()
            expect(now.page.locator(".foot > .button")).to_be_visible()
            expect(now.page.locator(".stage.is-calm ~ .foot .is-main")).to_have_count(0)
            now.picture("roles-ready")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("what", WAITS_WITH)
def test_who_waits_reads_what_is_their_own(
    browser: Browser, heard: Heard, phones: tuple[Phone, ...], what: str, size: str
) -> None:
    at, words = WAITS_WITH[what]
    for phone in phones:
        with moment(browser, heard, phone, at, size, asks=[]) as now:
            for done in now.page.locator(".is-roles ~ .foot > .button").all():
                done.tap()
            expect(now.page.locator(".own .card-foot").first).to_have_text(re.compile(words))
            crowd = now.page.locator(".crowd").bounding_box()
            now.picture(f"waiting-{what}")
            assert crowd
            assert crowd["height"] < MOST_CROWD_PX
