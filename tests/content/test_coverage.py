"""Everything the source guide teaches is found where the map says, with its figures."""

import re
from pathlib import Path

import pytest
import yaml

from exports.site import BuiltPage
from macros.models import Guide

ROOT = Path(__file__).parents[2]
FACTS = yaml.safe_load((Path(__file__).parent / "guide_coverage.yml").read_text(encoding="utf-8"))
HOMES = {
    "question": "data-question",
    "company": "data-company",
    "term": "data-term",
    "checklist": "data-check",
    "mistake": "data-mistake",
    "faq": "data-faq",
    "round": "data-round",
    "plan": "data-plan",
    "claim": "data-claim-row",
}
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}


def test_the_map_holds_every_fact() -> None:
    assert len(FACTS) == 272


def plain(text: str) -> str:
    """Drop what typography changes: comparison signs, thousands, spaces, dashes and case."""
    return re.sub(r"[\s,<>≤≥~+]|\u00a0", "", text).replace("–", "-").casefold()


def section(page: BuiltPage, anchor: str) -> str:
    """Give the text of an element, or for a heading all text up to the next one of its level."""
    [element] = page.root.xpath("//*[@id=$id]", id=anchor)
    if element.tag not in HEADINGS:
        return str(element.text_content())
    level, told = HEADINGS[element.tag], [element.text_content()]
    for sibling in element.itersiblings():
        if HEADINGS.get(sibling.tag, 9) <= level:
            break
        told.append(sibling.text_content())
    return " ".join(told)


def place(target: str, built: list[BuiltPage], by_url: dict[str, BuiltPage]) -> str:
    """Give the text that a target such as "loop/#stages" or "question:webhook-system" names."""
    kind, colon, id_ = target.partition(":")
    if kind == "framework":
        return str(by_url[f"frameworks/{id_}/"].root.xpath("string(//article)"))
    if colon:
        return " ".join(
            element.text_content() for page in built for element in page.root.xpath(f"//*[@{HOMES[kind]}=$id]", id=id_)
        )
    url, _, anchor = target.partition("#")
    return section(by_url[url], anchor)


@pytest.mark.parametrize("fact", FACTS, ids=list(FACTS))
def test_each_fact_is_where_the_map_says(fact: str, built: list[BuiltPage], by_url: dict[str, BuiltPage]) -> None:
    text = plain(place(FACTS[fact]["at"], built, by_url))
    assert text, f"nothing stands at {FACTS[fact]['at']}"
    for figure in FACTS[fact].get("figures", []):
        assert plain(figure) in text, figure


def test_every_fact_with_a_figure_is_a_claim(guide: Guide) -> None:
    with_figures = {fact for fact, entry in FACTS.items() if entry.get("figures")}
    assert with_figures <= set(guide.claims)
