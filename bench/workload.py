"""The project with its chapters and cards several times over, under new names, for the scale table.

A chapter is a page that does not list all records of a kind; such a list grows with the records.
Volume 2 of a chapter links to volume 2 of other chapters and shows volume 2 of its cards.
"""

import re
import shutil
from pathlib import Path

LEFT_OUT = shutil.ignore_patterns(
    ".venv", ".git", ".cache", "site", ".site-*", "tests", "bench", "test-report", "__pycache__"
)
LISTS_ALL = re.compile(r"\{\{ \w+_(cards|index|list|sheets|page)\(|\{\{ ledger\(|\{\{ \w+_tiles\(")
"""Macros that show every record of a kind, or a case, which has one page."""

LINK = re.compile(r"(?<=\]\()/(?P<path>[a-z0-9/-]+)\.md")
TITLE = re.compile(r"^title: (?P<title>.*)$", re.MULTILINE)
ID = re.compile(r"\Aid: (?P<id>[a-z0-9-]+)$", re.MULTILINE)
COMMON_WORD = re.compile(r"(?<![\w\[./-])(?:the|to|and|of|a)(?![\w\].:/-])")
"""Words that are marked in copies of cards, since a text that is met twice is rendered once."""

CARDS_SHOWN = re.compile(r"\{\{ question_refs\(.*?\}\}")
QUOTED = re.compile(r'"([a-z0-9-]+)"')
PAGE_LINE = re.compile(r"^(?P<before> {6}- (?:[^\n:]+: )?)(?P<page>[a-z0-9/-]+\.md)\n", re.MULTILINE)
SECTION_PAGES = re.compile(r"(?:^ {6}- [^\n]+\.md\n)+", re.MULTILINE)
NO_CHAPTERS = ("index.md", "reference/")
"""The home page, and what is there to be looked up."""

Chapters = set[str]
"""Paths of chapters in docs/, such as "role/index.md"."""


def write(project: Path, target: Path, times: int) -> None:
    """Copy `project` into the new folder `target`, with `times` volumes of its chapters and cards."""
    shutil.copytree(project, target, ignore=LEFT_OUT)
    chapters = _chapters(target / "docs")
    cards = {path.stem for path in (target / "data" / "questions").glob("*.yml")}
    for volume in range(2, times + 1):
        _chapter_files(target / "docs", chapters, cards, volume)
        _card_files(target / "data" / "questions", cards, chapters, volume)
    config = target / "mkdocs.yml"
    config.write_text(with_volumes(config.read_text(encoding="utf-8"), chapters, times), encoding="utf-8")


def _chapters(docs: Path) -> Chapters:
    pages = sorted(path for path in docs.rglob("*.md") if not LISTS_ALL.search(path.read_text(encoding="utf-8")))
    return {name for path in pages if not (name := path.relative_to(docs).as_posix()).startswith(NO_CHAPTERS)}


def _chapter_files(docs: Path, chapters: Chapters, cards: set[str], volume: int) -> None:
    for name in chapters:
        text = (docs / name).read_text(encoding="utf-8")
        (docs / renamed_page(name, volume)).write_text(renamed_chapter(text, chapters, cards, volume), encoding="utf-8")


def _card_files(folder: Path, cards: set[str], chapters: Chapters, volume: int) -> None:
    for card in cards:
        text = (folder / f"{card}.yml").read_text(encoding="utf-8")
        (folder / f"{renamed(card, volume)}.yml").write_text(renamed_card(text, chapters, volume), encoding="utf-8")


def renamed(name: str, volume: int) -> str:
    """Give the name of something in another volume."""
    return f"{name}-v{volume}"


def renamed_page(name: str, volume: int) -> str:
    """Give the path of a chapter's copy: "role/index.md" becomes "role/index-v2.md"."""
    return f"{renamed(name.removesuffix('.md'), volume)}.md"


def renamed_chapter(text: str, chapters: Chapters, cards: set[str], volume: int) -> str:
    """Give a chapter for another volume: its title, links to chapters, and cards that macros name."""
    titled = TITLE.sub(rf"title: \g<title>, volume {volume}", text, count=1)
    return _cards_shown(_links(titled, chapters, volume), cards, volume)


def renamed_card(text: str, chapters: Chapters, volume: int) -> str:
    """Give a card for another volume: its id, links to chapters, and texts that no other volume has."""
    named = ID.sub(lambda found: f"id: {renamed(found['id'], volume)}", text)
    return COMMON_WORD.sub(rf"\g<0>{volume}", _links(named, chapters, volume))


def _links(text: str, chapters: Chapters, volume: int) -> str:
    def other(link: re.Match[str]) -> str:
        page = f"{link['path']}.md"
        return f"/{renamed_page(page, volume) if page in chapters else page}"

    return LINK.sub(other, text)


def _cards_shown(text: str, cards: set[str], volume: int) -> str:
    def other(name: re.Match[str]) -> str:
        return f'"{renamed(name[1], volume)}"' if name[1] in cards else name[0]

    return CARDS_SHOWN.sub(lambda call: QUOTED.sub(other, call[0]), text)


def with_volumes(config: str, chapters: Chapters, times: int) -> str:
    """Give mkdocs.yml with further volumes of chapters in its navigation, each at the end of its section."""
    before, nav, after = config.partition("\nnav:\n")

    def longer(section: re.Match[str]) -> str:
        own = [line for line in PAGE_LINE.finditer(section[0]) if line["page"] in chapters]
        more = [
            f"{line['before']}{renamed_page(line['page'], volume)}\n" for volume in range(2, times + 1) for line in own
        ]
        return section[0] + "".join(more)

    return before + nav + SECTION_PAGES.sub(longer, after)
