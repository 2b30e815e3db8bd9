"""Leave out what no reader needs: files of the theme that no page loads, and comments in scripts."""

import re
from pathlib import Path

UNUSED = (
    "**/*.map",
    "assets/javascripts/vendor/lock.json",
    "assets/javascripts/lunr/**/*.js",
    "assets/javascripts/workers/*.js",
    "assets/javascripts/bundle.*.js",
    "assets/stylesheets/palette.*.css",
)
"""Source maps, hashes of vendored files, and the theme's scripts and colours, which pages do without (adr/011)."""

MAP_COMMENT = re.compile(r"\n?(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\s*\Z")

COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/[ \t]*)\n", re.DOTALL | re.MULTILINE)
"""A comment on lines of its own: half of MiniSearch, and most of the policy of the search."""


def prune(site: Path) -> None:
    """Delete the unused files of the built site, and the comments of modules and in minified files."""
    for pattern in UNUSED:
        for path in site.glob(pattern):
            path.unlink()
    for path in site.rglob("*.mjs"):
        path.write_text(without_comments(path.read_text(encoding="utf-8")), encoding="utf-8")
    for path in [*site.rglob("*.min.js"), *site.rglob("*.min.css")]:
        text = path.read_text(encoding="utf-8")
        path.write_text(MAP_COMMENT.sub("\n", text), encoding="utf-8")


def without_comments(script: str) -> str:
    """Give a module without the comments that have lines of their own; those inside a line stay."""
    return COMMENT.sub("", script)
