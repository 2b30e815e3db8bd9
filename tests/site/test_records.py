"""Cases, policies, surveys, graded answers and the sheet, on the pages of a small project that has one of each."""

import json
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.site.project import Project
from tests.unit.samples import CASE, POLICY, QUESTION, SURVEY

GRADED = """\
home: adoption
answers:
  - level: weak
    text: I add machines.
  - level: strong
    text: >-
      I ask **where** the time goes.

      Then I look at one slow call.
    notes:
      - {quote: one slow call, says: It is one., competency: execution}
      - {quote: I ask **where** the time goes, says: It looks., competency: technical-judgment}
differs: It looks before it guesses.
higher:
  - {level: staff, expects: A rule for all teams.}
"""
PLATFORM = "- {{id: {id}, name: {id} platform, short: S, customer: C, leaves: L, ask: A, trap: T}}\n"
KINDS = ("internal", "external", "infrastructure", "ai")
SECTIONS = {
    "task": "The task",
    "clock": "The clock",
    "clarifying": "Clarifying questions",
    "users": "Users and their jobs",
    "requirements": "Requirements",
    "capacity": "Capacity",
    "design": "Design",
    "api": "API",
    "trade-offs": "Trade-offs",
    "operations": "Operations",
    "rollout": "Rollout and adoption",
    "metrics": "Metrics",
    "deprecation": "Deprecation",
    "follow-ups": "They ask next",
    "hire-or-strong-hire": "Hire or strong hire",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small project."""
    project = Project(tmp_path_factory.mktemp("project"))
    project.data("questions/slow-call.yml", QUESTION + GRADED)
    project.data("cases/queue.yml", CASE)
    project.data("policies/some-cloud.yml", POLICY)
    project.data("surveys/teams.yml", SURVEY)
    project.data("platforms.yml", "".join(PLATFORM.format(id=kind) for kind in KINDS))
    project.page("questions/technical.md", "{{ question_cards('technical') }}")
    project.page("questions/adoption.md", "{{ question_cards('adoption') }}")
    project.page("questions/index.md", "{{ question_index() }}\n\n{{ graded_list() }}")
    project.page("cases/index.md", "{{ case_list() }}")
    project.page("cases/queue.md", "{{ case_page('queue') }}")
    project.page("reference/policies.md", "{{ policy_table() }}")
    charts = "{{ survey_limits('teams') }}\n\n{{ survey_chart('team-size') }}\n\n{{ survey_chart('team-paths') }}"
    project.page("reference/survey.md", charts)
    project.page("loop/interviewer-sheet.md", "{{ interviewer_sheet() }}")
    built = project.build()
    assert built.returncode == 0, built.stderr
    return project.folder / "site"


def page(site: Path, url: str) -> HtmlElement:
    return html.fromstring((site / url / "index.html").read_text(encoding="utf-8"))


def words(elements: list[HtmlElement]) -> list[str]:
    return [" ".join(element.text_content().split()) for element in elements]


def test_a_case_has_its_sections_in_order_and_in_the_contents(site: Path) -> None:
    [case] = page(site, "cases/queue").xpath("//*[@data-case]")
    assert case.get("id") == case.get("data-case") == "queue"
    headings = {heading.get("id"): heading.text for heading in case.xpath("./h2")}
    assert list(headings.items()) == list(SECTIONS.items())
    links = page(site, "cases/queue").xpath("//*[contains(@class, 'contents__link')]/@href")
    assert [f"#{id_}" for id_ in SECTIONS] == links[: len(SECTIONS)]


def test_the_clock_of_a_case_says_when_each_phase_begins_and_ends(site: Path) -> None:
    phases = page(site, "cases/queue").xpath("//ol[@class='clock']/li")
    assert words(phases) == [
        "0–10 minutesTeams: who waits, and for what",
        "10–30 minutesDesign",
        "30–45 minutesOperations",
    ]
    assert [phase.xpath("string(./svg/@height)") for phase in phases] == ["80", "160", "120"]


def test_what_the_interviewer_answers_is_closed(site: Path) -> None:
    asked = page(site, "cases/queue").xpath("//*[@data-case]/details")
    assert len(asked) == 5
    assert not [details for details in asked if "open" in details.attrib]
    assert words(asked)[0] == "Who waits?Interviewer Three teams."


def test_the_tables_of_a_case_say_everything(site: Path) -> None:
    root = page(site, "cases/queue")
    moments = words(root.xpath("//tr[@data-competency]"))
    assert moments[0] == "Opening strategic-thinkingNames a queue.Asks who waits."
    [flips] = root.xpath("//td[@data-label='Flips when'][1][contains(., 'Nothing may wait')]")
    assert words(flips.xpath("./../th")) == ["A queue Instead of: a call"]
    assert words(root.xpath("//td[@data-label='Calls']")) == ["few", "many"]
    assert "POST /jobs\n\n{" in root.xpath("string(//pre/code)")


def test_a_list_leads_to_the_case(site: Path) -> None:
    [link] = page(site, "cases").xpath("//a[@class='tile__link']")
    assert (link.text, link.get("href")) == ("A queue", "queue/")


def test_every_cell_of_a_policy_has_its_page_and_day(site: Path) -> None:
    root = page(site, "reference/policies")
    [row] = root.xpath("//tr[@data-policy='some-cloud']")
    cells = row.xpath("./td")
    assert [cell.get("data-filter-question") for cell in cells] == [
        "versions",
        "notice",
        "preview",
        "breaking",
        "signals",
    ]
    assert row.xpath("./td//a/@href") == ["https://example.org/guide"] * 5
    assert row.xpath("./td//time/@datetime") == ["2026-01-02", "2026-01-03", *["2026-01-02"] * 3]
    assert root.xpath("//select[@name='platform_type']/option/@value") == ["", "external"]
    assert len(root.xpath("//select[@name='question']/option")) == 6


def test_a_survey_shows_counts_shares_and_who_answered(site: Path) -> None:
    figures = page(site, "reference/survey").xpath("//figure[@data-survey-question]")
    assert [words(figure.xpath(".//tbody/tr")) for figure in figures] == [
        ["Up to five330%", "More than five770%"],
        ["Templates982%", "Documentation873%", "Training00%"],
    ]
    assert figures[0].xpath(".//rect[@class='chart__bar']/@width") == ["30.00%", "70.00%"]
    assert "10 of 12 people answered." in figures[0].text_content()
    assert "they could choose more than one answer" in figures[1].text_content()
    [limits] = page(site, "reference/survey").xpath("//*[@data-survey='teams']")
    assert "They chose themselves." in limits.text_content()


def test_a_card_stands_on_the_page_of_its_subject(site: Path) -> None:
    assert page(site, "questions/adoption").xpath("//*[@data-question]/@id") == ["slow-call"]
    assert page(site, "questions/technical").xpath("//*[@data-question]") == []
    assert page(site, "questions").xpath("//th/a/@href") == ["adoption/#slow-call"] * 2


def test_what_the_strong_answer_adds_stands_in_sight_above_the_answers(site: Path) -> None:
    [card] = page(site, "questions/adoption").xpath("//*[@data-question]")
    [levels] = card.xpath(".//*[@class='levels']")
    assert words([levels.getprevious()]) == ["What the strong answer adds It looks before it guesses."]
    assert [(answer.get("data-level"), answer.get("open")) for answer in levels] == [("weak", None), ("strong", None)]
    assert words(card.xpath(".//dl/div")) == ["StaffA rule for all teams."]
    assert "It looks before it guesses." in page(site, "questions").text_content()


def test_a_number_leads_from_the_passage_to_its_note_and_back(site: Path) -> None:
    root = page(site, "questions/adoption")
    marks = root.xpath("//mark")
    assert words(marks) == ["I ask where the time goes", "one slow call"]
    for mark in marks:
        [number] = mark.xpath("./following-sibling::sup[1]")
        [note] = root.xpath(f"//li[@id='{number.xpath('string(./a/@href)')[1:]}']")
        assert note.xpath("./a/@href") == [f"#{number.get('id')}"]
    assert len(root.xpath("//details[@data-level='strong']/p")) == 2


def test_the_sheet_has_a_mark_for_each_level_and_room_for_each_dimension(site: Path) -> None:
    [sheet] = page(site, "loop/interviewer-sheet").xpath("//*[@class='sheet']")
    assert len(sheet.xpath(".//input[@type='radio']")) == 16
    assert len(set(sheet.xpath(".//input[@type='radio']/@name"))) == 4
    assert len(sheet.xpath("./section//textarea")) == 4


@pytest.mark.parametrize("kind", ["cases", "policies", "surveys"])
def test_the_records_are_published_with_their_address(site: Path, kind: str) -> None:
    [record] = json.loads((site / "data" / f"{kind}.json").read_text(encoding="utf-8"))
    url, _, anchor = record["url"].partition("#")
    assert page(site, url).xpath(f"//*[@id='{anchor}']")
    assert (site / "data" / "schema" / f"{kind}.json").is_file()


def test_the_search_finds_the_sections_of_a_case_and_the_rows_of_policies(site: Path) -> None:
    titles = json.loads((site / "search" / "titles.json").read_text(encoding="utf-8"))
    kinds = dict(zip(titles["titles"], titles["kinds"], strict=True))
    assert {kinds[heading] for heading in SECTIONS.values()} == {"case"}
    assert kinds["Some Cloud: Jobs API"] == "chapter"
