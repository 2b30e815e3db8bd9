"""Give templates what programs read of a page: structured data, its social card, its day of review."""

import re
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from exports import social_cards, structured_data

MINUTES = re.compile(r">(?P<minutes>\d+) min to read<")
"""How the head of a chapter tells its length."""

SEARCH = "search/"
TO_LOOK_UP = "reference/"
"""Below this address pages are there to be looked up; all others teach."""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell the sitemap when the page last changed in substance, and not when it was built."""
    page.update_date = str(page.meta["reviewed"])


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Add `social_card` and `structured_data` for theme/partials/meta.html."""
    context["social_card"] = social_cards.place(page.url)
    context["structured_data"] = structured_data.of(_site(config, nav), _subject(page, nav))
    return context


def _site(config: MkDocsConfig, nav: Navigation) -> structured_data.Site:
    searchable = f"{SEARCH}index.html" in config.theme.static_templates or SEARCH in {page.url for page in nav.pages}
    words = (config.site_url or "/", config.site_name, config.site_description or "")
    return structured_data.Site(*words, search=SEARCH if searchable else None)


def _subject(page: Page, nav: Navigation) -> structured_data.Subject:
    return structured_data.Subject(
        url=page.url,
        title=str(page.meta["title"]),
        description=str(page.meta["description"]),
        reviewed=page.update_date,
        card=social_cards.place(page.url),
        minutes=_minutes(page.content or ""),
        path=_path(page, nav),
        chapter=not page.url.startswith(TO_LOOK_UP),
        content=page.content or "",
    )


def _minutes(content: str) -> int | None:
    told = MINUTES.search(content)
    return int(told["minutes"]) if told else None


def _path(page: Page, nav: Navigation) -> list[tuple[str, str]]:
    """Give names and addresses from the home page down to this one; a section stands for its first page."""
    home = [(nav.homepage.title, nav.homepage.url)] if nav.homepage else []
    sections = [(section.title, _first(section).url) for section in reversed(page.ancestors)]
    stands_for_section = bool(sections) and sections[-1][1] == page.url
    return [*home, *sections, *([] if stands_for_section else [(str(page.meta["title"]), page.url)])]


def _first(section: Section) -> Page:
    return next(child if isinstance(child, Page) else _first(child) for child in section.children)
