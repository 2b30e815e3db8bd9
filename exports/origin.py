"""Where in docs/ or data/ something was written that a built page shows."""

import re
from pathlib import Path

from macros.load.problems import Place


def find(root: Path, page: str, text: str) -> Place:
    """Give the first place that holds `text`: the page's own Markdown, then data; else the built page.

    `root` is the project's folder, `page` the path of an HTML file from the site's root.
    """
    for path in [*_sources(root, page), *sorted((root / "data").rglob("*.yml"))]:
        if place := _in_file(root, path, text):
            return place
    return Place(f"site/{page}")


def _sources(root: Path, page: str) -> list[Path]:
    folder = page.removesuffix("index.html").rstrip("/")
    candidates = [root / "docs" / folder / "index.md", root / "docs" / f"{folder}.md"]
    return [path for path in candidates if path.is_file()]


def _in_file(root: Path, path: Path, text: str) -> Place | None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if found := re.search(rf"{re.escape(text)}(?![\w-])", line):
            return Place(path.relative_to(root).as_posix(), number, found.start() + 1)
    return None
