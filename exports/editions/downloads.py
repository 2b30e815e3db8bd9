"""Tell readers of the editions: on the page of downloads, and at the foot of each chapter."""

from functools import partial
from pathlib import Path

from exports.editions import placeholders, templating
from exports.editions.manifest import Listed

LISTS = {"own", "chapter", "chapters"}
"""What a place can be for besides one file: the PDF of its page, the foot of a chapter, the PDFs of all chapters."""


def show(site: Path, files: list[Listed]) -> dict[str, str]:
    """Give the pages that tell of editions, as path -> HTML, with the files in their places."""
    filled = {}
    for path in sorted(site.rglob("*.html")):
        name, text = path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")
        if placeholders.PLACE.search(text):
            filled[name] = placeholders.fill(text, partial(_content, name.removesuffix("index.html"), files))
    return filled


def _content(url: str, files: list[Listed], what: str) -> str:
    root = "../" * url.count("/")
    if what in LISTS:
        return templating.fill(f"downloads_{what}.html.j2", files=files, url=url, root=root)
    return templating.fill(
        "downloads_file.html.j2", file=next((one for one in files if one.path == what), None), root=root
    )
