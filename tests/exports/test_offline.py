"""The offline copy opens from disk in a real browser: no error, no dead link, nothing asked of a network."""

from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from lxml import html
from playwright.sync_api import Browser, Request, expect

from exports.editions import offline
from exports.editions.source import Source

PAPER = "rgb(251, 250, 247)"
"""The site's own ground, in the light scheme."""

PAGES = ["index.html", "loop/index.html", "questions/design/index.html", "reference/downloads/index.html"]
FONTS = (
    "async () => { await document.fonts.ready; return [...document.fonts].filter(f => f.status === 'loaded').length }"
)


@pytest.fixture(scope="session")
def package(public: Source, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("offline") / "site.zip"
    path.write_bytes(offline.make(public))
    return path


@pytest.fixture(scope="session")
def folder(package: Path) -> Path:
    """The unpacked copy; a blank and an accent in the path, as readers have them."""
    folder = package.parent / "Geräte und Notizen"
    with ZipFile(package) as archive:
        archive.extractall(folder)
    return folder / offline.FOLDER


PATIENCE = 20_000
"""Milliseconds to wait for a page from disk on a busy machine."""


class Disk:
    """A browser tab that opens files and keeps what went wrong and what was asked for."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        """Listen to a new tab; motion is off, as a transition that a click cuts short is told as an error."""
        self.page = browser.new_page(reduced_motion="reduce")
        self.folder = folder
        self.faults: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.faults.append(message.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", lambda request: self.asked.append(request.url))

    def _failed(self, request: Request) -> None:
        """Keep what a browser was refused; an icon that a click left behind is no fault."""
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"{request.url} {request.failure}")

    def open(self, name: str) -> None:
        """Open a file of the copy."""
        self.page.goto((self.folder / name).as_uri(), wait_until="load")


@pytest.fixture
def disk(browser: Browser, folder: Path) -> Iterator[Disk]:
    opened = Disk(browser, folder)
    yield opened
    opened.page.close()


def test_pages_open_from_disk_without_a_fault_and_look_as_on_the_site(disk: Disk) -> None:
    for name in PAGES:
        disk.open(name)
        assert disk.page.evaluate(FONTS) >= 2, f"{name} has our typefaces"
        assert disk.page.evaluate("getComputedStyle(document.body).backgroundColor") == PAPER
    assert disk.faults == []
    assert [url for url in disk.asked if not url.startswith("file:")] == []


def test_a_reader_follows_links_from_the_home_page_to_an_answer(disk: Disk) -> None:
    disk.open("index.html")
    disk.page.get_by_role("navigation", name="Sections").get_by_role("link", name="Questions").first.click()
    disk.page.get_by_role("article").get_by_role("link", name="Design").first.click()
    card = disk.page.locator("#webhook-system")
    card.get_by_text("Answer", exact=True).click()
    card.get_by_role("link", name="Webhook", exact=True).click()
    disk.page.wait_for_url("**/reference/glossary/index.html#webhook")
    expect(disk.page.locator("#webhook")).to_be_visible(timeout=PATIENCE)
    disk.page.get_by_role("link", name="home").first.click()
    disk.page.wait_for_url(f"**/{offline.FOLDER}/index.html")
    assert disk.faults == []


def test_every_link_leads_to_a_file_of_the_copy_and_its_anchor(folder: Path) -> None:
    pages = {path.relative_to(folder).as_posix(): html.parse(str(path)).getroot() for path in folder.rglob("*.html")}
    anchors = {name: set(root.xpath("//@id")) for name, root in pages.items()}
    dead = []
    for name, root in pages.items():
        for link in root.xpath("//a/@href | //link[not(@rel='canonical')]/@href | //*/@src"):
            parts = urlsplit(link)
            if not parts.scheme:
                target = normpath(f"{name}/../{unquote(parts.path)}") if parts.path else name
                known = (folder / target).is_file() and (target not in pages or not parts.fragment)
                dead += [] if known or unquote(parts.fragment) in anchors.get(target, set()) else [f"{name}: {link}"]
    assert dead == []


def test_the_copy_holds_every_page_and_no_other_edition(folder: Path, public: Source) -> None:
    held = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {f"{page.url}index.html" for page in public.pages} <= held
    assert {"README.txt", "data/questions.json", "data/schema/claims.json", offline.SCHEME} <= held
    assert not [name for name in held if name.endswith((".pdf", ".epub", ".apkg", ".zip", ".mjs"))]


def test_the_copy_says_what_it_is_and_where_the_site_stands(folder: Path) -> None:
    for name in ("loop/index.html", "reference/downloads/index.html"):
        page = html.parse(str(folder / name)).getroot()
        notes = page.xpath("//div[@class='editions']")
        assert notes
        assert all("offline copy of 1 January 2026" in note.text_content() for note in notes)
        assert page.xpath("//div[@class='editions']//a/@href")[0] == "https://guide.example/reference/downloads/"
    assert "https://guide.example/" in (folder / "README.txt").read_text(encoding="utf-8")


def test_nothing_in_the_head_speaks_of_a_host(folder: Path) -> None:
    for path in folder.rglob("*.html"):
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        assert "://" not in head, path


def test_the_bytes_are_the_same_a_second_time(package: Path, public: Source) -> None:
    assert offline.make(public) == package.read_bytes()
    with ZipFile(package) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../">', '<a href="../index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a class="x" href="./#card">', '<a class="x" href="./index.html#card">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="../loop/#a?b">', '<a href="../loop/index.html#a?b">'),
        ('<a href="#here">', '<a href="#here">'),
        ('<a href="https://guide.example/loop/">', '<a href="https://guide.example/loop/">'),
        ('<a href="mailto:a@guide.example">', '<a href="mailto:a@guide.example">'),
        ('<a href="file.json">', '<a href="file.json">'),
        ('<code>a href="loop/"</code>', '<code>a href="loop/"</code>'),
        ('<script src="guide.mjs" type="module"></script>', ""),
        ('<script src="scheme.js"></script>', '<script src="scheme.js"></script>'),
    ],
)
def test_addresses_of_folders_become_files(before: str, after: str) -> None:
    assert offline.from_disk(before, "") == after
