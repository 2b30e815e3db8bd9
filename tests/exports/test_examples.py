"""The two examples on the page about open data run as they stand there, against the served site."""

import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser

from macros.models import Guide

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "data.md"
WRITTEN_FOR = "http://127.0.0.1:8000/"


def example(language: str, address: str) -> str:
    """Give the page's one example in a language, for another address, as the page tells readers to change it."""
    [code] = re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert WRITTEN_FOR in code
    return code.replace(WRITTEN_FOR, address)


def test_the_python_example_prints_prompts_with_their_addresses(address: str, guide: Guide) -> None:
    command = [sys.executable, "-W", "error", "-c", example("python", address)]
    told = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout.splitlines()
    expected = [card.prompt for card in guide.questions.values() if card.competency == "technical-judgment"]
    assert told[::2] == expected
    assert all(line.startswith(f"  {address}questions/") for line in told[1::2])
    assert len(told) == 2 * len(expected)


def test_the_javascript_example_fills_the_figures_in(browser: Browser, address: str, guide: Guide) -> None:
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(f"{address}reference/data/")
    page.evaluate(f"async () => {{ {example('js', address)} }}")
    page.close()
    cards = [card for card in guide.questions.values() if card.competency == "technical-judgment"]
    assert len(told) == len(cards)
    assert any("[[" in card.prompt for card in cards), "a prompt holds a figure to fill in"
    assert not [line for line in told if "[[" in line]
    for line, card in zip(told, cards, strict=True):
        before, _, rest = card.prompt.partition("[[")
        assert line.startswith(before)
        assert line.endswith(rest.rpartition("]]")[2])
