"""After the pages are built: check them, write the open data, set the security policy."""

from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from exports import lint, open_data, policy
from exports.site import pages
from macros import load
from macros.load.problems import report

_command = ""


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember the command: while serving, MkDocs puts its reload script into pages."""
    global _command
    _command = command


def on_post_build(config: MkDocsConfig) -> None:
    """Fail the build on any fault; a site that serves itself for editing gets no policy."""
    site = Path(config.site_dir)
    built = pages(site)
    open_data.write(site, built, load.guide(Path(config.config_file_path).parent / "data"))
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    if problems := lint.check(built, files):
        raise PluginError(report(problems))
    if _command != "serve":
        policy.write(site)
