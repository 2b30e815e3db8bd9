"""What a reader does: open answers, filter, follow a link to a card, tick, search, switch the scheme."""

import pytest
from playwright.sync_api import expect

from exports.site import BuiltPage
from tests.browser.conftest import Tab

NO_SCRIPT = {"java_script_enabled": False}


def test_no_page_says_anything_in_the_console_or_asks_another_host(tab: Tab, built: list[BuiltPage]) -> None:
    for page in built:
        tab.open(page.path)
    assert tab.told == []
    assert tab.elsewhere() == []


def test_a_link_to_a_card_opens_its_answer(tab: Tab) -> None:
    page = tab.open("questions/design/#webhook-system")
    expect(page.locator("#webhook-system > details")).to_have_attribute("open", "")
    expect(page.locator("#job-scheduler > details")).not_to_have_attribute("open", "")


@pytest.mark.parametrize("tab", [{}, NO_SCRIPT], indirect=True, ids=["script", "no-script"])
def test_an_answer_opens_from_the_keyboard(tab: Tab) -> None:
    page = tab.open("questions/technical/")
    answer = page.locator("[data-question] > details").first
    answer.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(answer.locator(":scope > :not(summary)").first).to_be_visible()


def test_the_ledger_is_filtered_by_standing_and_company(tab: Tab) -> None:
    page = tab.open("reference/figures/")
    rows = page.locator("tr[data-claim-row]")
    page.locator("select[name=standing]").select_option("corrected")
    shown = rows.locator("visible=true")
    assert 0 < shown.count() < rows.count()
    assert set(shown.evaluate_all("rows => rows.map((row) => row.dataset.filterStanding)")) == {"corrected"}
    expect(page.locator(".filter output")).to_have_text(f"{shown.count()} of {rows.count()} shown")
    page.locator("select[name=companies]").select_option("google")
    assert all(
        "google" in companies for companies in shown.evaluate_all("rows => rows.map(r => r.dataset.filterCompanies)")
    )


def test_the_bank_is_filtered_by_competency(tab: Tab) -> None:
    page = tab.open("questions/")
    page.locator("select[name=competency]").select_option("leadership")
    shown = page.locator("tr[data-filter-competency]").locator("visible=true")
    assert 0 < shown.count() < page.locator("tr[data-filter-competency]").count()


@pytest.mark.parametrize("tab", [NO_SCRIPT], indirect=True)
def test_without_script_the_ledger_is_a_whole_plain_table(tab: Tab) -> None:
    page = tab.open("reference/figures/")
    rows = page.locator("tr[data-claim-row]")
    assert rows.locator("visible=true").count() == rows.count() > 200
    expect(page.locator(".filter").first).to_be_hidden()


@pytest.mark.parametrize("tab", [{}, NO_SCRIPT], indirect=True, ids=["script", "no-script"])
def test_a_checklist_is_ticked_with_the_space_bar(tab: Tab) -> None:
    box = tab.open("prepare/").locator(".checklist input").first
    box.focus()
    tab.page.keyboard.press("Space")
    expect(box).to_be_checked()


def test_search_finds_a_topic(tab: Tab) -> None:
    page = tab.open("")
    page.keyboard.press("/")
    page.keyboard.type("idempotency")
    expect(page.locator(".md-search-result__list")).to_contain_text("dempoten")
    assert tab.told == []
    assert tab.elsewhere() == []


def test_the_scheme_is_switched_and_kept(tab: Tab) -> None:
    page = tab.open("")
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("label[for^=__palette]:visible").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", str(before))
    switched = page.locator("body").get_attribute("data-md-color-scheme")
    tab.open("loop/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", str(switched))


def test_a_term_is_explained_where_it_stands(tab: Tab) -> None:
    term = tab.open("technical/concepts/").locator("article abbr").first
    assert len(term.get_attribute("title") or "") > 20
