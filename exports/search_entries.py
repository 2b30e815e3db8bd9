"""From built pages to what a search can find: a page, a section, a card, a term, a company, a claim."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml.html import HtmlElement

from exports import targets
from exports.site import BuiltPage
from macros.models import Guide

NOT_SEARCHED = {"404.html", "search/", "topics/"}
"""Pages that lead to others and say nothing themselves."""

RECORDS = {
    "data-question": "question",
    "data-term": "term",
    "data-company": "company",
    "data-claim-row": "claim",
    "data-conflict": "claim",
    "data-mistake": "chapter",
    "data-faq": "chapter",
    "data-plan": "chapter",
    "data-competency": "chapter",
    "data-policy": "chapter",
}
"""Elements that are found as a whole, by their attribute, and the kind that a reader filters by."""

HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
TITLE = ".//*[self::h2 or self::h3 or self::th]"
UNSAID_CLASSES = {
    "bank",
    "card__facts",
    "card__foot",
    "card__label",
    "chapter-foot",
    "chapter-meta",
    "clash__claims",
    "clash__severity",
    "conflict",
    "contents-folded",
    "filter",
    "footnote",
    "footnote-ref",
    "graded__back",
    "headerlink",
    "ledger__checked",
    "ledger__id",
    "ledger__sources",
    "links",
    "mark",
    "passage__number",
    "policy__source",
    "policy__type",
    "sheet",
    "stops",
    "survey__base",
    "term__long",
    "term__more",
}
UNSAID_MARKS = ("data-question-ref", "data-source")
UNSAID_IDS = {"notes-and-sources"}
UNSAID_CELL = "Figures"
IN_ANSWER = {"h3", "summary"}
"""What repeats on many pages or stands for another record; finding it would not help."""

BEFORE_SIGN = re.compile(r" (?=[,.;:!?)](?:\s|$))")

BLOCK = {"p", "li", "td", "th", "tr", "div", "h1", "h2", "h3", "h4", "summary", "section", "blockquote", "figcaption"}


@dataclass
class Entry:
    """Something that can be found.

    `anchor` is empty for a whole page; `level` is 1 for it and 3 below a section; `long` is the long form of a term.
    `asked` has what readers type for it.
    """

    url: str
    anchor: str
    kind: str
    level: int
    title: str
    long: str = ""
    aliases: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """All that it says below its title; asked for when the page has been read."""
        return plain("".join(self.pieces))

    @property
    def address(self) -> str:
        """Page and anchor from the site's root."""
        return f"{self.url}#{self.anchor}" if self.anchor else self.url


def plain(text: str) -> str:
    """Put a text on one line with single blanks, and none where a mark stood before a sign."""
    return BEFORE_SIGN.sub("", " ".join(text.split()))


def entries(pages: list[BuiltPage], guide: Guide) -> list[Entry]:
    """Give what the pages hold, in their order; claims come last, since they are looked up least."""
    found = [entry for page in pages if page.url not in NOT_SEARCHED for entry in _of_page(page)]
    homes = targets.homes(pages)
    asked = {targets.address(target, homes): wording.asked for target, wording in guide.wordings.items()}
    for entry in found:
        entry.asked = asked.get(entry.address, [])
        if entry.kind == "term":
            term = guide.glossary[entry.anchor]
            entry.long, entry.aliases = term.long or "", [name for name in (term.long, *term.aliases) if name]
    return sorted(found, key=lambda entry: entry.kind == "claim")


def _of_page(page: BuiltPage) -> list[Entry]:
    reader = _Reader(page)
    for article in page.root.xpath("//article[contains(@class, 'text')]"):
        reader.read(article)
    if reader.entries:
        reader.entries[0].pieces[:0] = [*page.root.xpath("//meta[@name='description']/@content"), " "]
    return reader.entries


class _Reader:
    """Walks over the article of a page and opens an entry at each heading and record."""

    def __init__(self, page: BuiltPage) -> None:
        self.entries: list[Entry] = []
        self._url = page.url
        self._kind = _kind(page.url)
        self._titles: set[HtmlElement] = set()

    def read(self, article: HtmlElement) -> None:
        self._walk(article, None, whole=False)

    def _walk(self, element: HtmlElement, here: Entry | None, *, whole: bool) -> Entry | None:
        """Read an element, as part of a `whole` or with entries inside; give the entry that is open after it."""
        if not isinstance(element.tag, str) or element in self._titles or _is_unsaid(element):
            return here
        opened = None if whole else self._opened(element)
        if opened is None:
            return self._say(element, here, whole=whole)
        self.entries.append(opened)
        if element.tag in HEADINGS:
            return opened
        self._say(element, opened, whole=True)
        return here

    def _opened(self, element: HtmlElement) -> Entry | None:
        anchor = element.get("id")
        if not anchor:
            return None
        if element.tag in HEADINGS:
            level = HEADINGS[element.tag]
            return Entry(self._url, "" if level == 1 else anchor, self._kind, level, self._words(element))
        kind = next((RECORDS[mark] for mark in RECORDS if element.get(mark)), None)
        return Entry(self._url, anchor, kind, 2, self._name(element)) if kind else None

    def _name(self, record: HtmlElement) -> str:
        """Give the title of a record, which then is no part of its text."""
        heading = record.xpath(TITLE)[0]
        name = self._words(heading)
        self._titles.add(heading)
        return name

    def _words(self, heading: HtmlElement) -> str:
        return plain("".join(self._texts(heading)))

    def _texts(self, element: HtmlElement) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            if not _is_unsaid(child):
                yield from self._texts(child)
            yield child.tail or ""

    def _say(self, element: HtmlElement, here: Entry | None, *, whole: bool) -> Entry | None:
        """Add the text of an element to the entry that is open; blocks stand apart."""
        gap = " " if element.tag in BLOCK else ""
        _add(here, gap, element.text)
        for child in element:
            here = self._walk(child, here, whole=whole)
            _add(here, child.tail)
        _add(here, gap)
        return here


def _is_unsaid(element: HtmlElement) -> bool:
    classes = element.get("class")
    if classes and not UNSAID_CLASSES.isdisjoint(classes.split()):
        return True
    if element.tag in IN_ANSWER:
        return "card__answer" in element.getparent().get("class", "")
    marked = element.get("id") in UNSAID_IDS or element.get("data-label") == UNSAID_CELL
    return marked or any(element.get(mark) for mark in UNSAID_MARKS)


def _add(entry: Entry | None, *pieces: str | None) -> None:
    if entry:
        entry.pieces += [piece for piece in pieces if piece]


def _kind(url: str) -> str:
    """Give the kind of a page's sections: an index of frameworks is a chapter, the page of one is not."""
    folder, _, rest = url.partition("/")
    if folder == "cases":
        return "case"
    return "framework" if folder == "frameworks" and rest else "chapter"
