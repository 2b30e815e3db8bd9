"""The page of downloads and the foot of each chapter tell of the files that are there, and of no others."""

import json
import re
from pathlib import Path
from posixpath import normpath

import pytest
from lxml import html

from exports.editions import downloads, manifest, placeholders, templating
from exports.editions.manifest import File, Listed
from exports.editions.source import Source
from exports.site import BuiltPage

WHOLE = ["pdf/platform-pm-guide.pdf", "epub/platform-pm-guide.epub", "anki/platform-pm-guide.apkg"]
PAGE = "reference/downloads/index.html"


@pytest.fixture
def files(public: Source, built: list[BuiltPage]) -> list[Listed]:
    """The files of a pretended run: each that the page of downloads asks for, and a chapter."""
    asked = [what for page in built for what in page.values("data-editions") if "/" in what]
    made = [File(path, f"Title of {path}", pages=12 if path.endswith(".pdf") else None) for path in asked]
    made.append(File("pdf/loop-scoring.pdf", "How answers are scored", "The loop", "loop/scoring/", 1))
    return [manifest.listed(one, b"x" * 1_234 * number, public.edition) for number, one in enumerate(made, start=1)]


def places(page: str) -> list[html.HtmlElement]:
    return list(html.document_fromstring(page).xpath("//div[@class='editions']"))


def test_every_chapter_and_the_page_of_downloads_have_places(built: list[BuiltPage]) -> None:
    without = {page.path for page in built if not page.values("data-editions")}
    assert without == {"404.html", "index.html"}


def test_without_editions_nothing_is_linked_and_the_page_says_how_to_make_them(site: Path) -> None:
    for place in places((site / PAGE).read_text(encoding="utf-8")):
        if place.get("data-editions") != "chapter":
            assert "make editions" in place.text_content()
            assert not place.xpath(".//a")


def test_files_are_shown_with_pages_size_and_date(site: Path, files: list[Listed]) -> None:
    shown = downloads.show(site, files)
    text = " ".join(places(shown[PAGE])[0].text_content().split())
    assert text == "Title of pdf/platform-pm-guide.pdf 12 pages, 1 kB, 1 January 2026"
    assert {what for page in shown.values() for what in re.findall(r'data-editions="([^"]*/[^"]*)"', page)} == {
        file.path for file in files if file.url is None
    }


def test_links_lead_to_the_files(site: Path, files: list[Listed]) -> None:
    known = {file.path for file in files} | {"reference/downloads"}
    for path, page in downloads.show(site, files).items():
        links = [link for place in places(page) for link in place.xpath(".//a/@href")]
        assert links
        assert {normpath(f"{path}/../{link}") for link in links} <= known, path


def test_a_chapter_offers_its_pdf_at_its_head_too(site: Path, files: list[Listed]) -> None:
    shown = downloads.show(site, files)
    [link] = html.document_fromstring(shown["loop/scoring/index.html"]).xpath("//p[@class='print']//a")
    assert (link.get("href"), link.text) == ("../../pdf/loop-scoring.pdf", "PDF, 1 page")
    assert not html.document_fromstring(shown["loop/index.html"]).xpath("//p[@class='print']//a")


def test_a_chapter_offers_itself_and_the_whole_guide(site: Path, files: list[Listed]) -> None:
    shown = downloads.show(site, files)
    own, other = places(shown["loop/scoring/index.html"])[-1], places(shown["loop/index.html"])[-1]
    assert own.xpath(".//a/@href")[0] == "../../pdf/loop-scoring.pdf"
    assert "this chapter as PDF (1 page, " in " ".join(own.text_content().split())
    assert [link for link in other.xpath(".//a/@href") if "/pdf/" in link] == ["../pdf/platform-pm-guide.pdf"]
    assert "Edition of 1 January 2026." in own.text_content()


def test_places_can_be_filled_again_and_hold_no_class_that_the_style_sheet_dropped(
    site: Path, files: list[Listed]
) -> None:
    for path, page in downloads.show(site, files).items():
        before = (site / path).read_text(encoding="utf-8")
        assert placeholders.fill(page, lambda _: "") == placeholders.fill(before, lambda _: "")
        known = set(re.findall(r'class="([^"]+)"', before))
        assert {one.get("class") for place in places(page) for one in place.iter() if one.get("class")} <= known


def test_a_file_that_could_not_be_made_is_not_offered(site: Path, files: list[Listed]) -> None:
    shown = downloads.show(site, [file for file in files if not file.path.endswith(".epub")])
    [place] = [one for one in places(shown[PAGE]) if one.get("data-editions").endswith(".epub")]
    assert "built without it" in place.text_content()
    assert not place.xpath(".//a")
    assert ".epub" not in "".join(html.document_fromstring(shown["loop/index.html"]).xpath("//a/@href"))


def test_the_list_of_files_tells_what_the_issue_promises(tmp_path: Path, files: list[Listed]) -> None:
    manifest.write(tmp_path, files)
    told = json.loads((tmp_path / "exports.json").read_text(encoding="utf-8"))
    assert [record["path"] for record in told] == [file.path for file in files]
    assert told[-1] == {
        "path": "pdf/loop-scoring.pdf",
        "title": "How answers are scored",
        "section": "The loop",
        "url": "loop/scoring/",
        "pages": 1,
        "bytes": 1_234 * len(files),
        "sha256": told[-1]["sha256"],
        "date": "2026-01-01",
        "commit": "0123abcd",
    }
    assert re.fullmatch(r"[0-9a-f]{64}", told[-1]["sha256"])


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1 kB"), (3_072, "3 kB"), (999_400, "999 kB"), (2_500_000, "2.5 MB")]
)
def test_sizes_are_written_as_readers_do(number: int, words: str) -> None:
    assert templating.size(number) == words
