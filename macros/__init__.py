"""The package that mkdocs-macros loads: it reads data/ and registers the macros, no more."""

from pathlib import Path

from mkdocs.exceptions import PluginError

from macros import load
from macros.env import MacrosEnv
from macros.load import diagrams
from macros.pages import PageMacros
from macros.render import Renderer


def define_env(env: MacrosEnv) -> None:
    """Register the macros (called by mkdocs-macros once per build)."""
    project = Path(env.project_dir)
    try:
        guide = load.guide(project / "data")
        pictures = diagrams.pictures(project / "docs" / "assets" / "diagrams", guide.claims)
    except load.DataError as error:
        raise PluginError(str(error)) from error
    renderer = Renderer(guide)
    pages = PageMacros(renderer, pictures)
    for name in pages.names():
        env.macro(pages.macro(name), name)
    env.variables["framed"] = pages.framed
    env.variables["renderer"] = renderer


def on_post_page_macros(env: MacrosEnv) -> None:
    """Put the head and the foot of a chapter around a page (called once per page)."""
    meta = env.page.meta
    outcomes, reviewed = meta.get("outcomes", []), str(meta.get("reviewed", ""))
    env.markdown = env.variables["framed"](env.markdown, env.page.file.src_uri, outcomes, reviewed)
