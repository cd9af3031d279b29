"""Somebody without a mouse."""

from playwright.sync_api import Locator, Page

MOST_TABS = 120
FOCUS_IS_SEEN = """() => {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return true;
  const looks = [one, one.closest("label") ?? one].map((shown) => getComputedStyle(shown));
  return looks.some((look) => look.outlineStyle !== "none" || look.boxShadow !== "none");
}"""
HAS_FOCUS = "(one) => one === document.activeElement"


def tab_to(page: Page, target: Locator, *, back: bool = False) -> None:
    """Press tab until this has the focus; every stop on the way can be seen."""
    for _ in range(MOST_TABS):
        if target.count() and target.evaluate(HAS_FOCUS):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
        assert page.evaluate(FOCUS_IS_SEEN), page.evaluate("document.activeElement.outerHTML")
    raise AssertionError(f"{target} is not reached by keyboard")


def press(page: Page, target: Locator) -> None:
    """Go to a button and press it."""
    tab_to(page, target)
    page.keyboard.press("Enter")
