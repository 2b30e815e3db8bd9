"""Leave out what the theme brings along and no page of an English site loads."""

import re
from pathlib import Path

UNUSED = (
    "**/*.map",
    "assets/javascripts/lunr/**/*.js",
    "assets/javascripts/workers/*.js",
    "assets/javascripts/bundle.*.js",
    "assets/stylesheets/palette.*.css",
    "search/search_index.json",
)
"""Source maps, and the scripts, colours and search index of the theme, which our pages do without (adr/011)."""

MAP_COMMENT = re.compile(r"\n?(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\s*\Z")


def prune(site: Path) -> None:
    """Delete the unused files of the built site, and the comments that lead to them."""
    for pattern in UNUSED:
        for path in site.glob(pattern):
            path.unlink()
    for path in [*site.rglob("*.min.js"), *site.rglob("*.min.css")]:
        text = path.read_text(encoding="utf-8")
        path.write_text(MAP_COMMENT.sub("\n", text), encoding="utf-8")
