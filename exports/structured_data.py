"""What a page says of itself to programs: schema.org types as JSON-LD (adr/014 says which, and why no others)."""

import json
from dataclasses import dataclass, field
from typing import Any

from lxml import html

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LANGUAGE = "en-GB"
Thing = dict[str, Any]


@dataclass(frozen=True)
class Site:
    """What all pages share; the address ends in a slash."""

    address: str
    name: str
    description: str
    search: str | None = None
    """The search page's address from the root, if there is one."""


@dataclass(frozen=True)
class Subject:
    """What is known of one page; addresses count from the site's root."""

    url: str
    title: str
    description: str
    reviewed: str
    card: str
    minutes: int | None = None
    """How long it takes to read."""
    path: list[tuple[str, str]] = field(default_factory=list)
    """Names and addresses from the home page down to this one."""
    chapter: bool = True
    """Whether it teaches, or is there to be looked up."""
    content: str = ""
    """The page's text as HTML."""


def of(site: Site, page: Subject) -> str:
    """Give the page's JSON-LD, safe to stand inside a script element."""
    graph = [_website(site)] if not page.url else [_page(site, page), _path(site, page)]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _website(site: Site) -> Thing:
    return {
        "@type": "WebSite",
        "@id": _website_id(site),
        "name": site.name,
        "url": site.address,
        **_work(site.description),
        **(_search(site.address + site.search) if site.search else {}),
    }


def _website_id(site: Site) -> str:
    return f"{site.address}#website"


def _work(description: str) -> Thing:
    return {"description": description, "inLanguage": LANGUAGE, "license": LICENCE, "isAccessibleForFree": True}


def _search(address: str) -> Thing:
    target = {"@type": "EntryPoint", "urlTemplate": f"{address}?q={{search_term_string}}"}
    return {
        "potentialAction": {
            "@type": "SearchAction",
            "target": target,
            "query-input": "required name=search_term_string",
        }
    }


def _page(site: Site, page: Subject) -> Thing:
    return {
        **_kind(site, page),
        "@id": f"{site.address}{page.url}#page",
        "url": site.address + page.url,
        **_work(page.description),
        "dateModified": page.reviewed,
        "image": site.address + page.card,
        "isPartOf": {"@id": _website_id(site)},
        **({"timeRequired": f"PT{page.minutes}M"} if page.minutes else {}),
    }


def _kind(site: Site, page: Subject) -> Thing:
    if terms := _terms(site, page):
        return {"@type": "DefinedTermSet", "name": page.title, "hasDefinedTerm": terms}
    if page.chapter:
        return {"@type": ["Article", "LearningResource"], "headline": page.title}
    return {"@type": "WebPage", "name": page.title}


def _terms(site: Site, page: Subject) -> list[Thing]:
    """Give the terms that the page explains; what they mean stands at their addresses, and is not sent twice."""
    if "data-term=" not in page.content:
        return []
    return [
        {
            "@type": "DefinedTerm",
            "name": term.find("h2").text.strip(),
            "url": f"{site.address}{page.url}#{term.get('id')}",
        }
        for term in html.fragment_fromstring(page.content, create_parent=True).xpath(".//*[@data-term]")
    ]


def _path(site: Site, page: Subject) -> Thing:
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": site.address + url}
        for position, (name, url) in enumerate(page.path, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
