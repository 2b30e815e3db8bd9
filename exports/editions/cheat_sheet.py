"""One page with all frameworks: name, what for, parts, when to use it and when not."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from exports.editions import light, paper
from exports.editions.source import Source

FILE = "pdf/cheat-sheet.pdf"
INDEX = "frameworks/"


@dataclass(frozen=True)
class Entry:
    """A framework on the sheet; `parts` are names, as HTML with their marks, and questions."""

    name: str
    purpose: str
    parts: list[tuple[str, str]]
    when: list[str]
    when_not: list[str]


def entries(source: Source) -> list[Entry]:
    """Give all frameworks in the order of their pages."""
    pages = [page for page in source.pages if page.url.startswith(INDEX) and page.url != INDEX]
    purposes = _purposes(source) if pages else {}
    chapters = [light.lighten(page.text, page.url, lambda _: "") for page in pages]
    return [_entry(one.title, purposes[one.url], one.body) for one in chapters]


def _purposes(source: Source) -> dict[str, str]:
    """Give the line that the list of frameworks has for each page."""
    index = light.lighten(source.page(INDEX).text, INDEX, lambda target: target.url)
    tiles = index.body.xpath(".//li[@class='tile']")
    return {tile.find("a").get("href"): light.words(tile.find("p")) for tile in tiles}


def _entry(name: str, purpose: str, body: HtmlElement) -> Entry:
    return Entry(
        name=name,
        purpose=purpose,
        parts=[
            (paper.inside(row[0]), _first_cell(row))
            for row in body.xpath(".//div[@class='framework']//div[@class='row']")
        ],
        when=_lines(body, "use__when"),
        when_not=_lines(body, "use__not"),
    )


def _first_cell(row: HtmlElement) -> str:
    """Give the question that the part asks, without its label."""
    item = row.find("./ul/li")
    return light.words(item).removeprefix(light.words(item[0])).strip()


def _lines(body: HtmlElement, section: str) -> list[str]:
    return [light.words(item) for item in body.xpath(f".//section[contains(@class, '{section}')]//li")]
