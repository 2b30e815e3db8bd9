"""The site as a ZIP that opens from disk, without a server (adr/018).

Browsers run no modules and ask for no font or manifest in advance from a file, so what needs them goes.
Pages are complete without it; a browser that follows no folder finds every page by its file.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from exports.editions import archive, placeholders, templating
from exports.editions.source import Source

FOLDER = "platform-pm-guide"
SCHEME = "assets/javascripts/scheme.js"
"""The one script that is no module: it applies the scheme that a reader chose."""

KEPT = {SCHEME, "search/index.html"}
"""What is kept of a folder that is left out; the page of the search leads to the index of topics."""

LEFT_OUT = ("pdf/", "epub/", "anki/", "offline/", "assets/javascripts/", "assets/social/", "search/")
NEEDS_A_HOST = {"404.html", "exports.json", "robots.txt", "llms.txt", "site.webmanifest", "sitemap.xml"} | {
    "sitemap.xml.gz",
    "opensearch.xml",
}

USELESS = re.compile(
    r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?'
    r'|<link rel="(?:preload|modulepreload|manifest|search|canonical)"[^>]*>\n?'
    r'|<meta (?:property="(?:og|article):|name="twitter:)[^>]*>\n?'
    r'|<script\b[^>]*type="module"[^>]*></script>\n?'
    r'|<script type="application/ld\+json">.*?</script>\n?'
)
"""A policy that names a host, what browsers refuse to load from a file, and what only search engines read."""

LINK = re.compile(r'(?P<before><(?:a|link)\b[^>]*? href=")(?P<path>[^":?#]*)(?P<rest>[^"]*")')


def make(source: Source) -> bytes:
    """Give the ZIP."""
    note, about = templating.fill("offline.html.j2", source=source), templating.fill("offline.txt.j2", source=source)
    files = [(f"{FOLDER}/README.txt", about.encode()), *_files(source.folder, note)]
    return archive.pack(sorted(files), source.edition.moment)


def _files(site: Path, note: str) -> Iterator[tuple[str, bytes]]:
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and _belongs(name):
            content = path.read_bytes()
            yield f"{FOLDER}/{name}", from_disk(content.decode(), note).encode() if path.suffix == ".html" else content


def _belongs(name: str) -> bool:
    return name in KEPT or not (name in NEEDS_A_HOST or name.startswith(LEFT_OUT))


def from_disk(page: str, note: str) -> str:
    """Make a page as text work from disk; `note` stands where the site has its downloads."""
    page = placeholders.fill(USELESS.sub("", page), lambda what: "" if what == "own" else note)
    return LINK.sub(lambda found: f"{found['before']}{_file(found['path'], found['rest'])}{found['rest']}", page)


def _file(path: str, rest: str) -> str:
    """Give the file for a relative address of a folder; an address of this page or of a host stays."""
    is_folder = path.endswith(("/", "/..", "/.")) or path in {".", ".."}
    leaves = rest.startswith(":") or path.startswith("//")
    return f"{path.rstrip('/')}/index.html" if is_folder and not leaves else path
