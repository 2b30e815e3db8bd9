"""Faults that were planted are found, and named with their place."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml.html import HtmlElement
from pikepdf import Pdf

from exports.editions import book, light, pdf
from exports.editions.light import Chapter
from exports.editions.source import Page, Source
from macros.load.problems import DataError
from tests.exports import text, uacheck
from tests.exports.test_pdf import headings, outline

CHAPTER = "craft/trade-offs/"
PAGE = '<html lang="en"><head><title>T</title></head><body><h1 id="top">Top</h1>{}</body></html>'
LONG = "x" * 200
ROW = "<tr>" + "<td>Incomprehensibilities</td>" * 14 + "</tr>"
TALL = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="2000"><title>Tall</title></svg>'
WIDE = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="40"><title>Wide</title></svg>'
PLANTED = {
    "a token that never breaks": (f'<p id="a">{LONG}</p>', "<p> near #a .*sticks out"),
    "a table too wide": (f'<table id="t"><tbody>{ROW}</tbody></table>', "<td> near #t .*sticks out"),
    "code that is not wrapped": (f'<pre id="c" style="white-space: pre">{"word " * 60}</pre>', "near #c .*sticks out"),
    "a drawing too wide": (f'<figure id="f">{WIDE}</figure>', "near #f sticks out"),
    "a figure too tall": (f'<figure id="f">{TALL}</figure>', "near #f sticks out"),
    "a box that cuts": (f'<p id="b" style="height: 9pt; overflow: hidden">{"word " * 60}</p>', "near #b .*is cut off"),
    "a sign without a glyph": ('<p id="g">Well done ☃</p>', r"near #g .*no typeface knows: '☃' \(U\+2603\)"),
    "a picture that is missing": ('<p><img src="assets/none.png" alt="None"></p>', "assets/none.png"),
    "a picture without a text": ('<p><img src="assets/images/favicon.png"></p>', "favicon.png.*alt"),
    "a link to nowhere": ('<p><a href="#nowhere">Go</a></p>', "#nowhere"),
    "a style that is not understood": ('<p style="grid: maybe">Text</p>', "grid: maybe"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_of_the_layout_stops_the_export_and_is_named(fault: str, site: Path, cuts: Path) -> None:
    content, told = PLANTED[fault]
    with pytest.raises(DataError) as caught:
        pdf.write(pdf.lay_out("pdf/x.pdf", PAGE.format(content), site, cuts))
    message = "\n".join(str(problem) for problem in caught.value.problems)
    assert message.startswith("pdf/x.pdf")
    assert re.search(told, message), message


def test_a_clean_page_has_no_fault(site: Path, cuts: Path) -> None:
    assert pdf.write(pdf.lay_out("pdf/x.pdf", PAGE.format("<p>Text</p>"), site, cuts)).pages == 1


def drop(path: str) -> Callable[[HtmlElement], None]:
    def change(body: HtmlElement) -> None:
        body.xpath(path)[0].drop_tree()

    return change


def hide(path: str) -> Callable[[HtmlElement], None]:
    def change(body: HtmlElement) -> None:
        body.xpath(path)[0].set("class", "opened__label")

    return change


def skip_level(body: HtmlElement) -> None:
    body.xpath(".//h2")[0].tag = "h5"


CHANGES: dict[str, Callable[[HtmlElement], None]] = {
    "a row that is dropped": drop(".//table/tbody/tr[2]"),
    "an answer that is dropped": drop(".//section[contains(@class, 'opened')]"),
    "a note that is dropped": drop(".//span[@class='note']"),
    "a caption that is dropped": drop(".//figcaption"),
    "a bookmark that is removed": hide(".//h2"),
    "a level that is skipped": skip_level,
}


def faults(page: Page, change: Callable[[HtmlElement], None], source: Source, cuts: Path, folder: Path) -> list[str]:
    """Print a chapter after a change to its text; give what our checks find."""
    printer = book.Printer(source, cuts)
    counted = printer.count(page)
    lighten = light.lighten

    def changed(*arguments: object) -> Chapter:
        chapter = lighten(*arguments)  # type: ignore[arg-type]
        change(chapter.body)
        return chapter

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(light, "lighten", changed)
        made = printer.offprint(page, 1, AnyPage(counted.ids)).made
    path = folder / "x.pdf"
    path.write_bytes(made.content)
    chapter = lighten(page.text, page.url, lambda _: "")
    with Pdf.open(io.BytesIO(made.content)) as opened:
        found = uacheck.findings(opened)
        if [(level, title) for level, title, _ in outline(opened)] != headings(chapter):
            found.append("the outline differs")
    return found + text.lost(page.text, text.of_pdf(path, "-raw", *text.TYPE_AREA))


class AnyPage(dict[str, int]):
    """Page numbers of one chapter; all others have the number 1."""

    def get(self, key: str, _default: object = None) -> int:  # type: ignore[override]
        """Give a number for every id."""
        return super().get(key, 1)


def test_an_untouched_chapter_has_no_fault(source_of_editions: Source, cuts: Path, tmp_path: Path) -> None:
    page = source_of_editions.page(CHAPTER)
    assert faults(page, lambda _: None, source_of_editions, cuts, tmp_path) == []


@pytest.mark.parametrize("change", CHANGES)
def test_a_chapter_that_lacks_something_is_noticed(
    change: str, source_of_editions: Source, cuts: Path, tmp_path: Path
) -> None:
    page = source_of_editions.page(CHAPTER)
    assert faults(page, CHANGES[change], source_of_editions, cuts, tmp_path) != []
