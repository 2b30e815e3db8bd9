"""Check page files before MkDocs reads them: names, bytes, and front matter.

MkDocs prints broken front matter to readers as text, follows links out of docs/, and hangs
on a front matter that is an alias bomb.
"""

import re
from collections import Counter
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from pydantic import TypeAdapter, ValidationError

from macros.hints import did_you_mean
from macros.load.nodes import Node, parse
from macros.load.problems import DataError, Place, Problem, report
from macros.load.source_text import read
from macros.models import RAW_HTML, Day

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
ASSETS = "assets"
REQUIRED = ("title", "description", "reviewed")
KEYS = (*REQUIRED, "outcomes")
WORDS = ("title", "description")
TEXT = "tag:yaml.org,2002:str"
A_DAY = TypeAdapter(Day)
DESCRIPTION_AT_MOST = 160
"""Search engines cut longer descriptions."""

OUTCOMES = range(2, 4)
OUTCOME_LENGTH = range(20, 91)
"""Shorter ones say nothing that can be tested; longer ones fill more than three lines of a phone."""

PLAIN_WORDS = re.compile(r"[^\W\d_](?:[^\W_]|[ ,;:.?!'’()/–-])*")


def on_pre_build(config: MkDocsConfig) -> None:
    """Stop before anything is built when a page file is wrong; all problems are told."""
    docs = Path(config.docs_dir)
    paths = sorted(docs.rglob("*"))
    problems = [*_same_addresses(paths, docs), *(problem for path in paths for problem in _file(path, docs))]
    if problems:
        raise PluginError(report(sorted(problems)))


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Stop when a page is missing from the navigation; all of them are told."""
    shown = {page.file.src_uri for page in nav.pages}
    problems = [
        Problem(Place(f"docs/{file.src_uri}"), "not-in-nav", "no reader finds this page", "add it to nav in mkdocs.yml")
        for file in files.documentation_pages()
        if file.src_uri not in shown
    ]
    if problems:
        raise PluginError(report(sorted(problems)))


def _file(path: Path, docs: Path) -> list[Problem]:
    name = f"docs/{path.relative_to(docs).as_posix()}"
    if path.is_symlink():
        return [Problem(Place(name), "link", "links are not followed; copy the file")]
    if path.is_dir() or path.relative_to(docs).parts[0] == ASSETS:
        return []
    try:
        return [*_name(path, docs, name), *_front_matter(read(path, name), name)]
    except DataError as error:
        return error.problems


def _name(path: Path, docs: Path, name: str) -> list[Problem]:
    parts = path.relative_to(docs).with_suffix("").parts
    bad = [part for part in parts if not NAME.fullmatch(part) or RESERVED.fullmatch(part)]
    if not bad and path.suffix == ".md":
        return []
    told = f"'{path.relative_to(docs).as_posix()}' is no page name"
    return [Problem(Place(name), "page-name", told, "use lower-case letters, digits and hyphens, and the ending .md")]


def _same_addresses(paths: list[Path], docs: Path) -> list[Problem]:
    pages = {path: path.relative_to(docs).as_posix().casefold() for path in paths if path.is_file()}
    addresses = {path: name.removesuffix(".md").removesuffix("/index") for path, name in pages.items()}
    times = Counter(addresses.values())
    return [
        Problem(Place(f"docs/{path.relative_to(docs).as_posix()}"), "page-name", "another file has the same address")
        for path, address in addresses.items()
        if times[address] > 1
    ]


def _front_matter(text: str, name: str) -> list[Problem]:
    if not text.startswith("---\n"):
        return [
            Problem(
                Place(name),
                "front-matter",
                "the page has no front matter",
                f"begin with --- and give {', '.join(REQUIRED)}",
            )
        ]
    end = text.find("\n---\n", 3)
    if end < 0:
        return [Problem(Place(name), "front-matter", "the front matter is not closed", "end it with a line of ---")]
    node = parse("\n" + text[4 : end + 1], name)
    return (
        _keys(node, name)
        if node.shape == "map"
        else [Problem(node.place, "front-matter", "the front matter is no map")]
    )


def _keys(node: Node, name: str) -> list[Problem]:
    unknown = [
        Problem(place, "unknown-key", f"'{key}' is not a key of front matter", did_you_mean(key, KEYS))
        for key, place in node.keys.items()
        if key not in KEYS
    ]
    missing = [
        Problem(Place(name), "missing-key", f"the front matter lacks '{key}'")
        for key in REQUIRED
        if not node.entries.get(key) or not node.entries[key].text.strip()
    ]
    return unknown + missing + _values(node)


def _values(node: Node) -> list[Problem]:
    given = {key: value for key, value in node.entries.items() if key in KEYS and value.text.strip()}
    problems = [problem for key in WORDS if key in given for problem in _words(given[key], key)]
    problems += _day(given["reviewed"]) if "reviewed" in given else []
    problems += _outcomes(node.entries["outcomes"]) if "outcomes" in node.entries else []
    if "description" in given and (length := len(given["description"].text)) > DESCRIPTION_AT_MOST:
        told = f"the description holds {length} characters"
        problems.append(Problem(given["description"].place, "too-long", told, f"keep to {DESCRIPTION_AT_MOST}"))
    return problems


def _words(node: Node, key: str) -> list[Problem]:
    """Refuse what YAML takes for a number or a yes, and what the theme would print as markup."""
    if yaml.SafeLoader("").resolve(yaml.ScalarNode, node.text, (True, False)) != TEXT:
        return [Problem(node.place, "front-matter", f"'{node.text}' is no {key} in words")]
    if RAW_HTML.search(node.text) or '"' in node.text:
        return [Problem(node.place, "raw-html", f"the {key} holds markup or a double quote", "write plain words")]
    return []


def _day(node: Node) -> list[Problem]:
    try:
        A_DAY.validate_python(node.text)
    except ValidationError as error:
        told = f"'{node.text}' is not a date: {error.errors()[0]['msg']}"
        return [Problem(node.place, "date", told, "write YYYY-MM-DD, not in the future")]
    return []


def _outcomes(node: Node) -> list[Problem]:
    if len(node.items) not in OUTCOMES or any(item.shape != "text" for item in node.items):
        told = "the outcomes are not a list of two or three texts"
        return [Problem(node.place, "outcomes", told, "write each on a line of its own, after '  - '")]
    return [problem for item in node.items for problem in _outcome(item)]


def _outcome(node: Node) -> list[Problem]:
    least, most = OUTCOME_LENGTH[0], OUTCOME_LENGTH[-1]
    length = len(node.text)
    faults = {
        "too-short": (length < least, f"the outcome holds {length} characters", f"write {least} to {most}"),
        "too-long": (length > most, f"the outcome holds {length} characters", f"keep to {most}"),
        "markup": (not PLAIN_WORDS.fullmatch(node.text), "the outcome is more than plain words", "begin with a verb"),
        "figure": (re.search(r"\d", node.text), "the outcome holds a digit", "give figures in the text, as claims"),
    }
    return [Problem(node.place, code, told, help_) for code, (is_so, told, help_) in faults.items() if is_so]
