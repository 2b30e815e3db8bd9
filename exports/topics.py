"""The index of topics from A to Z, made of what the search finds, for readers without it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from exports.search_entries import Entry
from exports.site import BuiltPage, parsed
from macros.models import Guide

PAGE = "topics/"
UP = "../"
"""From the page to the site's root."""

PLACE = "@topics@"
"""What macros/templates/topic_index.html.j2 leaves to be filled."""

KINDS = {"question": "card", "framework": "framework", "case": "case", "term": "glossary", "company": "company"}
PAGES = {"framework", "case"}
"""Kinds with a page each, whose sections are no topics of their own."""

OTHERS = "#"
"""The group of names that begin with no letter."""


@dataclass(frozen=True)
class Topic:
    """A line of the index."""

    name: str
    kind: str
    href: str


def fill(site: Path, built: list[BuiltPage], found: Iterable[Entry], guide: Guide) -> list[BuiltPage]:
    """Write the index into its page; give the pages with that one read anew."""
    path = site / PAGE / "index.html"
    if not path.is_file():
        return built
    text = path.read_text(encoding="utf-8").replace(PLACE, render(topics(found, guide)))
    path.write_text(text, encoding="utf-8")
    return [BuiltPage(page.path, parsed(text)) if page.url == PAGE else page for page in built]


def render(found: list[Topic]) -> str:
    """Give the index as HTML."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
    )
    ordered = sorted(found, key=lambda topic: (_letter(topic.name), topic.name.casefold(), topic.href))
    groups = [(letter, list(topics)) for letter, topics in groupby(ordered, key=lambda topic: _letter(topic.name))]
    return templates.get_template("topics.html.j2").render(groups=groups)


def topics(found: Iterable[Entry], guide: Guide) -> list[Topic]:
    """Give a line for each page, card, term, long form of a term, framework, case and company."""
    spellings = {term.name.casefold(): term.name for term in guide.glossary.values()}
    return [topic for entry in found for topic in _of(entry, spellings)]


def _of(entry: Entry, spellings: dict[str, str]) -> Iterator[Topic]:
    href = UP + entry.address
    if entry.level == 1:
        yield Topic(entry.title, KINDS.get(entry.kind, "chapter"), href)
    elif entry.kind == "question":
        yield Topic(f"{_spelled(entry.anchor, spellings)}: {entry.title}", KINDS["question"], href)
    elif entry.kind in KINDS.keys() - PAGES:
        yield Topic(entry.title, KINDS[entry.kind], href)
    if entry.kind == "term" and entry.long:
        yield Topic(f"{entry.long}: {entry.title}", KINDS["term"], href)


def _spelled(anchor: str, spellings: dict[str, str]) -> str:
    """Write a card's id as a name: "oauth-valet-key" is "OAuth valet key"."""
    words = " ".join(_proper(word, spellings) for word in anchor.split("-"))
    return words[:1].upper() + words[1:]


def _proper(word: str, spellings: dict[str, str]) -> str:
    spelling = spellings.get(word, word)
    return spelling if spelling[1:] != spelling[1:].lower() else word


def _letter(name: str) -> str:
    first = name[:1].upper()
    return first if first.isalpha() else OTHERS
