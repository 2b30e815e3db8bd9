"""What must never be in a built page: dead links, repeated ids, inline code, other hosts."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from exports import origin
from exports.site import BuiltPage
from macros.hints import did_you_mean
from macros.load.problems import Place, Problem

NOT_FOUND = "404.html"
"""Its links begin at the root of the host, since it is served for any address."""

LOADED = (
    "//@src | //@srcset | //@poster | //@action | //@formaction | //@background | //image/@href"
    " | //link[not(@rel='canonical' or @rel='alternate' or @rel='next' or @rel='prev')]/@href"
)
"""Addresses that a browser asks for by itself, or sends a form to."""

FORBIDDEN = (
    "//style | //meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"
    " | //base | //iframe | //frame | //object | //embed"
)
INLINE_SCRIPT = "//script[not(@src)][not(@type='application/json')][not(@type='application/ld+json' and parent::head)]"
"""Scripts that a browser runs; structured data is none, and only the head may hold it."""

TRACES = ("Macro Rendering Error", "Macro Syntax Error", "Traceback (most recent call last)")
SCRIPT_LINKS = ("javascript:", "vbscript:", "data:text/html")


def check(root: Path, pages: list[BuiltPage], files: set[str]) -> list[Problem]:
    """Give every fault of every page; `root` is the project's folder, `files` are all paths of the site."""
    anchors = {page.path: set(page.ids) for page in pages}
    found: list[Problem] = []
    for page in pages:
        found += [*_links(root, page, anchors, files), *_ids(page), *_code(page), *_scripts(page), *_traces(page)]
    return sorted(set(found))


def _problem(page: BuiltPage, code: str, message: str, help_text: str = "") -> Problem:
    return Problem(Place(f"site/{page.path}"), code, message, help_text)


def _links(root: Path, page: BuiltPage, anchors: dict[str, set[str]], files: set[str]) -> Iterator[Problem]:
    for link in set(page.links) if page.path != NOT_FOUND else []:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target, anchor = _target(page, unquote(parts.path)), unquote(parts.fragment)
        if target not in files:
            yield Problem(origin.find(root, page.path, link), "dead-link", f"'{link}' leads nowhere")
        elif anchor and target in anchors and anchor not in anchors[target]:
            told = f"'{link}' leads to no anchor of {target}"
            place = origin.find(root, page.path, f"#{anchor}")
            yield Problem(place, "dead-anchor", told, did_you_mean(anchor, anchors[target]))


def _target(page: BuiltPage, path: str) -> str:
    if not path:
        return page.path
    folder = page.path.rpartition("/")[0]
    joined = normpath(f"{folder}/{path}" if folder else path)
    ends_in_folder = path.endswith(("/", ".")) or joined == "."
    return normpath(f"{joined}/index.html") if ends_in_folder else joined


def _ids(page: BuiltPage) -> Iterator[Problem]:
    for id_, times in Counter(page.ids).items():
        if times > 1:
            yield _problem(page, "duplicate-id", f"the id '{id_}' is used {times} times")


def _scripts(page: BuiltPage) -> Iterator[Problem]:
    for _ in page.root.xpath(INLINE_SCRIPT):
        yield _problem(page, "unknown-script", "an inline script")


def _code(page: BuiltPage) -> Iterator[Problem]:
    for name, found in page.attributes.items():
        for tag, _, value in found:
            if name == "style" or name.startswith("on"):
                yield _problem(page, "inline-code", f"<{tag}> has an attribute {name}")
            if ":" in value and value.strip().lower().startswith(SCRIPT_LINKS):
                yield _problem(page, "inline-code", f"<{tag}> links to a script")
    for element in page.root.xpath(FORBIDDEN):
        yield _problem(page, "forbidden-element", f"<{element.tag}> is not allowed")
    for source in page.root.xpath(LOADED):
        if urlsplit(source).netloc or urlsplit(source).scheme:
            yield _problem(page, "third-party", f"'{source}' is on another host")


def _traces(page: BuiltPage) -> Iterator[Problem]:
    text = page.root.text_content()
    for trace in TRACES:
        if trace in text:
            yield _problem(page, "trace", f"the page shows '{trace}'")
