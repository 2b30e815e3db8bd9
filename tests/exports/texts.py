"""Every text of a built page, block by block, to look for in what is made of it."""

import re
from copy import deepcopy

from lxml import etree, html
from lxml.html import HtmlElement

from exports.editions.light import CONTROLS

BLOCKS = {"p", "li", "th", "td", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend", "label"} | {
    "figcaption",
    "caption",
    "pre",
    "blockquote",
    "div",
    "section",
    "details",
    "ul",
    "ol",
    "table",
}
HELPERS, HELPING = {"svg", "sup", "nav"}, CONTROLS | {"back"}
INVISIBLE = re.compile("[\\s\u200b\u00ad]+")


def blocks(page: str) -> list[HtmlElement]:
    """Give the innermost blocks of a page's article that hold text, without controls and the calls of notes."""
    [article] = html.document_fromstring(page).xpath("//article[contains(@class, 'md-typeset')]")
    found = without_helpers(article).iter(*BLOCKS)
    return [element for element in found if next(element.iterdescendants(*BLOCKS), None) is None and squeezed(element)]


def lost(page: str, made: str) -> list[str]:
    """Give the texts of a page, blanks taken out, that an edition of it lacks or has in another order.

    Headings of columns may stand anywhere: a table can become a list in which each row repeats them.
    """
    missing, reached = [], 0
    for block in blocks(page):
        text = squeezed(block)
        heads_column = next(block.iterancestors("thead"), None) is not None
        found = made.find(text, 0 if heads_column else reached)
        missing += [] if found >= 0 else [text]
        reached = reached if heads_column or found < 0 else found + len(text)
    return missing


def without_helpers(root: HtmlElement) -> HtmlElement:
    """Give a copy without controls, drawings, and the calls of notes."""
    copy = deepcopy(root)
    for element in list(copy.iter(etree.Element)):
        is_helper = element.tag in HELPERS or HELPING & set(element.get("class", "").split())
        if is_helper and element.getparent() is not None:
            element.drop_tree()
    return copy


def squeezed(element: HtmlElement) -> str:
    """Give an element's text without blanks and soft breaks."""
    return INVISIBLE.sub("", element.text_content())
