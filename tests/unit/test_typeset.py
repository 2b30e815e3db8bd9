"""Lines are even, few, and never wider than the room they have."""

from hypothesis import given
from hypothesis import strategies as st

from exports.typeset import MORE, balanced, shortened

WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=60), min_size=1, max_size=30).map(" ".join)
WIDTHS = st.integers(min_value=10, max_value=80)


def measure(text: str) -> float:
    """Every letter is as wide as any other."""
    return len(text)


def test_a_text_that_fits_stays_on_one_line() -> None:
    assert balanced("Career and pay", measure, 20, 2) == ["Career and pay"]


def test_lines_are_as_even_as_they_can_be() -> None:
    assert balanced("one two three four five six seven", measure, 30, 2) == ["one two three four", "five six seven"]


def test_a_line_does_not_end_in_a_word_that_leads_on() -> None:
    assert balanced("Platform PM and infrastructure PM", measure, 24, 2) == ["Platform PM", "and infrastructure PM"]
    assert balanced("Influence without authority", measure, 20, 2) == ["Influence", "without authority"]


def test_too_many_lines_are_told() -> None:
    assert balanced("one two three", measure, 5, 2) is None


def test_no_words_are_no_lines() -> None:
    assert balanced("", measure, 10, 3) == []


@given(WORDS, WIDTHS)
def test_all_letters_are_kept_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = balanced(text, measure, width, 1000)
    assert lines is not None
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(measure, lines)) <= width


@given(WORDS, WIDTHS, st.integers(min_value=1, max_value=3))
def test_a_shortened_text_fits_and_says_that_more_follows(text: str, width: int, at_most: int) -> None:
    lines = shortened(text, measure, width, at_most)
    assert 1 <= len(lines) <= at_most
    assert max(map(measure, lines)) <= width
    assert lines[-1].endswith(MORE)
    assert text.replace(" ", "").startswith("".join(lines).removesuffix(MORE).replace(" ", ""))
