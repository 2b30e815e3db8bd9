"""All editions together: made into the site, the same twice, and nothing changes when one fails."""

import hashlib
import json
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest

from exports import lint
from exports.editions import __main__ as editions
from exports.editions import jobs
from exports.editions.manifest import File
from exports.site import pages
from macros.load.problems import DataError, Place, Problem

ROOT = Path(__file__).parents[2]


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def listed(site: Path) -> list[dict[str, str]]:
    content: list[dict[str, str]] = json.loads((site / "exports.json").read_text(encoding="utf-8"))
    return content


def test_the_list_holds_each_file_with_its_hash(printed: Path) -> None:
    hashes = tree(printed)
    assert [hashes[record["path"]] for record in listed(printed)] == [record["sha256"] for record in listed(printed)]
    kinds = {record["path"].partition("/")[0] for record in listed(printed)}
    assert {path for path in hashes if path.partition("/")[0] in kinds} == {
        record["path"] for record in listed(printed)
    }


def test_every_edition_that_a_page_offers_is_made_and_each_one_is_offered(printed: Path) -> None:
    offered = {what for page in pages(printed) for what in page.values("data-editions") if "/" in what}
    assert offered == {record["path"] for record in listed(printed) if record["url"] is None}


def test_pages_with_their_editions_still_have_no_fault(printed: Path) -> None:
    assert lint.check(ROOT, pages(printed), set(tree(printed))) == []


def test_a_second_run_on_the_same_site_changes_nothing(printed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The PDFs are those of the first run: they are compared in their own tests, and take their time."""

    def pdfs_again(site: Path, _root: Path, _pool: Executor) -> Iterator[tuple[File, bytes]]:
        fields = ("path", "title", "section", "url", "pages")
        files = [File(*(record[field] for field in fields)) for record in listed(site)]
        yield from ((file, (site / file.path).read_bytes()) for file in files if file.path.endswith(".pdf"))

    before = tree(printed)
    monkeypatch.setattr(editions, "MAKERS", [pdfs_again, jobs.on_screens])
    assert editions.main(printed) == 0
    assert tree(printed) == before


def broken(_site: Path, _root: Path, pool: Executor) -> Iterator[tuple[File, bytes]]:
    yield File("epub/half.epub", "Half a book"), b""
    yield File("pdf/half.pdf", "Half a page"), pool.submit(fail).result()


def fail() -> bytes:
    raise DataError([Problem(Place("site/loop/index.html"), "too-wide", "the table sticks out")])


def test_when_one_edition_fails_it_is_told_and_all_earlier_files_stay(
    printed: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    before = tree(printed)
    monkeypatch.setattr(editions, "MAKERS", [broken])
    assert editions.main(printed) == 1
    assert "site/loop/index.html:1:1: error[too-wide]: the table sticks out" in capfd.readouterr().err
    assert tree(printed) == before
    assert not list(printed.parent.glob(".site-*"))
