"""Let Python-Markdown pass over text that no inline pattern can match; it tries each one on each piece of text.

A quarter of the time of a large build went there, much of it on the line breaks between elements.
"""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString
from mkdocs.config.defaults import MkDocsConfig

FIRST = 100
"""Priority above all that reads inline text."""

BEFORE_QUOTES = 6.5
"""Priority between abbreviations, which pass over atomic text too, and the quotation marks of smarty."""


class Patterns(Treeprocessor):
    """Gives the processors of inline text their patterns as a list; a registry is sorted anew at each look."""

    def run(self, root: Element) -> None:
        """Leave the page's tree as it is."""
        for processor in self.md.treeprocessors:
            if isinstance(processor, InlineProcessor):
                processor.inlinePatterns = list(processor.inlinePatterns)


class Unquoted(Treeprocessor):
    """Marks text without quotation marks as finished."""

    def run(self, root: Element) -> None:
        """Take the page's tree and change the kind of its strings, never their letters."""
        for element in root.iter():
            element.text = _finished(element.text)
            element.tail = _finished(element.tail)


class InlineText(Extension):
    """Adds both steps."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        """Register them (called by Python-Markdown)."""
        md.treeprocessors.register(Patterns(md), "listed-patterns", FIRST)
        md.treeprocessors.register(Unquoted(md), "unquoted", BEFORE_QUOTES)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add both steps to the page's Markdown."""
    config.markdown_extensions.append(InlineText())
    return config


def _finished(text: str | None) -> str | None:
    return AtomicString(text) if text and "'" not in text and '"' not in text else text
