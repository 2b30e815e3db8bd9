"""After the pages are built: draw their cards, check them, write the open data, merge the style sheets."""

from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from exports import link_list, lint, open_data, opensearch, search_entries, search_index, social_cards, styles, topics
from exports.policy import POLICY
from exports.prune import prune
from exports.site import pages
from macros.load.problems import report

KEPT_CARDS = ".cache/social"
_serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether MkDocs serves: it then puts a reload script into pages, which no policy allows."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Tell the theme its policy and its style sheet."""
    config.extra["policy"] = None if _serving else POLICY
    config.extra["theme_styles"] = _theme_styles(config.theme.dirs)
    return config


def _theme_styles(folders: list[str]) -> str:
    """Give the path of the theme's main style sheet, whose name holds a hash."""
    [path] = [path for folder in folders for path in Path(folder).glob("assets/stylesheets/main.*.min.css")]
    return f"assets/stylesheets/{path.name}"


def on_post_build(config: MkDocsConfig) -> None:
    """Fail the build on any fault; a site that serves itself for editing keeps its style sheets apart."""
    site = Path(config.site_dir)
    prune(site)
    built = pages(site)
    root = Path(config.config_file_path).parent
    guide = config.plugins["macros"].variables["renderer"].catalogue.guide  # type: ignore[attr-defined]
    found = search_entries.entries(built, guide)
    built = topics.fill(site, built, found, guide)
    opensearch.write(site, config.site_url or "/", config.site_name, config.site_description or "")
    social_cards.write(site, built, root / KEPT_CARDS)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    if problems := [*lint.check(root, built, files), *open_data.homeless(built, guide)]:
        raise PluginError(report(problems))
    open_data.write(site, built, guide)
    search_index.write(site, found, guide)
    link_list.write(site, built)
    if not _serving:
        styles.write(site)
