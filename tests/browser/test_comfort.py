"""Large text, zoom, forced colours, reduced motion and the keyboard: nobody is shut out."""

import pytest

from exports.site import BuiltPage
from tests.browser.conftest import Tab

PAGES = ["", "loop/", "questions/technical/", "frameworks/rice/", "reference/figures/", "404.html"]
DOUBLE_TEXT = {"fontSizes": {"standard": 32, "fixed": 26}}
"""Twice the text size that browsers come with, in CSS pixels, as a reader sets it in the browser."""

CUT = """
() => [...document.querySelectorAll("main *, header *, footer *")].filter((element) => {
  const style = getComputedStyle(element);
  const hidden = element.closest(".visually-hidden, thead, svg, [hidden]") || element.matches(".search-open > span");
  const clips = style.overflowX === "hidden" || style.textOverflow === "ellipsis";
  return clips && !hidden && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
}).map((element) => element.className)
"""
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
MOVING = """
() => document.getAnimations().length + [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  return style.transitionDuration.split(",").some((time) => parseFloat(time) > 0) || style.scrollBehavior === "smooth";
}).length
"""
FOCUSED = """
() => {
  const element = document.activeElement;
  const box = [...element.getClientRects()].find(({ width }) => width > 1);
  const covered = document.elementFromPoint(box.x + Math.min(box.width, 8) / 2, box.y + box.height / 2);
  const seen = element.contains(covered) || covered?.contains(element);
  const outline = getComputedStyle(element).outlineStyle !== "none";
  const name = `${element.tagName}.${element.className} ${element.textContent.slice(0, 30)}`;
  return { name, outline, seen, end: element === document.body };
}
"""
UNLIKE = """
() => {
  const paint = (element, pseudo) => getComputedStyle(element, pseudo);
  const bar = document.querySelector(".chart__bar"), track = document.querySelector(".chart__track");
  const arrow = document.querySelector("article summary");
  return {
    bar: paint(bar).fill !== paint(track).fill,
    arrow: paint(arrow, "::before").backgroundColor !== paint(document.body).backgroundColor,
    mark: paint(document.querySelector(".mark")).borderStyle !== "none",
  };
}
"""


@pytest.mark.parametrize("tab", [{"viewport": {"width": 1280, "height": 800}}], indirect=True)
def test_double_text_is_neither_cut_nor_wider_than_the_window(tab: Tab) -> None:
    tab.page.context.new_cdp_session(tab.page).send("Page.setFontSizes", DOUBLE_TEXT)
    found = {}
    for url in PAGES:
        page = tab.open(url)
        found[url] = (page.evaluate(CUT), page.evaluate(SIDEWAYS))
    assert found == dict.fromkeys(PAGES, ([], False))


@pytest.mark.parametrize("tab", [{"viewport": {"width": 320, "height": 256}}], indirect=True)
def test_at_400_percent_nothing_sticks_over_the_text(tab: Tab) -> None:
    for url in PAGES:
        page = tab.open(url)
        page.mouse.wheel(0, 600)
        stuck = "position => [...document.querySelectorAll('header, nav')].filter((e) => e.checkVisibility()"
        assert page.evaluate(f"{stuck} && getComputedStyle(e).position === position).length", "sticky") == 0, url
        assert not page.evaluate(SIDEWAYS), url


@pytest.mark.parametrize("tab", [{"reduced_motion": "reduce"}], indirect=True)
def test_nothing_moves_for_a_reader_who_wants_no_motion(tab: Tab) -> None:
    assert {url: tab.open(url).evaluate(MOVING) for url in PAGES} == dict.fromkeys(PAGES, 0)


@pytest.mark.parametrize("tab", [{"forced_colors": "active"}], indirect=True)
def test_forced_colours_keep_bars_arrows_and_marks(tab: Tab) -> None:
    assert tab.open("loop/").evaluate(UNLIKE) == {"bar": True, "arrow": True, "mark": True}


@pytest.mark.parametrize("tab", [{}, {"viewport": {"width": 390, "height": 844}}], indirect=True, ids=["desk", "phone"])
@pytest.mark.parametrize("url", ["", "loop/scoring/", "questions/technical/", "prepare/"])
def test_each_stop_of_the_keyboard_is_seen(tab: Tab, url: str) -> None:
    page = tab.open(url)
    unseen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["end"]:
            break
        if not (focused["outline"] and focused["seen"]):
            unseen.append(focused)
    assert unseen == []


def test_every_landmark_has_a_name_of_its_own(built: list[BuiltPage]) -> None:
    for page in built:
        names = [
            nav.get("aria-label") or nav.get("aria-labelledby") for nav in page.root.xpath("//nav[not(ancestor::nav)]")
        ]
        assert all(names), page.path
        assert len(names) == len(set(names)), page.path
