"""What pages say of themselves as JSON-LD."""

import json
from dataclasses import replace
from typing import Any

from exports import structured_data
from exports.structured_data import Site, Subject
from hooks import metadata
from macros.models import Guide
from macros.render import Renderer

SITE = Site("https://guide.example/", "Guide", "A guide.")
PAGE = Subject(
    "loop/scoring/",
    "Scoring",
    "How.",
    "2026-01-02",
    "assets/social/loop/scoring.png",
    minutes=7,
    path=[("Home", ""), ("The loop", "loop/"), ("Scoring", "loop/scoring/")],
)
TERMS = '<section id="api" data-term="api"><h2>API <span>long</span></h2><p>A contract.</p></section>'


def graph(page: Subject, site: Site = SITE) -> list[dict[str, Any]]:
    content = json.loads(structured_data.of(site, page))
    assert content["@context"] == "https://schema.org"
    things: list[dict[str, Any]] = content["@graph"]
    return things


def test_a_chapter_tells_what_it_is_how_long_and_how_old() -> None:
    chapter, _ = graph(PAGE)
    assert chapter["@type"] == ["Article", "LearningResource"]
    assert chapter["headline"] == "Scoring"
    assert chapter["dateModified"] == "2026-01-02"
    assert chapter["timeRequired"] == "PT7M"
    assert chapter["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert chapter["isAccessibleForFree"] is True
    assert chapter["image"] == "https://guide.example/assets/social/loop/scoring.png"


def test_a_page_without_minutes_claims_none() -> None:
    assert "timeRequired" not in graph(replace(PAGE, minutes=None))[0]


def test_the_minutes_are_read_where_a_chapter_shows_them(guide: Guide) -> None:
    head = Renderer(guide).html("chapter_meta", minutes=12, reviewed="2026-01-02")
    told = metadata.MINUTES.search(head)
    assert told
    assert told["minutes"] == "12"


def test_the_path_leads_from_the_home_page_to_the_page() -> None:
    _, path = graph(PAGE)
    assert [item["position"] for item in path["itemListElement"]] == [1, 2, 3]
    assert [item["item"] for item in path["itemListElement"]] == [
        "https://guide.example/",
        "https://guide.example/loop/",
        "https://guide.example/loop/scoring/",
    ]


def test_the_home_page_is_the_site_and_offers_a_search_only_if_there_is_one() -> None:
    home = replace(PAGE, url="")
    [without] = graph(home)
    assert without["@type"] == "WebSite"
    assert "potentialAction" not in without
    [having] = graph(home, replace(SITE, search="search/"))
    target = having["potentialAction"]["target"]["urlTemplate"]
    assert target == "https://guide.example/search/?q={search_term_string}"


def test_the_glossary_is_a_set_of_terms_and_a_page_to_look_up_is_no_article() -> None:
    glossary, _ = graph(replace(PAGE, chapter=False, content=TERMS))
    assert glossary["@type"] == "DefinedTermSet"
    [term] = glossary["hasDefinedTerm"]
    assert term == {"@type": "DefinedTerm", "name": "API", "url": "https://guide.example/loop/scoring/#api"}
    assert graph(replace(PAGE, chapter=False))[0]["@type"] == "WebPage"


def test_no_text_can_close_the_script_element() -> None:
    text = structured_data.of(SITE, replace(PAGE, title="</script><script>alert(1)</script>"))
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["headline"] == "</script><script>alert(1)</script>"
