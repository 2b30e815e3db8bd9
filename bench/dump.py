"""A MkDocs hook that writes each page's Markdown once its macros are rendered; no part of the site's build."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

FRONT = "---\ntitle: {title}\ndescription: {description}\n---\n\n"


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Write the page into the folder that BENCH_PAGES names, with the front matter that stock Material knows."""
    path = Path(os.environ["BENCH_PAGES"]) / page.file.src_uri
    path.parent.mkdir(parents=True, exist_ok=True)
    front = FRONT.format(title=page.meta["title"], description=page.meta["description"])
    path.write_text(front + markdown, encoding="utf-8")
