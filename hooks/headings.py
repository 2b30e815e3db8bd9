"""List cards, mistakes and the like in the page's table of contents.

They are HTML made by macros, where MkDocs does not look for headings. Their templates name
the entry in `data-toc`; it stays escaped, since the theme prints entries as they are.
"""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

ENTRY = re.compile(r'<\w+ [^>]*?id="(?P<id>[^"]+)"[^>]*? data-toc="(?P<title>[^"]+)"')

ID = re.compile(r' id="(?P<id>[^"]+)"')


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add an entry for each element that has `data-toc`, in the order of the page."""
    if page.toc.items:
        entries = page.toc.items[0].children
        entries += [AnchorLink(e["title"], e["id"], 2) for e in ENTRY.finditer(html)]
        order = {found["id"]: found.start() for found in reversed(list(ID.finditer(html)))}
        entries.sort(key=lambda entry: order.get(entry.id, -1))
    return html
