"""What people who share a page, search engines and other programs find."""

import json
import re
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from lxml import etree
from PIL import Image

from exports.lint import NOT_FOUND
from exports.site import BuiltPage
from tests.conftest import ROOT
from tests.site.project import Project

ADDRESS = "http://127.0.0.1:8000/"
LINK = re.compile(r"^- \[[^]]+\]\((?P<address>[^)]+)\): \S", re.MULTILINE)
CARD_BYTES_AT_MOST = 15_000


@pytest.fixture(scope="session")
def shared(built: list[BuiltPage]) -> list[BuiltPage]:
    """All pages that have an address of their own."""
    return [page for page in built if page.path != NOT_FOUND]


def said(page: BuiltPage, name: str) -> str:
    [content] = page.root.xpath("//head/meta[@property=$name or @name=$name]/@content", name=name)
    return str(content)


def things(page: BuiltPage) -> list[dict[str, Any]]:
    [text] = page.root.xpath("//head/script[@type='application/ld+json']/text()")
    graph: list[dict[str, Any]] = json.loads(text)["@graph"]
    return graph


def addresses(value: Any) -> list[str]:
    """Give every address of this site in a JSON value."""
    if isinstance(value, dict):
        return [address for inner in value.values() for address in addresses(inner)]
    if isinstance(value, list):
        return [address for inner in value for address in addresses(inner)]
    return [value] if isinstance(value, str) and value.startswith(ADDRESS) else []


def file_of(address: str) -> str:
    path = urlsplit(address).path.lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def test_each_page_names_a_card_that_exists_and_is_small(site: Path, shared: list[BuiltPage]) -> None:
    cards = [said(page, "og:image") for page in shared]
    assert len(set(cards)) == len(shared)
    for address in cards:
        assert address.startswith(f"{ADDRESS}assets/social/")
        content = (site / file_of(address)).read_bytes()
        assert len(content) <= CARD_BYTES_AT_MOST, address
        assert Image.open(BytesIO(content)).size == (1200, 630)


def test_no_card_is_left_over(site: Path, shared: list[BuiltPage]) -> None:
    files = {path.relative_to(site).as_posix() for path in (site / "assets/social").rglob("*.png")}
    assert files == {file_of(said(page, "og:image")) for page in shared}


def test_each_page_tells_what_a_shared_link_shows(shared: list[BuiltPage]) -> None:
    for page in shared:
        [canonical] = page.root.xpath("//link[@rel='canonical']/@href")
        assert said(page, "og:url") == canonical == ADDRESS + page.url
        assert said(page, "og:description") == said(page, "description")
        assert said(page, "og:title") in said(page, "og:image:alt")
        assert said(page, "og:type") == ("article" if page.url else "website")
        assert (said(page, "og:image:width"), said(page, "og:image:height")) == ("1200", "630")
        assert said(page, "twitter:card") == "summary_large_image"


def test_the_bar_of_the_browser_has_the_colour_of_the_page(built: list[BuiltPage]) -> None:
    tokens = (ROOT / "docs/assets/stylesheets/tokens.css").read_text(encoding="utf-8")
    paper = re.search(r"--guide-paper: light-dark\((#\w+), (#\w+)\)", tokens)
    assert paper
    for page in built:
        assert page.root.xpath("//meta[@name='theme-color']/@content") == list(paper.groups())


def test_the_addresses_in_structured_data_exist(site: Path, shared: list[BuiltPage]) -> None:
    for page in shared:
        for address in addresses(things(page)):
            assert (site / file_of(address.partition("?")[0])).is_file(), address


def test_anchors_of_terms_exist(by_url: dict[str, BuiltPage]) -> None:
    glossary = by_url["reference/glossary/"]
    [terms] = [thing["hasDefinedTerm"] for thing in things(glossary) if thing["@type"] == "DefinedTermSet"]
    assert len(terms) == len(list(glossary.homes("data-term"))) > 100
    assert {urlsplit(term["url"]).fragment for term in terms} <= set(glossary.ids)


def test_chapters_tell_the_minutes_that_readers_see(shared: list[BuiltPage]) -> None:
    for page in shared:
        seen = page.root.xpath("//p[@class='chapter-meta']/span[contains(., 'min to read')]")
        told = [thing["timeRequired"] for thing in things(page) if "timeRequired" in thing]
        assert told == [f"PT{line.text_content().split()[0]}M" for line in seen], page.path


def test_each_page_but_home_tells_the_day_of_its_review(shared: list[BuiltPage]) -> None:
    for page in shared:
        days = [thing["dateModified"] for thing in things(page) if "dateModified" in thing]
        assert days == ([reviewed(page)] if page.url else []), page.path


def test_the_path_in_structured_data_is_the_one_that_readers_see(shared: list[BuiltPage]) -> None:
    for page in shared:
        seen = page.root.xpath("//nav[@class='breadcrumbs']//a/text()")
        for path in [thing for thing in things(page) if thing["@type"] == "BreadcrumbList"]:
            names = [item["name"] for item in path["itemListElement"]]
            assert names[: len(seen)] == seen, page.path
            assert len(names) == len(seen) + 1


def test_llms_txt_begins_as_the_convention_asks(site: Path) -> None:
    title, empty, summary, *_ = (site / "llms.txt").read_text(encoding="utf-8").splitlines()
    assert title == "# Platform PM Interview Guide"
    assert empty == ""
    assert summary.startswith("> ")


def test_llms_txt_lists_every_page_once_and_nothing_that_does_not_exist(site: Path, shared: list[BuiltPage]) -> None:
    listed = Counter(link["address"] for link in LINK.finditer((site / "llms.txt").read_text(encoding="utf-8")))
    assert set(listed.values()) == {1}
    assert {ADDRESS + page.url for page in shared} <= set(listed)
    assert [address for address in listed if not (site / file_of(address)).is_file()] == []


def test_anchors_in_llms_txt_exist(site: Path, by_url: dict[str, BuiltPage]) -> None:
    found = re.findall(rf"{ADDRESS}([\w/-]*)#([\w-]+)", (site / "llms.txt").read_text(encoding="utf-8"))
    assert found
    assert [anchor for url, anchor in found if anchor not in by_url[url].ids] == []


def test_robots_may_read_all_and_are_led_to_the_sitemap(site: Path) -> None:
    lines = (site / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert f"Sitemap: {ADDRESS}sitemap.xml" in lines
    assert not [line for line in lines if line.startswith("Disallow")]


def test_the_sitemap_has_every_page_with_its_day_of_review(site: Path, shared: list[BuiltPage]) -> None:
    listed = {
        url.findtext("{*}loc"): url.findtext("{*}lastmod")
        for url in etree.parse(site / "sitemap.xml").iterfind("{*}url")
    }
    assert listed == {ADDRESS + page.url: reviewed(page) for page in shared}


def reviewed(page: BuiltPage) -> str:
    folder = ROOT / "docs" / page.url
    source = folder / "index.md" if (folder / "index.md").is_file() else folder.with_suffix(".md")
    return str(yaml.safe_load(source.read_text(encoding="utf-8").split("---\n")[1])["reviewed"])


def test_the_manifest_names_icons_of_the_sizes_it_tells(site: Path) -> None:
    manifest = json.loads((site / "site.webmanifest").read_text(encoding="utf-8"))
    assert manifest["name"] == "Platform PM Interview Guide"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        with Image.open(site / icon["src"]) as image:
            assert icon["sizes"] == f"{image.width}x{image.height}"


def test_each_page_links_icons_of_ours(site: Path, built: list[BuiltPage]) -> None:
    ours = ROOT / "docs/assets/images"
    for name in ("favicon.png", "favicon.svg", "apple-touch-icon.png"):
        assert (site / "assets/images" / name).read_bytes() == (ours / name).read_bytes()
        assert all(any(link.endswith(f"images/{name}") for link in page.links) for page in built)


def test_another_address_of_the_site_is_told_everywhere(tmp_path: Path) -> None:
    project = Project(tmp_path)
    built = project.build(SITE_URL="https://guide.example/sub")
    assert built.returncode == 0, built.stderr
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert 'property="og:image" content="https://guide.example/sub/assets/social/index.png"' in home
    assert "127.0.0.1" not in home
    assert "https://guide.example/sub/sitemap.xml" in (tmp_path / "site/robots.txt").read_text(encoding="utf-8")
