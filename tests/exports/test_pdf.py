"""The PDFs have every word, inside the type area, with outline, contents, links and tags that are right."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pikepdf import Dictionary, Name, OutlineItem, Page, Pdf

from exports.editions import book, card_sheets, cheat_sheet, light
from exports.editions.light import Chapter
from exports.editions.source import Source
from exports.editions.typefaces import CUTS
from tests.exports import text, uacheck

EDGES = {"xMin": 67.0, "yMin": 28.0, "xMax": 528.5, "yMax": 763.0}
"""Of the type area with heads and feet, in points."""

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
NUMBER_AT_END = re.compile(r"(?:^\.|[.?!]) (\d+)$", re.MULTILINE)
LOCAL = re.compile(r"127\.0\.0\.1|localhost|file:|site\.invalid|/tmp/")
BYTES_A_PAGE, BYTES_OF_ONE = 25_000, 50_000
"""Most that a page may take, and a file of one dense page, which is mostly typefaces."""

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def chapters(source_of_editions: Source) -> list[Chapter]:
    return [light.lighten(page.text, page.url, lambda _: "") for page in source_of_editions.pages]


@pytest.fixture(scope="module")
def guide_pdf(printed: Path) -> Iterator[Pdf]:
    with Pdf.open(printed / book.BOOK) as opened:
        yield opened


def flat(items: list[OutlineItem], level: int = 1) -> Iterator[tuple[int, str, OutlineItem]]:
    for item in items:
        yield level, " ".join(item.title.split()), item
        yield from flat(item.children, level + 1)


def outline(pdf: Pdf) -> list[tuple[int, str, OutlineItem]]:
    with pdf.open_outline() as found:
        return list(flat(list(found.root)))


def headings(chapter: Chapter, level: int = 0) -> list[tuple[int, str]]:
    return [(one.level + level, one.text) for one in chapter.headings if one.level <= 3]


def addresses(pdf: Pdf) -> set[str]:
    links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
    return {str(link.A.URI) for link in links if "/A" in link and "/URI" in link.A}


def names(pdf: Pdf) -> dict[str, Page]:
    found = pdf.Root.Names.Dests.Names if "/Names" in pdf.Root else []
    return {str(found[index]): Page(found[index + 1][0]) for index in range(0, len(found), 2)}


def test_every_chapter_card_and_framework_has_its_file(source_of_editions: Source, files: list[Path]) -> None:
    expected = {Path(book.chapter_path(page.url)).name for page in source_of_editions.pages}
    assert {path.name for path in files} == expected | {Path(card_sheets.FILE).name, Path(cheat_sheet.FILE).name}


def test_no_block_of_a_page_is_lost_in_its_chapter(printed: Path, source_of_editions: Source) -> None:
    for page in source_of_editions.pages:
        if page.url:
            found = text.of_pdf(printed / book.chapter_path(page.url), "-raw", *text.TYPE_AREA)
            assert text.lost(page.text, found) == [], page.url


def test_no_block_of_a_page_is_lost_in_the_guide(printed: Path, source_of_editions: Source) -> None:
    found = text.of_pdf(printed / book.BOOK, "-raw", *text.TYPE_AREA)
    whole = text.words(found)
    for page in source_of_editions.pages:
        assert text.lost_runs(page.text, whole) == [], page.url


def test_nothing_stands_outside_the_type_area(printed: Path) -> None:
    boxes = text.of_pdf(printed / book.BOOK, "-bbox")
    found = [match.groups() for match in WORD.finditer(boxes)]
    assert len(found) > 100_000
    outside = [
        (word, left, top)
        for left, top, right, bottom, word in found
        if float(left) < EDGES["xMin"]
        or float(top) < EDGES["yMin"]
        or float(right) > EDGES["xMax"]
        or float(bottom) > EDGES["yMax"]
    ]
    assert outside == []


def test_the_outline_of_a_chapter_has_its_headings_and_cards(printed: Path, chapters: list[Chapter]) -> None:
    for chapter in chapters:
        if chapter.url:
            with Pdf.open(printed / book.chapter_path(chapter.url)) as pdf:
                assert [(level, title) for level, title, _ in outline(pdf)] == headings(chapter), chapter.url


def test_the_outline_of_the_guide_has_parts_chapters_headings_and_cards(
    guide_pdf: Pdf, chapters: list[Chapter]
) -> None:
    found = [(level, title) for level, title, _ in outline(guide_pdf)]
    expected, part = [(1, "Contents")], ""
    for chapter in chapters:
        if chapter.section != part:
            part = chapter.section
            expected.append((1, part))
        expected += headings(chapter, 1 if part else 0)
    assert found == expected


def test_the_contents_tell_the_real_pages(printed: Path, guide_pdf: Pdf, source_of_editions: Source) -> None:
    place = names(guide_pdf)
    first = min(place[light.slug(page.url)].index for page in source_of_editions.pages)
    told = text.of_pdf(printed / book.BOOK, "-raw", "-f", "2", "-l", str(first), *text.TYPE_AREA)
    printer = book.Printer(source_of_editions, printed)
    listed = [[one.headings[0], *part.listed(one)] for part in printer.parts for one in part.chapters]
    assert [int(number) for number in NUMBER_AT_END.findall(told)] == [
        place[heading.id].index + 1 for group in listed for heading in group
    ]


def test_a_chapter_keeps_the_page_numbers_of_the_guide(printed: Path, guide_pdf: Pdf, chapters: list[Chapter]) -> None:
    place = names(guide_pdf)
    for chapter in chapters[1::9]:
        with Pdf.open(printed / book.chapter_path(chapter.url)) as pdf:
            assert pdf.Root.PageLabels.Nums[1].St == place[chapter.slug].index + 1, chapter.url


def test_links_inside_the_guide_lead_to_places_that_exist(guide_pdf: Pdf) -> None:
    place = names(guide_pdf)
    links = [link for page in guide_pdf.pages for link in page.obj.get("/Annots", [])]
    inside = [str(link.Dest) for link in links if "/Dest" in link]
    assert len(inside) > 3000
    assert [name for name in inside if name not in place] == []
    assert [address for address in addresses(guide_pdf) if not address.startswith("https://")] == []


def test_links_between_chapters_lead_to_the_files_beside_them(files: list[Path]) -> None:
    places = {}
    for path in files:
        with Pdf.open(path) as pdf:
            places[path.name] = set(names(pdf))
    for path in files:
        with Pdf.open(path) as pdf:
            for address in addresses(pdf):
                assert not LOCAL.search(address), path.name
                file, _, id_ = address.partition("#")
                if not address.startswith("https://"):
                    assert id_ in places[file], f"{path.name}: {address}"


def test_all_typefaces_are_embedded_and_ours(files: list[Path]) -> None:
    ours = {name for cut in CUTS for name in cut.pdf_names}
    for path in files:
        with Pdf.open(path) as pdf:
            found = [
                one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Type") == Name.FontDescriptor
            ]
            assert {str(one.FontName).partition("+")[2] for one in found} <= ours, path.name
            assert all("/FontFile2" in one for one in found), path.name


def test_the_files_are_accessible(printed: Path) -> None:
    for name in (book.BOOK, card_sheets.FILE, cheat_sheet.FILE, "pdf/frameworks-rice.pdf", "pdf/loop.pdf"):
        with Pdf.open(printed / name) as pdf:
            assert uacheck.findings(pdf) == [], name


def test_a_chapter_is_small(files: list[Path]) -> None:
    for path in files:
        with Pdf.open(path) as pdf:
            assert path.stat().st_size <= max(BYTES_A_PAGE * len(pdf.pages), BYTES_OF_ONE), path.name


def test_each_answer_lies_behind_its_question(printed: Path) -> None:
    told = text.of_pdf(printed / card_sheets.FILE, "-bbox")
    sheets = [re.findall(WORD, page) for page in told.split("<page ")[3:]]
    assert len(sheets) % 2 == 0
    with Pdf.open(printed / card_sheets.FILE) as pdf:
        ids = [name.removeprefix("front-") for name in names(pdf) if name.startswith("front-")]
    seen = []
    for front, back in zip(sheets[::2], sheets[1::2], strict=True):
        places = {word: (float(left), float(top)) for left, top, _, _, word in front if word in ids}
        behind = {word: (float(left), float(top)) for left, top, _, _, word in back if word in ids}
        assert places.keys() == behind.keys()
        for id_, (left, top) in places.items():
            other = {True: 51.0, False: 311.8}[left > 200]
            assert behind[id_] == (pytest.approx(other, abs=2), pytest.approx(top, abs=2)), id_
            seen.append(id_)
    assert sorted(seen) == sorted(ids)


def test_the_cheat_sheet_is_one_page_with_all_frameworks(printed: Path, source_of_editions: Source) -> None:
    with Pdf.open(printed / cheat_sheet.FILE) as pdf:
        assert len(pdf.pages) == 1
    there = text.words(text.of_pdf(printed / cheat_sheet.FILE))
    for entry in cheat_sheet.entries(source_of_editions):
        for line in (
            entry.name,
            entry.purpose,
            *entry.when,
            *entry.when_not,
            *(question for _, question in entry.parts),
        ):
            assert set(text.words(line)) <= set(there), line


def test_each_page_links_to_its_file(printed: Path, source_of_editions: Source) -> None:
    for page in source_of_editions.pages:
        if page.url:
            [href] = re.findall(r'data-editions="own">\s*<a href="([^"]+)"', page.text)
            assert (printed / page.url / href).resolve() == (printed / book.chapter_path(page.url)).resolve()


def test_what_nobody_has_made_is_not_linked(site: Path) -> None:
    told = (site / "loop" / "index.html").read_text(encoding="utf-8")
    assert 'data-editions="own"></span>' in told


def test_the_build_of_the_site_needs_no_pango(tmp_path: Path) -> None:
    hidden = tmp_path / "weasyprint"
    hidden.mkdir()
    (hidden / "__init__.py").write_text('raise OSError("cannot load library libpango-1.0-0")', encoding="utf-8")
    command = [sys.executable, "-m", "exports.editions", str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    told = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=False)
    assert told.returncode == 1
    assert told.stderr.strip().count("\n") == 0
    assert "libpango-1.0-0" in told.stderr
    check = "import hooks.after_build, sys; assert 'weasyprint' not in sys.modules and 'fontTools' not in sys.modules"
    subprocess.run([command[0], "-c", check], env=environment, cwd=ROOT, check=True)
