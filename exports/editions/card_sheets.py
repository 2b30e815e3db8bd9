"""Question cards to cut out: four to a sheet, and behind each sheet its answers in mirrored order."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement
from markupsafe import Markup

from exports.editions import light, paper
from exports.editions.source import Source

FILE = "pdf/card-sheets.pdf"
ACROSS, DOWN = 2, 2
SIZES = ((1800, "least"), (1400, "small"), (1050, "middle"), (0, "large"))
"""Type of an answer by the least number of letters."""


@dataclass(frozen=True)
class Card:
    """The two sides of a card; texts are HTML, and `facts` are those in the head of the card on its page."""

    id: str
    prompt: str
    facts: list[str]
    first: str
    points: list[str]
    pitfalls: list[str]

    @property
    def competency(self) -> str:
        """What the question tests."""
        return self.facts[0]

    @property
    def minutes(self) -> str:
        """How long an answer takes."""
        return next(fact for fact in self.facts if fact.endswith(" min"))

    @property
    def size(self) -> str:
        """The size of type in which the answer fits on its card."""
        letters = sum(len(Markup(text).striptags()) for text in (self.first, *self.points, *self.pitfalls))  # noqa: S704
        return next(name for least, name in SIZES if letters >= least)


def cards(source: Source) -> list[Card]:
    """Give all question cards in the order of their pages."""
    chapters = (light.lighten(page.text, page.url, lambda _: "") for page in source.pages)
    return [_card(element) for chapter in chapters for element in chapter.body.iter("article")]


def sheets(found: list[Card]) -> Iterator[tuple[list[Card], list[Card | None]]]:
    """Give front and back of each sheet; turned over its long edge, each answer lies behind its question."""
    size = ACROSS * DOWN
    for begin in range(0, len(found), size):
        front = found[begin : begin + size]
        full = [*front, *[None] * (size - len(front))]
        rows = [full[row : row + ACROSS] for row in range(0, size, ACROSS)]
        yield front, [card for row in rows for card in reversed(row)]


def _card(element: HtmlElement) -> Card:
    paper.drop_plain(element)
    facts = [item.text_content() for item in element.xpath("./header/ul/li")]
    [answer] = element.xpath("./section")
    return Card(
        id=element.get("data-question"),
        prompt=paper.inside(element.find("./header/h2")),
        facts=facts,
        first=paper.inside(answer.find("./p[@class='card__first']")),
        points=[paper.inside(_without_must(item)) for item in answer.xpath("./ul/li[contains(@class, 'point--must')]")],
        pitfalls=[paper.inside(item) for item in answer.xpath("./h3[.='Pitfalls']/following-sibling::ul[1]/li")],
    )


def _without_must(item: HtmlElement) -> HtmlElement:
    for word in item.xpath("./strong[@class='point__must']"):
        word.drop_tree()
    return item
