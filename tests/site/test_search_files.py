"""The files of the search: small, complete, leading to places that exist; the index of topics; OpenSearch."""

import gzip
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from exports import search_index
from exports.opensearch import NAMESPACE
from exports.search_entries import entries
from exports.site import BuiltPage
from macros.models import Guide
from tests.search.engine import Engine

TITLES_AT_MOST = 20_000
WORDS_AT_MOST = 80_000
PART_AT_MOST = 8_000
"""Bytes, compressed."""


@pytest.fixture(scope="module")
def titles(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "search" / "titles.json").read_text(encoding="utf-8"))
    return found


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def test_the_files_are_small(site: Path, titles: dict[str, Any]) -> None:
    folder = site / "search"
    assert compressed(folder / "titles.json") <= TITLES_AT_MOST
    assert compressed(folder / titles["edition"] / "words.json") <= WORDS_AT_MOST
    for number in range(len(titles["parts"])):
        assert compressed(folder / titles["edition"] / f"{number}.json") <= PART_AT_MOST
    assert {path.name for path in folder.iterdir()} == {"index.html", "titles.json", titles["edition"]}


def test_every_entry_leads_to_an_anchor_of_a_page(site: Path, by_url: dict[str, BuiltPage]) -> None:
    for hit in Engine(site).entries():
        url, _, anchor = hit.address.partition("#")
        assert not anchor or anchor in by_url[url].ids, hit


def test_every_record_can_be_found(site: Path, guide: Guide) -> None:
    found = {(hit.kind, hit.address.partition("#")[2]) for hit in Engine(site).entries()}
    for kind, records in (
        ("question", guide.questions),
        ("term", guide.glossary),
        ("company", guide.companies),
        ("claim", guide.claims),
        ("chapter", guide.mistakes),
        ("chapter", guide.faq),
    ):
        assert {(kind, id_) for id_ in records} <= found
    assert {hit.address for hit in Engine(site).entries()} >= {f"frameworks/{id_}/" for id_ in guide.frameworks}


def test_the_index_is_the_same_each_time(
    site: Path, built: list[BuiltPage], guide: Guide, titles: dict[str, Any], tmp_path: Path
) -> None:
    search_index.write(tmp_path, entries(built, guide), guide)
    for name in ("titles.json", f"{titles['edition']}/words.json", f"{titles['edition']}/0.json"):
        assert (tmp_path / "search" / name).read_bytes() == (site / "search" / name).read_bytes()


def test_the_topics_hold_every_name_once_under_its_letter(by_url: dict[str, BuiltPage], guide: Guide) -> None:
    page = by_url["topics/"]
    links = {str(link) for link in page.root.xpath("//*[@class='topics__list']//a/@href")}
    names = [str(name.text_content()) for name in page.root.xpath("//*[@class='topics__list']//a")]
    for url in by_url:
        if url not in {"404.html", "search/", "topics/"}:
            assert f"../{url}" in links
    for term in guide.glossary.values():
        assert f"../reference/glossary/#{term.id}" in links
        assert term.name in names
    for card in guide.questions:
        assert any(link.endswith(f"/#{card}") for link in links)
    for company in guide.companies:
        assert f"../loop/companies/#{company}" in links
    lines = [str(line.text_content()) for line in page.root.xpath("//*[@class='topics__list']/li")]
    assert len(lines) == len(set(lines))
    for group in page.root.xpath("//*[@class='topics__group']"):
        [letter] = group.xpath("./h2/text()")
        assert {str(a.text_content())[0].upper() for a in group.xpath(".//a")} == {letter}


def test_a_card_goes_by_its_id_with_names_as_they_are_written(by_url: dict[str, BuiltPage]) -> None:
    text = by_url["topics/"].root.text_content()
    assert "OAuth valet key: Explain OAuth 2.0" in text
    assert "Service level objective: SLO" in text or "service level objective: SLO" in text


def test_a_browser_learns_how_to_search(site: Path, built: list[BuiltPage]) -> None:
    root = ET.parse(site / "opensearch.xml").getroot()  # noqa: S314 - our own file
    [url] = root.findall(f"{{{NAMESPACE}}}Url")
    assert url.get("template", "").endswith("/search/?q={searchTerms}")
    assert len(root.findtext(f"{{{NAMESPACE}}}ShortName", "")) <= 16
    for page in built:
        [link] = page.root.xpath("//link[@rel='search']")
        assert link.get("type") == "application/opensearchdescription+xml"
        assert link.get("href").endswith("opensearch.xml")


def test_every_page_opens_the_search_and_leads_to_the_topics_without_script(built: list[BuiltPage]) -> None:
    for page in built:
        [trigger] = page.root.xpath("//a[@data-search-open]")
        assert trigger.get("href").endswith("topics/") or page.url == "topics/"
        assert trigger.get("data-root") is not None
        assert page.root.xpath("//dialog[@data-search-dialog]//input[@data-search-input]")
