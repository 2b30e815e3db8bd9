"""The search engine of the site on the index of the site, asked from Python."""

import json
from dataclasses import dataclass
from pathlib import Path

from tests.search.modules import Modules

SCRIPTS = Path(__file__).parents[2] / "docs" / "assets" / "javascripts" / "search"
ENGINE = SCRIPTS / "engine.mjs"


@dataclass(frozen=True)
class Hit:
    """A result: its address from the site's root, and its kind."""

    address: str
    kind: str
    title: str


class Engine:
    """Finds in a built site as the dialog does."""

    def __init__(self, site: Path, *, names_only: bool = False) -> None:
        """Load engine and index."""
        self.titles = json.loads((site / "search" / "titles.json").read_text(encoding="utf-8"))
        words = site / "search" / self.titles["edition"] / "words.json"
        self.words = json.loads(words.read_text(encoding="utf-8"))
        self.modules = Modules()
        self.modules.load(ENGINE)
        self.modules.value(
            f"globalThis.engine = new modules[{json.dumps(str(ENGINE))}].Engine(titles, words ?? undefined), 0",
            titles=self.titles,
            words=None if names_only else self.words,
        )

    def search(self, query: str, most: int = 10) -> list[Hit]:
        """Give the best results."""
        found = self.modules.value(
            "engine.search(query).found.slice(0, most).map((at) => engine.entries[at])", query=query, most=most
        )
        return [Hit(address(one), one["kind"], one["title"]) for one in found]

    def entries(self) -> list[Hit]:
        """Give everything that can be found."""
        return [Hit(address(one), one["kind"], one["title"]) for one in self.modules.value("engine.entries")]


def address(entry: dict[str, str]) -> str:
    """Give page and anchor."""
    return f"{entry['url']}#{entry['anchor']}" if entry["anchor"] else entry["url"]
