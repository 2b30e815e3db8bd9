"""What a reader does: open answers, filter, follow a link to a card, tick, search, switch the scheme."""

import pytest
from playwright.sync_api import expect

from exports.site import BuiltPage
from macros.models import Guide
from tests.browser.conftest import Tab

NO_SCRIPT = {"java_script_enabled": False}
PHONE = {"viewport": {"width": 390, "height": 844}}
PAPER = "getComputedStyle(document.body).backgroundColor"


def test_no_page_says_anything_in_the_console_or_asks_another_host(tab: Tab, built: list[BuiltPage]) -> None:
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for built_page in built:
        page = tab.open(built_page.path)
        page.get_by_role("button", name="scheme").click()
        for copy in page.get_by_role("button", name="Copy").all()[:1]:
            copy.click()
        for reference in page.locator("a.footnote-ref").all()[:1]:
            reference.focus()
        page.keyboard.press("/")
        page.keyboard.type("slo")
        page.locator("[data-search-dialog] [data-search-result]").first.wait_for()
        page.keyboard.press("Escape")
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


def test_one_question_is_compared_over_all_platforms(tab: Tab) -> None:
    page = tab.open("reference/policies/?question=notice")
    rows = page.locator("tr[data-policy]")
    expect(page.locator(".filter output")).to_have_text(f"{rows.count()} of {rows.count()} shown")
    shown = page.locator("td[data-filter-question]").locator("visible=true")
    assert shown.evaluate_all("cells => cells.map((cell) => cell.dataset.label)") == ["Notice"] * rows.count()
    page.locator("select[name=question]").select_option("")
    assert shown.count() == 5 * rows.count()


def test_a_number_leads_to_its_note(tab: Tab) -> None:
    page = tab.open("questions/technical/#error-rate-spike")
    answer = page.locator("#error-rate-spike details[data-level=strong]")
    answer.locator("summary").click()
    answer.get_by_role("link", name="Note 2").click()
    expect(answer.locator("li:target")).to_be_in_viewport()
    answer.get_by_role("link", name="Back to passage 2").click()
    expect(answer.locator("sup:target")).to_be_in_viewport()


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


def test_the_scheme_is_switched_and_kept(tab: Tab) -> None:
    page = tab.open("")
    page.get_by_role("button", name="Use the dark scheme").click()
    assert page.evaluate(PAPER) == "rgb(20, 25, 31)"
    tab.open("loop/")
    assert page.evaluate(PAPER) == "rgb(20, 25, 31)"
    expect(page.get_by_role("button", name="Use the light scheme")).to_be_visible()


@pytest.mark.parametrize("tab", [{"color_scheme": "dark"}, {"color_scheme": "dark", **NO_SCRIPT}], indirect=True)
def test_the_scheme_of_the_system_holds_at_first(tab: Tab) -> None:
    assert (
        tab.open("loop/").locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        == "rgb(20, 25, 31)"
    )


@pytest.mark.parametrize("tab", [PHONE, {**PHONE, **NO_SCRIPT}], indirect=True, ids=["script", "no-script"])
def test_the_menu_opens_and_closes_from_the_keyboard(tab: Tab) -> None:
    page = tab.open("loop/scoring/")
    menu = page.locator("#sections")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Menu", exact=True).focus()
    page.keyboard.press("Enter")
    expect(menu.get_by_role("link", name="How answers are scored")).to_have_attribute("aria-current", "page")
    expect(menu.get_by_role("link", name="Questions")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()


def test_on_a_desk_the_section_stands_beside_the_text(tab: Tab) -> None:
    menu = tab.open("loop/scoring/").locator("#sections")
    expect(menu.get_by_role("link", name="Companies")).to_be_visible()
    expect(menu.get_by_role("link", name="Questions")).to_be_hidden()


def test_the_contents_show_where_the_reader_is(tab: Tab) -> None:
    page = tab.open("loop/#onsite")
    expect(page.locator(".contents [data-here]")).to_have_text("The onsite")


def test_a_note_shows_beside_its_number(tab: Tab) -> None:
    page = tab.open("loop/")
    page.locator("a.footnote-ref").first.focus()
    expect(page.get_by_role("tooltip")).to_contain_text("Ledger")
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()


def test_the_home_page_leads_to_the_cards_of_a_kind_of_platform(tab: Tab, guide: Guide) -> None:
    cards = sum("ai" in card.platform_types for card in guide.questions.values())
    page = tab.open("")
    page.get_by_role("link", name=f"{cards} cards", exact=True).and_(page.locator("[href*='=ai']")).click()
    expect(page.locator("select[name=platform_types]")).to_have_value("ai")
    expect(page.locator(".filter output")).to_contain_text(f"{cards} of")


def test_a_choice_of_the_filter_can_be_linked(tab: Tab) -> None:
    page = tab.open("questions/?kind=debug&rounds=nothing-like-it")
    expect(page.locator("select[name=kind]")).to_have_value("debug")
    page.locator("select[name=competency]").select_option("execution")
    assert "kind=debug" in page.url
    assert "competency=execution" in page.url


def test_code_can_be_copied(tab: Tab) -> None:
    page = tab.open("reference/data/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".text pre > code").first.text_content()


def test_a_term_is_explained_where_it_stands(tab: Tab) -> None:
    term = tab.open("technical/concepts/").locator("article abbr").first
    assert len(term.get_attribute("title") or "") > 20
