"""Every page that teaches says what its reader can say or do afterwards."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from exports.site import BuiltPage
from macros.catalogue import BANK
from macros.load.nodes import parse

DOCS = Path(__file__).parents[2] / "docs"
LOOKED_UP = ("reference/",)
"""Folders of pages that are looked things up in."""

NOT_TAUGHT = {"index.md", "search.md", "topics.md", *(f"questions/{group}.md" for group in BANK)}
"""The home page, those that lead on, and the pages whose cards say themselves what a good answer holds."""

VAGUE = {"Understand", "Know", "Learn", "Be", "Become", "Appreciate", "Familiarise", "Explore", "Master", "Discover"}
"""Verbs that nobody can test."""


def outcomes(path: Path) -> list[str]:
    """Give the outcomes in the front matter of a page."""
    front = path.read_text(encoding="utf-8").split("\n---\n")[0].removeprefix("---")
    listed = parse(front, path.name).entries.get("outcomes")
    return [item.text for item in listed.items] if listed else []


PAGES = {path.relative_to(DOCS).as_posix(): outcomes(path) for path in sorted(DOCS.rglob("*.md"))}
TAUGHT = [name for name in PAGES if not name.startswith(LOOKED_UP) and name not in NOT_TAUGHT]


@pytest.mark.parametrize("name", TAUGHT)
def test_a_page_that_teaches_has_outcomes(name: str) -> None:
    assert PAGES[name]


@pytest.mark.parametrize("name", [name for name in PAGES if name not in TAUGHT])
def test_other_pages_promise_nothing(name: str) -> None:
    assert PAGES[name] == []


def test_no_two_outcomes_of_the_site_are_the_same() -> None:
    told = sorted(re.sub(r"\W+", " ", outcome).casefold() for listed in PAGES.values() for outcome in listed)
    assert [one for one, next_one in pairwise(told) if one == next_one] == []


def test_each_outcome_is_a_thing_to_say_or_do() -> None:
    first = {outcome.split()[0] for listed in PAGES.values() for outcome in listed}
    assert first & VAGUE == set()
    assert [word for word in first if not re.fullmatch(r"[A-Z][a-z]+", word)] == []
    assert [outcome for listed in PAGES.values() for outcome in listed if outcome.endswith(".")] == []


def test_readers_see_the_outcomes_of_a_page(by_url: dict[str, BuiltPage]) -> None:
    shown = {name: by_url[_address(name)].root.xpath("//*[contains(@class, 'outcomes')]//li") for name in PAGES}
    told = {name: [item.text_content().replace("’", "'") for item in items] for name, items in shown.items()}
    assert told == PAGES


def _address(name: str) -> str:
    return name.removesuffix("index.md") if name.endswith("index.md") else f"{name.removesuffix('.md')}/"
