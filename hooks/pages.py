"""Check page files before MkDocs reads them: names, bytes, and front matter.

MkDocs prints broken front matter to readers as text, follows links out of docs/, and hangs
on a front matter that is an alias bomb.
"""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.hints import did_you_mean
from macros.load.nodes import Node, parse
from macros.load.problems import DataError, Place, Problem, report
from macros.load.source_text import read
from macros.models import ISO_DATE

NAME = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
RESERVED = {"con", "prn", "aux", "nul"}
KEYS = {"title", "description", "reviewed", "hide", "template", "search"}
REQUIRED = ("title", "description", "reviewed")
DESCRIPTION_AT_MOST = 160
"""Search engines cut longer descriptions."""


def on_pre_build(config: MkDocsConfig) -> None:
    """Stop before anything is built when a page file is wrong; all problems are told."""
    docs = Path(config.docs_dir)
    problems = [problem for path in sorted(docs.rglob("*")) for problem in _file(path, docs)]
    if problems:
        raise PluginError(report(sorted(problems)))


def _file(path: Path, docs: Path) -> list[Problem]:
    name = f"docs/{path.relative_to(docs).as_posix()}"
    if path.is_symlink():
        return [Problem(Place(name), "link", "links are not followed; copy the file")]
    if path.suffix != ".md" or not path.is_file():
        return []
    try:
        return [*_name(path, name), *_front_matter(read(path, name), name)]
    except DataError as error:
        return error.problems


def _name(path: Path, name: str) -> list[Problem]:
    if NAME.match(path.stem) and path.stem not in RESERVED:
        return []
    return [
        Problem(
            Place(name), "page-name", f"'{path.name}' is no page name", "use lower-case letters, digits and hyphens"
        )
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
    reviewed, description = node.entries.get("reviewed"), node.entries.get("description")
    problems = []
    if reviewed and not ISO_DATE.match(reviewed.text):
        problems.append(Problem(reviewed.place, "date", f"'{reviewed.text}' is not a date", "write YYYY-MM-DD"))
    if description and len(description.text) > DESCRIPTION_AT_MOST:
        problems.append(
            Problem(
                description.place,
                "too-long",
                f"the description holds {len(description.text)} characters",
                f"keep to {DESCRIPTION_AT_MOST}",
            )
        )
    return problems
