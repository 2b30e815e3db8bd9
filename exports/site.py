"""Read the built pages: their ids, links and data attributes."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from lxml import etree, html
from lxml.html import HtmlElement

PLAIN = {"class", "role", "scope", "title", "value", "aria-label", "data-label", "data-standing"}
"""Attributes that say how an element looks or is called; they are more than half of all."""


class Attribute(NamedTuple):
    """An attribute's value with the tag and the id ("" for none) of its element."""

    tag: str
    id: str
    value: str


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of the site; `path` is relative to the site's root."""

    path: str
    root: HtmlElement

    @property
    def url(self) -> str:
        """The page's address from the site's root: "loop/index.html" is "loop/"."""
        return self.path.removesuffix("index.html") if self.path.endswith("index.html") else self.path

    @cached_property
    def attributes(self) -> dict[str, list[Attribute]]:
        """All attributes but the plain ones, by name, each list in the order of the page."""
        found: dict[str, list[Attribute]] = defaultdict(list)
        for element in self.root.iter(etree.Element):
            id_ = element.get("id") or ""
            for name, value in element.items():
                if name not in PLAIN:
                    found[name].append(Attribute(element.tag, id_, value))
        return dict(found)

    def values(self, *names: str) -> list[str]:
        """Give the values of all attributes of these names, repeats included; plain ones are not kept."""
        return [attribute.value for name in names for attribute in self.attributes.get(name, [])]

    @property
    def ids(self) -> list[str]:
        """All ids, in order, repeats included."""
        return self.values("id")

    @property
    def links(self) -> list[str]:
        """All addresses that elements point to."""
        return self.values("href", "src")

    def homes(self, mark: str) -> list[tuple[str, str]]:
        """Give the record id and the anchor of each element that has the attribute."""
        return [(attribute.value, attribute.id) for attribute in self.attributes.get(mark, [])]

    def cites(self) -> set[str]:
        """Give the ids of all claims that the page shows."""
        return set(self.values("data-claim", "data-claim-row"))


def parsed(text: str) -> HtmlElement:
    """Give the tree of an HTML document."""
    parser = html.HTMLParser()
    # lxml would ask Python for the class of each element, which takes longer than all that we do with them
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    return html.document_fromstring(text, parser=parser)


def pages(site: Path) -> list[BuiltPage]:
    """Read every HTML file below `site`, in the order of their names."""
    return [
        BuiltPage(path.relative_to(site).as_posix(), parsed(path.read_text(encoding="utf-8")))
        for path in sorted(site.rglob("*.html"))
    ]
