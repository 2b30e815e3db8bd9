"""The head of a chapter: its first paragraph is told apart, its words are counted, its plans are found."""

import pytest

from macros import chapter
from macros.load import guide as load_guide
from macros.render import day, lower_first
from tests.conftest import ROOT


def test_the_first_paragraph_is_taken_off() -> None:
    found = chapter.opening("# Title\n\nOne line.\nAnother.\n\n## Next\n\nText.\n")
    assert found == chapter.Opening("# Title", "One line.\nAnother.", "\n\n## Next\n\nText.\n")


@pytest.mark.parametrize(
    "second", ["## A heading", "- a list", "<p>html</p>", "| a | b |", "!!! note", "{{ macro() }}"]
)
def test_what_is_no_paragraph_is_no_lead(second: str) -> None:
    found = chapter.opening(f"# Title\n\n{second}\n")
    assert found
    assert found.lead == ""
    assert found.rest.strip() == second


def test_a_page_without_a_heading_stays_as_it_is() -> None:
    assert chapter.opening("Text.\n") is None


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (200, 1), (201, 2), (1000, 5)])
def test_minutes_count_words_and_not_markup(words: int, minutes: int) -> None:
    marked = "<a href='x y z'>" + "word " * words + "</a>[^note-one]{ #an-id }"
    assert chapter.minutes(marked) == minutes


def test_a_page_knows_where_it_stands_in_the_plans() -> None:
    guide = load_guide(ROOT / "data")
    stops = chapter.stops(guide, "frameworks/star.md")
    assert [stop.plan.id for stop in stops][-1] == "tomorrow"
    for stop in stops:
        assert stop.plan.rows[stop.row - 1].page.startswith("/frameworks/star.md")
    assert chapter.stops(guide, "reference/changelog.md") == []


def test_words_for_readers() -> None:
    assert day("2026-01-02") == "2 January 2026"
    assert lower_first("First call") == "first call"
    assert lower_first("API first") == "API first"
