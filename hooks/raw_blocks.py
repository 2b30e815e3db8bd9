"""Hand the HTML of macros past Python-Markdown, which reads every tag of it twice and changes nothing.

A macro gives its block as one line, so a line that begins and ends with the same tag is whole.
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

BLOCK = re.compile(r"<(article|aside|details|div|dl|figure|h[1-6]|nav|ol|p|section|table|ul)[ >].*?</\1>")
ID = re.compile(r' id="([^"]+)"')

BEFORE_HTML = 22
"""Priority above the two readers of HTML (mkdocs_raw_html and html_block), below that of fenced code."""


class RawBlocks(Preprocessor):
    """Puts the blocks of macros aside; Python-Markdown brings them back when the page is done."""

    def run(self, lines: list[str]) -> list[str]:
        """Take and give the lines of a page."""
        return [self._aside(line) if BLOCK.fullmatch(line) else line for line in lines]

    def _aside(self, line: str) -> str:
        return f"\n{self.md.htmlStash.store(line)}\n"


class _RawBlocksExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        md.preprocessors.register(RawBlocks(md), "raw-blocks", BEFORE_HTML)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the preprocessor to the page's Markdown."""
    config.markdown_extensions.append(_RawBlocksExtension())
    return config


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell MkDocs the anchors inside the blocks, which it did not see."""
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *ID.findall(html)}
