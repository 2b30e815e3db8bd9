"""On paper every answer is open, controls are gone and nothing is cut off."""

import pytest

from exports.site import BuiltPage
from tests.browser.conftest import Tab

PAPER = {"viewport": {"width": 718, "height": 1000}}
"""A4 within margins, in CSS pixels."""

NO_SCRIPT = {**PAPER, "java_script_enabled": False}
FAULTS = """
() => {
  const answers = [...document.querySelectorAll("article details:not(.contents-folded)")];
  const closed = answers.filter((details) => [...details.children].some(
    (child) => child.tagName !== "SUMMARY" && child.getBoundingClientRect().height === 0));
  const frame = ".masthead, .tabs, .sections, .contents, .contents-folded, .breadcrumbs, .neighbours, .colophon";
  const controls = [...document.querySelectorAll(`${frame}, .filter, .headerlink, .copy`)];
  const shown = controls.filter((control) => control.checkVisibility());
  const wide = [...document.querySelectorAll("article table, article pre")].filter((e) => e.scrollWidth > innerWidth);
  const tell = (kind) => (element) => `${kind}: ${element.closest("[id]")?.id} ${element.className}`;
  return [...closed.map(tell("closed")), ...shown.map(tell("control")), ...wide.map(tell("wide"))];
}
"""


@pytest.mark.parametrize("tab", [PAPER, NO_SCRIPT], indirect=True, ids=["script", "no-script"])
def test_a_page_is_whole_on_paper(tab: Tab, built: list[BuiltPage]) -> None:
    tab.page.emulate_media(media="print")
    found = {page.url: faults for page in built if (faults := tab.open(page.path).evaluate(FAULTS))}
    assert found == {}
