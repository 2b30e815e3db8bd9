"""CONTRIBUTING.md knows every macro and every standing."""

import ast
import inspect
import re
from pathlib import Path

import pytest

from macros.catalogue import BANK
from macros.models import Standing
from macros.pages import PageMacros

TEXT = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
NO_MACROS = {"names", "macro", "framed"}
MACROS = {name for name in vars(PageMacros) if not name.startswith("_")} - NO_MACROS


def section(heading: str) -> str:
    """Give the text below a heading, up to the next one."""
    return TEXT.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def calls() -> list[ast.Call]:
    """Give the calls in the first column of the table of macros."""
    cells = re.findall(r"^\| (`.+?`) \| ", section("Macros"), re.MULTILINE)
    parsed = [ast.parse(code, mode="eval").body for cell in cells for code in re.findall(r"`([^`]+)`", cell)]
    assert all(isinstance(call, ast.Call) for call in parsed)
    return [call for call in parsed if isinstance(call, ast.Call)]


def called(call: ast.Call) -> str:
    assert isinstance(call.func, ast.Name)
    return call.func.id


def test_the_table_holds_exactly_the_macros() -> None:
    assert {called(call) for call in calls()} == MACROS


@pytest.mark.parametrize("call", calls(), ids=ast.unparse)
def test_each_call_in_the_table_fits_the_macro(call: ast.Call) -> None:
    inspect.signature(getattr(PageMacros, called(call))).bind(
        None, *call.args, **{str(keyword.arg): keyword.value for keyword in call.keywords}
    )


def test_the_groups_of_cards_are_named() -> None:
    [row] = re.findall(r"^\| `question_cards.+$", section("Macros"), re.MULTILINE)
    assert set(re.findall(r"`([a-z]+)`", row)) == set(BANK)


@pytest.mark.parametrize("standing", Standing)
def test_each_standing_is_explained_and_has_a_place_in_the_decision_list(standing: Standing) -> None:
    text = section("How a figure gets its standing")
    assert f"| `{standing}` | {standing.meaning} |" in text
    assert re.search(rf"^\d\. .+→ `{standing}`\.", text, re.MULTILINE)


def test_the_sample_of_a_computed_figure_is_right() -> None:
    rate, seconds = re.findall(r'rate: "([\d,]+)", seconds: "([\d,]+)"', section("Figures"))[0]
    million = int(rate.replace(",", "")) * int(seconds.replace(",", "")) / 1e6
    assert f"are {million:,.0f} million a day" in section("Figures")
