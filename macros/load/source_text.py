"""From a file to its text, refusing bytes that no editor shows."""

import re
import stat
from pathlib import Path

from macros.load.problems import DataError, Place, Problem

MAX_BYTES = 300_000
"""The largest file is the glossary, below a third of this; more is a mistake or an attack."""

HIDDEN = {
    "control": (
        re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb\ufffe\uffff]"),
        "a control character",
    ),
    "bidi": (re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]"), "a character that reorders text"),
    "invisible": (
        re.compile(r"[\u200b-\u200d\u2060-\u2064\u00ad\u180e\u3164\ufeff\U000e0000-\U000e007f]"),
        "an invisible character",
    ),
    "private": (re.compile(r"[\ue000-\uf8ff]"), "a character of the private use area"),
    "line-end": (re.compile(r"\r"), "a carriage return"),
}
INDENT_TAB = re.compile(r"^ *\t", re.MULTILINE)


def read(path: Path, name: str) -> str:
    """Read the file as UTF-8; `name` is what problems call it.

    Raises DataError with all problems of the text.
    """
    raw = _bytes(path, name)
    text = _decode(raw, name)
    problems = [*_hidden(text, name), *_tabs(text, name)]
    if problems:
        raise DataError(problems)
    return text


def _bytes(path: Path, name: str) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise DataError([Problem(Place(name), "io", "the file cannot be read: it is no regular file")])
        if status.st_size > MAX_BYTES:
            limit = f"the file holds more than {MAX_BYTES:,} bytes"
            raise DataError([Problem(Place(name), "too-big", limit, "split it, or shorten the text")])
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise DataError([Problem(Place(name), "io", f"the file cannot be read: {reason}")]) from error


def _decode(raw: bytes, name: str) -> str:
    if raw.startswith(b"\xef\xbb\xbf"):
        raise DataError(
            [Problem(Place(name), "bom", "the file begins with a byte order mark", "save it as UTF-8 without BOM")]
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place(raw[: error.start].decode("utf-8"), error.start, name, already_cut=True)
        found = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        raise DataError([Problem(place, "encoding", found, "save the file as UTF-8")]) from error


def _hidden(text: str, name: str) -> list[Problem]:
    return [
        Problem(_place(text, found.start(), name), code, told(found[0], what), "delete it")
        for code, (pattern, what) in HIDDEN.items()
        for found in pattern.finditer(text)
    ]


def told(character: str, what: str) -> str:
    """Say which character is not allowed."""
    return f"{what} (U+{ord(character):04X}) is not allowed"


def _tabs(text: str, name: str) -> list[Problem]:
    return [
        Problem(_place(text, found.end() - 1, name), "tab", "a tab is used for indentation", "use two spaces")
        for found in INDENT_TAB.finditer(text)
    ]


def _place(text: str, offset: int, name: str, *, already_cut: bool = False) -> Place:
    before = text if already_cut else text[:offset]
    return Place(name, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
