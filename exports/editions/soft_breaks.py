"""Places at which a long token may break, so that an address or a name never pushes a line off the paper."""

import re

from lxml import etree
from lxml.html import HtmlElement

MARK = "\u200b"
"""Stands for a soft break while the text is a tree."""
ELEMENT = "<wbr/>"
"""The same in HTML and XML."""

LONG = re.compile(r"\S{18,}")
AFTER = re.compile(r"(?<=[/.,:;=&?_+~|)\]}])(?=[^\s/.,:;=&?_)\]}-])|(?<=[a-z])(?=[A-Z][a-z])")
"""Where a reader expects a break: after a sign of an address or a path, and inside camelCase."""

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
"""Their words become bookmarks and entries of contents, in which a sign that nobody sees would be found by nobody."""


def put_in(body: HtmlElement) -> None:
    """Mark the soft breaks in all texts below an element, but not in headings."""
    headings = {part for heading in body.iter(*HEADINGS) for part in heading.iter()}
    for element in body.iter(etree.Element):
        if element.text and element not in headings:
            element.text = _softened(element.text)
        if element.tail and element is not body and element.getparent() not in headings:
            element.tail = _softened(element.tail)


def _softened(text: str) -> str:
    return LONG.sub(lambda token: AFTER.sub(MARK, token[0]), text)
