"""The whole guide as PDF, and each chapter as an offprint of it: with the page numbers of the whole.

Pages are laid out once to count them and once more with their numbers, one chapter at a time,
so that memory never holds the whole book; the book is then put together from the finished chapters.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

from exports.editions import drawing_styles, light, page_numbers, paper, pdf
from exports.editions.light import Chapter, Heading, Target
from exports.editions.source import Page, Source
from macros.load.problems import DataError

FOLDER = "pdf"
BOOK = f"{FOLDER}/platform-pm-guide.pdf"
INSIDE = f"{pdf.SITE}book"
"""What links of the contents lead to until the book is put together."""

TO_LOOK_UP = "Reference"
"""The part whose chapters are lists in themselves; the contents name only the chapters."""


@dataclass(frozen=True)
class Counted:
    """A chapter's number of pages, and the page on which each of its ids stands, from 1 on."""

    pages: int
    ids: dict[str, int]


@dataclass(frozen=True)
class Offprint:
    """A finished chapter, and the id behind each address that leads to another chapter."""

    made: pdf.Made
    references: dict[str, str]


@dataclass(frozen=True)
class Part:
    """Chapters under one heading of the navigation; the home page stands alone and its name is empty."""

    name: str
    chapters: list[Chapter]

    def listed(self, chapter: Chapter) -> list[Heading]:
        """Give the headings below the chapter's own that the contents show."""
        return [] if self.name == TO_LOOK_UP else [one for one in chapter.headings if one.level == 2]  # noqa: PLR2004


class References:
    """Leads links to where they lead on paper, and remembers the id behind each address."""

    def __init__(self, source: Source, url: str) -> None:
        """Take the source and the address of the page whose links are led."""
        self._source, self._url = source, url
        self.ids: dict[str, str] = {}

    def __call__(self, target: Target) -> str:
        """Give an address; "" if there is none."""
        if target.url not in self._source.urls:
            return f"{self._source.address}{target.url}" if self._source.address else ""
        id_ = light.anchor(*target)
        address = f"#{id_}" if target.url == self._url else self._elsewhere(target, id_)
        self.ids[address] = id_
        return address

    def _elsewhere(self, target: Target, id_: str) -> str:
        """Give the page of the site, or while the site has no address, the file of the chapter beside this one."""
        if self._source.address:
            return f"{self._source.address}{target.url}" + (f"#{target.anchor}" if target.anchor else "")
        return f"{pdf.SITE}{Path(chapter_path(target.url)).name}#{id_}"


@dataclass(frozen=True)
class Printer:
    """Makes PDFs of a source with typefaces from a folder."""

    source: Source
    typefaces: Path

    @cached_property
    def _styles(self) -> str:
        return drawing_styles.of(self.source.folder)

    def count(self, page: Page) -> Counted:
        """Lay a chapter out to see how many pages it has."""
        laid, _ = self._lay_out(page, 1)
        return Counted(len(laid.pages), page_numbers.of(laid.pages))

    def offprint(self, page: Page, first: int, numbers: dict[str, int]) -> Offprint:
        """Make a chapter whose first page has the number `first`; `numbers` has the page of every id of the guide."""
        laid, references = self._lay_out(page, first)
        return self._printed(laid, first, numbers, references)

    def count_front(self) -> Counted:
        """Lay cover and contents out to see how many pages they have."""
        laid = self._front()
        return Counted(len(laid.pages), page_numbers.of(laid.pages))

    def front(self, numbers: dict[str, int]) -> Offprint:
        """Make cover and contents."""
        laid = self._front()
        references = {
            f"{INSIDE}#{one.id}": one.id for part in self.parts for ch in part.chapters for one in ch.headings
        }
        return self._printed(laid, 1, numbers, references)

    def sheet(self, name: str, template: str, **more: object) -> pdf.Made:
        """Make a file that stands for itself."""
        return pdf.write(self.lay_out(name, template, **more))

    def lay_out(self, name: str, template: str, **more: object) -> pdf.Laid:
        """Fill a template and lay it out; `name` is the file to tell in faults."""
        text = (
            paper.environment().get_template(template).render(source=self.source, edition=self.source.edition, **more)
        )
        return pdf.lay_out(name, text, self.source.folder, self.typefaces)

    def _front(self) -> pdf.Laid:
        return self.lay_out(BOOK, "front.html.j2", parts=self.parts, inside=INSIDE)

    def _printed(self, laid: pdf.Laid, first: int, numbers: dict[str, int], references: dict[str, str]) -> Offprint:
        if faults := list(page_numbers.fill(laid.name, laid.pages, numbers)):
            raise DataError(faults)
        return Offprint(pdf.write(laid, first), {pdf.loosened(address): id_ for address, id_ in references.items()})

    def _lay_out(self, page: Page, first: int) -> tuple[pdf.Laid, dict[str, str]]:
        references = References(self.source, page.url)
        chapter = light.lighten(page.text, page.url, references)
        ready = paper.prepared(chapter, self._styles, references.ids)
        return self.lay_out(chapter_path(page.url), "chapter.html.j2", chapter=ready, first=first), references.ids

    @cached_property
    def parts(self) -> list[Part]:
        """The chapters by the parts of the navigation."""
        chapters = [light.lighten(page.text, page.url, lambda _: "") for page in self.source.pages]
        return [Part(name, list(group)) for name, group in groupby(chapters, key=lambda one: one.section)]


def chapter_path(url: str) -> str:
    """Give the place of a chapter's file in the site; the home page has none and is found in the whole guide."""
    return f"{FOLDER}/{light.slug(url)}.pdf" if url else BOOK
