"""The text of a built page as light HTML, for editions that have neither tabs to click nor a screen to scroll.

Answers are open sections with headings, notes stand in the text where they are called, controls are gone,
and links lead where the edition says.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html
from lxml.html import HtmlElement

from exports.editions import soft_breaks, wide_tables

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
DRAWING = re.compile(r"<svg\b(?:[^<]|<(?!/?svg\b)|<svg\b.*?</svg>)*</svg>", re.DOTALL)
"""A drawing, which may hold other drawings."""

PLACEHOLDER = re.compile(r'<i data-drawing="(\d+)"(?:/>|></i>)')
FOR_PHONES, FOR_DESKS = (f'class="diagram__drawing diagram__drawing--{width}"' for width in ("phone", "wide"))
"""The two drawings of a diagram; an edition takes one."""

ARTICLE = re.compile(r'<article class="text\b.*</article>', re.DOTALL)
SVG_IDS = re.compile(r'(?P<before> (?:id|aria-labelledby)="| href="#|url\(#)(?P<ids>[^")]+)')
NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'

SECTION = "//meta[@property='article:section']/@content"
CONTROLS = {"contents-folded", "headerlink", "filter", "copy", "print", "print-only", "visually-hidden"} | {
    "footnote-backref",
    "graded__back",
    "editions",
}
"""Classes of what only a screen needs; the words in `visually-hidden` repeat what the eye has seen."""
RENAMED = {"form": "div", "fieldset": "section", "label": "span"}
KEPT = {"class", "id", "href", "title", "value", "datetime", "scope", "colspan", "rowspan", "src", "alt", "start"} | {
    "data-label",
    "data-question",
    "data-framework",
    "data-drawing",
    "data-standing",
}
"""Attributes that mean something without a browser."""


class Target(NamedTuple):
    """Where a link of the site leads: an address from the site's root, "" for the home page, and an anchor or ""."""

    url: str
    anchor: str


class Heading(NamedTuple):
    """A heading of the text; cards count as headings, what stands inside an answer does not."""

    level: int
    id: str
    text: str


Resolve = Callable[[Target], str]
"""Gives the address that an edition writes for a link; "" takes the link away and leaves its words."""

PAGE_SCHEME = "https://site.invalid/"


@dataclass(frozen=True)
class Chapter:
    """A page of the site as an edition shows it; `body` is a <section> whose drawings are placeholders."""

    url: str
    title: str
    section: str
    body: HtmlElement
    drawings: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The chapter's name in files and ids: "loop/scoring/" is "loop-scoring"."""
        return slug(self.url)

    @property
    def html(self) -> str:
        """The chapter as HTML."""
        return self._drawn(etree.tostring(self.body, encoding="unicode", method="html"))

    @property
    def xhtml(self) -> str:
        """The chapter as well-formed XML, without a namespace."""
        return self._drawn(etree.tostring(self.body, encoding="unicode", method="xml"))

    @property
    def headings(self) -> list[Heading]:
        """All headings and cards in their order."""
        return [
            Heading(int(element.tag[1]), element.get("id", ""), words(element))
            for element in self.body.iter(*HEADINGS)
            if not _inside_answer(element)
        ]

    def _drawn(self, text: str) -> str:
        text = PLACEHOLDER.sub(lambda found: self.drawings[int(found[1])], text)
        return text.replace(soft_breaks.MARK, soft_breaks.ELEMENT)


def slug(url: str) -> str:
    """Give the name of a page's chapter: the address with hyphens for slashes, "home" for the home page."""
    return url.removesuffix("index.html").strip("/").replace("/", "-") or "home"


def anchor(url: str, id_: str) -> str:
    """Give the id, unique over all chapters, of an element of a page; of the chapter itself if `id_` is empty."""
    return f"{slug(url)}--{id_.replace(':', '-')}" if id_ else slug(url)


def words(element: HtmlElement) -> str:
    """Give the words of an element without its notes."""
    text = "".join(element.xpath(".//text()[not(ancestor::*[@class='note'])]"))
    return " ".join(text.replace(soft_breaks.MARK, "").split())


def lighten(page: str, url: str, resolve: Resolve, without: str = FOR_PHONES) -> Chapter:
    """Take a built page as text and its address from the site's root; give its chapter `without` some drawings."""
    text, drawings = _cut_out(_article(page, url), url, without)
    body = html.fragment_fromstring(text)
    _change(body, url, resolve)
    return Chapter(
        url, words(body.find(".//h1")), "".join(html.document_fromstring(page).xpath(SECTION)), body, tuple(drawings)
    )


def _article(page: str, url: str) -> str:
    found = ARTICLE.search(page)
    if not found:
        raise ValueError(f"{url or 'the home page'} has no article")
    return found[0]


def _change(body: HtmlElement, url: str, resolve: Resolve) -> None:
    body.tag, body.attrib["class"], body.attrib["id"] = "section", "chapter", ""
    for element in [one for one in body.iter(etree.Element) if one.tag == "nav" or CONTROLS & _classes(one)]:
        element.drop_tree()
    _place_notes(body)
    _open_answers(body)
    wide_tables.unfold(body)
    _simplify(body)
    _resolve_links(body, url, resolve)
    _name(body, url)
    soft_breaks.put_in(body)


def _cut_out(article: str, url: str, without: str) -> tuple[str, list[str]]:
    """Put placeholders for drawings: a parser of HTML would write the names of their attributes small."""
    drawings: list[str] = []

    def keep(found: re.Match[str]) -> str:
        if without in found[0]:
            return ""
        drawings.append(_named_drawing(found[0], url))
        return f'<i data-drawing="{len(drawings) - 1}"></i>'

    return DRAWING.sub(keep, article), drawings


def _named_drawing(drawing: str, url: str) -> str:
    def prefixed(found: re.Match[str]) -> str:
        return found["before"] + " ".join(anchor(url, id_) for id_ in found["ids"].split())

    named = SVG_IDS.sub(prefixed, drawing)
    return named if NAMESPACE in named else named.replace("<svg", f"<svg {NAMESPACE}", 1)


def _place_notes(body: HtmlElement) -> None:
    """Put each note where it is called first; later calls point to it."""
    notes = {item.get("id"): item for item in body.xpath(".//div[@class='footnote']//li")}
    for call in body.xpath(".//sup[a[@class='footnote-ref']]"):
        number, id_ = call.text_content(), call[0].get("href").removeprefix("#")
        call.attrib.clear()
        if id_ in notes:
            _replace(call, _as_span(notes.pop(id_)))
        else:
            call[0].set("class", "note-again")
            call[0].text = number
    for foot in body.xpath(".//div[@class='footnote']"):
        foot.drop_tree()
    for heading in body.xpath(".//h2[@id='notes-and-sources']"):
        heading.drop_tree()


def _as_span(note: HtmlElement) -> HtmlElement:
    note.tag, note.attrib["class"] = "span", "note"
    note.text = (note.text or "").strip()
    for paragraph in note.iter("p"):
        paragraph.tag, paragraph.attrib["class"] = "span", "note__text"
        paragraph.tail = (paragraph.tail or "").strip()
        _strip_end(paragraph)
    return note


def _strip_end(element: HtmlElement) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() or None
    else:
        element.text = (element.text or "").rstrip()


def _replace(old: HtmlElement, new: HtmlElement) -> None:
    parent, tail = old.getparent(), old.tail
    parent.replace(old, new)
    new.tail = tail


def _open_answers(body: HtmlElement) -> None:
    """Turn each <details> into a section; its summary is a heading below the last heading of the page itself."""
    level = 1
    for element in list(body.iter("summary", "legend", *HEADINGS)):
        if element.tag in HEADINGS:
            level = int(element.tag[1])
            continue
        holder = element.getparent()
        holder.tag = "section"
        holder.attrib["class"] = f"{holder.get('class', '')} opened".strip()
        element.tag, element.attrib["class"] = f"h{min(level + 1, 6)}", "opened__label"


def _simplify(body: HtmlElement) -> None:
    for box in body.xpath(".//input"):
        box.tag = "span"
        box.attrib.clear()
        box.attrib["class"] = "box"
    for room in body.xpath(".//textarea"):
        room.tag = "span"
        room.attrib.clear()
        room.attrib["class"] = "room"
    for pair in body.xpath(".//dl/div"):
        pair.drop_tag()
    for element in body.iter(*RENAMED):
        element.tag = RENAMED[element.tag]
    for element in body.iter(etree.Element):
        for name in set(element.attrib) - KEPT:
            del element.attrib[name]


def _resolve_links(body: HtmlElement, url: str, resolve: Resolve) -> None:
    for link in list(body.iter("a")):
        target = _target(link.get("href", ""), url)
        address = resolve(target) if isinstance(target, Target) else target
        if address:
            link.set("href", address)
        else:
            _unlink(link)
    for image in body.iter("img"):
        target = _target(image.get("src", ""), url)
        image.set("src", target.url if isinstance(target, Target) else target)


def _target(href: str, url: str) -> Target | str:
    """Give where a link leads inside the site, or its address if it leaves the site."""
    parts = urlsplit(urljoin(PAGE_SCHEME + url, href))
    if f"{parts.scheme}://{parts.netloc}/" != PAGE_SCHEME:
        return href
    return Target(unquote(parts.path).removeprefix("/").removesuffix("index.html"), unquote(parts.fragment))


def _unlink(link: HtmlElement) -> None:
    link.tag = "span"
    del link.attrib["href"]


def _name(body: HtmlElement, url: str) -> None:
    """Make ids unique over all chapters; a heading of a card takes the id of its card."""
    for element in body.iter(etree.Element):
        if "id" in element.attrib:
            element.set("id", anchor(url, element.get("id")))
    for heading in body.xpath(".//article[@id]/header/h2[not(@id)]"):
        card = heading.getparent().getparent()
        heading.set("id", card.attrib.pop("id"))
    for number, heading in enumerate(body.iter(*HEADINGS), 1):
        if not heading.get("id") and not _inside_answer(heading):
            heading.set("id", anchor(url, f"heading-{number}"))


def _inside_answer(element: HtmlElement) -> bool:
    return any({"opened", "opened__label"} & _classes(one) for one in _with_parents(element))


def _with_parents(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _classes(element: HtmlElement) -> set[str]:
    return set(element.get("class", "").split())
