"""WCAG 2.2 A and AA and best practices on every page with all answers open, in both schemes, on three widths."""

from pathlib import Path

import pytest

from exports.site import BuiltPage
from tests.browser.conftest import Tab

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
OPEN = 'for (const details of document.querySelectorAll("article details")) details.open = true'
RUN = """
async (only) => {
  const { violations } = await axe.run(document, {
    resultTypes: ["violations"], rules: { "target-size": { enabled: true } }, ...only,
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}
"""
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "rules": {}}
"""What another scheme can change; the markup stays the same."""

SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
STILL = {"bypass_csp": True, "reduced_motion": "reduce"}
"""A colour on its way to another scheme has no contrast of its own."""

WIDTHS = {"phone": (320, 640), "tablet": (768, 1024), "desk": (1280, 900)}
VIEWS = [
    pytest.param({"viewport": {"width": width, "height": height}, **STILL}, id=name)
    for name, (width, height) in WIDTHS.items()
]


@pytest.mark.parametrize("tab", VIEWS, indirect=True)
def test_axe_finds_nothing_and_no_page_scrolls_sideways(tab: Tab, built: list[BuiltPage]) -> None:
    found = []
    for page in built:
        tab.page.emulate_media(color_scheme="light")
        tab.open(page.path).evaluate(AXE)
        tab.page.evaluate(OPEN)
        found += [f"{page.url} {fault}" for fault in tab.page.evaluate(RUN, {})]
        found += [f"{page.url} scrolls sideways"] if tab.page.evaluate(SIDEWAYS) else []
        tab.page.emulate_media(color_scheme="dark")
        found += [f"{page.url} dark {fault}" for fault in tab.page.evaluate(RUN, COLOURS)]
    assert found == []


@pytest.mark.parametrize("url", ["", "questions/design/", "reference/figures/"])
def test_the_first_tab_stop_is_a_skip_link(tab: Tab, url: str) -> None:
    page = tab.open(url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
