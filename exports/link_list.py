"""The addresses behind a chapter's links as a numbered list at its end: paper cannot be clicked."""

import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from lxml.html import HtmlElement

from exports.site import BuiltPage

TEMPLATES = Path(__file__).parent / "templates"
SILENT = {"mark", "note", "note-again", "footnote", "footnote-ref", "card__meta", "chapter-foot", "headerlink"} | {
    "contents-folded",
    "passage__number",
    "print",
}
"""Links below these lead to what their words name already, or away from the text."""

ARTICLE = re.compile(r'(<article class="text\b.*)(</article>)', re.DOTALL)
LINK = re.compile(r"<a\b")


class Link(NamedTuple):
    """A line of the list."""

    number: int
    words: str
    address: str


class Numbers:
    """Numbers addresses in the order in which they are met; the same address keeps its number."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: dict[str, Link] = {}

    def of(self, link: HtmlElement, address: str) -> int:
        """Give the number of a link's address."""
        if address not in self._found:
            words = " ".join(link.text_content().split())
            self._found[address] = Link(len(self._found) + 1, words, address)
        return self._found[address].number

    @property
    def html(self) -> str:
        """The list, "" if there is nothing to list."""
        return render(self._found.values()) if self._found else ""


def is_silent(link: HtmlElement) -> bool:
    """Tell whether a link stays out of the list."""
    return any(SILENT & set(one.get("class", "").split()) for one in (link, *link.iterancestors()))


def render(links: Iterable[Link]) -> str:
    """Give the list as HTML."""
    return _template().render(links=links)


@cache
def _template() -> Template:
    templates = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    return templates.get_template("links.html.j2")


def write(site: Path, pages: Iterable[BuiltPage]) -> None:
    """Number the links in the text of every page of the site and write its list below the text."""
    for page in pages:
        path = site / page.path
        text = path.read_text(encoding="utf-8")
        path.write_text(ARTICLE.sub(lambda found, of=page: _listed(found, of), text), encoding="utf-8")  # type: ignore[misc]


def _listed(found: re.Match[str], page: BuiltPage) -> str:
    numbers = Numbers()
    canonical = next(iter(page.root.xpath("//link[@rel='canonical']/@href")), "")
    links = page.root.xpath("//article[contains(@class, 'text')]//a")
    absolute = cache(partial(urljoin, canonical))
    marks = iter([_mark(link, absolute, numbers) for link in links])
    return f"{LINK.sub(lambda start: start[0] + next(marks), found[1])}{numbers.html}{found[2]}"


def _mark(link: HtmlElement, absolute: Callable[[str], str], numbers: Numbers) -> str:
    """Give the attribute that shows a link's number in print; links inside the page have none."""
    href = link.get("href", "")
    if href.startswith("#") or is_silent(link):
        return ""
    return f' data-link="{numbers.of(link, absolute(href))}"'
