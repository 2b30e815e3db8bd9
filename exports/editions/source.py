"""What every edition is made from: the pages of the built site in the order of reading, and the edition's date."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from subprocess import run
from urllib.parse import urlsplit

from lxml import html
from lxml.html import HtmlElement

HOME = "index.html"
NOT_PRINTED = frozenset({"search/", "reference/downloads/"})
"""Pages that are of no use but on the site."""

LOCAL_HOSTS = {"127.0.0.1", "localhost", "0.0.0.0", "::1", ""}  # noqa: S104 - hosts to refuse, none to listen on
DAY = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True)
class Page:
    """A built page: its address from the site's root, and its HTML."""

    url: str
    text: str


@dataclass(frozen=True)
class Edition:
    """When the content last changed, and the short name of that commit, "" if it is not known."""

    moment: datetime
    commit: str

    @property
    def day(self) -> str:
        """The day as a reader writes it: 24 November 2026."""
        return f"{self.moment.day} {self.moment:%B %Y}"

    @property
    def iso(self) -> str:
        """The moment for programs, in UTC."""
        return self.moment.strftime(DAY)

    @property
    def line(self) -> str:
        """What a page foot says: "Edition of 24 November 2026, commit 1a2b3c4d"."""
        return f"Edition of {self.day}" + (f", commit {self.commit}" if self.commit else "")


@dataclass(frozen=True)
class Source:
    """The site in `folder`; `address` is its public address with a slash at the end, "" if it has none yet."""

    folder: Path
    pages: tuple[Page, ...]
    name: str
    description: str
    terms: str
    address: str
    edition: Edition

    @cached_property
    def urls(self) -> frozenset[str]:
        """The addresses of all pages."""
        return frozenset(page.url for page in self.pages)

    def page(self, url: str) -> Page:
        """Give the page at an address."""
        return next(page for page in self.pages if page.url == url)


def read(site: Path, root: Path) -> Source:
    """Read the site, and from `root`, the project's folder, which edition it is."""
    pages = _pages(site)
    home = html.document_fromstring(pages[0].text)
    canonical = _first(home, "//link[@rel='canonical']/@href")
    return Source(
        folder=site,
        pages=tuple(page for page in pages if page.url not in NOT_PRINTED),
        name=_first(home, "//meta[@property='og:site_name']/@content"),
        description=_first(home, "//meta[@name='description']/@content"),
        terms=_first(home, "//p[@class='colophon__say']/text()"),
        address="" if urlsplit(canonical).hostname in LOCAL_HOSTS else canonical,
        edition=edition(root, pages),
    )


def edition(root: Path, pages: list[Page]) -> Edition:
    """Take the moment from SOURCE_DATE_EPOCH, else from the last commit, else from the last review of a page."""
    commit, _, committed = _git(root).partition(" ")
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or committed
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else _last_review(pages)
    return Edition(moment, commit)


def _pages(site: Path) -> list[Page]:
    """Follow the pages from the home page on, as a reader does who always chooses the next one."""
    pages: list[Page] = []
    following: str | None = ""
    while following is not None:
        text = (site / following / HOME).read_text(encoding="utf-8")
        pages.append(Page(following, text))
        link = _first(html.document_fromstring(text.partition("<body")[0]), "//link[@rel='next']/@href")
        following = _below(site, following, link) if link else None
    return pages


def _below(site: Path, url: str, link: str) -> str:
    there = (site / url / link).resolve().relative_to(site.resolve()).as_posix().removesuffix(HOME)
    return "" if there in {"", "."} else f"{there.rstrip('/')}/"


def _first(head: HtmlElement, path: str) -> str:
    return next(iter(head.xpath(path)), "")


def _git(root: Path) -> str:
    try:
        command = ["git", "log", "-1", "--format=%h %ct", "--abbrev=8"]
        told = run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError:
        return ""
    return told.stdout.strip()


def _last_review(pages: list[Page]) -> datetime:
    days = [
        _first(html.document_fromstring(page.text), "//meta[@property='article:modified_time']/@content")
        for page in pages
    ]
    return datetime.fromisoformat(max(days, default="") or "1980-01-01").replace(tzinfo=UTC)
