"""On paper every answer is open, controls are gone and nothing is cut off."""

import pytest

from exports.site import BuiltPage
from tests.browser.conftest import Tab

HIDDEN_ANSWERS = """
() => [...document.querySelectorAll("article details")].filter((details) =>
  [...details.children].some((child) => child.tagName !== "SUMMARY" && child.getBoundingClientRect().height === 0)
).map((details) => details.closest("[id]")?.id ?? details.className)
"""
CONTROLS = ".md-header, .md-tabs, .md-sidebar, .md-footer, .filter, .md-top"
PAPER = {"viewport": {"width": 718, "height": 1000}}


@pytest.mark.parametrize(
    "tab", [PAPER, {**PAPER, "java_script_enabled": False}], indirect=True, ids=["script", "no-script"]
)
def test_every_answer_is_open_on_paper(tab: Tab, built: list[BuiltPage]) -> None:
    tab.page.emulate_media(media="print")
    closed = {page.url: found for page in built if (found := tab.open(page.path).evaluate(HIDDEN_ANSWERS))}
    assert closed == {}


@pytest.mark.parametrize("tab", [PAPER], indirect=True)
def test_controls_are_gone_and_tables_fit_the_paper(tab: Tab, built: list[BuiltPage]) -> None:
    tab.page.emulate_media(media="print")
    for built_page in built:
        page = tab.open(built_page.path)
        assert page.locator(CONTROLS).locator("visible=true").count() == 0, built_page.url
        widths = page.evaluate("[...document.querySelectorAll('article table')].map((t) => t.scrollWidth)")
        assert all(width <= PAPER["viewport"]["width"] for width in widths), built_page.url
