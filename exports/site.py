"""Read the built pages: their ids, links and data attributes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement


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
    def ids(self) -> list[str]:
        """All ids, in order, repeats included."""
        return [str(value) for value in self.root.xpath("//@id")]

    @cached_property
    def links(self) -> list[str]:
        """All addresses that elements point to."""
        return [str(value) for value in self.root.xpath("//@href | //@src")]

    def homes(self, mark: str) -> Iterator[tuple[str, str]]:
        """Give the record id and the anchor of each element that has the attribute."""
        for element in self.root.xpath(f"//*[@{mark}]"):
            yield element.get(mark), element.get("id") or ""

    def cites(self) -> set[str]:
        """Give the ids of all claims that the page shows."""
        return {str(value) for value in self.root.xpath("//@data-claim | //@data-claim-row")}


def pages(site: Path) -> list[BuiltPage]:
    """Read every HTML file below `site`, in the order of their names."""
    return [
        BuiltPage(path.relative_to(site).as_posix(), html.document_fromstring(path.read_text(encoding="utf-8")))
        for path in sorted(site.rglob("*.html"))
    ]
