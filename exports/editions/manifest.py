"""exports.json: what editions there are, for the site's own pages and for programs."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic_core import to_json

from exports.editions.source import Edition

NAME = "exports.json"


@dataclass(frozen=True)
class File:
    """A file that was made; one of a single chapter names its section and the address of its page."""

    path: str
    title: str
    section: str | None = None
    url: str | None = None
    pages: int | None = None


@dataclass(frozen=True)
class Listed(File):
    """The same with what only the finished file tells."""

    bytes: int = 0
    sha256: str = ""
    date: str = ""
    commit: str = ""


def listed(file: File, content: bytes, edition: Edition) -> Listed:
    """Give a file with what its content tells."""
    date = edition.moment.date().isoformat()
    return Listed(
        *(file.path, file.title, file.section, file.url, file.pages),
        *(len(content), sha256(content).hexdigest(), date, edition.commit),
    )


def write(folder: Path, files: list[Listed]) -> None:
    """Write exports.json."""
    (folder / NAME).write_bytes(to_json(files, indent=1) + b"\n")
