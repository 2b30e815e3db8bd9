"""Resolve links in the HTML that macros made; MkDocs resolves only those in Markdown."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from exports import origin
from macros.hints import did_you_mean
from macros.load.problems import Problem, report

ROOTED = re.compile(r'(?P<before><a [^>]*?href=")/(?P<path>[a-z0-9/-]+\.md)(?P<rest>(?:\?[^"#]*)?(?:#[^"]*)?)"')
_problems: set[Problem] = set()
_pages: dict[str, str] = {}
"""File -> address, of all pages."""


def on_pre_build(config: MkDocsConfig) -> None:
    """Begin each build without problems."""
    _problems.clear()


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Learn all addresses."""
    _pages.clear()
    _pages.update({file.src_uri: file.url for file in files.documentation_pages()})


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Write links such as /loop/scoring.md#rubric relative to the page."""

    def resolve(link: re.Match[str]) -> str:
        if link["path"] not in _pages:
            place = origin.find(Path(config.config_file_path).parent, page.file.dest_uri, f"/{link['path']}")
            told = f"the page links to '/{link['path']}', which does not exist"
            _problems.add(Problem(place, "bad-link", told, did_you_mean(link["path"], _pages)))
            return link[0]
        return f'{link["before"]}{get_relative_url(_pages[link["path"]], page.url)}{link["rest"]}"'

    return ROOTED.sub(resolve, html)


def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    """Stop the build when a link of a macro leads nowhere."""
    if _problems:
        raise PluginError(report(sorted(_problems)))
