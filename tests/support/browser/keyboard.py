"""Somebody without a mouse."""

from playwright.sync_api import Locator, Page

MOST_TABS = 120
STRAIGHT_TABS = 40
FOCUS_IS_SEEN = """(wraps) => {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return wraps;
  const looks = [one, one.closest("label") ?? one].map((shown) => getComputedStyle(shown));
  return looks.some((look) => look.outlineStyle !== "none" || look.boxShadow !== "none");
}"""
HAS_FOCUS = "(one) => one === document.activeElement"


def tab_to(page: Page, target: Locator, *, back: bool = False, wraps: bool = True) -> None:
    """Press tab until this has the focus; every stop on the way can be seen.

    Unless it may wrap, the way leads straight there: it is short, and never leaves the page.
    """
    for _ in range(MOST_TABS if wraps else STRAIGHT_TABS):
        if target.count() and target.evaluate(HAS_FOCUS):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
        assert page.evaluate(FOCUS_IS_SEEN, wraps), page.evaluate(
            "document.activeElement.outerHTML"
        )
    raise AssertionError(f"{target} is not reached by keyboard")


def press(page: Page, target: Locator, *, wraps: bool = True) -> None:
    """Go to a button and press it, unless the screen has moved on and it is no longer there."""
    try:
        tab_to(page, target, wraps=wraps)
    except AssertionError:
        if target.count():
            raise
        return
    page.keyboard.press("Enter")
