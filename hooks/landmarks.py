"""Name the landmarks that the theme leaves without a name of their own."""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

NAMES = [
    (re.compile(r'(<div class="md-search" [^>]*role="dialog")>'), r'\1 aria-label="Search">'),
    (re.compile(r'(<nav class="md-path" aria-label=)"[^"]*"'), r'\1"Breadcrumbs"'),
    (
        re.compile(
            r'(<nav class="md-nav" [^>]*aria-labelledby=)"(__nav_\w+)_label"([^>]*>\s*<label class="md-nav__title" )'
        ),
        r'\1"\2_title"\3id="\2_title" ',
    ),
]
"""A pattern of the theme's markup and the same with a name. The browser tests tell when one no longer fits."""


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give the page with names for its search dialog, breadcrumbs and section menus."""
    for pattern, named in NAMES:
        output = pattern.sub(named, output)
    return output


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for the page that is shown when an address leads nowhere."""
    return on_post_page(output_content, None, config) if template_name.endswith(".html") else output_content  # type: ignore[arg-type]
