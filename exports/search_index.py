"""The search index, made from the built pages: `python -m exports.search_index SITE`.

Three kinds of file, so that a search costs little: titles.json is loaded first and answers at once,
words.json says what readers ask and which entry holds which rarer word, and N.json is asked for when a passage
of an entry is shown.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby
from os.path import commonprefix
from pathlib import Path
from typing import Any

from exports.search_entries import Entry, entries
from exports.site import pages
from macros import load
from macros.models import Guide

WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
"""A word of the index; parts of a hyphenated one are words of their own, as in a query."""

UNTOLD = re.compile(r"\d\d?|000|.")
LONGER = 3
"""Letters and small numbers: nobody looks for them, and they stand everywhere. None has more letters than that."""

RARE, FREQUENT = 0.002, 0.01
"""Shares of all entries. A word has its places in the texts if it is rarer than the first; if no name and nothing
that readers ask has it, if it is rarer than the second. What is about a word is named after it or asked for by it, and
what only says it came before that: more places made the index larger and the answers no better."""

COMMON = 0.12
"""A word in a larger share of all entries says little beside others."""

PART = 5_000
"""Characters of text in a file, about 2 kB compressed: the results in view need passages from four or five."""

LATE = "claim"
"""The kind whose titles are whole sentences: they come with the passages, or they would be a quarter of the index."""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-./:;=?@[]^_{|}~"
LAST = 64
"""A number is written with any of the digits from here on, as often as it holds more, and one before here."""


def write(site: Path, found: list[Entry], guide: Guide) -> None:
    """Write site/search/titles.json, and EDITION/words.json and EDITION/N.json beside it.

    The edition is a hash, so that a browser never reads the files of two builds together.
    """
    early = [entry for entry in found if entry.kind != LATE]
    parts = list(_parts(found))
    files: dict[str, object] = {"words": bodies(found, len(early))}
    files |= {str(number): [said(entry) for entry in part] for number, part in enumerate(parts)}
    edition = sha256(_json(files).encode()).hexdigest()[:8]
    titles = {
        "edition": edition,
        **catalogue(early),
        "synonyms": [list(group.words) for group in guide.synonyms.values()],
        "parts": [len(part) for part in parts],
    }
    _write(site / "search" / "titles.json", titles)
    for name, content in files.items():
        _write(site / "search" / edition / f"{name}.json", content)


def catalogue(found: list[Entry]) -> dict[str, Any]:
    """Give entries column by column, which compresses best; `pages` says how many belong to each."""
    return {
        "pages": [[url, len(list(group))] for url, group in groupby(found, key=lambda entry: entry.url)],
        "kinds": [entry.kind for entry in found],
        "levels": "".join(str(entry.level) for entry in found),
        "anchors": [entry.anchor for entry in found],
        "titles": [entry.title for entry in found if entry.kind != LATE],
        "aliases": {number: entry.aliases for number, entry in enumerate(found) if entry.aliases},
    }


def bodies(found: list[Entry], early: int) -> dict[str, Any]:
    """Give what is searched besides titles: the claims behind `early` entries, what readers ask, and the texts."""
    held = [words(f"{entry.title} {entry.text}") for entry in found]
    return {
        "catalogue": catalogue(found[early:]),
        "asked": [",".join(entry.asked) for entry in found[:early]],
        "common": common(held),
        **inverted(held, [_named(entry) for entry in found]),
    }


def common(held: list[set[str]]) -> list[str]:
    """Give the words that a large share of the entries holds; `held` has the words of each."""
    count = Counter(word for some in held for word in some)
    return sorted(word for word, entries in count.items() if entries > COMMON * len(held))


def inverted(held: list[set[str]], names: list[set[str]]) -> dict[str, str]:
    """Give words of the texts, each without what it shares with the one before, and the numbers of their entries.

    A word of a name of the entry is not listed again. Numbers are written as the distance from the one before.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for number, (some, own) in enumerate(zip(held, names, strict=True)):
        for word in some - own:
            places[word].append(number)
    named = set[str]().union(*names)
    told = sorted(word for word, at in places.items() if len(at) <= (RARE if word in named else FREQUENT) * len(held))
    return {
        "words": " ".join(_shortened(told)),
        "places": " ".join("".join(map(number_text, _distances(places[word]))) for word in told),
    }


def _named(entry: Entry) -> set[str]:
    return set() if entry.kind == LATE else words(" ".join([entry.title, *entry.aliases, *entry.asked]))


def said(entry: Entry) -> str:
    """Give the text of an entry; the sentence of a claim comes first, on a line of its own."""
    return f"{entry.title}\n{entry.text}" if entry.kind == LATE else entry.text


def words(text: str) -> set[str]:
    """Give the different words of a text, in lower case."""
    found = set(WORD.findall(text.lower().replace("’", "'")))
    return {word for word in found if len(word) > LONGER or not UNTOLD.fullmatch(word)}


def number_text(number: int) -> str:
    """Write a number in the digits of the index: most take one character."""
    text = ""
    while number >= LAST:
        number, rest = divmod(number - LAST, len(DIGITS) - LAST)
        text += DIGITS[LAST + rest]
    return text + DIGITS[number]


def _distances(numbers: Iterable[int]) -> Iterator[int]:
    before = -1
    for number in numbers:
        yield number - before - 1
        before = number


def _shortened(told: Iterable[str]) -> Iterator[str]:
    before = ""
    for word in told:
        shared = min(len(commonprefix([before, word])), LAST - 1)  # noqa: RUF071 - letters are what it is for
        yield DIGITS[shared] + word[shared:]
        before = word


def _parts(found: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Cut the entries into files of about PART characters; a longer entry has a file of its own."""
    part: list[Entry] = []
    size = 0
    for entry in found:
        size += len(said(entry))
        if part and size > PART:
            yield part
            part, size = [], len(said(entry))
        part.append(entry)
    if part:
        yield part


def _write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_json(content), encoding="utf-8")


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    site_folder = Path(sys.argv[1])
    own_guide = load.guide(Path("data"))
    write(site_folder, entries(pages(site_folder), own_guide), own_guide)
