"""What every page promises: one heading, marks at figures, notes at conflicts, closed answers."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from exports import lint
from exports.site import BuiltPage
from macros.catalogue import Catalogue
from macros.models import Guide

LEDGERS = {"reference/figures/", "reference/conflicts/"}
"""Pages that show every claim with its standing in a column of its own."""

HEADINGS = "//article//*[self::h1 or self::h2 or self::h3 or self::h4]"
STANDING_FIRST = re.compile(r"\s*(Source only|Story|Example|Target|Checked|Corrected|Ours)\.")


def test_each_page_has_one_first_heading(built: list[BuiltPage]) -> None:
    for page in built:
        assert len(page.root.xpath("//h1")) == 1, page.path


def test_headings_never_skip_a_level(built: list[BuiltPage]) -> None:
    for page in built:
        levels = [int(element.tag[1]) for element in page.root.xpath(HEADINGS)]
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert not jumps, page.path


def test_each_page_has_a_description_and_a_canonical_address(built: list[BuiltPage]) -> None:
    for page in built:
        if page.path != lint.NOT_FOUND:
            [description] = page.root.xpath("//meta[@name='description']/@content")
            assert 40 <= len(description) <= 160, page.path
            assert page.root.xpath("//link[@rel='canonical']"), page.path


def test_descriptions_and_titles_are_unlike_each_other(built: list[BuiltPage]) -> None:
    for path in ("//meta[@name='description']/@content", "//title/text()"):
        found = Counter(page.root.xpath(path)[0] for page in built if page.path != lint.NOT_FOUND)
        assert [text for text, times in found.items() if times > 1] == []


def test_each_question_has_one_home_with_a_closed_answer(built: list[BuiltPage], guide: Guide) -> None:
    homes = Counter(id_ for page in built for id_, _ in page.homes("data-question"))
    assert homes == Counter(dict.fromkeys(guide.questions, 1))
    for page in built:
        for card in page.root.xpath("//*[@data-question]"):
            assert card.get("id") == card.get("data-question")
            assert {"data-competency", "data-kind", "data-rounds", "data-difficulty"} <= set(card.attrib)
            [answer] = card.xpath("./details")
            assert "open" not in answer.attrib


def test_each_framework_has_its_own_page(by_url: dict[str, BuiltPage], guide: Guide) -> None:
    for framework in guide.frameworks:
        assert [id_ for id_, _ in by_url[f"frameworks/{framework}/"].homes("data-framework")] == [framework]


def test_each_case_has_its_own_page(by_url: dict[str, BuiltPage], guide: Guide) -> None:
    for case in guide.cases:
        assert [id_ for id_, _ in by_url[f"cases/{case}/"].homes("data-case")] == [case]


def test_every_question_of_a_survey_is_drawn(built: list[BuiltPage], guide: Guide) -> None:
    drawn = Counter(id_ for page in built for id_ in page.root.xpath("//@data-survey-question"))
    asked = [question.id for survey in guide.surveys.values() for question in survey.questions]
    assert drawn == Counter(dict.fromkeys(asked, 1))


def test_every_note_on_an_answer_has_its_passage(built: list[BuiltPage], guide: Guide) -> None:
    marks = sum(len(page.root.xpath("//details[@data-level]//mark")) for page in built)
    assert marks == sum(len(answer.notes) for card in guide.questions.values() for answer in card.answers) > 0


def test_a_figure_shows_value_claim_and_standing(built: list[BuiltPage], guide: Guide) -> None:
    for page in built:
        for figure in page.root.xpath("//data[@data-claim]"):
            claim = guide.claims[figure.get("data-claim")]
            assert figure.get("data-standing") == claim.standing.value
            assert figure.get("value") in guide.figures[claim.id].values()
            assert figure.text_content() == figure.get("value")


def marked(page: BuiltPage) -> set[str]:
    figures = page.root.xpath("//*[@data-claim][following-sibling::*[1][contains(@class, 'mark')]]/@data-claim")
    rows = page.root.xpath("//*[@data-claim][.//a[contains(@class, 'mark')]]/@data-claim")
    return {*figures, *rows}


def test_each_claim_on_a_page_is_marked_there(built: list[BuiltPage]) -> None:
    for page in built:
        if page.url not in LEDGERS:
            assert page.cites() - marked(page) == set(), page.path


def test_each_high_conflict_has_a_note_on_the_pages_that_show_it(built: list[BuiltPage], guide: Guide) -> None:
    high = Catalogue(guide).conflicts_by_claim
    for page in built:
        if page.url in LEDGERS or page.url == "loop/companies/":
            continue
        expected = {c.id for claim in page.cites() for c in high.get(claim, []) if c.severity == "high"}
        noted = set(page.root.xpath("//*[@role='note']/@data-conflict"))
        assert expected - noted == set(), page.path


def test_the_ten_high_conflicts_are_shown_somewhere(built: list[BuiltPage], guide: Guide) -> None:
    noted = {id_ for page in built for id_ in page.root.xpath("//*[@role='note']/@data-conflict")}
    high = {conflict.id for conflict in guide.conflicts.values() if conflict.severity == "high"}
    assert len(high) == 10
    assert high <= noted


def test_footnotes_tell_the_standing(built: list[BuiltPage]) -> None:
    for page in built:
        for note in page.root.xpath("//div[@class='footnote']//li"):
            assert STANDING_FIRST.match(note.text_content()), page.path


def test_one_policy_stands_first_on_every_page(built: list[BuiltPage]) -> None:
    policies = {page.root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0] for page in built}
    assert len(policies) == 1
    [policy] = policies
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    assert "http" not in policy
    for page in built:
        assert page.root.xpath("//head/*[1]/@http-equiv") == ["Content-Security-Policy"], page.path


@pytest.mark.parametrize("page", ["role/", "loop/", "frameworks/rice/", "questions/design/", "reference/figures/"])
def test_every_page_says_when_it_was_reviewed(by_url: dict[str, BuiltPage], page: str) -> None:
    assert by_url[page].root.xpath("//footer[@class='chapter-foot']//time/@datetime")


def test_a_diagram_has_a_name_a_description_and_the_same_in_words(built: list[BuiltPage]) -> None:
    figures = [figure for page in built for figure in page.root.xpath("//figure[@data-diagram]")]
    assert len(figures) >= 16
    for figure in figures:
        for drawing in figure.xpath("./svg"):
            [title, description] = [
                figure.xpath(f".//*[@id='{id_}']") for id_ in drawing.get("aria-labelledby").split()
            ]
            assert drawing.get("role") == "img"
            assert title[0].text == figure.xpath("string(./figcaption)")
            assert len(description[0].text) > 40
        assert len(figure.xpath("./svg")) == 2
        assert len(figure.xpath("./details//ol/li")) >= 2, figure.get("data-diagram")


def test_a_chart_has_a_name_a_description_and_its_numbers_as_a_table(built: list[BuiltPage]) -> None:
    figures = [figure for page in built for figure in page.root.xpath("//figure[@data-chart]")]
    assert len(figures) >= 12
    for figure in figures:
        assert figure.xpath("./svg/title"), figure.get("data-chart")
        assert figure.xpath("./svg/desc"), figure.get("data-chart")
        assert figure.xpath("./details//table//tbody/tr"), figure.get("data-chart")
