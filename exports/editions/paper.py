"""Chapters made ready for paper: links with page numbers or numbered addresses, drawings with their colours."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import etree, html
from lxml.html import HtmlElement
from lxml.html.builder import SPAN
from markupsafe import Markup, escape

from exports.editions import page_numbers, soft_breaks
from exports.editions.light import Chapter
from exports.link_list import Numbers, is_silent

TEMPLATES = Path(__file__).parent / "templates"
SEE = f"(p.\u00a0{page_numbers.ROOM})"
PLAIN = ".//time | .//data[not(@class)] | .//abbr | .//span[not(@class) and not(@id)]"
"""Elements that look like the text around them; without them a page takes less time and memory."""

HIDDEN = 'aria-hidden="true"'
SAMPLE = "Sample of the line"


@cache
def environment() -> Environment:
    """Give the environment that fills the templates of editions."""
    loader = FileSystemLoader(TEMPLATES)
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["markup"] = lambda chapter: Markup(markup(chapter))  # noqa: S704 - made from the built site
    made.filters["plain"] = lambda text: Markup(text).striptags()  # noqa: S704 - the same
    return made


def prepared(chapter: Chapter, styles: str, references: Mapping[str, str]) -> Chapter:
    """Give the chapter with room for page numbers, a list of addresses, and drawings that carry their style.

    `references` has the id behind each address that leads somewhere in the guide.
    """
    drop_plain(chapter.body)
    numbers = Numbers()
    for link in [link for link in chapter.body.iter("a") if not is_silent(link)]:
        address = link.get("href")
        if address in references:
            _make_room(link, references[address])
        else:
            _number(link, numbers.of(link, address))
    if numbers.html:
        chapter.body.append(html.fragment_fromstring(numbers.html))
        soft_breaks.put_in(chapter.body[-1])
    return replace(chapter, drawings=tuple(_styled(drawing, styles) for drawing in chapter.drawings))


def drop_plain(body: HtmlElement) -> None:
    """Leave the words of elements that look like the text around them."""
    for element in body.xpath(PLAIN):
        element.drop_tag()


def inside(element: HtmlElement) -> str:
    """Give what stands in an element as HTML, without notes."""
    for note in element.xpath(".//span[@class='note']"):
        note.drop_tree()
    inner = "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
    return f"{escape(element.text or '')}{inner}".strip()


def markup(chapter: Chapter) -> str:
    """Give the chapter's HTML; a soft break is a sign here, which costs less than an element."""
    return chapter.html.replace(soft_breaks.ELEMENT, soft_breaks.MARK)


def _make_room(link: HtmlElement, id_: str) -> None:
    """Put the room for a page number behind a link."""
    see = SPAN(SEE, {"class": "see__page", page_numbers.MARK: id_})
    see.tail, link.tail = link.tail, " "
    link.addnext(see)


def _number(link: HtmlElement, number: int) -> None:
    link.set("class", f"{link.get('class', '')} numbered".strip())
    link.set("data-link", str(number))


def _styled(drawing: str, styles: str) -> str:
    """Put the style sheet into a drawing, and a name into one that has none: without it nobody could skip it."""
    start = drawing.index(">") + 1
    title = f"<title>{SAMPLE}</title>" if HIDDEN in drawing[:start] else ""
    return f"{drawing[:start]}{title}<style>{styles}</style>{drawing[start:]}"
