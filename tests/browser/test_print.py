"""On paper every answer is open, controls are gone, nothing is cut off, and links have their addresses."""

from pathlib import Path

import pdfplumber
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
  const frame = ".masthead, .tabs, .sections, .contents, .contents-folded, .chapter-top, .neighbours, .colophon";
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


@pytest.mark.parametrize("tab", [PAPER], indirect=True)
def test_addresses_are_printed_and_not_shown(tab: Tab) -> None:
    page = tab.open("technical/debugging/")
    listed, link = page.locator(".links"), page.locator(".text a[data-link]").first
    after = "(element) => getComputedStyle(element, '::after').content"
    assert not listed.is_visible()
    assert link.evaluate(after) == "none"
    page.emulate_media(media="print")
    assert listed.is_visible()
    assert "1" in link.evaluate(after)
    numbers = page.locator(".links li").evaluate_all("(items) => items.map((item) => item.dataset.link)")
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_the_button_opens_the_print_dialogue(tab: Tab) -> None:
    page = tab.open("technical/debugging/")
    page.evaluate("() => { window.print = () => { window.printed = (window.printed ?? 0) + 1; }; }")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("() => window.printed") == 1


@pytest.mark.parametrize("tab", [{"java_script_enabled": False}], indirect=True)
def test_without_a_script_there_is_no_button(tab: Tab) -> None:
    assert not tab.open("technical/debugging/").locator("[data-module=print]").is_visible()


@pytest.mark.parametrize("tab", [PAPER], indirect=True)
def test_the_paper_counts_its_pages_and_keeps_what_was_chosen(tab: Tab, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    tab.open("frameworks/rice/").pdf(path=path, format="Letter", prefer_css_page_size=True)
    with pdfplumber.open(path) as pdf:
        assert (round(pdf.pages[0].width), round(pdf.pages[0].height)) == (612, 792)
        for number, page in enumerate(pdf.pages, 1):
            assert f"{number} / {len(pdf.pages)}" in page.extract_text()
