"""WCAG 2.2 A and AA and best practices on every page with all answers open, in both schemes, on three widths."""

from pathlib import Path

import pytest

from exports.site import BuiltPage
from tests.browser.conftest import Tab

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RUN = """
async () => {
  for (const details of document.querySelectorAll("article details")) details.open = true;
  const { violations } = await axe.run(document, {
    resultTypes: ["violations"], rules: { "target-size": { enabled: true } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}
"""
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
WIDTHS = {
    "phone": {"width": 320, "height": 640},
    "tablet": {"width": 768, "height": 1024},
    "desk": {"width": 1280, "height": 900},
}
VIEWS = [
    pytest.param({"viewport": size, "color_scheme": scheme, "bypass_csp": True}, id=f"{name}-{scheme}")
    for name, size in WIDTHS.items()
    for scheme in ("light", "dark")
]


@pytest.mark.parametrize("tab", VIEWS, indirect=True)
def test_axe_finds_nothing_and_no_page_scrolls_sideways(tab: Tab, built: list[BuiltPage]) -> None:
    found = []
    for page in built:
        tab.open(page.path).evaluate(AXE)
        found += [f"{page.url} {fault}" for fault in tab.page.evaluate(RUN)]
        found += [f"{page.url} scrolls sideways"] if tab.page.evaluate(SIDEWAYS) else []
    assert found == []


@pytest.mark.parametrize("url", ["", "questions/design/", "reference/figures/"])
def test_the_first_tab_stop_is_a_skip_link(tab: Tab, url: str) -> None:
    page = tab.open(url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
