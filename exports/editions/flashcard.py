"""A question card of the built site, taken apart into the fields of a flash card."""

from typing import NamedTuple

from lxml import html
from lxml.html import HtmlElement

from exports.editions.markup import inner, standalone, text
from exports.editions.source import Source

MARK = "data-question"
SECTIONS = {
    "Open with": "opening",
    "What a good answer says": "points",
    "A form to fill with your own story": "form",
    "The same question at three levels": "levels",
    "Why this works": "why",
    "Pitfalls": "pitfalls",
    "They ask next": "followups",
}
"""Headings of an answer, and the field for what stands below each."""

GOES_ON = {"What changes at a higher level": "levels"}
"""Headings that go on in the field of another one."""

APART = {"conflict": "figures", "card__foot": "more"}
"""Classes of parts that stand below no heading of their own, and their fields."""


class Flashcard(NamedTuple):
    """The fields in their order, as HTML; the order and the names never change, since readers' decks know them."""

    id: str
    prompt: str
    asks: str
    facts: str
    opening: str
    points: str
    why: str
    pitfalls: str
    followups: str
    levels: str
    form: str
    figures: str
    more: str
    link: str


def cards(source: Source) -> list[Flashcard]:
    """Give all question cards in the order of their ids; links are plain text if the site has no address."""
    pages = [(page.url, html.document_fromstring(page.text)) for page in source.pages if MARK in page.text]
    found = [(url, article) for url, root in pages for article in root.xpath(f"//article[@{MARK}]")]
    return sorted(_card(article, source.address and source.address + url) for url, article in found)


def _card(article: HtmlElement, address: str) -> Flashcard:
    whole = standalone(article, address)
    parts = _answer(whole.xpath("details[@class='card__answer']")[0])
    head = {
        "id": article.get(MARK),
        "prompt": inner(whole.xpath(".//*[@class='card__prompt']")[0]),
        "asks": _without_label(whole.xpath(".//*[@class='card__asks']")[0]),
        "facts": " · ".join(inner(fact) for fact in whole.xpath(".//*[@class='card__facts']/li")),
        "link": address and f"{address}#{article.get('id')}",
    }
    return Flashcard(**dict.fromkeys(Flashcard._fields, "") | head | parts)


def _without_label(paragraph: HtmlElement) -> str:
    for label in paragraph.xpath("span[@class='card__label']"):
        label.drop_tree()
    return inner(paragraph)


def _answer(answer: HtmlElement) -> dict[str, str]:
    """Give each field its part of the answer, with folded parts open."""
    _open(answer)
    parts: dict[str, str] = {}
    below = ""
    for element in answer.iterchildren():
        heading = element.text_content() if element.tag == "h3" else ""
        if heading in GOES_ON:
            below, element.tag = GOES_ON[heading], "h4"
        if heading in SECTIONS:
            below = SECTIONS[heading]
        elif element.tag != "summary":
            field = APART.get(element.get("class"), below)
            parts[field] = parts.get(field, "") + text(element)
    return parts


def _open(answer: HtmlElement) -> None:
    for folded in answer.xpath(".//details"):
        folded.tag = "div"
        folded.xpath("summary")[0].tag = "h4"
