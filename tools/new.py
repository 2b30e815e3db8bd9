"""Begin a record: `python -m tools.new KIND ID` writes data/<kind>/<id>.yml from a skeleton."""

import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.hints import did_you_mean
from macros.load.layout import KINDS, Form, Kind
from macros.load.nodes import parse
from macros.load.problems import DataError
from macros.load.source_text import read
from macros.models import ID_PATTERN

ROOT = Path(__file__).parent.parent
SKELETONS = Path(__file__).parent / "skeletons"
OFFERED = {kind.model.__name__.lower(): kind for kind in KINDS if kind.form is Form.FILE_EACH}
"""The kinds that have a file for each record, by the word for one of them."""

ID_AT_MOST = 80
REFUSED = 2
"""The exit code when nothing was written."""


def main(words: Sequence[str], root: Path = ROOT) -> int:
    """Write the record that `words` (kind and id) ask for; give the exit code."""
    word, id_ = (*words, "", "")[:2]
    if faults := list(refusals(word, id_, root)):
        sys.stderr.writelines(f"{fault}\n" for fault in faults)
        return REFUSED
    path = home(OFFERED[word], id_, root)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(skeleton(word, id_), encoding="utf-8")
    sys.stdout.write(f"{path.relative_to(root).as_posix()} is ready to be filled in; data/README.md explains it.\n")
    return 0


def refusals(word: str, id_: str, root: Path) -> Iterator[str]:
    """Give a line for each reason not to write the record."""
    if word not in OFFERED:
        yield f"KIND={word}: there is no such kind; {did_you_mean(word, OFFERED)}"
    if not re.fullmatch(ID_PATTERN, id_) or len(id_) > ID_AT_MOST or id_.endswith("\n"):
        yield f"ID={id_!r}: use lower-case letters, digits and single hyphens, up to {ID_AT_MOST} ({ID_PATTERN})"
    elif word in OFFERED:
        yield from _taken(OFFERED[word], id_, root)


def home(kind: Kind, id_: str, root: Path) -> Path:
    """Give the path of a record's file."""
    return root / "data" / kind.home / f"{id_}.yml"


def skeleton(word: str, id_: str) -> str:
    """Give the text of a new record: all required fields, empty but for the id and the day."""
    templates = Environment(
        loader=FileSystemLoader(SKELETONS), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    today = datetime.now(UTC).date().isoformat()
    return templates.get_template(f"{word}.yml.j2").render(id=id_, today=today)


def _taken(kind: Kind, id_: str, root: Path) -> Iterator[str]:
    path = home(kind, id_, root)
    if path.exists():
        yield f"ID={id_}: {path.relative_to(root).as_posix()} exists already"
    try:
        if (kind.name, id_) in _retired(root / "data" / "retired.yml"):
            yield f"ID={id_}: this id is retired (data/retired.yml) and never comes back"
    except DataError as error:
        yield f"data/retired.yml can not be read: {error.problems[0]}".partition("\n")[0]


def _retired(path: Path) -> set[tuple[str, str]]:
    if not path.exists():
        return set()
    entries = [node.entries for node in parse(read(path, "data/retired.yml"), "data/retired.yml").items]
    return {(entry["kind"].text, entry["id"].text) for entry in entries if {"kind", "id"} <= entry.keys()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
