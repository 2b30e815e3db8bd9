"""Stock Material for MkDocs on the same pages: its own plugin's index, its own worker, its results as it shows them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import material
from mkdocs.commands.build import build
from mkdocs.config import load_config
from py_mini_racer import MiniRacer

SETUP, READY, QUERY, RESULT = range(4)
"""Kinds of messages of the worker."""

BEFORE = """
globalThis.self = globalThis;
globalThis.told = [];
globalThis.addEventListener = (_, listen) => { globalThis.listen = listen; };
globalThis.postMessage = (message) => { told.push(message); };
globalThis.location = { href: "http://localhost/", origin: "http://localhost" };
"""
NAMED_AFTER_RECORD = ("-name", "-question")
"""Endings of heading ids inside records: the plugin can only lead to headings, and that is near enough."""


def index(folder: Path, config_file: Path) -> dict[str, Any]:
    """Build the project with Material's search plugin into an empty folder, and give its index."""
    macros = {"macros": {"module_name": "macros", "on_undefined": "strict"}}
    config = load_config(str(config_file), site_dir=str(folder), plugins=["search", macros], hooks=[], strict=False)
    build(config)
    found: dict[str, Any] = json.loads((folder / "search" / "search_index.json").read_text(encoding="utf-8"))
    return found


class Worker:
    """Material's search worker."""

    def __init__(self, index_: dict[str, Any]) -> None:
        """Start it with an index."""
        [script] = Path(material.__file__).parent.glob("templates/assets/javascripts/workers/search.*.min.js")
        self._engine = MiniRacer()
        self._engine.eval(BEFORE)
        self._engine.eval(script.read_text(encoding="utf-8"))
        assert self._send(SETUP, {**index_, "options": {"suggest": False}})["type"] == READY

    def search(self, query: str) -> list[str]:
        """Give the addresses that a reader is shown, from top to bottom; folded ones are left out."""
        answer = self._send(QUERY, query)
        assert answer["type"] == RESULT
        return [bare(address) for group in answer["data"]["items"] for address in shown(group)]

    def _send(self, kind: int, data: object) -> dict[str, Any]:
        message = json.dumps({"data": {"type": kind, "data": data}})
        self._engine.eval(f"told.length = 0; listen({message}); 0")
        answer: dict[str, Any] = json.loads(str(self._engine.eval("JSON.stringify(told[0])")))
        return answer


def shown(group: list[dict[str, Any]]) -> Iterator[str]:
    """Give a page first, as Material does, then those of its sections that score as high as the best."""
    best = group[0]["score"]
    page = next(item for item in group if "#" not in item["location"])
    yield page["location"]
    for section in group:
        if section is not page and section["score"] < best:
            return
        if section is not page:
            yield section["location"]


def bare(address: str) -> str:
    """Give the address of the record that a heading belongs to."""
    for ending in NAMED_AFTER_RECORD:
        address = address.removesuffix(ending)
    return address
