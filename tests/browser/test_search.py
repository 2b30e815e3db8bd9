"""What a reader does with the search: open it by key or link, type, choose, filter, follow, dismiss the marks."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from exports.site import BuiltPage
from exports.targets import homes
from macros.models import Guide
from tests.browser.conftest import Tab
from tests.browser.test_accessibility import AXE, RUN, SIDEWAYS
from tests.search.scores import score, table

DIALOG = "[data-search-dialog]"
INPUT = f"{DIALOG} [data-search-input]"
RESULTS = f"{DIALOG} [data-search-results] [data-search-result]"
CHOSEN = f"{DIALOG} [aria-selected=true]"
NO_SCRIPT = {"java_script_enabled": False}
FIRST_USE = 145_000
BEFORE_USE = 3_000
"""Bytes, compressed, for everything that a first search loads, and for what it costs before."""

LAST_SHOWN = "() => document.querySelector('[data-search-dialog] [data-search-results]').dataset.query"
TOP = """
(address) => [...document.querySelectorAll("[data-search-dialog] [data-search-result]")].slice(0, 10).map((link) => {
  const url = new URL(link.href);
  return url.pathname.slice(new URL(address).pathname.length) + url.hash;
})
"""
VIEWS = [
    pytest.param(
        {"viewport": {"width": width, "height": 700}, "color_scheme": scheme, "bypass_csp": True},
        id=f"{width}-{scheme}",
    )
    for width in (320, 1280)
    for scheme in ("light", "dark")
]


def opened(tab: Tab, url: str = "loop/") -> Page:
    """Open a page and the search on it, with the whole index loaded."""
    page = tab.open(url)
    with page.expect_response("**/words.json"):
        page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()
    return page


def typed(page: Page, query: str) -> Page:
    """Type a query and wait for its results."""
    page.locator(INPUT).fill(query)
    page.wait_for_function(f"(query) => ({LAST_SHOWN})() === query", arg=query)
    return page


@pytest.mark.parametrize("key", ["/", "s", "f", "Control+k"])
def test_a_key_opens_and_escape_gives_the_focus_back(tab: Tab, key: str) -> None:
    page = tab.open("loop/")
    page.keyboard.press(key)
    expect(page.locator(DIALOG)).to_be_visible()
    expect(page.locator(INPUT)).to_be_focused()
    expect(page.locator(INPUT)).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()
    expect(page.locator("[data-search-open]")).to_be_focused()


def test_the_link_opens_with_a_click_and_with_space(tab: Tab) -> None:
    page = tab.open("loop/")
    page.locator("[data-search-open]").click()
    expect(page.locator(DIALOG)).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press(" ")
    expect(page.locator(DIALOG)).to_be_visible()


def test_letters_typed_into_a_field_open_nothing(tab: Tab) -> None:
    page = tab.open("questions/")
    page.locator("select[name=competency]").focus()
    page.keyboard.press("s")
    expect(page.locator(DIALOG)).to_be_hidden()


def test_single_letters_can_be_turned_off(tab: Tab) -> None:
    page = opened(tab)
    page.locator("[data-search-keys]").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    expect(page.locator(DIALOG)).to_be_hidden()
    page.reload()
    page.keyboard.press("/")
    page.keyboard.press("Control+k")
    expect(page.locator("[data-search-keys]")).not_to_be_checked()


def test_nothing_is_loaded_before_the_search_is_opened(tab: Tab, site: Path) -> None:
    page = tab.open("questions/design/")
    page.wait_for_load_state("networkidle")
    assert [url for url in tab.asked if "/search/" in url or "/vendor/" in url] == []
    trigger = site / "assets" / "javascripts" / "components" / "search-trigger.mjs"
    assert len(gzip.compress(trigger.read_bytes())) < BEFORE_USE


def test_the_first_search_transfers_little(tab: Tab, site: Path) -> None:
    page = tab.open("loop/")
    page.wait_for_load_state("networkidle")
    tab.asked.clear()
    page.keyboard.press("/")
    typed(page, "rate limiting")
    expect(page.locator(RESULTS).first).to_have_attribute("data-explained", "")
    page.wait_for_load_state("networkidle")
    loaded = {urlsplit(url).path for url in tab.asked}
    size = sum(len(gzip.compress((site / path.lstrip("/")).read_bytes())) for path in loaded)
    print(f"\n{size:,} bytes in {len(loaded)} files")  # noqa: T201 - the report
    assert 20_000 < size <= FIRST_USE
    assert tab.elsewhere() == []


def test_the_right_answer_stands_first_in_the_browser(tab: Tab, guide: Guide, built: list[BuiltPage]) -> None:
    page = opened(tab)
    find: Callable[[str], list[str]] = lambda query: typed(page, query).evaluate(TOP, tab.address)  # noqa: E731
    judged = [query for query in guide.queries.values() if query.set != "fresh"]
    scores = score(find, judged, homes(built))
    print(f"\n{table({'in Chromium': scores})}")  # noqa: T201 - the report
    assert scores["all"].mrr >= 0.95
    assert scores["all"].within(1) >= 0.93
    assert scores["all"].within(3) >= 0.98
    assert scores["typo"].within(3) >= 0.95
    assert tab.told == []


def test_a_definition_is_shown_whole_and_first(tab: Tab, guide: Guide) -> None:
    page = typed(opened(tab), "what is an SLO")
    first = page.locator(RESULTS).first
    expect(first).to_have_attribute("data-kind", "term")
    expect(first).to_have_attribute("data-definition", "")
    expect(first.locator(".result__passage")).to_contain_text(guide.glossary["slo"].definition[:60])


def test_results_say_what_they_are_where_they_stand_and_why_they_match(tab: Tab) -> None:
    page = typed(opened(tab), "idempotancy retry")
    for result in page.locator(RESULTS).all()[:3]:
        expect(result.locator(".result__kind")).not_to_be_empty()
        expect(result.locator(".result__place")).not_to_be_empty()
        expect(result.locator("mark").first).to_be_visible()


def test_arrows_choose_and_enter_opens_the_card_with_the_words_marked(tab: Tab) -> None:
    page = typed(opened(tab), "webhook retries")
    first = page.locator(CHOSEN).get_attribute("id")
    expect(page.locator(INPUT)).to_have_attribute("aria-activedescendant", str(first))
    page.keyboard.press("ArrowUp")
    expect(page.locator(CHOSEN)).to_have_id(str(page.locator(RESULTS).last.get_attribute("id")))
    page.keyboard.press("ArrowDown")
    expect(page.locator(CHOSEN)).to_have_id(str(first))
    while page.locator(CHOSEN).get_attribute("data-kind") != "question":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/**")
    anchor = page.evaluate("location.hash")
    expect(page.locator(f"{anchor} > details")).to_have_attribute("open", "")
    expect(page.locator("[data-found-remove]")).to_be_visible()
    assert page.evaluate("CSS.highlights.get('found').size") > 3


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_marks_are_dismissed(tab: Tab, way: str) -> None:
    page = tab.open("technical/concepts/?h=rate+limit,throttl*#rate-limiting")
    button = page.locator("[data-found-remove]")
    expect(button).to_be_visible()
    button.click() if way == "button" else page.keyboard.press(way)
    expect(button).to_have_count(0)
    assert page.evaluate("CSS.highlights.has('found')") is False
    assert page.evaluate("location.search + location.hash") == "#rate-limiting"


def test_control_and_enter_open_a_tab(tab: Tab) -> None:
    page = typed(opened(tab), "heart")
    with page.context.expect_page() as popup:
        page.keyboard.press("Control+Enter")
    assert "h=" in popup.value.url
    expect(page.locator(DIALOG)).to_be_visible()


def test_kinds_are_counted_filtered_and_forgotten_on_opening(tab: Tab) -> None:
    page = typed(opened(tab), "idempotency")
    kinds = page.locator(f"{DIALOG} [data-search-kinds]")
    terms = kinds.locator("label", has_text="Terms")
    count = terms.locator("output").inner_text()
    terms.click()
    expect(page.locator(f"{RESULTS}:not([data-kind=term])")).to_have_count(0)
    expect(page.locator(RESULTS)).to_have_count(int(count))
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(kinds.locator("input").first).to_be_checked()
    expect(page.locator(f"{RESULTS}[data-kind=question]").first).to_be_visible()


def test_keys_inside_the_dialog_stay_there(tab: Tab) -> None:
    page = opened(tab)
    page.evaluate("document.addEventListener('keydown', () => { window.leaked = true; })")
    page.keyboard.type("sf/n")
    page.keyboard.press("Tab")
    page.keyboard.type("s")
    assert page.evaluate("window.leaked") is None


def test_nothing_found_leads_to_near_terms_and_the_topics(tab: Tab) -> None:
    page = typed(opened(tab), "qqqqzzzz")
    expect(page.locator(RESULTS)).to_have_count(0)
    expect(page.locator(f"{DIALOG} [data-search-nearest] a").first).to_be_visible()
    page.locator(f"{DIALOG} [data-search-none] > p > a").click()
    page.wait_for_url("**/topics/")


@pytest.mark.parametrize("query", ["<img src=x onerror=alert(1)>", "x" * 10_000, "?!(", "🙂", "تصميم"], ids=ascii)
def test_whatever_is_typed_does_no_harm(tab: Tab, query: str) -> None:
    page = typed(opened(tab), query)
    expect(page.locator(INPUT)).to_have_value(query)
    assert page.locator(f"{DIALOG} img").count() == 0
    assert tab.told == []


BLOCKED = {
    "throws": "window.Worker = function () { throw new Error('blocked'); };",
    "never there": "delete window.Worker;",
}


@pytest.mark.parametrize("script", BLOCKED.values(), ids=BLOCKED)
def test_a_blocked_worker_is_done_without(tab: Tab, script: str) -> None:
    tab.page.add_init_script(script)
    page = typed(opened(tab), "idempotency")
    expect(page.locator(RESULTS).first).to_contain_text("Idempotency")


def test_a_worker_that_cannot_be_loaded_is_done_without(tab: Tab) -> None:
    tab.page.route("**/worker.mjs", lambda route: route.abort())
    page = typed(opened(tab), "idempotency")
    expect(page.locator(RESULTS).first).to_contain_text("Idempotency")


def damaged(body: str | None) -> Callable[[Route], Any]:
    """Answer with a body, or with 404."""
    return lambda route: route.fulfill(status=200 if body is not None else 404, body=body or "")


@pytest.mark.parametrize("body", [None, "", "{", "{}", "[]", "null"], ids=str)
def test_without_an_index_there_is_a_message_and_a_second_try(tab: Tab, body: str | None) -> None:
    page = tab.open("loop/")
    page.context.route("**/titles.json", damaged(body))
    page.keyboard.press("/")
    page.keyboard.type("idempotency")
    expect(page.locator(f"{DIALOG} [data-search-error]")).to_be_visible()
    expect(page.locator(f"{DIALOG} [data-search-error] a")).to_have_attribute("href", "../topics/")
    page.context.unroute("**/titles.json")
    page.locator("[data-search-retry]").first.click()
    expect(page.locator(RESULTS).first).to_contain_text("Idempotency")


@pytest.mark.parametrize("body", [None, "{}"], ids=str)
def test_without_the_text_names_are_found_and_readers_are_told(tab: Tab, body: str | None) -> None:
    page = tab.open("loop/")
    page.context.route("**/words.json", damaged(body))
    page.keyboard.press("/")
    page.keyboard.type("idempotancy")
    expect(page.locator(RESULTS).first).to_contain_text("Idempotency")
    expect(page.locator(f"{DIALOG} [data-search-status]")).to_contain_text("could not be loaded")


def test_the_page_keeps_its_query_in_the_address(tab: Tab) -> None:
    page = tab.open("search/?q=rate%20limiting")
    results = page.locator(".search-page [data-search-result]")
    expect(results.first).to_contain_text("Rate limiting")
    page.locator(".search-page [data-search-input]").fill("error budget")
    expect(results.first).to_contain_text("Error budget")
    page.wait_for_url("**/search/?q=error+budget")
    page.reload()
    expect(results.first).to_contain_text("Error budget")


@pytest.mark.parametrize("tab", [NO_SCRIPT], indirect=True)
def test_without_script_the_link_leads_to_the_topics(tab: Tab) -> None:
    page = tab.open("frameworks/rice/")
    page.locator("[data-search-open]").click()
    page.wait_for_url("**/topics/")
    page.locator(".topics__letters a", has_text="S").click()
    expect(page.locator("#s + ul a", has_text="SLO").first).to_be_visible()


@pytest.mark.parametrize("tab", VIEWS, indirect=True)
@pytest.mark.parametrize("query", ["", "idempotency", "qqqqzzzz"])
def test_axe_finds_nothing_in_the_dialog(tab: Tab, query: str) -> None:
    page = opened(tab)
    if query:
        typed(page, query)
    if query == "idempotency":
        expect(page.locator(RESULTS).first).to_have_attribute("data-explained", "")
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []
    assert not page.evaluate(SIDEWAYS)


@pytest.mark.parametrize("tab", VIEWS, indirect=True)
def test_axe_finds_nothing_on_the_search_page(tab: Tab) -> None:
    page = tab.open("search/?q=latency")
    expect(page.locator(".search-page [data-search-result]").first).to_have_attribute("data-explained", "")
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []
    assert not page.evaluate(SIDEWAYS)
