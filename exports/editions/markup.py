"""Parts of built pages as HTML that stands alone: whole addresses, nothing that only the site's scripts read."""

from copy import deepcopy
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement

KEPT = {"class", "href", "title", "lang", "datetime"}
"""Attributes that mean something outside the site."""

UNWANTED = ".//a[@class='headerlink'] | .//*[contains(@class, 'visually-hidden')]"


def standalone(element: HtmlElement, page: str) -> HtmlElement:
    """Give a copy without helpers of the site; links are whole, or plain text if the address of the `page` is empty."""
    copy = deepcopy(element)
    for unwanted in copy.xpath(UNWANTED):
        unwanted.drop_tree()
    for part in copy.xpath("descendant-or-self::*"):
        _clean(part, page)
    return copy


def _clean(part: HtmlElement, page: str) -> None:
    for name in set(part.keys()) - KEPT:
        del part.attrib[name]
    if part.tag == "a" and "href" in part.attrib:
        _whole(part, page)
    elif part.tag == "data":
        part.drop_tag()


def _whole(link: HtmlElement, page: str) -> None:
    if page:
        link.set("href", urljoin(page, link.get("href")))
    elif not link.get("href", "").startswith(("https:", "mailto:")):
        link.tag = "span"
        del link.attrib["href"]


def text(element: HtmlElement) -> str:
    """Give an element as HTML, with itself."""
    return str(html.tostring(element, encoding="unicode", with_tail=False))


def inner(element: HtmlElement) -> str:
    """Give what an element holds as HTML, without itself."""
    whole = text(element)
    return whole[whole.index(">") + 1 : whole.rindex("</")].strip()
